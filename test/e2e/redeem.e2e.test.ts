import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sayIn } from '../../cards/messages/say.ts';
import { runApp, startApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { withBrowser } from '../support/browser.ts';
import { openPlaygroundChat, wordsOf } from '../support/playground.ts';
import type { PlaygroundChat, Shown } from '../support/playground.ts';
import { openPlaygroundPage } from '../support/playground-page.ts';
import { inTempFolder } from '../support/temp-folder.ts';

const say = sayIn('cs');

function partnerOf(app: RunningApp): string {
  assert.ok(app.playgrounds, `no Playgrounds were announced:\n${app.output().out}`);
  return app.playgrounds.partner;
}

/** Keys of one plan from the sample's own file, as a person would copy them. */
async function sampleKeysOf(folder: string, plan: string): Promise<readonly string[]> {
  const lines = (await readFile(join(folder, 'sample', 'keys.csv'), 'utf8')).split(/\r?\n/);
  return lines.flatMap((line) => (line.includes(`,${plan},`) ? [line.split(',')[0] ?? ''] : []));
}

async function redemptionsIn(folder: string): Promise<readonly string[]> {
  const audit = await runApp({ folder, env: { LOCAL_PLAYGROUND: 'off' }, args: ['export', '--audit'] });
  return audit.out.split('\n').filter((line) => line.includes('"product-keys-redeemed"'));
}

/** Clicks a button and looks for words on the card that takes its place. */
async function goesOn(chat: PlaygroundChat, from: Shown, title: string, inputs: Readonly<Record<string, string>>, expected: string): Promise<Shown> {
  const next = await chat.click(from, title, inputs);
  assert.ok(wordsOf(next.card).includes(expected), `"${expected}" does not stand in:\n${wordsOf(next.card)}`);
  return next;
}

async function upToKeysReview(chat: PlaygroundChat, keys: readonly string[]): Promise<Shown> {
  let card = await chat.ask('uplatnit kód');
  card = await goesOn(chat, card, say('redeem.start-now'), { understood: 'true' }, say('redeem.purpose-heading'));
  card = await goesOn(chat, card, say('form.next'), { people: String(keys.length) }, say('redeem.keys-heading'));
  return goesOn(chat, card, say('form.next'), { keys: keys.join('\n') }, say('redeem.keys-review-heading'));
}

async function upToReceipt(chat: PlaygroundChat, review: Shown): Promise<readonly [last: Shown, receipt: Shown]> {
  let card = await goesOn(chat, review, say('redeem.keys-done'), {}, say('redeem.country-heading'));
  card = await goesOn(chat, card, say('form.next'), { country: 'CZ' }, say('redeem.organisation-heading'));
  card = await goesOn(chat, card, say('form.next'), { organisation: 'Žluťoučký kůň & synové', domain: 'zlutoucky-kun.example' }, say('redeem.admin-heading'));
  card = await goesOn(chat, card, say('form.next'), { adminName: 'Alena Malá', adminEmail: 'alena@zlutoucky-kun.example' }, say('redeem.agreement-heading'));
  card = await goesOn(chat, card, say('form.next'), { agreed: 'true' }, say('redeem.review-heading-new'));
  return [card, await goesOn(chat, card, say('redeem.create-account'), {}, say('redeem.receipt-heading-new'))];
}

describe('redeeming product keys in the Playground', function () {
  this.timeout(180_000);

  it('goes on after a crash of the assistant in the middle, and a key counts once however often it is clicked', () =>
    inTempFolder(async (folder) => {
      {
        await using app = await startApp({ folder });
        const chat = await openPlaygroundChat(partnerOf(app));
        await upToKeysReview(chat, (await sampleKeysOf(folder, 'small-business')).slice(0, 2));
        await app.end({ signal: 'SIGKILL', to: 'terminal' });
      }
      {
        await using app = await startApp({ folder });
        const chat = await openPlaygroundChat(partnerOf(app));
        const back = await chat.ask('uplatnit kód');
        const review = await chat.click(back, say('conversation.go-on'));
        const [last, receipt] = await upToReceipt(chat, review);
        const again = await chat.click(last, say('redeem.create-account'));
        assert.deepEqual(again.card, receipt.card);
        await app.end({ signal: 'SIGINT', to: 'terminal' });
      }
      assert.equal((await redemptionsIn(folder)).length, 1);
    }));

  it('is done in the page by somebody who reads Czech, types, chooses and clicks', function () {
    return withBrowser(this, (browser) =>
      inTempFolder(async (folder) => {
        await using app = await startApp({ folder });
        const page = await openPlaygroundPage(browser, partnerOf(app));
        const step = async (button: string, expected: string): Promise<void> => {
          await page.click(button);
          await page.sees(expected);
        };
        await page.sees(say('welcome.heading'));
        await page.say('uplatnit kód');
        await page.sees(say('redeem.acknowledge-heading'));
        await page.picture('redeem-1-acknowledgement');
        await page.check(say('redeem.understood'));
        await step(say('redeem.start-now'), say('redeem.purpose-heading'));
        await page.fill(say('redeem.people'), '2');
        await page.picture('redeem-2-purpose');
        await step(say('form.next'), say('redeem.keys-heading'));
        const keys = (await sampleKeysOf(folder, 'business-premium')).slice(0, 2);
        await page.fill(say('redeem.keys-label'), keys.join('\n'));
        await page.picture('redeem-3-keys');
        await step(say('form.next'), say('redeem.keys-review-heading'));
        await page.picture('redeem-4-keys-review');
        await step(say('redeem.keys-done'), say('redeem.country-heading'));
        await page.choose(say('redeem.country'), say.country('SK'));
        await page.picture('redeem-5-country');
        await step(say('form.next'), say('redeem.organisation-heading'));
        await page.fill(say('redeem.organisation'), 'Ľudová tlačiareň <b>& synovia</b>');
        await page.fill(say('redeem.domain'), 'tlaciaren-synovia.example');
        await step(say('form.next'), say('redeem.admin-heading'));
        await page.fill(say('redeem.admin-name'), 'Želmíra Vŕbová');
        await page.fill(say('redeem.admin-email'), 'zelmira@tlaciaren-synovia.example');
        await page.picture('redeem-6-admin');
        await step(say('form.next'), say('redeem.agreement-heading'));
        await page.check(say('redeem.agreed'));
        await page.picture('redeem-7-agreement');
        await step(say('form.next'), say('redeem.review-heading-new'));
        await page.picture('redeem-8-review');
        await step(say('redeem.create-account'), say('redeem.receipt-heading-new'));
        await page.picture('redeem-9-receipt');
        await page.sees('Ľudová tlačiareň <b>& synovia</b>');
        assert.ok(!(await page.page.content()).includes(keys[0] ?? 'no key'));
        await page.close();
      }),
    );
  });
});
