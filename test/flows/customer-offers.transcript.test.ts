import assert from 'node:assert/strict';
import { executor } from '../../bot/commands/execute.ts';
import { offerAnswerId } from '../../domain/offers/records.ts';
import { Instant } from '../../domain/shared/dates.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import { petr } from '../support/builders.ts';
import { alena, contosoHere, customerTranscript, customerWorld, sellersBook } from '../support/customer-side.ts';
import type { CustomerWorld } from '../support/customer-side.ts';
import { aDelegationOffer, aLine, aPurchase, aTrial, aTriedSubscription, gdap } from '../support/offers.ts';
import { subscriptionRecord } from '../support/transcript-book.ts';
import { clicks, holds, offers, offersNot, plays, shows } from '../support/transcript.ts';

const plan = 'Microsoft 365 Business Standard';
const at = Instant.parse('2026-03-01T10:00:00.000Z');
const toContoso = { customer: contosoHere.id };
const trialWithDelegation = aTrial({ ...toContoso, content: { kind: 'trial', plan: 'business-standard', delegation: gdap() } });

const answerOf = async ({ store, offer }: CustomerWorld) => (await store.read('offer-answer', offerAnswerId(offer.id, contosoHere.id)))?.value;
const topics = async ({ store }: CustomerWorld) =>
  (await store.list('outbox-by-due', { key: 'all', limit: 50 })).rows.map(({ value }) => value.topic).toSorted();

async function petrWithdraws({ store, clock, offer }: CustomerWorld): Promise<void> {
  const by = { partner: offer.partner, by: petr().person, byName: petr().name };
  const result = await executor({ store, clock })({ type: 'withdraw-offer', commandId: CommandId.parse('withdraw'), ...by, offer: offer.id });
  assert.equal(result.kind, 'done');
}

