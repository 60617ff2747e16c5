import { subscriptionsIn } from '../../domain/renewals/places.ts';
import type { NoticePlace, ShownNotice } from '../../domain/renewals/records.ts';
import { noticePlaceId } from '../../domain/renewals/records.ts';
import type { Instant } from '../../domain/shared/dates.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import type { PlaceChange, ShownCard } from './keep-shown.ts';

/** What is to be written of a place that shows something of renewals, or did until now; undefined when nothing has changed. */
export async function noticePlaceChange(store: Store, at: Instant, { person, activityId, shows }: ShownCard): Promise<PlaceChange | undefined> {
  const ref = { kind: 'notice-place', id: noticePlaceId(person, activityId) } as const;
  const before = await store.read('notice-place', ref.id);
  const expect = { ...ref, version: before?.version ?? 0 };
  const about = shows === undefined || typeof shows === 'string' ? undefined : await aboutOf(store, shows);
  if (about === undefined) return before === undefined ? undefined : { expect, remove: ref };
  const value: NoticePlace = { ...about, person, activityId, at };
  return isSame(before?.value, value) ? undefined : { expect, put: { ...ref, value } };
}

/** Undefined for what is not in the book. */
async function aboutOf(store: Store, shows: ShownNotice): Promise<Pick<NoticePlace, 'partner' | 'shows' | 'subscriptions'> | undefined> {
  switch (shows.kind) {
    case 'renewal': {
      const found = await store.read('subscription', shows.subscription);
      return found === undefined ? undefined : { partner: found.value.partner, shows, subscriptions: [shows.subscription] };
    }
    case 'digest': {
      const found = await store.read('digest', shows.digest);
      return found === undefined ? undefined : { partner: found.value.partner, shows, subscriptions: subscriptionsIn(found.value) };
    }
  }
}

function isSame(before: NoticePlace | undefined, { shows, subscriptions }: NoticePlace): boolean {
  return before !== undefined && JSON.stringify([before.shows, before.subscriptions]) === JSON.stringify([shows, subscriptions]);
}
