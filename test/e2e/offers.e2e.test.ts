import assert from 'node:assert/strict';
import { sayIn } from '../../cards/messages/say.ts';
import { withBrowser } from '../support/browser.ts';
import { buttonsOf, openPlaygroundChat } from '../support/playground.ts';
import type { PlaygroundChat, Shown } from '../support/playground.ts';
import { openPlaygroundPage } from '../support/playground-page.ts';
import type { PlaygroundPage } from '../support/playground-page.ts';
import { asJana, choiceOf, clicksThrough, hides, shows } from '../support/playground-steps.ts';
import { openSampleWorld } from '../support/sample-world.ts';
import type { SampleWorld } from '../support/sample-world.ts';

const say = sayIn('cs');
const plan = 'Microsoft 365 Business Standard';
const partner = ['Northwind Partner', '+420 555 010 010', 'info@northwind-partner.example'] as const;
const tenLicences = { plan: 'business-standard', seats: '10', term: 'P1Y', billing: 'yearly', amount: '1 234,50', currency: 'CZK' };

/** From the first word to the receipt: ten licences for Contoso. */
async function sendsOffer(jana: PlaygroundChat, message: string): Promise<Shown> {
  await jana.ask('stop');
  const first = await jana.ask('purchase offer');
  const again = say('conversation.start-again');
  const form = buttonsOf(first).includes(again) ? await jana.click(first, again) : first;
  shows(form, say('offer.customer-heading-purchase'));
  return clicksThrough(jana, form, [
    [say('form.next'), { customer: choiceOf(form, 'customer', 'Contoso') }, say('offer.lines-heading')],
    [say('form.next'), tenLicences, say('offer.lines-review-heading'), plan],
    [say('offer.lines-done'), {}, say('offer.terms-heading')],
    [say('form.next'), { delegation: 'none' }, say('offer.message-heading')],
    [say('form.next'), { message }, say('offer.review-heading-purchase'), 'Contoso', message, ...partner],
    [say('offer.send'), {}, say('offer.kind-purchase'), 'Contoso', say('offers.no-answers')],
  ]);
}

/** The next so many things that come into a chat by themselves, in whatever order. */
async function coming(chat: PlaygroundChat, count: number): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  while (shown.length < count) shown.push(await chat.shown());
  return shown;
}

