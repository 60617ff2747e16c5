import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { z } from 'zod';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const Violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What stands in the way of people with disabilities, by axe; and how wide the page is: wider than its window means scrolling sideways. */
export async function axeFaults(page: Page | Frame) {
  await page.evaluate(`${await readFile(axe, 'utf8')};0`);
  const found = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`);
  return { width: await page.evaluate('document.documentElement.scrollWidth'), violations: Violations.parse(found) };
}
