import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { cs } from '../../cards/messages/cs.ts';
import { en } from '../../cards/messages/en.ts';
import { withBrowser } from '../support/browser.ts';
import { karelPerson } from '../support/renewals.ts';
import { inTeamsFrame, publish } from '../support/teams-host.ts';
import type { HostFacts, TeamsHost } from '../support/teams-host.ts';
import { startTestSsoIssuer } from '../support/test-sso-issuer.ts';
import type { TestSsoIssuer } from '../support/test-sso-issuer.ts';
import { onTheRenewalsSite, publicUrl, tokenOf } from './a-renewals-site.ts';
import { axeFaults } from './axe-faults.ts';

const pictures = resolve(import.meta.dirname, '../../.cache/pictures');

interface InTeams extends TeamsHost {
  readonly page: Page;
}
type Facts = Omit<HostFacts, 'tokens'> & { readonly tokens: (issuer: TestSsoIssuer) => Promise<readonly (string | undefined)[]> };

/** The tab in a frame of Teams, whose person has these tokens. */
async function inTeams(browser: Browser, { tokens, ...facts }: Facts, use: (world: InTeams) => Promise<void>): Promise<void> {
  const issuer = await startTestSsoIssuer();
  const context = await browser.newContext({ viewport: { width: 400, height: 900 }, locale: 'de-DE' });
  try {
    await onTheRenewalsSite({ keysUrl: issuer.keysUrl }, async (site) => {
      await publish(context, publicUrl, site.url);
      const page = await context.newPage();
      await use({ ...(await inTeamsFrame(page, `${publicUrl}/tab/renewals`, { ...facts, tokens: await tokens(issuer) })), page });
    });
  } finally {
    await context.close();
    await issuer.close();
  }
}

const jana: Facts['tokens'] = async (issuer) => [await tokenOf(issuer)];

describe('the tab of renewals inside Teams', function () {
  this.timeout(60_000);

  it('signs its reader in and shows their company’s ends, in the language and the theme of Teams, also when that changes', async function () {
    await withBrowser(this, (browser) =>
      inTeams(browser, { tokens: jana, locale: 'cs-cz', theme: 'dark' }, async ({ frame, page, called, changeTheme }) => {
        await frame.getByText('Cloudy s.r.o.').waitFor();
        await frame
          .getByRole('status')
          .filter({ hasText: `${cs['renewals-tab.shown']}: 5` })
          .waitFor();
        assert.ok((await called()).includes('appInitialization.success'));
        assert.equal(await frame.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(31, 31, 31)');
        assert.deepEqual((await axeFaults(frame)).violations, []);
        await page.screenshot({ path: join(pictures, 'renewals-tab-in-teams-dark.png') });
        await changeTheme('contrast');
        await frame.locator('html[data-theme=contrast]').waitFor();
        assert.deepEqual((await axeFaults(frame)).violations, []);
        await page.screenshot({ path: join(pictures, 'renewals-tab-in-teams-contrast.png') });
      }),
    );
  });

  it('leads from each end to the chat with the assistant, with the words already typed', async function () {
    await withBrowser(this, (browser) =>
      inTeams(browser, { tokens: jana }, async ({ frame, called }) => {
        const link = frame.getByRole('link', { name: `${en['renewals-tab.open-chat']}: find contoso.cz` }).first();
        assert.match((await link.getAttribute('href')) ?? '', /^https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=28%3A.*&message=find%20contoso\.cz$/);
        await link.click();
        assert.equal((await called()).at(-1), 'executeDeepLink');
      }),
    );
  });

  const bad: readonly (readonly [string, (issuer: TestSsoIssuer) => Promise<string | undefined>, string])[] = [
    ['Teams gives no token', async () => undefined, en['renewals-tab.sign-in-failed']],
    ['the token is forged', (issuer) => issuer.token({}, 'stranger'), en['renewals-tab.sign-in-failed']],
    ['they are of a customer', (issuer) => tokenOf(issuer, karelPerson), en['renewals-tab.not-partner']],
  ];
  it('shows nothing, and says why, to whom Teams signs in for nobody of a partner', async function () {
    await withBrowser(this, async (browser) => {
      for (const [what, tokenFrom, words] of bad) {
        await inTeams(browser, { tokens: async (issuer) => [await tokenFrom(issuer)] }, async ({ frame }) => {
          await frame.getByText(words).waitFor();
          assert.deepEqual([await frame.locator('#dashboard').isVisible(), await frame.locator('.ends li').count()], [false, 0], what);
        });
      }
    });
  });
});
