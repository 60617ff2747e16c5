import assert from 'node:assert/strict';
import { execute } from '../../cards/actions.ts';
import type { CardAction } from '../../cards/actions.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { renewalPlanId } from '../../domain/renewals/records.ts';
import { SubscriptionId, TermId } from '../../domain/shared/ids.ts';
import { plans } from '../../domain/shared/plans.ts';
import { fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, aTerm, day, eva, fabrikam, instant, jana, petr, rival } from '../support/builders.ts';
import { bookedContoso, bookedSubscription, customerRecord, subscriptionRecord } from '../support/transcript-book.ts';
import { aChat, clicks, hides, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';
import type { Does, Played } from '../support/transcript.ts';

const name = plans['small-business'].name;
const subscription = bookedSubscription();
const endsOn = day('2026-03-10');
const term = TermId.parse('term');
const end = { subscription: subscription.id, term, endsOn };
const people = [partnerRecord(aPartner()), ...[jana(), petr(), eva()].map(userRecord)];
const book = [...people, customerRecord(bookedContoso()), subscriptionRecord(subscription)];
const sold = bookedSubscription({ channel: 'csp', plan: 'business-standard', terms: [aTerm('2025-03-11')] });
const soldBook = [...people, customerRecord(bookedContoso()), subscriptionRecord(sold)];

const planIn = async ({ store }: Pick<Played, 'store'>) => (await store.read('renewal-plan', renewalPlanId(term, endsOn)))?.value;
const termsIn = async ({ store }: Pick<Played, 'store'>) => (await store.read('subscription', subscription.id))?.value.terms ?? [];

/** A button of a card that the person may have had before, or forged. */
const sends =
  (action: CardAction, inputs: Readonly<Record<string, string>> = {}): Does =>
  (chat) =>
    chat.clicksOn({ type: 'AdaptiveCard', actions: [execute('go', action)] }, 'go', inputs);

/** The partner is its partner of record, and so is told of its end. */
const toldBook = [...people, customerRecord({ ...bookedContoso(), partnerOfRecord: 'true' }), subscriptionRecord(subscription)];

const trialBook = [...people, customerRecord(bookedContoso()), subscriptionRecord(bookedSubscription({ channel: 'trial' }))];

describe('what ends this month', () => {
  transcript('is listed with what happens if nobody acts, and each row opens its end', { as: jana(), book }, (say) => [
    [
      'renewals this month',
      shows(
        say('renewals.heading'),
        say('renewals.span', day('2026-03-01'), day('2026-03-31')),
        'Contoso',
        say('renewal.ends', endsOn, 9),
        say('renewal.if-usable', day('2026-04-09'), day('2026-04-10'), day('2026-07-09')),
      ),
      offers(say('renewals.next-month')),
    ],
    [
      clicks(say('customers.open')),
      shows(say('renewal.heading'), 'Contoso', say('renewal.ends', endsOn, 9), say('renewal.if-nobody-acts'), say('renewal.told-nobody')),
      offers(say('renewal.with-key'), say('renewal.direct'), say('renewal.change'), say('renewal.offer'), say('renewal.let-it-end'), say('renewal.snooze')),
    ],
    [clicks(say('renewal.all')), shows(say('renewals.heading'), 'Contoso')],
    [clicks(say('renewals.next-month')), shows(say('renewals.heading'), say('renewals.span', day('2026-04-01'), day('2026-04-30')), say('renewals.none'))],
  ]);

  transcript('shows what has ended and waits behind one button', { as: jana(), book, on: '2026-04-20' }, (say) => [
    ['renewals', shows(say('renewals.heading'), say('renewals.none'), say('renewals.ended-count', 1))],
    [
      clicks(say('renewals.show-ended')),
      shows(say('renewals.ended-heading'), 'Contoso', say('renewal.ended', endsOn, 41), say('renewal.if-disabled', day('2026-07-09'))),
    ],
    [clicks(say('customers.open')), offers(say('renewal.reactivate-key')), offersNot(say('renewal.change'))],
  ]);

  it('stands ten at a time on a card, and the rest on the next', async () => {
    const many = Array.from({ length: 13 }, (_, index) =>
      bookedSubscription({ id: `s${String(index)}`, terms: [aTerm(`2025-03-${String(11 + index)}`, { id: `t${String(index)}` })] }),
    );
    const { chat, say } = await aChat({ as: jana(), book: [...people, customerRecord(bookedContoso()), ...many.map(subscriptionRecord)] });
    await plays(chat, [['renewals', shows(say('renewals.heading'), say('renewals.count', 13))]]);
    assert.equal(JSON.stringify(chat.last).split('"verb":"show-renewal"').length, 1 + 2 * 10);
    await plays(chat, [[clicks(say('to-do.more')), offersNot(say('to-do.more'))]]);
    assert.equal(JSON.stringify(chat.last).split('"verb":"show-renewal"').length, 1 + 2 * 3);
  });
});

describe('a subscription with several terms', () => {
  const [first, mid, lapsed] = [aTerm('2025-03-11', { id: 'first' }), aTerm('2025-05-01', { id: 'mid' }), aTerm('2023-01-01', { id: 'lapsed' })];
  const several = (terms: readonly (typeof mid)[]) => subscriptionRecord(bookedSubscription({ terms: [...terms] }));
  const withTerms = (terms: readonly (typeof mid)[]) => [...people, customerRecord(bookedContoso()), several(terms)];

  transcript('opens the end that a row is about, and from its card the others', { as: jana(), book: withTerms([first, mid]) }, (say) => [
    [
      sends({ verb: 'show-renewal', subscription: subscription.id, term: mid.id }),
      shows(say('renewal.heading'), say('renewal.ends', mid.endsOn, 60), say('renewal.other-ends', 1)),
    ],
    [clicks(say('renewal.let-it-end')), shows(say('renewal.let-end-heading'), say('renewal.ends', mid.endsOn, 60))],
    [clicks(say('renewal.back')), shows(say('renewal.heading'), say('renewal.ends', mid.endsOn, 60))],
    [clicks(say('customers.open')), shows(say('renewal.heading'), say('renewal.ends', first.endsOn, 9), say('renewal.other-ends', 1))],
  ]);

  transcript('shows the one that runs, not one whose data is gone', { as: jana(), book: withTerms([lapsed, first]) }, (say) => [
    [
      sends({ verb: 'show-renewal', subscription: subscription.id }),
      shows(say('renewal.heading'), say('renewal.ends', first.endsOn, 9)),
      offers(say('renewal.let-it-end')),
    ],
  ]);
});

describe('an end', () => {
  transcript(
    'is put off until a day that makes sense, and taken up again',
    { as: jana(), book: toldBook },
    (say) => [
      [sends({ verb: 'show-renewal', subscription: subscription.id }), shows(say('renewal.heading'))],
      [clicks(say('renewal.snooze')), shows(say('renewal.snooze-heading'), 'Contoso', say('renewal.snooze-what'))],
      [
        clicks(say('renewal.snooze-yes'), { until: '2026-03-01' }),
        shows(say('renewal.snooze-heading'), say('renewal.until-wrong', day('2026-03-02'), day('2026-07-08'))),
      ],
      [clicks(say('renewal.snooze-yes'), { until: 'soon' }), shows(say('renewal.snooze-heading'))],
      [
        clicks(say('renewal.snooze-yes'), { until: '2026-03-06' }),
        shows(say('renewal.heading'), say('renewal.done-snoozed', day('2026-03-06')), say('renewal.snoozed', day('2026-03-06')), jana().name),
        offersNot(say('renewal.snooze')),
      ],
      [clicks(say('renewal.go-on')), shows(say('renewal.heading'), say('renewal.done-go-on', day('2026-03-03'))), offers(say('renewal.snooze'))],
    ],
    async (played) => {
      assert.equal((await planIn(played))?.snoozed, undefined);
    },
  );

  it('on the day on which a snooze is over does not say that it is silent, and can be put off again', async () => {
    const { chat, say, store } = await aChat({ as: jana(), book: toldBook, on: '2026-03-06' });
    const snoozed = { until: day('2026-03-06'), at: instant('2026-03-01T10:00:00.000Z'), person: jana().person, name: jana().name };
    const value = { partner: subscription.partner, customer: bookedContoso().id, ...end, snoozed };
    await fill(store, [{ kind: 'renewal-plan', id: renewalPlanId(end.term, end.endsOn), value }], 'before');
    await plays(chat, [
      [sends({ verb: 'show-renewal', subscription: subscription.id }), shows(say('renewal.heading'))],
      [sends({ verb: 'show-renewal', subscription: subscription.id }), offers(say('renewal.snooze'))],
      [sends({ verb: 'show-renewal', subscription: subscription.id }), offersNot(say('renewal.go-on'))],
    ]);
    assert.ok(!JSON.stringify(chat.last).includes(say('renewal.snoozed', day('2026-03-06'))));
  });

  transcript('a trial is not recorded as renewed by a forged button', { as: jana(), book: trialBook }, (say) => [
    [sends({ verb: 'record-renewal', ...end }), shows(say('renewal.trial-heading'), say('renewal.trial-is-bought'))],
    [sends({ verb: 'record-renewal', ...end, sure: true }), shows(say('renewal.trial-heading'), say('renewal.trial-is-bought'))],
  ]);

  transcript('of which the partner is not told is put off, and no day is promised', { as: jana(), book }, (say) => [
    [sends({ verb: 'snooze-renewal', ...end }, { until: '2026-03-06' }), shows(say('renewal.heading'), say('renewal.done-silent'))],
  ]);

  transcript(
    'is let end only with a reason, which stands on the card with who gave it',
    { as: jana(), book: toldBook },
    (say) => [
      [sends({ verb: 'let-renewal-end', ...end }), shows(say('renewal.let-end-heading'), say('renewal.let-end-what'), say('renewal.if-nobody-acts'))],
      [clicks(say('renewal.let-end-yes'), { because: '  ' }), shows(say('renewal.let-end-heading'), say('renewal.because-missing'))],
      [
        clicks(say('renewal.let-end-yes'), { because: 'They close the branch' }),
        shows(say('renewal.heading'), say('renewal.done-let-end'), say('renewal.let-end', 'They close the branch'), jana().name),
      ],
      [clicks(say('renewal.go-on')), shows(say('renewal.heading'), say('renewal.done-go-on', day('2026-03-03')))],
    ],
    async (played) => {
      assert.equal((await planIn(played))?.ending, undefined);
    },
  );

  transcript(
    'that was renewed at Microsoft is recorded once somebody says that they have seen it there',
    { as: jana(), book: soldBook },
    (say) => [
      [sends({ verb: 'show-renewal', subscription: sold.id }), shows(say('renewal.heading')), offers(say('renewal.record'))],
      [
        clicks(say('renewal.record')),
        shows(say('renewal.record-heading'), say('renewal.record-what'), say('renewal.record-new-end', day('2026-03-11'), day('2027-03-10'))),
      ],
      [
        clicks(say('renewal.record-yes')),
        shows(say('renewal.heading'), say('renewal.done-recorded'), say('renewal.renewed-on', day('2026-03-01')), jana().name),
        offersNot(say('renewal.record'), say('renewal.snooze')),
      ],
      // a card that somebody had before
      [
        sends({ verb: 'record-renewal', ...end, sure: true }),
        shows(say('renewal.heading'), say('renewal.done-recorded'), say('renewal.renewed-on', day('2026-03-01'))),
      ],
      [sends({ verb: 'snooze-renewal', ...end }, { until: '2026-03-06' }), shows(say('renewal.heading'), say('renewal.renewed-on', day('2026-03-01')))],
    ],
    async (played) => {
      assert.equal((await termsIn(played)).length, 2);
      assert.equal(await planIn(played), undefined);
    },
  );

  transcript('that was bought with a key is renewed with one, and begins with what it is about', { as: jana(), book }, (say) => [
    [sends({ verb: 'show-renewal', subscription: subscription.id }), shows(say('renewal.heading'))],
    [clicks(say('renewal.with-key')), shows(say('redeem.acknowledge-heading'))],
  ]);

  transcript('of somebody who may only read is shown, and not theirs to decide', { as: eva(), book }, (say) => [
    [sends({ verb: 'show-renewal', subscription: subscription.id }), shows(say('renewal.heading'), 'Contoso')],
    [clicks(say('renewal.snooze')), shows(say('renewal.heading'), say('eligibility.person-limited')), offers(say('rights.ask'))],
  ]);
});

describe('a forged or old button about a renewal', () => {
  const theirs = bookedSubscription({ id: 'theirs', partner: rival, customer: fabrikam().id });
  const forged: readonly CardAction[] = [
    { verb: 'show-renewal', subscription: theirs.id },
    { verb: 'snooze-renewal', subscription: theirs.id, term, endsOn },
    { verb: 'let-renewal-end', subscription: theirs.id, term, endsOn, sure: true },
    { verb: 'record-renewal', subscription: theirs.id, term, endsOn, sure: true },
    { verb: 'go-on-with-renewal', subscription: theirs.id, term, endsOn },
    { verb: 'show-renewal', subscription: SubscriptionId.parse('nothing') },
  ];
  for (const action of forged) {
    it(`of another partner shows nothing: ${action.verb}`, async () => {
      const { chat, say, store } = await aChat({ as: petr(), book: [...book, customerRecord(fabrikam({ partner: rival })), subscriptionRecord(theirs)] });
      await plays(chat, [
        [sends(action, { until: '2026-03-06', because: 'because' }), shows(say('renewal.heading'), say('renewal.not-found')), hides('Fabrikam')],
      ]);
      assert.deepEqual((await store.list('snoozed-of-partner', { key: rival, limit: 5 })).rows, []);
    });
  }

  it('of an end that has moved changes nothing, and shows how it stands now', async () => {
    const { chat, store } = await aChat({ as: petr(), book });
    const say = sayIn('en');
    const moved = { ...end, endsOn: day('2026-06-30') };
    for (const action of [
      { verb: 'snooze-renewal', ...moved },
      { verb: 'let-renewal-end', ...moved, sure: true },
      { verb: 'go-on-with-renewal', ...moved },
    ] as const)
      await plays(chat, [[sends(action, { until: '2026-03-06', because: 'because' }), shows(say('renewal.heading'), say('renewal.end-changed'), name)]]);
    assert.equal(await planIn({ store }), undefined);
  });
});
