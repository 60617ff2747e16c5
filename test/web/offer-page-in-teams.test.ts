import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { cs } from '../../cards/messages/cs.ts';
import { en } from '../../cards/messages/en.ts';
import { sk } from '../../cards/messages/sk.ts';
import { withBrowser } from '../support/browser.ts';
import { codeOf } from '../support/fakes/offer-desk.ts';
import { inTeamsFrame, publish } from '../support/teams-host.ts';
import type { HostFacts, TeamsHost } from '../support/teams-host.ts';
import { startTestSsoIssuer } from '../support/test-sso-issuer.ts';
import type { TestSsoIssuer } from '../support/test-sso-issuer.ts';
import { onTheOfferSite, publicUrl } from './an-offer-site.ts';
import type { OfferSite } from './an-offer-site.ts';
import { axeFaults } from './axe-faults.ts';

const pictures = resolve(import.meta.dirname, '../../.cache/pictures');

interface InTeams extends TeamsHost {
  readonly site: OfferSite;
  readonly issuer: TestSsoIssuer;
  readonly page: Page;
}

type Facts = Omit<HostFacts, 'tokens'> & { readonly tokens: (issuer: TestSsoIssuer) => Promise<readonly (string | undefined)[]>; readonly code?: string };

/** The page of an offer in a frame of Teams, whose person has these tokens. */
async function inTeams(browser: Browser, { tokens, code = codeOf(0), ...facts }: Facts, use: (world: InTeams) => Promise<void>): Promise<void> {
  const issuer = await startTestSsoIssuer();
  const context = await browser.newContext({ viewport: { width: 400, height: 900 }, locale: 'de-DE' });
  try {
    await onTheOfferSite({ keysUrl: issuer.keysUrl }, async (site) => {
      await publish(context, publicUrl, site.url);
      const page = await context.newPage();
      const host = await inTeamsFrame(page, `${publicUrl}/o/${code}`, { ...facts, tokens: await tokens(issuer) });
      await use({ ...host, site, issuer, page });
    });
  } finally {
    await context.close();
    await issuer.close();
  }
}

const karel: Facts['tokens'] = async (issuer) => [await issuer.token()];
const accept = (frame: Frame, name: string = en['customer-offer.accept']) => frame.getByRole('button', { name, exact: true });
const said = (frame: Frame) => frame.getByRole('status');

