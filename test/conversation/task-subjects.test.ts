import assert from 'node:assert/strict';
import { taskSubjectsOf } from '../../bot/conversation/customers/task-subjects.ts';
import type { HandOff, Subscription } from '../../domain/customers/records.ts';
import { SubscriptionId, TenantId, TermId } from '../../domain/shared/ids.ts';
import { handOffButtons } from '../../cards/hand-off.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { adminCentreOf, partnerCenter } from '../../domain/shared/guides.ts';
import { fill } from '../support/book.ts';
import { aHandOff, aPartnerHandOff, aSubscription, aTerm, contoso } from '../support/builders.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { customerRecord, subscriptionRecord } from '../support/transcript-book.ts';

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

  it('of a password lies in the customer’s own admin centre, where their directory is known', async () => {
    const { id, partner, customer, owner, ownerName, createdAt } = aHandOff();
    const handOff = { ...{ id, partner, customer, owner, ownerName, createdAt }, what: 'new-password', userName: 'Lenka', upn: 'lenka@contoso.cz' } as const;
    const tenant = TenantId.parse('22222222-2222-4222-8222-222222222222');
    const { tenant: _, ...unknown } = contoso();
    for (const [known, address] of [
      [{ ...unknown, tenant }, adminCentreOf(tenant).link],
      [unknown, partnerCenter.link],
    ] as const) {
      const store = memoryStore();
      await fill(store, [customerRecord(known)]);
      const about = await taskSubjectsOf({ book: store }, handOff);
      const [link] = handOffButtons(sayIn('en'), handOff, about);
      assert.equal('url' in link ? link.url : '', address);
    }
  });

  it('is named three times at most, and the rest counted', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const handOff = aPartnerHandOff({ subscriptions: ids.map((id) => SubscriptionId.parse(id)) });
    assert.deepEqual(await about(handOff, ...ids.map((id) => aSubscription({ id }))), { ends: ['2026-03-10', '2026-03-10', '2026-03-10'], more: 2 });
  });
});