describe('somebody of a customer, with an offer', () => {
  customerTranscript(
    'opens a purchase offer by its code, changes the count and accepts',
    {},
    (say, { code }) => [
      [
        code,
        shows(
          say('customer-offer.heading-purchase'),
          'Cloudy s.r.o.',
          'Contoso',
          'Dobrý den, posíláme nabídku.',
          say('customer-offer.agree-online-services-agreement'),
        ),
        shows(say('customer-offer.heading-purchase'), '+420 222 333 444', 'obchod@cloudy.cz', 'Dlouhá 1, Praha'),
        holds({ seats0: '5' }),
        offers(say('customer-offer.accept'), say('customer-offer.decline')),
      ],
      [
        clicks(say('customer-offer.accept'), { seats0: '7' }),
        shows(
          say('customer-offer.heading-accepted'),
          say('redeem.plan-times', plan, 7),
          say('customer-offer.book', say.instant(at), 'Karel Contoso'),
          say('customer-offer.at-microsoft'),
          'obchod@cloudy.cz',
        ),
        offersNot(say('customer-offer.accept'), say('customer-offer.decline')),
      ],
    ],
    async (world) => {
      const answer = await answerOf(world);
      assert.deepEqual([answer?.state, answer?.lines, answer?.language], ['accepted', [{ plan: 'business-standard', seats: 7 }], world.say.language]);
      assert.deepEqual(await topics(world), ['offer-answered', 'offer-changed']);
    },
  );

  customerTranscript('opens it by its link, too', {}, (say, { code }) => [
    [`please look: https://assistant.test/o/${code}`, shows(say('customer-offer.heading-purchase'), 'Contoso')],
  ]);

  customerTranscript(
    'is told beside the field that a count is wrong, and what was typed stays',
    { offer: aPurchase({ ...toContoso, lines: [aLine(), aLine({ plan: 'business-basic', seats: 2 })] }) },
    (say, { code }) => [
      [code],
      [
        clicks(say('customer-offer.accept'), { seats0: '301', seats1: '3' }),
        shows(say('customer-offer.heading-purchase'), say('customer-offer.seats-wrong', 300)),
        holds({ seats0: '301', seats1: '3' }),
      ],
      [clicks(say('customer-offer.accept'), { seats0: '1.5' }), shows(say('customer-offer.heading-purchase'), say('customer-offer.seats-wrong', 300))],
      [
        clicks(say('customer-offer.accept'), { seats0: '1', seats1: '' }),
        shows(say('customer-offer.heading-purchase'), say('customer-offer.seats-wrong', 300)),
      ],
      [
        clicks(say('customer-offer.accept'), { seats0: '300', seats1: '1' }),
        shows(say('customer-offer.heading-accepted'), say('redeem.plan-times', plan, 300)),
      ],
    ],
  );

  customerTranscript('accepts a trial with delegated administration', { offer: trialWithDelegation }, (say, { code }) => [
    [
      code,
      shows(
        say('customer-offer.heading-trial'),
        say('customer-offer.trial-terms', 30, 25),
        say('customer-offer.delegation-what'),
        say('role.helpdesk-administrator'),
        say('customer-offer.delegation-any-time'),
        say('customer-offer.delegation-optional'),
      ),
      offers(say('customer-offer.accept-with'), say('customer-offer.accept-without'), say('customer-offer.decline')),
    ],
    [
      clicks(say('customer-offer.accept-with')),
      shows(say('customer-offer.heading-accepted'), say('redeem.plan-times', plan, 25), say('customer-offer.delegation-starts')),
      offers(say('customer-offer.end-delegation')),
    ],
  ]);

  customerTranscript(
    'accepts it without delegated administration',
    { offer: trialWithDelegation },
    (say, { code }) => [
      [code],
      [
        clicks(say('customer-offer.accept-without')),
        shows(say('customer-offer.heading-accepted'), say('customer-offer.left-out')),
        offersNot(say('customer-offer.end-delegation')),
      ],
    ],
    async (world) => assert.deepEqual([(await answerOf(world))?.delegation, (await answerOf(world))?.relationship], ['left-out', undefined]),
  );

  customerTranscript(
    'declines, asked once more before it counts',
    {},
    (say, { code }) => [
      [code],
      [clicks(say('customer-offer.decline')), shows(say('customer-offer.decline-sure-heading'), say('customer-offer.decline-sure'), 'obchod@cloudy.cz')],
      [clicks(say('customer-offer.back')), shows(say('customer-offer.heading-purchase')), offers(say('customer-offer.accept'))],
      [clicks(say('customer-offer.decline'))],
      [
        clicks(say('customer-offer.decline-yes')),
        shows(say('customer-offer.heading-declined'), say('customer-offer.declined', say.instant(at), 'Karel Contoso')),
        offersNot(say('customer-offer.accept')),
      ],
      [code, shows(say('customer-offer.heading-declined'))],
    ],
    async (world) => assert.equal((await answerOf(world))?.state, 'declined'),
  );

  customerTranscript(
    'grants delegated administration and ends it, asked once more before it counts',
    { offer: aDelegationOffer({ customer: contosoHere.id }) },
    (say, { code }) => [
      [
        code,
        shows(say('customer-offer.heading-delegated-admin'), say('customer-offer.delegation-any-time'), 'Cloudy pro Contoso'),
        offers(say('customer-offer.accept')),
      ],
      [clicks(say('customer-offer.accept')), shows(say('customer-offer.heading-accepted'), say('customer-offer.delegation-starts'))],
      [clicks(say('customer-offer.end-delegation')), shows(say('customer-offer.end-sure-heading'), say('customer-offer.end-sure'))],
      [clicks(say('customer-offer.back')), offers(say('customer-offer.end-delegation'))],
      [clicks(say('customer-offer.end-delegation'))],
      [
        clicks(say('customer-offer.end-yes')),
        shows(
          say('customer-offer.heading-accepted'),
          say('customer-offer.delegation-ended', say.instant(at), 'Karel Contoso'),
          say('customer-offer.ended-microsoft'),
        ),
        offersNot(say('customer-offer.end-delegation')),
      ],
    ],
  );
});