describe('the page of an offer inside Teams', function () {
  this.timeout(60_000);

  it('signs its reader in, shows what is theirs, tells Teams that it is ready, and answers as that person', async function () {
    await withBrowser(this, (browser) =>
      inTeams(browser, { tokens: karel }, async ({ frame, site, called }) => {
        await frame.getByRole('button', { name: en['customer-offer.decline'], exact: true }).waitFor();
        assert.deepEqual(await called(), ['initialize', 'getContext', 'registerHandler', 'appInitialization.success', 'authentication.getAuthToken']);
        assert.equal(await frame.locator('#teams').count(), 0);
        await accept(frame).click();
        await said(frame).filter({ hasText: en['customer-offer.heading-accepted'] }).waitFor();
        const [{ reader } = assert.fail()] = site.desk.clicks;
        assert.ok(reader.kind === 'signed-in' && reader.isDirectoryAdmin && reader.via === 'page');
        assert.equal((await called()).filter((name) => name === 'authentication.getAuthToken').length, 2);
      }),
    );
  });

  it('speaks the language of Teams, not of the browser, and wears its theme, also when that changes', async function () {
    await withBrowser(this, async (browser) => {
      for (const [locale, catalogue] of [
        ['cs-cz', cs],
        ['sk-sk', sk],
        ['en-us', en],
        ['de-de', en],
      ] as const) {
        await inTeams(browser, { tokens: karel, locale, theme: 'dark' }, async ({ frame, changeTheme, page }) => {
          await accept(frame, catalogue['customer-offer.accept']).waitFor();
          const look = () => frame.evaluate('[document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor]');
          assert.deepEqual(await look(), ['dark', 'rgb(31, 31, 31)']);
          assert.deepEqual((await axeFaults(frame)).violations, [], `${locale} dark`);
          await page.screenshot({ path: join(pictures, `offer-page-in-teams-${locale}-dark.png`) });
          await changeTheme('contrast');
          await frame.locator('html[data-theme=contrast]').waitFor();
          assert.deepEqual(await look(), ['contrast', 'rgb(0, 0, 0)']);
          assert.deepEqual((await axeFaults(frame)).violations, [], `${locale} contrast`);
          await page.screenshot({ path: join(pictures, `offer-page-in-teams-${locale}-contrast.png`) });
          await changeTheme('default');
          await frame.locator('html[data-theme=light]').waitFor();
        });
      }
    });
  });

  const bad: readonly (readonly [string, (issuer: TestSsoIssuer) => Promise<string | undefined>])[] = [
    ['Teams gives no token', async () => undefined],
    ['the token is past its end', (issuer) => issuer.token({ exp: 1_700_000_000 })],
    ['the token is for another app', (issuer) => issuer.token({ aud: 'api://evil.example/app' })],
    ['the token is of another directory', (issuer) => issuer.token({ tid: '33333333-3333-4333-8333-333333333333' })],
    ['the token is forged', (issuer) => issuer.token({}, 'stranger')],
  ];
  for (const [what, tokenFrom] of bad) {
    it(`shows the offer as to any visitor, and says so, when ${what}`, async function () {
      await withBrowser(this, (browser) =>
        inTeams(browser, { tokens: async (issuer) => [await tokenFrom(issuer)] }, async ({ frame, site }) => {
          await said(frame).filter({ hasText: en['offer-page.sign-in-failed'] }).waitFor();
          await frame.getByLabel(en['customer-offer.contact-name']).waitFor();
          assert.equal(await frame.getByRole('button', { name: en['customer-offer.decline'], exact: true }).count(), 0);
          assert.ok(site.desk.readers.every(({ kind }) => kind === 'visitor'));
        }),
      );
    });
  }

  it('records nothing, and says why, when Teams signs its person out in between', async function () {
    await withBrowser(this, (browser) =>
      inTeams(browser, { tokens: async (issuer) => [await issuer.token(), undefined] }, async ({ frame, site }) => {
        await accept(frame).click();
        await said(frame).filter({ hasText: en['offer-page.sign-in-failed'] }).waitFor();
        assert.deepEqual(site.desk.clicks, []);
      }),
    );
  });

  it('says that nothing is there, to whom a code opens nothing', async function () {
    await withBrowser(this, (browser) =>
      inTeams(browser, { tokens: karel, code: codeOf(9) }, async ({ frame, called, site }) => {
        await frame.getByText(en['offer-page.not-found']).waitFor();
        await frame.locator('html[data-theme]').waitFor();
        await frame.locator('main', { hasText: en['offer-page.not-found'] }).waitFor();
        assert.ok((await called()).includes('appInitialization.success'));
        assert.deepEqual([site.commits(), site.desk.clicks], [0, []]);
      }),
    );
  });

  it('does not wait for a frame that is not Teams', async function () {
    await withBrowser(this, (browser) =>
      inTeams(browser, { tokens: karel, isSilent: true }, async ({ frame, called }) => {
        await frame.getByLabel(en['customer-offer.contact-name']).waitFor();
        assert.deepEqual(await called(), ['initialize']);
      }),
    );
  });

  it('is shown in no other frame: the content policy names Teams alone', async function () {
    await withBrowser(this, async (browser) => {
      const context = await browser.newContext();
      await onTheOfferSite({}, async (site) => {
        await publish(context, publicUrl, site.url);
        await context.route('https://evil.example/**', (route) =>
          route.fulfill({ contentType: 'text/html', body: `<iframe src="${publicUrl}/o/${codeOf(0)}"></iframe>` }),
        );
        const page = await context.newPage();
        const complaint = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
        await page.goto('https://evil.example/');
        await complaint;
        const framed = page.frames().find((each) => each !== page.mainFrame());
        assert.equal(await framed?.locator('main').count(), 0);
      });
      await context.close();
    });
  });
});
