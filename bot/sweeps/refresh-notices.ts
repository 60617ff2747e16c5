import type { ShownNotice } from '../../domain/renewals/records.ts';
import type { Outgoing } from '../../domain/shared/outbox.ts';
import type { Stored } from '../../domain/shared/store.port.ts';
import type { OutboxParts } from './outbox-parts.ts';
import { tryAgain } from './send-message.ts';
import type { Item } from './settle.ts';
import { drop, renewed, write } from './settle.ts';
import type { Later } from './tries.ts';
import { longerOf } from './tries.ts';

type SubscriptionChanged = Extract<Outgoing, { readonly topic: 'subscription-changed' }>;
type Place = Stored<'notice-place'>;

/** How many cards are changed at the same time. */
const atOnce = 8;
/** A card that has stood for so long has scrolled away: it is not changed any more. Longer than from the first notice of an end to the last. */
const longestMs = 200 * 86_400_000;

/** `Later`: somebody's card could not be changed now. */
type Refreshed = 'done' | Later;

/**
 * Changes every card that speaks of a subscription, in place, each in its reader's language (mission, row 15). Repeating it does no harm, so a crash
 * in the middle costs nothing.
 *
 * A card that is gone is forgotten; whoever cannot be reached sees how things stand when they click.
 */
export async function refreshNotices(parts: OutboxParts, item: Item, what: SubscriptionChanged): Promise<void> {
  let mine: Item | undefined = item;
  let after: string | undefined;
  let trouble: Later | undefined;
  do {
    const page = await parts.store.list('places-of-subscription', { key: what.subscription, limit: atOnce, ...(after === undefined ? {} : { after }) });
    for (const each of await Promise.all(page.rows.map((place) => refresh(parts, place)))) if (each !== 'done') trouble = longerOf(trouble, each);
    after = page.next;
    if (after !== undefined) mine = await renewed(parts, mine);
  } while (after !== undefined && mine !== undefined);
  if (mine === undefined) return;
  if (trouble === undefined) await drop(parts, mine);
  else await tryAgain(parts, mine, what, 'en', trouble);
}

async function refresh(parts: OutboxParts, place: Place): Promise<Refreshed> {
  const { person, shows, activityId, at } = place.value;
  if (parts.clock.now().getTime() - Date.parse(at) > longestMs) return forget(parts, place);
  const known = await parts.store.read('address', person);
  if (known === undefined || known.value.unreachable !== undefined) return 'done';
  const card = await parts.draw(asOutgoing(shows), { person, language: await parts.speaks(person, known.value.locale) });
  if (card === undefined) return 'done';
  const changed = await parts.notifier.update(known.value.address, activityId, card);
  parts.onResult({
    topic: 'subscription-changed',
    result: changed.kind === 'later' ? 'retried' : changed.kind,
    ...('reason' in changed && changed.reason !== undefined ? { reason: changed.reason } : {}),
  });
  if (changed.kind === 'failed') parts.log.error({ reason: changed.reason }, 'a card of a renewal could not be changed');
  if (changed.kind === 'later') return changed;
  return changed.kind === 'not-reachable' ? forget(parts, place) : 'done';
}

/** A card is drawn in the same way unasked and in its place. */
function asOutgoing(shows: ShownNotice): Outgoing {
  if (shows.kind === 'renewal') return { topic: 'subscription-changed', subscription: shows.subscription, term: shows.term, endsOn: shows.endsOn };
  return { topic: 'digest', digest: shows.digest, ...(shows.after === undefined ? {} : { after: shows.after }) };
}

/** It is not looked for again, unless it shows something else by now. */
async function forget(parts: OutboxParts, { id, version }: Place): Promise<'done'> {
  const ref = { kind: 'notice-place', id } as const;
  await write(parts, { expect: [{ ...ref, version }], remove: [ref] });
  return 'done';
}
