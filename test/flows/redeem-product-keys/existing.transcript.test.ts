import assert from 'node:assert/strict';
import type { Say } from '../../../cards/messages/say.ts';
import { plans } from '../../../domain/shared/plans.ts';
import { aTerm, day, fabrikam, jana, petr, rival } from '../../support/builders.ts';
import { inputsOf } from '../../support/card-reading.ts';
import { chatOf } from '../../support/chat.ts';
import { bookedContoso, bookedSubscription, cardKey, cardKeys, cloudysBook, customerRecord, stock, subscriptionRecord } from '../../support/transcript-book.ts';
import { upToKeysReview } from '../../support/transcript-steps.ts';
import { aChat, clicks, fills, offers, offersNot, plays, shows, transcript } from '../../support/transcript.ts';
import type { Check, Played } from '../../support/transcript.ts';

const small = plans['small-business'].name;
const contosos = bookedSubscription();
/** Contoso with five licences of Small Business until 2026-03-10, and keys for more. */
const book = cloudysBook(stock(30), customerRecord(bookedContoso()), subscriptionRecord(contosos));
const choice = `${contosos.id}|term`;

const contosoIn = async ({ store }: Played) => (await store.read('subscription', contosos.id))?.value;

/** The subscriptions that are offered to choose from, as their lines. */
function lists(...lines: readonly string[]): Check {
  return (card) =>
    assert.deepEqual(
      inputsOf(card).flatMap(({ id, choices }) => (id === 'subscription' ? choices.map(({ title }) => title) : [])),
      lines,
    );
}

const contosoLine = (say: Say): string => say('redeem.subscription-line', 'Contoso', 5, day('2026-03-10'));

describe('more users in an existing subscription', () => {
  transcript(
    'skips country, organisation, admin and agreement, and gives the new licences a year of their own',
    { as: jana(), book },
    (say) => [
      ...upToKeysReview(say, cardKeys(2), 'more-users', '2'),
      [fills(), shows(say('redeem.subscription-heading-more')), lists(contosoLine(say))],
      [fills(), shows(say('redeem.subscription-heading-more'), say('redeem.subscription-missing'))],
      [fills({ subscription: choice }), shows(say('redeem.review-heading-more'), 'Contoso', say('redeem.from-to', day('2026-03-01'), day('2027-02-28')))],
      [clicks(say('redeem.add-users')), shows(say('redeem.receipt-heading-more'), 'Contoso'), offersNot(say('redeem.receipt-checklist'))],
    ],
    async (played) =>
      assert.deepEqual(
        (await contosoIn(played))?.terms.map(({ seats, endsOn }) => [seats, endsOn]),
        [
          [5, '2026-03-10'],
          [2, '2027-02-28'],
        ],
      ),
  );

  transcript('finds the subscription by the beginning of the name, typed into the field or into the chat', { as: jana(), book }, (say) => [
    ...upToKeysReview(say, cardKey(1), 'more-users'),
    [fills(), lists(contosoLine(say))],
    [fills({ find: 'fab' }), shows(say('redeem.subscription-heading-more'), say('redeem.subscription-filtered')), lists()],
    [fills({ find: 'ČONT' }), lists(contosoLine(say))],
    ['Xylo', shows(say('redeem.subscription-heading-more'), say('redeem.subscription-filtered'))],
    ['contoso', lists(contosoLine(say))],
    [fills({ subscription: choice }), shows(say('redeem.review-heading-more'))],
  ]);

  transcript('says so when the book has no subscription of the plan', { as: jana(), book: cloudysBook(stock(1)) }, (say) => [
    ...upToKeysReview(say, cardKey(1), 'more-users'),
    [fills(), shows(say('redeem.subscription-heading-more'), say('redeem.subscription-none', small)), offers(say('form.back'))],
    [clicks(say('form.back')), shows(say('redeem.keys-review-heading')), offers(say('redeem.change-purpose'))],
  ]);

  transcript('is refused when it would be more than the plan allows, with what there is and what comes', { as: jana(), book }, (say) => [
    ...upToKeysReview(say, cardKeys(21), 'more-users', '21'),
    [fills()],
    [fills({ subscription: choice }), shows(say('redeem.subscription-heading-more'), say('redeem.too-many-seats', small, 25, 5, 21))],
  ]);

  it('lists no subscription of another partner', async () => {
    const theirs = fabrikam({ partner: rival });
    const { chat, say } = await aChat({
      as: jana(),
      book: [...book, customerRecord(theirs), subscriptionRecord(bookedSubscription({ id: 'theirs', partner: rival, customer: theirs.id }))],
    });
    await plays(chat, [
      ...upToKeysReview(say, cardKey(1), 'more-users'),
      [fills(), lists(contosoLine(say))],
      [fills({ subscription: 'theirs|term' }), shows(say('redeem.subscription-heading-more'), say('redeem.subscription-missing'))],
    ]);
  });
});