describe('one outcome for a customer', () => {
  it('a second click on the same card shows the same receipt, and changes nothing', async () => {
    const world = await customerWorld();
    const card = await world.chat.says(world.code);
    const first = await world.chat.clicksOn(card, 'Accept', { seats0: '7' });
    const second = await world.chat.clicksOn(card, 'Accept', { seats0: '7' });
    assert.deepEqual(second, first);
  });

  it('another count afterwards changes nothing, and who answered hears that their first answer stands', async () => {
    const world = await customerWorld();
    const card = await world.chat.says(world.code);
    await world.chat.clicksOn(card, 'Accept', { seats0: '7' });
    shows('This offer has been accepted', 'Your first answer stands.')(await world.chat.clicksOn(card, 'Accept', { seats0: '9' }));
    assert.deepEqual((await answerOf(world))?.lines, [{ plan: 'business-standard', seats: 7 }]);
  });

  it('of two admins at once the second is told that somebody was quicker', async () => {
    const world = await customerWorld();
    const other = world.chatAs(alena, 'Alena Malá');
    await plays(other, [[world.code]]);
    await plays(world.chat, [[world.code], [clicks('Accept')]]);
    await plays(other, [
      [
        clicks('Accept'),
        shows('This offer has been accepted', 'Somebody of your organisation has answered before you.', 'accepted on 1 March 2026 · Karel Contoso'),
      ],
    ]);
  });

  it('two admins who decide differently leave one answer', async () => {
    const world = await customerWorld();
    const other = world.chatAs(alena, 'Alena Malá');
    await plays(other, [[world.code], [clicks('Decline')]]);
    await plays(world.chat, [[world.code], [clicks('Accept')]]);
    await plays(other, [[clicks('Yes, decline'), shows('This offer has been accepted', 'Somebody of your organisation has answered before you.')]]);
    assert.equal((await answerOf(world))?.state, 'accepted');
  });

  it('a card that was left until the offer was withdrawn tells of the withdrawal', async () => {
    const world = await customerWorld();
    const card = await world.chat.says(world.code);
    await petrWithdraws(world);
    await plays(world.chat, [
      [(chat) => chat.clicksOn(card, 'Accept'), shows('This offer has been withdrawn', 'withdrew it on 1 March 2026', 'obchod@cloudy.cz'), offersNot('Accept')],
    ]);
    assert.equal(await answerOf(world), undefined);
  });

  it('a card that was left until the offer expired tells until when it could be accepted', async () => {
    const world = await customerWorld();
    const card = await world.chat.says(world.code);
    world.clock.setTo('2026-04-01');
    await plays(world.chat, [[(chat) => chat.clicksOn(card, 'Accept'), shows('This offer has expired', 'until 31 March 2026'), offersNot('Accept')]]);
  });

  it('on its last day it can be accepted', async () => {
    const world = await customerWorld({ on: '2026-03-31' });
    await plays(world.chat, [[world.code], [clicks('Accept'), shows('This offer has been accepted')]]);
  });

  it('what was accepted stays when the offer is withdrawn', async () => {
    const world = await customerWorld();
    await plays(world.chat, [[world.code], [clicks('Accept')]]);
    await petrWithdraws(world);
    await plays(world.chat, [[world.code, shows('This offer has been accepted')]]);
  });

  it('a trial that the organisation has had is refused with its reason, and the card stays', async () => {
    const tried = subscriptionRecord(aTriedSubscription({ customer: contosoHere.id }));
    const world = await customerWorld({ offer: aTrial(toContoso), book: sellersBook(tried) });
    await plays(world.chat, [
      [world.code],
      [
        clicks('Accept'),
        shows('A trial invitation for your organisation', `Your organisation has had a trial of this plan already: ${plan}.`),
        offers('Decline'),
      ],
    ]);
    assert.equal(await answerOf(world), undefined);
  });
});
