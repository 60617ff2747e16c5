import assert from 'node:assert/strict';
import { sayIn } from '../../cards/messages/say.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import { progressIdOf } from '../../domain/shared/record-ids.ts';
import { jana, petr } from '../support/builders.ts';
import { userRecord } from '../support/book.ts';
import { chatOf } from '../support/chat.ts';
import { bookedContoso } from '../support/transcript-book.ts';
import { aChat, clicks, fills, plays, shows } from '../support/transcript.ts';
import type { Played, Row } from '../support/transcript.ts';
import { bothGrant, contosos } from '../support/two-customers.ts';

/** Jana, who may do everything for customers, too, in a chat of her own. */
const fullJana = { ...jana(), supportedCompanies: 'full' as const };
const book = bothGrant().map((put) => (put.kind === 'partner-user' && put.id === fullJana.person ? userRecord(fullJana) : put));
const en = sayIn('en');

const toSeats = (seats: string): readonly Row[] => [
  ['find contoso'],
  [clicks(en('intent.change-subscription'))],
  [fills()],
  [fills({ what: 'seats' })],
  [fills({ seats }), shows(en('change.review-heading'))],
];

async function colleague(played: Played, rows: readonly Row[]): Promise<void> {
  await plays(chatOf(played, fullJana.person, { locale: 'en', name: fullJana.name }), rows);
}
const seatsOf = async ({ store }: Played): Promise<readonly number[]> =>
  ((await store.read('subscription', contosos().id))?.value.terms ?? []).map(({ seats }) => seats);

describe('a yes to a review that says something else by now', () => {
  for (const [how, yes] of [
    ['clicked', fills()],
    ['typed', 'yes'],
  ] as const)
    it(`is not taken when it is ${how}: the review is shown again with what has changed, and a yes to that counts`, async () => {
      const played = await aChat({ as: petr(), book });
      await plays(played.chat, toSeats('8'));
      await colleague(played, [...toSeats('20'), [fills(), shows(en('change.receipt-heading'))]]);
      await plays(played.chat, [[yes, shows(en('change.review-heading'), en('form.changed-since'), '20')]]);
      assert.deepEqual(await seatsOf(played), [20]);
      await plays(played.chat, [[yes, shows(en('change.receipt-heading'))]]);
      assert.deepEqual(await seatsOf(played), [8]);
    });

  it('does not take back silently what a colleague has entered with the customer', async () => {
    const played = await aChat({ as: petr(), book });
    await plays(played.chat, [
      ['find contoso'],
      [clicks(en('intent.edit-customer'))],
      [fills({ name: 'Contoso Group' }), shows(en('edit-customer.review-heading'))],
    ]);
    const entered = { contactName: 'New Person', contactEmail: 'new@contoso.cz' };
    await colleague(played, [['find contoso'], [clicks(en('intent.edit-customer'))], [fills(entered)], [fills(), shows(en('customers.card-heading'))]]);
    await plays(played.chat, [[fills(), shows(en('edit-customer.review-heading'), en('form.changed-since'), 'new@contoso.cz')]]);
    assert.equal((await played.store.read('customer', bookedContoso().id))?.value.contact?.email, 'new@contoso.cz');
  });

  it('is not one to a day that is over, and is taken on the next card; nothing is said to have changed', async () => {
    const played = await aChat({ as: petr(), book });
    await plays(played.chat, [['edit customer'], [fills({ customer: bookedContoso().id })], [fills({ name: 'Contoso Group' })]]);
    played.clock.setTo('2026-03-02');
    await plays(played.chat, [
      [fills(), shows(en('edit-customer.review-heading')), (card) => assert.ok(!JSON.stringify(card).includes(en('form.changed-since')))],
      [fills(), shows(en('customers.card-heading'), 'Contoso Group')],
    ]);
  });

  it('is told once more when it was this yes itself that changed the book', async () => {
    const played = await aChat({ as: petr(), book });
    await plays(played.chat, toSeats('8'));
    const review = played.chat.last;
    const id = progressIdOf(petr().person, `chat-${petr().person}`);
    const open = (await played.store.read('progress', id))?.value;
    assert.ok(open);
    await plays(played.chat, [[fills(), shows(en('change.receipt-heading'))]]);
    // As after a crash between the change and what is remembered of the conversation.
    const put = [{ kind: 'progress', id, value: open }] as const;
    await played.store.commit({ commandId: CommandId.parse('crash'), expect: [], put, remove: [], events: [], outcome: null });
    await played.chat.clicksOn(review, en('change.confirm'));
    shows(en('change.receipt-heading'))(played.chat.last);
    assert.deepEqual(await seatsOf(played), [8]);
  });

  it('does not take back silently how the company stands since a colleague has entered it', async () => {
    const global = { ...jana(), companyRole: 'global-admin' as const };
    const played = await aChat({ as: petr(), book: bothGrant().map((put) => (put.id === global.person ? userRecord(global) : put)) });
    const toStanding = (partnerId: string): readonly Row[] => [['standing'], [fills()], [fills({ partnerId }), shows(en('standing.review-heading'))]];
    await plays(played.chat, toStanding('7654321'));
    await colleague(played, [...toStanding('1111111'), [fills(), shows(en('standing.receipt-heading'))]]);
    const now = en('form.stands-now', en('standing.partner-id'), '1111111');
    await plays(played.chat, [[fills(), shows(en('standing.review-heading'), en('form.changed-since'), now, '7654321')]]);
    await plays(played.chat, [[fills(), shows(en('standing.receipt-heading'), '7654321')]]);
  });
});
