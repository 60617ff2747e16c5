import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { sayIn } from '../../cards/messages/say.ts';
import type { Say } from '../../cards/messages/say.ts';
import { withBrowser } from '../support/browser.ts';
import { drawCards } from '../support/browser-card.ts';
import type { CardLook } from '../support/teams-look.ts';
import { pseudoSay } from './pseudo-say.ts';
import { situations } from './views.ts';

const axe: typeof Axe = createRequire(import.meta.url)('axe-core');

const Violations = z.array(z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.object({ html: z.string() })) }));

/**
 * What axe calls serious or critical: people with a screen reader or weak eyes could not use it. Each with its first example.
 *
 * One is the library's own: in this version a filtered list that holds a value loses its name (a card cannot give it one), and is left out.
 */
async function barriers(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ content: axe.source });
  const found = await page.evaluate(`axe.run(document.querySelector('main'), { resultTypes: ['violations'] }).then(({ violations }) => violations)`);
  return Violations.parse(found)
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({
      id,
      examples: nodes.map(({ html }) => html).filter((html) => !(id === 'label' && html.includes('ac-choiceSetInput-filtered'))),
    }))
    .filter(({ examples }) => examples.length > 0)
    .map(({ id, examples }) => `${id}, ${String(examples.length)} times: ${examples[0] ?? ''}`);
}

function all(say: Say): Readonly<Record<string, object>> {
  return Object.fromEntries(situations.map(({ card, view, draw }) => [`${card}, ${view}`, draw(say)]));
}

const phone = (theme: CardLook['theme']): CardLook => ({ width: 320, theme });

async function tooWide(browser: Browser, say: Say, look: CardLook): Promise<readonly string[]> {
  const drawn = await drawCards(browser, all(say), look);
  return drawn.tooWide;
}

describe('every card on a phone', function () {
  this.timeout(60_000);

  for (const [name, say, look] of [
    ['English, light', sayIn('en'), phone('light')],
    ['Czech, dark', sayIn('cs'), phone('dark')],
  ] as const) {
    it(`fits, and is open to everybody (${name})`, async function () {
      await withBrowser(this, async (browser) => {
        const drawn = await drawCards(browser, all(say), look);
        assert.deepEqual({ tooWide: drawn.tooWide, barriers: await barriers(drawn.page) }, { tooWide: [], barriers: [] });
      });
    });
  }

  it('fits in Slovak and in a language half as long again', async function () {
    await withBrowser(this, async (browser) => {
      assert.deepEqual(await tooWide(browser, sayIn('sk'), phone('light')), []);
      assert.deepEqual(await tooWide(browser, pseudoSay(), phone('dark')), []);
    });
  });

  it('is found not to fit, or to shut somebody out, when it does', async function () {
    const cutOff = { type: 'TextBlock', text: 'so much '.repeat(100), wrap: false };
    const nameless = { type: 'Input.Text', id: 'domain' };
    const planted = Object.fromEntries(
      [cutOff, nameless].map((element) => [element.type, { type: 'AdaptiveCard', version: '1.5', lang: 'en', body: [element] }]),
    );
    await withBrowser(this, async (browser) => {
      const drawn = await drawCards(browser, planted, phone('light'));
      assert.deepEqual(drawn.tooWide, ['TextBlock']);
      assert.match((await barriers(drawn.page)).join(), /^label, 1 times/);
    });
  });
});
