import assert from 'node:assert/strict';
import { sayIn } from '../../cards/messages/say.ts';
import { buttonsOf, wordsOf } from '../support/playground.ts';
import { asJana, beginsToRedeem, choiceOf, clicksThrough, hides, shows, upToKeysReview, upToNewReceipt } from '../support/playground-steps.ts';
import { openSampleWorld } from '../support/sample-world.ts';
import type { SampleWorld } from '../support/sample-world.ts';

const say = sayIn('cs');
const plan = 'Office 365 Small Business';

describe('a partner user in the Playground', function () {
  this.timeout(120_000);
  let world: SampleWorld;
  before(async () => {
    world = await openSampleWorld();
  });
  after(() => world.close());

  it('is welcomed once, however often Teams tells that the app was installed', () =>
    asJana(world.partner, async (jana) => {
      await jana.tell({ action: 'remove' });
      await jana.install();
      shows(await jana.shown(), say('welcome.heading'));
      await jana.install();
      await jana.install();
      await jana.install();
      shows(await jana.ask('ahoj'), say('home.heading'), 'Northwind Partner');
      shows(await jana.ask('nápověda'), say('help.heading'));
    }));

  it('sets up a subscription with three keys for five people on one card, down to nothing left to do at Microsoft', () =>
    asJana(world.partner, async (jana) => {
      const keys = world.keys('small-business', 3);
      const customer = { organisation: 'Zámečnictví Kůň & syn', domain: 'zamecnictvi-kun.example' };
      shows(await jana.ask('ahoj'), 'Northwind Partner', say('home.nothing-to-do'));
      const review = await clicksThrough(jana, await beginsToRedeem(jana), upToKeysReview(say, { purpose: 'new-subscription', people: '5', keys }));
      shows(review, say('redeem.keys-of', 3, 5), plan, say('redeem.too-few', 2));
      const receipt = await clicksThrough(jana, review, upToNewReceipt(say, customer));
      shows(receipt, say('redeem.plan-times', plan, 3), say('redeem.receipt-people', 2), say('hand-off.to-do', 'Jana Nováková'));
      hides(receipt, ...keys);
      shows(await jana.ask('úkoly'), customer.organisation, ...keys.map((key) => key.slice(-5)));

      const confirmed = await jana.click(receipt, say('hand-off.confirm'));
      assert.match(wordsOf(confirmed.card), /U Microsoftu: potvrzeno .+ · Jana Nováková/);
      assert.ok(!buttonsOf(confirmed).includes(say('hand-off.confirm')));
      shows(await jana.ask('úkoly'), say('to-do.none'));
      shows(await jana.click(confirmed, say('redeem.receipt-checklist')), say('checklist.heading'), customer.organisation, say('checklist.partner-of-record'));
    }));

  it('adds a user to a customer of the book; the key that did it is refused from then on', () =>
    asJana(world.partner, async (jana) => {
      const keys = world.keys('small-business', 1);
      const first = await beginsToRedeem(jana);
      const review = await clicksThrough(jana, first, upToKeysReview(say, { purpose: 'more-users', people: '1', keys }));
      const list = await clicksThrough(jana, review, [
        [say('redeem.keys-done'), {}, say('redeem.subscription-heading-more')],
        [say('form.next'), { find: 'peka' }, 'Pekařství U Tří lip'],
      ]);
      hides(list, 'Contoso');
      await clicksThrough(jana, list, [
        [say('form.next'), { subscription: choiceOf(list, 'subscription', 'Pekařství') }, say('redeem.review-heading-more'), say('redeem.plan-times', plan, 1)],
        [say('redeem.add-users'), {}, say('redeem.receipt-heading-more'), 'Pekařství U Tří lip'],
      ]);
      const again = await clicksThrough(jana, await beginsToRedeem(jana), upToKeysReview(say, { purpose: 'more-users', people: '1', keys: [] }).slice(0, 2));
      assert.match(wordsOf((await jana.click(again, say('form.next'), { keys: keys.join('\n') })).card), /byl použit .+ už nelze znovu přijmout/);
    }));

  it('renews two of the five licences of a customer and is told which end', () =>
    asJana(world.partner, async (jana) => {
      const keys = world.keys('small-business', 2);
      const review = await clicksThrough(jana, await beginsToRedeem(jana), upToKeysReview(say, { purpose: 'renewal', people: '2', keys }));
      const list = await clicksThrough(jana, review, [[say('redeem.keys-done'), {}, say('redeem.subscription-heading-renewal'), 'Contoso']]);
      const chosen = { subscription: choiceOf(list, 'subscription', 'Contoso') };
      const receipt = await clicksThrough(jana, list, [
        [say('form.next'), chosen, say('redeem.review-heading-renewal'), say('redeem.renewed-of', 2, 5)],
        [say('redeem.renew'), {}, say('redeem.receipt-heading-renewal'), 'Contoso', say('redeem.plan-times', plan, 2)],
      ]);
      assert.match(wordsOf(receipt.card), /3 licence končí/);
    }));

  it('gets a way on for an edited message, and silence for a reaction', () =>
    asJana(world.partner, async (jana) => {
      await jana.tell({ type: 'messageUpdate', text: 'uplatnit kód' });
      const edited = await jana.shown();
      shows(edited, say('conversation.edited-heading'));
      assert.ok(buttonsOf(edited).length >= 3);
      await jana.tell({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: edited.messageId });
      shows(await jana.ask('ahoj'), say('home.heading'));
      shows(await jana.ask('nápověda'), say('help.heading'));
    }));

  it('is answered briefly in a channel, and with what was asked in the one-to-one chat', () =>
    asJana(world.partner, async (jana) => {
      const there = await jana.askInChannel('zbývající kódy');
      shows(there, say('conversation.group-heading'), say('conversation.group-answered'));
      hides(there, plan, 'Northwind', 'Jana');
      shows(await jana.shown(), say('keys-left.heading'), plan);
    }));

  it('is spoken to in Slovak and in English from the click on, in the middle of a conversation too', () =>
    asJana(world.partner, async (jana) => {
      await beginsToRedeem(jana);
      for (const language of ['sk', 'en'] as const) {
        const voice = sayIn(language);
        const chosen = await jana.click(await jana.ask('jazyk'), voice('language.name'));
        shows(chosen, voice('language.chosen', voice('language.name')));
        shows(await jana.click(chosen, voice('conversation.go-on')), voice('redeem.acknowledge-heading'), voice('redeem.understood'));
        shows(await jana.ask('home'), voice('home.heading'), voice('home.jobs'));
      }
    }));
});
