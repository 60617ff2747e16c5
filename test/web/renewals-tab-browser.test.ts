import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { cs } from '../../cards/messages/cs.ts';
import { en } from '../../cards/messages/en.ts';
import { sk } from '../../cards/messages/sk.ts';
import type { Language } from '../../domain/shared/language.ts';
import { withBrowser } from '../support/browser.ts';
import { onTheRenewalsSite } from './a-renewals-site.ts';
import type { RenewalsSite } from './a-renewals-site.ts';
import { axeFaults } from './axe-faults.ts';

const catalogues = { en, cs, sk } as const;
const pictures = resolve(import.meta.dirname, '../../.cache/pictures');

interface Reader {
  readonly theme?: 'light' | 'dark';
  readonly contrast?: boolean;
  readonly width?: number;
}
interface Reading {
  readonly page: Page;
  /** What the browser complained about: a refused style or script, a failed request. */
  readonly complaints: readonly string[];
}

async function reading(browser: Browser, { theme = 'light', contrast = false, width = 320 }: Reader, use: (reading: Reading) => Promise<void>): Promise<void> {
  const forcedColors = contrast ? 'active' : 'none';
  const context = await browser.newContext({ locale: 'en', colorScheme: theme, forcedColors, viewport: { width, height: 640 }, acceptDownloads: true });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await use({ page, complaints });
  } finally {
    await context.close();
  }
}

async function opened(page: Page, site: RenewalsSite, language: Language = 'en'): Promise<void> {
  await page.goto(site.linkFor(undefined, language));
  await page.locator('.ends li').first().waitFor();
}

const shown = (page: Page) => page.locator('.ends h4').allTextContents();

describe('the tab of renewals in a browser', function () {
  this.timeout(60_000);

  it('reads well for everybody: three languages, light, dark and forced colours, at 320 pixels', async function () {
    await withBrowser(this, async (browser) => {
      await mkdir(pictures, { recursive: true });
      for (const [language, look] of [
        ['en', { theme: 'light' }],
        ['cs', { theme: 'dark' }],
        ['sk', { theme: 'light', contrast: true }],
        ['en', { theme: 'light', width: 1000 }],
      ] as const) {
        await onTheRenewalsSite({}, (site) =>
          reading(browser, look, async ({ page, complaints }) => {
            await opened(page, site, language);
            assert.equal(await page.evaluate('document.documentElement.lang'), language);
            const { width, violations } = await axeFaults(page);
            const name = `renewals-tab-${language}-${Object.values(look).join('-')}`;
            await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
            assert.deepEqual(violations, [], name);
            assert.equal(width, 'width' in look ? look.width : 320);
            assert.deepEqual(complaints, []);
            await page.getByText(catalogues[language]['renewals-tab.timeline-what']).waitFor();
            await page.goto(`${site.url}/tab/renewals?lang=${language}`);
            await page.getByText(catalogues[language]['renewals-tab.closed']).waitFor();
            assert.deepEqual((await axeFaults(page)).violations, []);
          }),
        );
      }
    });
  });
});
