import assert from 'node:assert/strict';
import { noticeCard } from '../../../bot/conversation/renewals/notice-cards.ts';
import { digestId } from '../../../domain/renewals/records.ts';
import type { Digest } from '../../../domain/renewals/records.ts';
import type { PersonId } from '../../../domain/shared/ids.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import { clockAt, fill } from '../../support/book.ts';
import { aTerm, cloudy, day } from '../../support/builders.ts';
import { alena, contosoHere, karel, sellersBook } from '../../support/customer-side.ts';
import { testSecrets } from '../../support/chat.ts';
import { memoryStore } from '../../support/fakes/memory-store.ts';
import { bookedSubscription, subscriptionRecord } from '../../support/transcript-book.ts';

const say = sayIn('en');
const seven = Array.from({ length: 7 }, (_, index) =>
  bookedSubscription({ id: `s${String(index)}`, customer: contosoHere.id, terms: [aTerm('2025-03-11', { id: `t${String(index)}` })] }),
);
const about = { person: karel, partner: cloudy, day: day('2026-03-03') };
const digest = (count: number, facts: Partial<Digest> = {}): Digest => ({
  ...{ ...about, side: 'customer', more: 0 },
  entries: seven
    .slice(0, count)
    .flatMap(({ id, customer, terms: [term] }) =>
      term === undefined
        ? []
        : [{ kind: 'notice' as const, customer, ending: { kind: 'term' as const, subscription: id, term: term.id }, endsOn: term.endsOn, step: 7 }],
    ),
  ...facts,
});

async function drawn(value: Digest, reader: PersonId = karel, after?: string): Promise<string | undefined> {
  const store = memoryStore();
  await fill(store, [...sellersBook(...seven.map(subscriptionRecord)), { kind: 'digest', id: digestId(about), value }]);
  const parts = { book: store, secrets: testSecrets, links: { offer: () => '' }, now: clockAt('2026-03-03').now(), language: 'en' } as const;
  const card = await noticeCard(parts, { topic: 'digest', digest: digestId(about), ...(after === undefined ? {} : { after }) }, reader);
  return card === undefined ? undefined : JSON.stringify(card);
}

describe('the card of a day to an admin of a customer', () => {
  it('has the three answers when one end is told', async () => {
    const card = await drawn(digest(1));
    for (const words of [say('notice.ask-renew'), say('notice.pay-direct'), say('notice.will-end'), 'Cloudy s.r.o.']) assert.ok(card?.includes(words), words);
  });

  it('opens each of several, five at a time, and goes on', async () => {
    const first = await drawn(digest(7));
    assert.ok(first?.includes(say('notice.of', 1, 5, 7)) === true && first.includes(say('notice.show-more')), first);
    const rest = await drawn(digest(7), karel, '5');
    assert.ok(rest?.includes(say('notice.of', 6, 7, 7)) === true && rest.includes(say('notice.show-first')), rest);
  });

  it('is drawn from the start for a place that is none', async () => {
    assert.equal(await drawn(digest(7), karel, '-1'), await drawn(digest(7)));
    assert.equal(await drawn(digest(7), karel, 'x'), await drawn(digest(7)));
  });

  it('is nobody else’s, not even another admin’s', async () => {
    assert.equal(await drawn(digest(1), alena), undefined);
  });

  it('says nothing when nothing is in it', async () => {
    assert.equal(await drawn(digest(0)), undefined);
  });
});
