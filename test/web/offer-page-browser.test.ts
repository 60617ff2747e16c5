import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { cs } from '../../cards/messages/cs.ts';
import { en } from '../../cards/messages/en.ts';
import { sk } from '../../cards/messages/sk.ts';
import { withBrowser } from '../support/browser.ts';
import { codeOf, hostileMessage } from '../support/fakes/offer-desk.ts';
import { onTheOfferSite } from './an-offer-site.ts';
import type { OfferSite } from './an-offer-site.ts';
import { axeFaults } from './axe-faults.ts';

const catalogues = { en, cs, sk } as const;
const pictures = resolve(import.meta.dirname, '../../.cache/pictures');

interface Reader {
  readonly language?: keyof typeof catalogues;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly scripts?: boolean;
}

interface Reading {
  readonly page: Page;
  /** What the browser complained about: a refused style or script, a failed request. */
  readonly complaints: readonly string[];
}

async function reading(browser: Browser, { language = 'en', theme = 'light', width = 320, scripts = true }: Reader, use: (reading: Reading) => Promise<void>) {
  const context = await browser.newContext({ locale: language, colorScheme: theme, viewport: { width, height: 640 }, javaScriptEnabled: scripts });
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

async function opened(page: Page, site: OfferSite, code: string = codeOf(0)): Promise<void> {
  await page.goto(`${site.url}/o/${code}`);
  await page.locator('main button').first().waitFor();
}

async function fillIn(page: Page, seats = '5'): Promise<void> {
  await page.getByLabel(/^Licences/).fill(seats);
  await page.getByLabel(en['customer-offer.organisation-name']).fill('Contoso');
  await page.getByLabel(en['customer-offer.domain']).fill('contoso.cz');
  await page.getByLabel(en['customer-offer.contact-name']).fill('Karel Contoso');
  await page.getByLabel(en['customer-offer.contact-email']).fill('karel@contoso.cz');
  await page.getByLabel(en['customer-offer.contact-phone']).fill('+420 555 777 888');
}

const accept = (page: Page) => page.getByRole('button', { name: en['customer-offer.accept'], exact: true });
const said = (page: Page) => page.getByRole('status');

describe('the page of an offer in a browser', function () {
  this.timeout(60_000);

  it('reads well for everybody: three languages, light and dark, at 320 pixels; answered, and where nothing is', async function () {
    await withBrowser(this, async (browser) => {
      await mkdir(pictures, { recursive: true });
      for (const language of ['en', 'cs', 'sk'] as const) {
        for (const theme of ['light', 'dark'] as const) {
          await onTheOfferSite({ offers: 2 }, (site) =>
            reading(browser, { language, theme }, async ({ page, complaints }) => {
              const seen = async (what: string) => {
                assert.deepEqual(await axeFaults(page), { width: 320, violations: [] }, `${language} ${theme} ${what}`);
                await page.screenshot({ path: join(pictures, `offer-page-${what}-${language}-${theme}.png`), fullPage: true });
              };
              await opened(page, site);
              assert.equal(await page.evaluate('document.documentElement.lang'), language);
              await seen('open');
              await page.getByRole('button', { name: catalogues[language]['customer-offer.accept'], exact: true }).click();
              await page.getByText(catalogues[language]['customer-offer.contact-name-missing']).waitFor();
              await seen('errors');
              assert.deepEqual(complaints, []);
              await page.goto(`${site.url}/o/${codeOf(9)}`);
              await seen('nothing');
            }),
          );
        }
      }
    });
  });

  it('takes an answer with the keyboard alone, says what changed and puts the reader there', async function () {
    await withBrowser(this, (browser) =>
      onTheOfferSite({}, (site) =>
        reading(browser, { width: 640 }, async ({ page, complaints }) => {
          await opened(page, site);
          await fillIn(page);
          await accept(page).focus();
          await page.keyboard.press('Enter');
          await said(page).filter({ hasText: en['customer-offer.heading-waiting'] }).waitFor();
          assert.equal(await page.evaluate('document.activeElement.id'), 'offer');
          assert.deepEqual((await axeFaults(page)).violations, []);
          const [{ verb, data } = assert.fail()] = site.desk.clicks;
          assert.equal(verb, 'accept-offer');
          const { organisation, domain, contactName, contactEmail, contactPhone, seats0 } = Object(data);
          assert.deepEqual(
            [organisation, domain, contactName, contactEmail, contactPhone, String(seats0)],
            ['Contoso', 'contoso.cz', 'Karel Contoso', 'karel@contoso.cz', '+420 555 777 888', '5'],
          );
          assert.deepEqual(complaints, []);
        }),
      ),
    );
  });

  it('says beside the field what is missing, and sends nothing then', async function () {
    await withBrowser(this, (browser) =>
      onTheOfferSite({}, (site) =>
        reading(browser, {}, async ({ page }) => {
          await opened(page, site);
          await accept(page).click();
          await page.getByText(en['customer-offer.contact-name-missing']).waitFor();
          assert.deepEqual(site.desk.clicks, []);
          await fillIn(page, '200');
          await accept(page).click();
          await page.locator('main').getByText('From 1 to 100, please.').waitFor();
          await fillIn(page);
          await accept(page).click();
          await said(page).filter({ hasText: en['customer-offer.heading-waiting'] }).waitFor();
        }),
      ),
    );
  });

  it('lets nobody click twice, says that it takes a moment, and repeats the same answer when the network failed', async function () {
    await withBrowser(this, (browser) =>
      onTheOfferSite({}, (site) =>
        reading(browser, {}, async ({ page }) => {
          await opened(page, site);
          await fillIn(page);
          let goOn: (() => void) | undefined;
          await page.route('**/o/*', async (route) => {
            await new Promise<void>((resolve) => (goOn = resolve));
            await route.fetch();
            await route.abort();
          });
          await accept(page).click();
          await said(page).filter({ hasText: en['offer-page.one-moment'] }).waitFor();
          assert.equal(await accept(page).isDisabled(), true);
          goOn?.();
          await said(page).filter({ hasText: en['offer-page.offline'] }).waitFor();
          assert.equal(await page.getByLabel(en['customer-offer.contact-name']).inputValue(), 'Karel Contoso');
          await page.unroute('**/o/*');
          await accept(page).click();
          await said(page).filter({ hasText: en['customer-offer.heading-waiting'] }).waitFor();
          assert.equal(site.desk.clicks.length, 2);
          assert.equal(new Set(site.desk.clicks.map(({ commandId }) => commandId)).size, 1);
        }),
      ),
    );
  });

  it('says why an answer from a page left open for too long did not count, and shows the offer afresh', async function () {
    await withBrowser(this, (browser) =>
      onTheOfferSite({}, (site) =>
        reading(browser, {}, async ({ page }) => {
          await opened(page, site);
          await fillIn(page);
          site.time.advance(13 * 3_600_000);
          await accept(page).click();
          await said(page).filter({ hasText: en['offer-page.stale'] }).waitFor();
          assert.deepEqual(site.desk.clicks, []);
          await fillIn(page);
          await accept(page).click();
          await said(page).filter({ hasText: en['customer-offer.heading-waiting'] }).waitFor();
        }),
      ),
    );
  });

  it('says so when the offer went away under the reader', async function () {
    await withBrowser(this, (browser) =>
      onTheOfferSite({}, (site) =>
        reading(browser, {}, async ({ page }) => {
          await opened(page, site);
          await fillIn(page);
          site.desk.withdraw(codeOf(0));
          await accept(page).click();
          await said(page).filter({ hasText: en['offer-page.not-found'] }).waitFor();
        }),
      ),
    );
  });

  it('shows hostile words as words', async function () {
    await withBrowser(this, (browser) =>
      onTheOfferSite({}, (site) =>
        reading(browser, { width: 640 }, async ({ page, complaints }) => {
          await opened(page, site);
          await page.getByText(hostileMessage).waitFor();
          assert.deepEqual(await page.evaluate('[window.pwned, document.querySelectorAll("main b, main strong, main img, main a").length]'), [undefined, 0]);
          assert.deepEqual(complaints, []);
        }),
      ),
    );
  });

  it('opens links of the card in another window that knows nothing of this one', async function () {
    await withBrowser(this, (browser) =>
      onTheOfferSite({}, (site) =>
        reading(browser, {}, async ({ page }) => {
          await page
            .context()
            .route('https://www.microsoft.com/**', (route) =>
              route.fulfill({ contentType: 'text/html', body: '<script>document.title = String(opener)</script>' }),
            );
          await opened(page, site);
          const [other] = await Promise.all([
            page.context().waitForEvent('page'),
            page.getByRole('link', { name: en['customer-offer.view-agreement'] }).click(),
          ]);
          await other.waitForLoadState();
          assert.equal(await other.title(), 'null');
        }),
      ),
    );
  });

  it('can be read without scripts', async function () {
    await withBrowser(this, (browser) =>
      onTheOfferSite({}, (site) =>
        reading(browser, { scripts: false }, async ({ page }) => {
          await page.goto(`${site.url}/o/${codeOf(0)}`);
          const text = await page.locator('main').innerText();
          for (const words of ['Cloudy s.r.o.', '+420 555 123 456', en['offer-page.no-script']]) assert.ok(text.includes(words), words);
          await page.screenshot({ path: join(pictures, 'offer-page-no-script.png'), fullPage: true });
        }),
      ),
    );
  });

  it('is red for words too wide or too pale, shown by planting them', async function () {
    await withBrowser(this, (browser) =>
      onTheOfferSite({}, (site) =>
        reading(browser, {}, async ({ page }) => {
          await opened(page, site);
          await page.evaluate(`document.querySelector('h1').style.cssText = 'width: 400px; color: #ccc'`);
          const { width, violations } = await axeFaults(page);
          assert.ok(Number(width) > 320);
          assert.deepEqual(
            violations.map(({ id }) => id),
            ['color-contrast'],
          );
        }),
      ),
    );
  });
});
