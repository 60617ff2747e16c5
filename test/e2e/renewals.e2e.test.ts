import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sayIn } from '../../cards/messages/say.ts';
import { Language } from '../../domain/shared/language.ts';
import { startApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { withBrowser } from '../support/browser.ts';
import { buttonsOf, openPlaygroundChat, wordsOf } from '../support/playground.ts';
import type { PlaygroundChat, Shown } from '../support/playground.ts';
import { openPlaygroundPage } from '../support/playground-page.ts';
import type { PlaygroundPage } from '../support/playground-page.ts';
import { clicksThrough, shows } from '../support/playground-steps.ts';
import { keyCards } from '../support/sample-world.ts';
import { atTen } from '../support/shifted-clock.ts';

const say = sayIn('cs');
const names = { en: 'English', cs: 'Čeština', sk: 'Slovenčina' } as const satisfies Readonly<Record<Language, string>>;

async function inCzech(chat: PlaygroundChat): Promise<PlaygroundChat> {
  await chat.click(await chat.ask('jazyk'), names.cs);
  return chat;
}

/** Partner and customer have written to the assistant, and the partner has turned on the notices to customers after the preview. */
async function theDayBefore(folder: string): Promise<void> {
  await using app = await startApp({ folder, env: { NODE_OPTIONS: atTen(0) } });
  const [jana, karel] = await Promise.all(addressesOf(app).map(async (address) => inCzech(await openPlaygroundChat(address))));
  assert.ok(jana && karel);
  const preview = await jana.ask('upozornění zákazníkům');
  shows(preview, say('customer-notices.heading-on'), say('customer-notices.to-admins', 1), 'Contoso', say('customer-notices.to-owner'));
  shows(await jana.click(preview, say('customer-notices.turn-on')), say('customer-notices.turned-on'));
  await Promise.all([jana.close(), karel.close()]);
  await app.end({ signal: 'SIGINT', to: 'terminal' });
}

/** The first card with these words among what comes by itself: cards that change in place come between. */
async function comes(chat: PlaygroundChat, ...words: readonly string[]): Promise<Shown> {
  for (;;) {
    const shown = await chat.shown();
    if (words.every((piece) => wordsOf(shown.card).includes(piece))) return shown;
  }
}

function addressesOf({ playgrounds }: RunningApp): readonly [string, string] {
  assert.ok(playgrounds);
  return [playgrounds.partner, playgrounds.customer];
}

describe('a renewal, between a partner’s Playground and a customer’s', function () {
  this.timeout(120_000);
  let folder: string;
  let app: RunningApp;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'partner-assistant-'));
    await theDayBefore(folder);
    app = await startApp({ folder, env: { NODE_OPTIONS: atTen(1) } });
  });
  after(async () => {
    await app[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is told to both in the morning, asked for by the customer, made with keys by the partner, and the customer’s card changes', async () => {
    const [jana, karel] = await Promise.all(addressesOf(app).map((address) => openPlaygroundChat(address)));
    assert.ok(jana && karel);
    await Promise.all([jana.ask('ahoj'), karel.ask('ahoj')]);
    await comes(jana, say('digest.heading'), 'Contoso', say('renewal.if-nobody-acts'), say('digest.group-mail'), say('digest.group-keys'));
    const notice = await comes(karel, say('notice.heading', 1), 'Contoso', 'Office 365 Small Business', 'Northwind Partner');

    shows(await karel.click(notice, say('notice.ask-renew')), say('notice.done'), say('notice.answer-renew'));
    const wished = await comes(jana, say('renewal.wished-heading', say('renewal.wish-renew')), 'Contoso', 'Karel Beneš', say('renewal.delivery-sent'));

    const keys = (await keyCards(folder))('small-business', 5);
    await clicksThrough(jana, wished, [
      [say('renewal.with-key'), {}, say('redeem.acknowledge-heading')],
      [say('redeem.start-now'), { understood: 'true' }, say('redeem.keys-heading')],
      [say('form.next'), { keys: keys.join('\n') }, say('redeem.keys-review-heading'), say('redeem.keys-of', 5, 5)],
      [say('redeem.keys-done'), {}, say('redeem.review-heading-renewal'), 'Contoso'],
      [say('redeem.renew'), {}, say('redeem.receipt-heading-renewal'), 'Contoso', say('hand-off.to-do', 'Jana Nováková')],
    ]);
    const changed = await comes(karel, say('notice.heading-own'), 'Jana Nováková');
    assert.equal(changed.messageId, notice.messageId);
    assert.ok(!buttonsOf(changed).includes(say('notice.ask-renew')));
    await Promise.all([jana.close(), karel.close()]);
  });

  it('is read in three languages in the pages of both Playgrounds', function () {
    return withBrowser(this, async (browser) => {
      const [jana, karel] = await Promise.all(addressesOf(app).map((address) => openPlaygroundPage(browser, address)));
      assert.ok(jana && karel);
      for (const language of Language.options) {
        const spoken = sayIn(language);
        for (const page of [jana, karel]) await page.say('language').then(() => page.click(names[language]));
        await jana.say('renewals');
        await looksAt(jana, `renewals-${language}-list`, spoken('renewals.heading'));
        await jana.say('customer notices');
        await looksAt(jana, `renewals-${language}-notices`, spoken('customer-notices.heading-off'));
      }
      for (const page of [jana, karel]) await page.close();
    });
  });
});

/** Looks at what came up: the words, a picture for people, and axe. */
async function looksAt(page: PlaygroundPage, picture: string, ...words: readonly string[]): Promise<void> {
  for (const piece of words) await page.newestCard().getByText(piece).first().waitFor();
  await page.picture(picture);
  assert.deepEqual(await page.barriers(), []);
}
