import assert from 'node:assert/strict';
import { sayIn } from '../../cards/messages/say.ts';
import { plans } from '../../domain/shared/plans.ts';
import { openPlaygroundOf } from '../support/another-playground.ts';
import { withBrowser } from '../support/browser.ts';
import { openPlaygroundChat } from '../support/playground.ts';
import type { PlaygroundChat } from '../support/playground.ts';
import { openPlaygroundPage } from '../support/playground-page.ts';
import type { PlaygroundPage } from '../support/playground-page.ts';
import { asJana, choiceOf, clicksThrough, hides, shows } from '../support/playground-steps.ts';
import { openSampleWorld } from '../support/sample-world.ts';
import type { SampleWorld } from '../support/sample-world.ts';

const say = sayIn('cs');
const task = say('rights.task-subscription-change');
const premium = plans['business-premium'].name;

async function inCzech(chat: PlaygroundChat): Promise<PlaygroundChat> {
  await chat.click(await chat.ask('jazyk'), 'Čeština');
  return chat;
}

/** Contoso grants delegated administration to the partner, so that whoever has the right can act for it. */
async function contosoGrants(world: SampleWorld): Promise<void> {
  await using karel = await inCzech(await openPlaygroundChat(world.customer));
  await asJana(world.partner, async (jana) => {
    const first = await jana.ask('gdap');
    await clicksThrough(jana, first, [
      [say('form.next'), { customer: choiceOf(first, 'customer', 'Contoso') }, say('offer.form-heading')],
      [say('form.next'), { form: 'classic' }, say('offer.message-heading')],
      [say('form.next'), {}, say('offer.review-heading-delegated-admin'), 'Contoso'],
      [say('offer.send'), {}, say('offer.kind-delegated-admin'), say('offers.no-answers')],
    ]);
    const offer = await karel.shown();
    shows(await jana.shown(), say('offers.delivery-sent'));
    shows(await karel.click(offer, say('customer-offer.accept')), say('customer-offer.heading-accepted'));
    shows(await karel.shown(), say('customer-offer.heading-accepted'));
    // The receipt changes in place, and a message comes.
    shows(await jana.shown(), 'Karel Beneš');
    shows(await jana.shown(), 'Karel Beneš');
  });
}

describe('a right that lacks, between two Playgrounds of the partner', function () {
  this.timeout(120_000);
  let world: SampleWorld;
  before(async () => {
    world = await openSampleWorld();
    await contosoGrants(world);
  });
  after(() => world.close());

  it('is asked for by a helpdesk agent, granted by a global admin, and the agent changes a customer’s subscription', async () => {
    await using colleague = await openPlaygroundOf('Petr', world.app.address);
    await using petr = await inCzech(await openPlaygroundChat(colleague.address));
    await asJana(world.partner, async (jana) => {
      const refused = await petr.ask('změnit předplatné');
      shows(refused, say('conversation.not-allowed-heading'), say('eligibility.person-full'));
      hides(refused, 'Contoso');
      shows(await petr.click(refused, say('rights.ask')), say('rights.asked-heading'), task, say('rights.asked', 'Jana Nováková'));

      const request = await jana.shown();
      shows(request, say('rights.request-heading'), 'Petr Svoboda', task, say('rights.limited'), say('rights.full'));
      shows(await jana.click(request, say('rights.grant')), say('rights.granted'), 'Petr Svoboda', task);

      const told = await petr.shown();
      shows(told, say('rights.yes-heading'), task, say('rights.full'), say('rights.decided', 'Jana Nováková'));
      const form = await petr.click(told, say('intent.change-subscription'));
      shows(form, say('change.customer-heading'));
      const which = await petr.click(form, say('form.next'), { customer: choiceOf(form, 'customer', 'Contoso') });
      await clicksThrough(petr, which, [
        [say('form.next'), { subscription: choiceOf(which, 'subscription', premium) }, say('change.what-heading')],
        [say('form.next'), { what: 'seats' }, say('change.seats-heading')],
        [say('form.next'), { seats: '15' }, say('change.review-heading'), 'Contoso', premium, '12', '15'],
        [say('change.confirm'), {}, say('change.receipt-heading'), 'Contoso', say('hand-off.to-do', 'Petr Svoboda')],
      ]);
    });
  });

  it('is refused, asked for, granted and used in the pages of both Playgrounds', function () {
    return withBrowser(this, async (browser) => {
      await using colleague = await openPlaygroundOf('Tomáš', world.app.address);
      const [jana, tomas] = await Promise.all([world.partner, colleague.address].map((address) => openPlaygroundPage(browser, address)));
      assert.ok(jana && tomas);
      await tomas.say('změnit předplatné');
      await looksAt(tomas, 'rights-00-refused', say('conversation.not-allowed-heading'), say('eligibility.person-full'));
      await tomas.click(say('rights.ask'));
      await looksAt(tomas, 'rights-01-asked', say('rights.asked-heading'), task);
      await looksAt(jana, 'rights-02-request', say('rights.request-heading'), 'Tomáš Dvořák', task);
      await jana.click(say('rights.grant'));
      await looksAt(jana, 'rights-03-granted', say('rights.granted'), 'Tomáš Dvořák', task);
      await looksAt(tomas, 'rights-04-told', say('rights.yes-heading'), say('rights.full'));
      await tomas.click(say('intent.change-subscription'));
      await changesSeatsOnPage(tomas);
      for (const page of [jana, tomas]) await page.close();
    });
  });
});

async function changesSeatsOnPage(tomas: PlaygroundPage): Promise<void> {
  await tomas.sees(say('change.customer-heading'));
  await tomas.choose(say('customer.list'), 'Contoso · contoso.cz');
  await tomas.click(say('form.next'));
  await tomas.sees(say('change.subscription-heading'));
  await tomas.choose(say('change.subscription'), premium);
  await looksAt(tomas, 'rights-05-subscription', 'Contoso');
  await tomas.click(say('form.next'));
  await tomas.sees(say('change.what-heading'));
  await tomas.choose(say('change.what'), say('change.what-seats'));
  await tomas.click(say('form.next'));
  await tomas.sees(say('change.seats-heading'));
  await tomas.fill(say('change.seats'), '18');
  await tomas.click(say('form.next'));
  await looksAt(tomas, 'rights-06-review', say('change.review-heading'), 'Contoso');
  await tomas.click(say('change.confirm'));
  await looksAt(tomas, 'rights-07-receipt', say('change.receipt-heading'), 'Contoso', say('hand-off.to-do', 'Tomáš Dvořák'));
}

/** Looks at what came up: the words, a picture for people, and axe. */
async function looksAt(page: PlaygroundPage, picture: string, ...words: readonly string[]): Promise<void> {
  for (const piece of words) await page.newestCard().getByText(piece).first().waitFor();
  await page.picture(picture);
  assert.deepEqual(await page.barriers(), []);
}
