import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { withBrowser } from '../support/browser.ts';
import { onTheSite, paths } from './a-site.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const Violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));
const narrowest = 320;
const grounds = { light: 'rgb(255, 255, 255)', dark: 'rgb(31, 31, 31)' } as const;

interface Reader {
  readonly locale: string;
  readonly colorScheme: keyof typeof grounds;
}

const readers: readonly Reader[] = [
  { locale: 'en-GB', colorScheme: 'light' },
  { locale: 'cs-CZ', colorScheme: 'dark' },
  { locale: 'sk-SK', colorScheme: 'light' },
];

describe('a public page in a browser', () => {
  it('reads well for everybody: every page and language, light and dark, at 320 pixels', async function () {
    await withBrowser(this, (browser) =>
      onTheSite(async ({ url }) => {
        for (const reader of readers) {
          await reading(browser, reader, async (page) => {
            for (const path of paths) {
              await page.goto(url + path);
              assert.equal(await page.evaluate('document.documentElement.lang'), reader.locale.slice(0, 2));
              assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), grounds[reader.colorScheme]);
              assert.deepEqual(await faults(page), { width: narrowest, violations: [] }, `${reader.locale} ${path}`);
            }
          });
        }
      }),
    );
  });

  it('is red for words too wide, too pale, or a page without a language, shown by planting them', async function () {
    await withBrowser(this, (browser) =>
      onTheSite(({ url }) =>
        reading(browser, { locale: 'en-GB', colorScheme: 'light' }, async (page) => {
          await page.goto(`${url}/terms`);
          await page.evaluate(`document.documentElement.lang = '';
            document.querySelector('h1').style.cssText = 'width: 400px; color: #ccc'`);
          const { width, violations } = await faults(page);
          assert.ok(Number(width) > narrowest);
          assert.deepEqual(
            violations.map(({ id }) => id),
            ['color-contrast', 'html-has-lang'],
          );
        }),
      ),
    );
  });
});

/** A reader's own window; whatever the browser complains about, such as a style that the content policy refuses, is red. */
async function reading(browser: Browser, reader: Reader, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ ...reader, viewport: { width: narrowest, height: 640 } });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await use(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

async function faults(page: Page) {
  await page.evaluate(`${await readFile(axe, 'utf8')};0`);
  const found = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`);
  return { width: await page.evaluate('document.documentElement.scrollWidth'), violations: Violations.parse(found) };
}
