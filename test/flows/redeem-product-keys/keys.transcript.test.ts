import assert from 'node:assert/strict';
import type { Say } from '../../../cards/messages/say.ts';
import { plans } from '../../../domain/shared/plans.ts';
import { day, jana, rival } from '../../support/builders.ts';
import { textsOf } from '../../support/card-reading.ts';
import { fill } from '../../support/book.ts';
import { cardKey, cardKeys, cloudysBook, endingOf, rivalsBook, stock, stocked, stockedOf, usedKey } from '../../support/transcript-book.ts';
import { upToKeys, upToKeysReview, upToReview } from '../../support/transcript-steps.ts';
import { aChat, clicks, fills, hides, holds, plays, shows, transcript } from '../../support/transcript.ts';
import type { Row } from '../../support/transcript.ts';

const janasBook = { as: jana(), book: cloudysBook(stock(30)) };
/** A key with characters that are easily mistaken for others: B, 8, 0, O, 1, I, 5, S. */
const misread = 'B8CDF-0OHJK-M1INN-PQ5SV-7XCCD';
const used = cardKey(40);
const [small, basic] = [plans['small-business'].name, plans['business-basic'].name];

/** "position 1: B is easily mistaken for 8", in this language. */
const hint = (say: Say, position: number, character: string, ...others: readonly string[]): string =>
  say('redeem.look-alike', position, character, others.join(say('redeem.or')));

describe('keys in the form', () => {
  transcript('are judged one by one: the good ones are taken, the others stand in the field with what is wrong with which', janasBook, (say) => [
    ...upToKeys(say, 'new-subscription', '5'),
    [
      fills({ keys: [cardKey(1), cardKey(2).slice(0, -1), cardKey(3), cardKey(1), `${cardKey(4)}C`, cardKey(5).replace('G', '#')].join('\n') }),
      shows(
        say('redeem.keys-heading'),
        say('redeem.keys-of', 2, 5),
        say('redeem.wrong-length', 1, 24),
        say('redeem.wrong-length', 2, 26),
        say('redeem.strange-character', 3, 4),
        say('redeem.repeated', endingOf(cardKey(1))),
      ),
      holds({ keys: [cardKey(2).slice(0, -1), `${cardKey(4)}C`, cardKey(5).replace('G', '#')].join('\n') }),
      hides(cardKey(1), cardKey(3), cardKey(1).replaceAll('-', '')),
    ],
    [fills({ keys: [cardKey(2), cardKey(4)].join('; ') }), shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 4, 5), say('redeem.too-few', 1))],
  ]);

  transcript('are read out of a list pasted from a mail, with numbers and words beside them', janasBook, (say) => [
    ...upToKeys(say, 'new-subscription', '5'),
    [
      fills({
        keys: `Dobrý den,\n1. ${cardKey(1)}\n2) ${cardKey(2).replaceAll('-', '')}\tzaplaceno\nkód: ${cardKey(3)}, ${cardKey(4)}\n${cardKey(5)} ${cardKey(6).slice(0, 11)}`,
      }),
      shows(say('redeem.keys-heading'), say('redeem.keys-of', 4, 5)),
      holds({ keys: `Dobrý den\nzaplaceno\n${cardKey(5)} ${cardKey(6).slice(0, 11)}` }),
    ],
  ]);

  transcript('of any length and number fit on a card that Teams can show', janasBook, (say) => [
    ...upToKeys(say),
    ...['A1B2C-'.repeat(3000), 'žluťoučký kůň '.repeat(1400), '0O5S1I8B-\n'.repeat(2000)].map((keys): Row => [
      fills({ keys }),
      shows(say('redeem.keys-heading')),
      (card) => assert.ok(Buffer.byteLength(JSON.stringify(card)) < 25_000),
    ]),
  ]);

  transcript('are refused the second time, in one block and in the next, and not counted twice', janasBook, (say) => [
    ...upToKeys(say, 'new-subscription', '2'),
    [
      fills({ keys: `${cardKey(1)}\n${cardKey(1).toLowerCase().replaceAll('-', '')}` }),
      shows(say('redeem.keys-heading'), say('redeem.keys-of', 1, 2), say('redeem.repeated', endingOf(cardKey(1)))),
      holds({ keys: '' }),
    ],
    [fills({ keys: cardKey(1) }), shows(say('redeem.keys-heading'), say('redeem.keys-of', 1, 2), say('redeem.repeated', endingOf(cardKey(1))))],
    [fills({ keys: cardKey(2) }), shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 2, 2))],
  ]);

  transcript(
    'of a second plan are refused by name, with both plans named',
    { as: jana(), book: cloudysBook(stock(2), stockedOf(cardKey(10), 'business-basic')) },
    (say) => [
      ...upToKeys(say, 'new-subscription', '2'),
      [
        fills({ keys: `${cardKey(1)}\n${cardKey(10)}` }),
        shows(say('redeem.keys-heading'), say('redeem.keys-of', 1, 2), say('redeem.second-plan-key', endingOf(cardKey(10)), basic, small)),
      ],
      [fills(), shows(say('redeem.keys-review-heading'), small)],
    ],
  );

  transcript('that were used before are refused for ever, with the day', { as: jana(), book: cloudysBook(usedKey(used, '2026-02-02')) }, (say) => [
    ...upToKeys(say),
    [fills({ keys: used }), shows(say('redeem.keys-heading'), say('redeem.already-used', endingOf(used), day('2026-02-02'))), hides('Contoso', 'Petr')],
  ]);

  transcript('are taken out again', janasBook, (say) => [
    ...upToKeysReview(say, cardKeys(3), 'new-subscription', '3'),
    [clicks(say('redeem.keys-add')), shows(say('redeem.keys-heading'))],
    [
      fills({ remove: [`0-${endingOf(cardKey(1))}`, `2-${endingOf(cardKey(3))}`].join(',') }),
      shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 1, 3)),
      hides(endingOf(cardKey(1))),
    ],
  ]);

  transcript('beyond a hundred stay in the field: none is lost', { as: jana(), book: cloudysBook(stock(102, 1, { plan: 'business-basic' })) }, (say) => [
    ...upToKeys(say, 'new-subscription', '102'),
    [
      fills({ keys: cardKeys(102) }),
      shows(say('redeem.keys-heading'), say('redeem.keys-of', 100, 102), say('redeem.too-many-keys', 100)),
      holds({ keys: `${cardKey(101).replaceAll('-', '')}\n${cardKey(102).replaceAll('-', '')}` }),
    ],
    [fills(), shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 102, 102))],
  ]);

  transcript('for more licences than the plan allows are refused before anything else is asked', janasBook, (say) => [
    ...upToKeys(say, 'new-subscription', '26'),
    [fills({ keys: cardKeys(26) }), shows(say('redeem.keys-heading'), say('redeem.too-many-seats', small, 25, 0, 26))],
    [fills({ remove: `25-${endingOf(cardKey(26))}` }), shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 25, 26), say('redeem.too-few', 1))],
  ]);
});