describe('a purchase offer between two Playgrounds', function () {
  this.timeout(120_000);
  let world: SampleWorld;
  before(async () => {
    world = await openSampleWorld();
  });
  after(() => world.close());

  async function asKarel(work: (karel: PlaygroundChat) => Promise<void>): Promise<void> {
    await using karel = await openPlaygroundChat(world.customer);
    await karel.click(await karel.ask('jazyk'), 'Čeština');
    await work(karel);
  }

  it('arrives at the customer by itself, is accepted there with another count, and both cards change', () =>
    asKarel((karel) =>
      asJana(world.partner, async (jana) => {
        const receipt = await sendsOffer(jana, 'Dobrý den, <b>posíláme</b> nabídku.');
        const offer = await karel.shown();
        shows(offer, say('customer-offer.heading-purchase'), plan, 'Dobrý den, <b>posíláme</b> nabídku.', '1 234,50', ...partner);
        const arrived = await jana.shown();
        assert.equal(arrived.messageId, receipt.messageId);
        shows(arrived, say('offers.delivery-sent'));

        const accepted = await karel.click(offer, say('customer-offer.accept'), { seats0: '7' });
        shows(accepted, say('customer-offer.heading-accepted'), 'Karel Beneš', say('customer-offer.at-microsoft'), ...partner);
        const news = await coming(jana, 2);
        const inPlace = news.find(({ messageId }) => messageId === receipt.messageId);
        const message = news.find(({ messageId }) => messageId !== receipt.messageId);
        assert.ok(inPlace && message);
        shows(inPlace, say('offers.accepted'), 'Karel Beneš', say('offers.seats', plan, 7));
        shows(message, say('offers.accepted-heading'), 'Contoso', 'Karel Beneš', say('offers.seats', plan, 7));
        const standing = await karel.shown();
        assert.equal(standing.messageId, offer.messageId);
        shows(standing, say('customer-offer.heading-accepted'));

        shows(await karel.click(offer, say('customer-offer.accept'), { seats0: '9' }), say('customer-offer.heading-accepted'));
        shows(await jana.ask('nabídky'), 'Contoso', say('offers.accepted'));
      }),
    ));

  it('that is withdrawn changes in the customer’s chat, and cannot be accepted from a card that was held back', () =>
    asKarel((karel) =>
      asJana(world.partner, async (jana) => {
        const receipt = await sendsOffer(jana, 'Ještě jednou.');
        const offer = await karel.shown();
        const arrived = await jana.shown();
        assert.equal(arrived.messageId, receipt.messageId);
        const sure = await jana.click(arrived, say('offers.withdraw'));
        shows(sure, say('offers.withdraw-heading'));
        await jana.click(sure, say('offers.withdraw-yes'));
        const withdrawn = await karel.shown();
        assert.equal(withdrawn.messageId, offer.messageId);
        shows(withdrawn, say('customer-offer.heading-withdrawn'), ...partner);
        assert.ok(!buttonsOf(withdrawn).includes(say('customer-offer.accept')));
        const late = await karel.click(offer, say('customer-offer.accept'));
        shows(late, say('customer-offer.heading-withdrawn'));
        hides(late, say('customer-offer.heading-accepted'));
      }),
    ));

  it('is sent, accepted and seen in the pages of both Playgrounds', function () {
    return withBrowser(this, async (browser) => {
      const jana = await openPlaygroundPage(browser, world.partner);
      const karel = await openPlaygroundPage(browser, world.customer);
      for (const page of [jana, karel]) {
        await page.say('jazyk');
        await page.click('Čeština');
        await page.sees(say('language.chosen', 'Čeština'));
      }
      await sendsOnPage(jana);
      await looksAt(karel, 'offer-03-customer', say('customer-offer.heading-purchase'), plan, ...partner);
      await looksAt(jana, 'offer-04-sent', say('offers.delivery-sent'));
      await karel.click(say('customer-offer.accept'));
      await looksAt(karel, 'offer-05-customer-accepted', say('customer-offer.heading-accepted'), say('customer-offer.at-microsoft'));
      await jana.sees(say('offers.accepted-heading'));
      await looksAt(jana, 'offer-06-partner-told', 'Contoso', 'Karel Beneš');
      await jana.page.locator('.ac-adaptiveCard').nth(-2).getByText('Karel Beneš').first().waitFor();
      for (const page of [jana, karel]) await page.close();
    });
  });
});

/** Looks at what came up: the words, a picture for people, and axe. */
async function looksAt(page: PlaygroundPage, picture: string, ...words: readonly string[]): Promise<void> {
  for (const piece of words) await page.newestCard().getByText(piece).first().waitFor();
  await page.picture(picture);
  assert.deepEqual((await page.barriers()).filter(isOurs), []);
}

/** The Playground names what a button opens by its id on the card, which is no id on the page. */
function isOurs(barrier: string): boolean {
  return !/^aria-valid-attr-value: .* aria-controls="mail"/.test(barrier);
}

async function sendsOnPage(jana: PlaygroundPage): Promise<void> {
  await jana.say('purchase offer');
  await jana.sees(say('offer.customer-heading-purchase'));
  await jana.choose(say('customer.list'), 'Contoso · contoso.cz');
  await looksAt(jana, 'offer-00-customer');
  await jana.click(say('form.next'));
  await jana.sees(say('offer.lines-heading'));
  await jana.choose(say('offer.plan'), plan);
  await jana.fill(say('offer.seats'), '10');
  await looksAt(jana, 'offer-01-lines');
  await jana.click(say('form.next'));
  await jana.sees(say('offer.lines-review-heading'));
  await jana.click(say('offer.lines-done'));
  await jana.sees(say('offer.terms-heading'));
  await jana.click(say('form.next'));
  await jana.sees(say('offer.message-heading'));
  await jana.click(say('form.next'));
  await looksAt(jana, 'offer-02-review', say('offer.review-heading-purchase'), ...partner);
  await jana.click(say('offer.send'));
  await jana.sees(say('offers.no-answers'));
}
