import assert from 'node:assert/strict';
import { taskSubjectsOf } from '../../bot/conversation/customers/task-subjects.ts';
import type { HandOff, Subscription } from '../../domain/customers/records.ts';
import { SubscriptionId, TermId } from '../../domain/shared/ids.ts';
import { fill } from '../support/book.ts';
import { aHandOff, aPartnerHandOff, aSubscription, aTerm } from '../support/builders.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { subscriptionRecord } from '../support/transcript-book.ts';

async function about(handOff: HandOff, ...subscriptions: readonly Subscription[]) {
  const store = memoryStore();
  await fill(store, subscriptions.map(subscriptionRecord));
  const { first, more } = await taskSubjectsOf({ book: store }, handOff);
  return { ends: first.map(({ endsOn }) => endsOn), more };
}

const renewed = aTerm('2025-03-11', { renewedBy: TermId.parse('next') });
const next = aTerm('2026-03-11', { id: 'next' });

describe('the subscription a task at Microsoft is about', () => {
  it('ends there as it did before the keys are entered', async () => {
    const subscription = aSubscription({ terms: [renewed, next] });
    assert.deepEqual(await about(aHandOff({ purpose: 'renewal' }), subscription), { ends: [renewed.endsOn], more: 0 });
    const more = aSubscription({ terms: [aTerm('2025-03-11'), aTerm('2026-02-20', { id: 'added' })] });
    assert.deepEqual(await about(aHandOff({ purpose: 'more-users' }), more), { ends: ['2026-03-10'], more: 0 });
  });

  it('is none where the keys are yet to set it up', async () => {
    assert.deepEqual(await about(aHandOff({ purpose: 'new-subscription' }), aSubscription()), { ends: [], more: 0 });
  });

  it('is named three times at most, and the rest counted', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const handOff = aPartnerHandOff({ subscriptions: ids.map((id) => SubscriptionId.parse(id)) });
    assert.deepEqual(await about(handOff, ...ids.map((id) => aSubscription({ id }))), { ends: ['2026-03-10', '2026-03-10', '2026-03-10'], more: 2 });
  });
});