describe('keys that may have been misread', () => {
  transcript('are pointed at with the position when one is malformed, and left as they were typed', janasBook, (say) => [
    ...upToKeys(say),
    [
      fills({ keys: misread.slice(0, -1) }),
      shows(
        say('redeem.keys-heading'),
        say('redeem.wrong-length', 1, 24),
        ...[hint(say, 1, 'B', '8'), hint(say, 2, '8', 'B'), hint(say, 6, '0', 'O'), hint(say, 7, 'O', '0'), hint(say, 12, '1', 'I', 'L')],
      ),
      holds({ keys: misread.slice(0, -1) }),
    ],
  ]);

  transcript(
    'are pointed at when one is not in stock, and never corrected to one that is',
    { as: jana(), book: cloudysBook(stocked(misread.replace('B8', '8B'))) },
    (say) => [
      ...upToKeys(say),
      [fills({ keys: misread }), shows(say('redeem.cards-heading'), endingOf(misread))],
      [
        fills({ plan: 'small-business' }),
        shows(say('redeem.keys-review-heading'), say('redeem.unverified', 1), hint(say, 1, 'B', '8'), hint(say, 18, '5', 'S')),
        hides(misread, misread.replaceAll('-', '')),
      ],
    ],
  );
});

describe('a key of another partner', () => {
  const theirs = { stock: cardKey(50), used: cardKey(51) };
  const book = cloudysBook(rivalsBook(stocked(theirs.stock, { partner: rival }), usedKey(theirs.used, '2026-02-02', { partner: rival })));

  transcript('gives nothing away: used or waiting in their stock, the words are the same', { as: jana(), book }, (say) => [
    ...upToKeys(say),
    [fills({ keys: theirs.stock }), shows(say('redeem.keys-heading'), say('redeem.not-available', endingOf(theirs.stock)))],
    [fills({ keys: theirs.used }), shows(say('redeem.keys-heading'), say('redeem.not-available', endingOf(theirs.used))), hides('Contoso', 'Rival')],
  ]);

  it('differs from their other one in nothing but its last characters', async () => {
    const { chat, say } = await aChat({ as: jana(), book });
    await plays(chat, upToKeys(say));
    const [waiting, spent] = [await chat.fills({ keys: theirs.stock }), await chat.fills({ keys: theirs.used })].map((card) => JSON.stringify(card));
    assert.equal(waiting?.replaceAll(endingOf(theirs.stock), '…'), spent?.replaceAll(endingOf(theirs.used), '…'));
  });
});

describe('a key that somebody else uses in the meantime', () => {
  it('is refused at the last confirmation, and does not block the others', async () => {
    const { chat, say, store } = await aChat(janasBook);
    await plays(chat, upToReview(say, `${cardKey(1)}\n${cardKey(2)}`, '2'));
    await fill(store, [usedKey(cardKey(1), '2026-03-01')], 'a colleague');
    await plays(chat, [
      [clicks(say('redeem.create-account')), shows(say('redeem.keys-heading'), say('redeem.already-used', endingOf(cardKey(1)), day('2026-03-01')))],
      [fills(), shows(say('redeem.keys-heading'), say('redeem.keys-of', 1, 2), say('redeem.already-used', endingOf(cardKey(1)), day('2026-03-01')))],
      [fills(), shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 1, 2))],
      [clicks(say('redeem.keys-done')), shows(say('redeem.review-heading-new'), say('redeem.plan-times', small, 1))],
      [clicks(say('redeem.create-account')), shows(say('redeem.receipt-heading-new'))],
    ]);
    assert.ok(
      !textsOf(chat.last)
        .join(' ')
        .includes(endingOf(cardKey(1))),
    );
  });
});
