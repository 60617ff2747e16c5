import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { cs } from '../../cards/messages/cs.ts';
import { en } from '../../cards/messages/en.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { sk } from '../../cards/messages/sk.ts';
import type { Language } from '../../domain/shared/language.ts';
import { withBrowser } from '../support/browser.ts';
import { day } from '../support/builders.ts';
import { ending, hostileName, onTheRenewalsSite, subscriptionRecord } from './a-renewals-site.ts';
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

const focused = (page: Page) => page.evaluate('document.activeElement.textContent');
const shown = (page: Page) => page.locator('.ends h4').allTextContents();

describe('the tab of renewals in a browser', function () {
  this.timeout(60_000);

  it('reads well for everybody: three languages, light, dark and forced colours, at 320 pixels; hostile names are words', async function () {
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
            await page.getByText(hostileName.replace('\u202E', '')).waitFor();
            assert.deepEqual(await page.evaluate('[window.pwned, document.querySelectorAll("main b, main img").length]'), [undefined, 0]);
            await page.goto(`${site.url}/tab/renewals?lang=${language}`);
            await page.getByText(catalogues[language]['renewals-tab.closed']).waitFor();
            assert.deepEqual((await axeFaults(page)).violations, []);
          }),
        );
      }
    });
  });

  it('is worked by keyboard alone: choosing, going to a week, opening what was told; each change is said', async function () {
    await withBrowser(this, (browser) =>
      onTheRenewalsSite({}, (site) =>
        reading(browser, { width: 640 }, async ({ page, complaints }) => {
          await opened(page, site);
          const said = page.getByRole('status');
          await said.filter({ hasText: `${en['renewals-tab.shown']}: 5` }).waitFor();
          await page.keyboard.press('Tab');
          assert.equal(await focused(page), en['renewals-tab.skip']);
          const reached = [];
          for (let tabs = 0; tabs < 5; tabs += 1) {
            await page.keyboard.press('Tab');
            reached.push(await page.evaluate('document.activeElement.labels?.[0]?.textContent'));
          }
          assert.deepEqual(
            reached,
            (['weeks', 'status', 'stage', 'plan', 'owner'] as const).map((name) => en[`renewals-tab.${name}`]),
          );
          await page.keyboard.type('Mine');
          await said.filter({ hasText: `${en['renewals-tab.shown']}: 1` }).waitFor();
          assert.deepEqual(await shown(page), ['Northwind']);
          await page.keyboard.press('ArrowUp');
          await said.filter({ hasText: `${en['renewals-tab.shown']}: 5` }).waitFor();
          await page.keyboard.press('Tab');
          assert.equal(await focused(page), sayIn('en').span(day('2026-03-09'), day('2026-03-15')));
          await page.keyboard.press('Enter');
          await page.locator('h3:target').waitFor();
          await page.keyboard.press('Tab');
          assert.equal(await focused(page), `${en['renewal.told']} (1)`);
          await page.keyboard.press('Enter');
          await page.getByText('30 days before the end · our side').first().waitFor();
          assert.deepEqual((await axeFaults(page)).violations, []);
          assert.deepEqual(complaints, []);
        }),
      ),
    );
  });

  it('saves what is shown as a file', async function () {
    await withBrowser(this, (browser) =>
      onTheRenewalsSite({}, (site) =>
        reading(browser, {}, async ({ page, complaints }) => {
          await opened(page, site);
          await page.getByLabel(en['renewals-tab.status']).selectOption('snoozed');
          await page
            .getByRole('status')
            .filter({ hasText: `${en['renewals-tab.shown']}: 1` })
            .waitFor();
          const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: en['renewals-tab.export'] }).click()]);
          assert.equal(download.suggestedFilename(), 'renewals.csv');
          const text = await readFile(await download.path(), 'utf8');
          assert.deepEqual([text.charCodeAt(0), text.includes('northwind.cz'), text.includes('contoso.cz')], [0xfeff, true, false]);
          assert.deepEqual(complaints, []);
        }),
      ),
    );
  });

  it('keeps no ticket in its address, and says how to get another link when that one was used, or the page was open for too long', async function () {
    await withBrowser(this, (browser) =>
      onTheRenewalsSite({}, (site) =>
        reading(browser, {}, async ({ page }) => {
          const link = site.linkFor();
          await page.goto(link);
          await page.locator('.ends li').first().waitFor();
          assert.equal(page.url(), `${site.url}/tab/renewals?lang=en`);
          const other = await page.context().newPage();
          await other.goto(link);
          await other.getByText(en['renewals-tab.closed']).waitFor();
          assert.equal(await other.locator('.ends li').count(), 0);
          assert.equal(await focused(other), en['renewals-tab.closed-heading']);
          site.time.advance(9 * 3_600_000);
          await page.getByLabel(en['renewals-tab.weeks']).selectOption('ended');
          await page.getByText(en['renewals-tab.closed']).waitFor();
          assert.deepEqual([await page.locator('#dashboard').isVisible(), await focused(page)], [false, en['renewals-tab.closed-heading']]);
        }),
      ),
    );
  });

  it('shows 200 ends, and more when asked, and puts the reader at the first of them', async function () {
    const many = Array.from({ length: 230 }, (_, n) => subscriptionRecord(ending('2026-03-20', `many-${String(n).padStart(3, '0')}`)));
    await withBrowser(this, (browser) =>
      onTheRenewalsSite({ more: many }, (site) =>
        reading(browser, { width: 640 }, async ({ page }) => {
          await opened(page, site);
          await page.getByRole('button', { name: en['renewals-tab.more'] }).click();
          await page
            .getByRole('status')
            .filter({ hasText: `${en['renewals-tab.shown']}: 235` })
            .waitFor();
          assert.equal(await page.evaluate('[...document.querySelectorAll(".ends > li")].indexOf(document.activeElement)'), 200);
          assert.equal(await page.getByRole('button', { name: en['renewals-tab.more'] }).isVisible(), false);
        }),
      ),
    );
  });

  it('says so when no answer comes, and goes on when asked again', async function () {
    await withBrowser(this, (browser) =>
      onTheRenewalsSite({}, (site) =>
        reading(browser, {}, async ({ page }) => {
          await opened(page, site);
          await page.route('**/renewals/rows?*', (route) => route.abort());
          await page.getByLabel(en['renewals-tab.owner']).selectOption('mine');
          await page.getByRole('status').filter({ hasText: en['renewals-tab.offline'] }).waitFor();
          await page.unroute('**/renewals/rows?*');
          await page.getByRole('button', { name: en['renewals-tab.try-again'] }).click();
          await page
            .getByRole('status')
            .filter({ hasText: `${en['renewals-tab.shown']}: 1` })
            .waitFor();
          assert.deepEqual(await shown(page), ['Northwind']);
        }),
      ),
    );
  });

  it('shows only the last of several choices, whichever answer comes first', async function () {
    await withBrowser(this, (browser) =>
      onTheRenewalsSite({}, (site) =>
        reading(browser, {}, async ({ page }) => {
          await opened(page, site);
          let letGo: (() => void) | undefined;
          const held = new Promise<void>((resolve) => (letGo = resolve));
          await page.route('**/renewals/rows?*status=let-end*', async (route) => {
            await held;
            await route.continue();
          });
          const late = page.waitForResponse(/status=let-end/);
          await page.getByLabel(en['renewals-tab.status']).selectOption('let-end');
          await page.getByLabel(en['renewals-tab.status']).selectOption('snoozed');
          await page
            .getByRole('status')
            .filter({ hasText: `${en['renewals-tab.shown']}: 1` })
            .waitFor();
          letGo?.();
          await late;
          assert.deepEqual(await shown(page), ['Northwind']);
        }),
      ),
    );
  });
});