describe('a renewal', () => {
  transcript(
    'of three of five licences names the two that end, before and after',
    { as: jana(), book },
    (say) => [
      ...upToKeysReview(say, cardKeys(3), 'renewal', '3'),
      [fills(), shows(say('redeem.subscription-heading-renewal')), lists(contosoLine(say))],
      [
        fills({ subscription: choice }),
        shows(
          say('redeem.review-heading-renewal'),
          say('redeem.renewed-of', 3, 5),
          say('redeem.seats-end', 2, day('2026-03-10')),
          say('redeem.from-to', day('2026-03-11'), day('2027-03-10')),
        ),
      ],
      [clicks(say('redeem.renew')), shows(say('redeem.receipt-heading-renewal'), say('redeem.seats-end', 2, day('2026-03-10')))],
    ],
    async (played) =>
      assert.deepEqual(
        (await contosoIn(played))?.terms.map(({ seats, renewedBy }) => [seats, renewedBy !== undefined]),
        [
          [5, true],
          [3, false],
        ],
      ),
  );

  transcript('follows the old end until thirty days after it', { as: jana(), book, on: '2026-04-09' }, (say) => [
    ...upToKeysReview(say, cardKeys(5), 'renewal', '5'),
    [fills()],
    [fills({ subscription: choice }), shows(say('redeem.review-heading-renewal'), say('redeem.from-to', day('2026-03-11'), day('2027-03-10')))],
    [clicks(say('redeem.renew')), shows(say('redeem.receipt-heading-renewal'))],
  ]);

  transcript('starts on the day of use from the thirty-first day on, and says what ended', { as: jana(), book, on: '2026-04-10' }, (say) => [
    ...upToKeysReview(say, cardKeys(3), 'renewal', '3'),
    [fills()],
    [
      fills({ subscription: choice }),
      shows(say('redeem.review-heading-renewal'), say('redeem.from-to', day('2026-04-10'), day('2027-04-09')), say('redeem.seats-ended', 2, day('2026-03-10'))),
    ],
    [clicks(say('redeem.renew')), shows(say('redeem.receipt-heading-renewal'), say('redeem.seats-ended', 2, day('2026-03-10')))],
  ]);

  transcript('is offered on the last day on which the data is kept', { as: jana(), book, on: '2026-07-08' }, (say) => [
    ...upToKeysReview(say, cardKey(1), 'renewal'),
    [fills(), lists(contosoLine(say))],
  ]);
  transcript('is not offered once the data is gone', { as: jana(), book, on: '2026-07-09' }, (say) => [
    ...upToKeysReview(say, cardKey(1), 'renewal'),
    [fills(), shows(say('redeem.subscription-heading-renewal'), say('redeem.subscription-none', small)), lists()],
  ]);

  it('is refused on the day the data is gone, however long the review stood there', async () => {
    const { chat, say, clock } = await aChat({ as: jana(), book, on: '2026-07-08' });
    await plays(chat, [...upToKeysReview(say, cardKey(1), 'renewal'), [fills()], [fills({ subscription: choice })]]);
    clock.setTo('2026-07-09');
    await plays(chat, [
      // The days on yesterday's card are no longer those of a renewal made today: it is shown again before it counts.
      [clicks(say('redeem.renew')), shows(say('redeem.review-heading-renewal'))],
      [clicks(say('redeem.renew')), shows(say('redeem.subscription-heading-renewal'), say('redeem.subscription-over', day('2026-03-10'), day('2026-07-09')))],
    ]);
  });

  it('that a colleague has made in the meantime is said with its end', async () => {
    const played = await aChat({ as: jana(), book });
    const { chat, say } = played;
    const colleague = chatOf(played, petr().person, { name: petr().name });
    for (const [who, key] of [
      [chat, cardKey(1)],
      [colleague, cardKey(2)],
    ] as const) {
      await plays(who, [...upToKeysReview(say, key, 'renewal'), [fills()], [fills({ subscription: choice }), shows(say('redeem.review-heading-renewal'))]]);
    }
    await plays(colleague, [[clicks(say('redeem.renew')), shows(say('redeem.receipt-heading-renewal'))]]);
    await plays(chat, [[clicks(say('redeem.renew')), shows(say('redeem.subscription-heading-renewal'), say('redeem.already-renewed', day('2027-03-10')))]]);
    assert.equal((await contosoIn(played))?.terms.length, 2);
  });

  it('offers each run of licences by itself', async () => {
    const two = bookedSubscription({ terms: [aTerm('2025-03-11'), aTerm('2025-06-01', { id: 'later', seats: 2 })] });
    const { chat, say } = await aChat({ as: jana(), book: [...book.slice(0, -1), subscriptionRecord(two)] });
    await plays(chat, [
      ...upToKeysReview(say, cardKey(1), 'renewal'),
      [fills(), lists(contosoLine(say), say('redeem.subscription-line', 'Contoso', 2, day('2026-05-31')))],
      [fills({ subscription: `${two.id}|later` }), shows(say('redeem.review-heading-renewal'), say('redeem.renewed-of', 1, 2))],
    ]);
  });
});
