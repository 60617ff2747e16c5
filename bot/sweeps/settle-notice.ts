import { noticePlaceId } from '../../domain/renewals/records.ts';
import type { NoticePlace } from '../../domain/renewals/records.ts';
import { instantOf } from '../../domain/shared/dates.ts';
import type { Outgoing } from '../../domain/shared/outbox.ts';
import type { Delivered } from '../../domain/shared/ports.ts';
import type { Put, Ref } from '../../domain/shared/store.port.ts';
import type { OutboxParts } from './outbox-parts.ts';
import type { Item } from './settle.ts';

interface Told {
  readonly put: readonly Put[];
  readonly remove: readonly Ref[];
}

/**
 * What a message about renewals leaves behind: where its card stands, to change in place, and that a change was told. One that has not arrived
 * is told with the next digest.
 */
export async function toldNotice({ store, clock }: OutboxParts, { value: { partner, recipient } }: Item, what: Outgoing, ended: Delivered): Promise<Told> {
  if (what.topic !== 'change-told' && what.topic !== 'renewal-wished') return { put: [], remove: [] };
  const hasArrived = ended.kind === 'sent' || ended.kind === 'maybe-sent';
  const remove = what.topic === 'change-told' && hasArrived ? [{ kind: 'news', id: what.news } as const] : [];
  const plan = what.topic === 'renewal-wished' ? (await store.read('renewal-plan', what.plan))?.value : undefined;
  if (ended.kind !== 'sent' || ended.activityId === '' || plan === undefined) return { put: [], remove };
  const { activityId } = ended;
  const { subscription, term, endsOn } = plan;
  const value: NoticePlace = {
    partner,
    person: recipient,
    activityId,
    shows: { kind: 'renewal', subscription, term, endsOn },
    subscriptions: [subscription],
    at: instantOf(clock.now()),
  };
  return { put: [{ kind: 'notice-place', id: noticePlaceId(recipient, activityId), value }], remove };
}
