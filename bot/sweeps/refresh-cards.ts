import { tenantOf } from '../../domain/shared/ids.ts';
import type { Outgoing } from '../../domain/shared/outbox.ts';
import type { Stored } from '../../domain/shared/store.port.ts';
import type { ConversationAddress, RenderedCard } from '../../domain/shared/turn.ts';
import type { OutboxParts } from './outbox-parts.ts';
import type { Item } from './settle.ts';
import { drop, renewed, write } from './settle.ts';
import { tryAgain } from './send-message.ts';
import type { Later } from './tries.ts';
import { longerOf } from './tries.ts';

type OfferChanged = Extract<Outgoing, { readonly topic: 'offer-changed' }>;
type Place = Stored<'offer-card'>;

/** How many people's cards are changed at the same time. */
const atOnce = 8;
const mostAttempts = 5;

/** `Later`: somebody's card could not be changed now. */
type Refreshed = 'done' | Later;

/**
 * Changes every card that shows the offer, in place, each in its reader's language. Repeating it does no harm, so a crash in the middle costs nothing.
 *
 * A card that is gone is forgotten; whoever cannot be reached sees how things stand when they click.
 */
export async function refreshCards(parts: OutboxParts, item: Item, what: OfferChanged): Promise<void> {
  const { offer, only } = what;
  let mine: Item | undefined = item;
  let after: string | undefined;
  let later: Later | undefined;
  do {
    const page = await parts.store.list('cards-of-offer', { key: offer, limit: atOnce, ...(after === undefined ? {} : { after }) });
    const places = page.rows.filter(({ value }) => only === undefined || tenantOf(value.person) === value.partner);
    const refreshed = await Promise.all(places.map((place) => refreshPlaces(parts, place)));
    for (const each of refreshed) if (each !== 'done') later = longerOf(later, each);
    after = page.next;
    if (after !== undefined) mine = await renewed(parts, mine);
  } while (after !== undefined && mine !== undefined);
  if (mine === undefined) return;
  if (later === undefined) await drop(parts, mine);
  else await tryAgain(parts, mine, what, 'en', later);
}

async function refreshPlaces(parts: OutboxParts, place: Place): Promise<Refreshed> {
  const { person, shown } = place.value;
  if (shown.length === 0) return 'done';
  const known = await parts.store.read('address', person);
  if (known === undefined || known.value.unreachable !== undefined) return 'done';
  const language = await parts.speaks(person, known.value.locale);
  const card = await parts.draw(shownIn(place), { person, language });
  return card === undefined ? 'done' : changeAll(parts, place, known.value.address, card);
}

/** What stands there: the news of one customer's answer, or the offer. */
function shownIn({ value: { offer, answerOf } }: Place): Outgoing {
  return answerOf === undefined ? { topic: 'offer-changed', offer } : { topic: 'offer-answered', offer, customer: answerOf };
}

async function changeAll({ notifier, ...parts }: OutboxParts, place: Place, address: ConversationAddress, card: RenderedCard): Promise<Refreshed> {
  const gone: string[] = [];
  let later: Later | undefined;
  for (const activityId of place.value.shown) {
    // a channel that cannot take one card now cannot take the next
    if (later !== undefined) break;
    const changed = await notifier.update(address, activityId, card);
    if (changed.kind === 'not-reachable') gone.push(activityId);
    if (changed.kind === 'later') later = changed;
    if (changed.kind === 'failed') parts.log.error({ offer: place.value.offer, reason: changed.reason }, 'a card of an offer could not be changed');
    parts.onResult({
      topic: 'offer-changed',
      result: resultOf(changed.kind),
      ...('reason' in changed && changed.reason !== undefined ? { reason: changed.reason } : {}),
    });
  }
  if (gone.length > 0) await forget(parts, place, gone);
  return later ?? 'done';
}

function resultOf(kind: 'sent' | 'later' | 'not-reachable' | 'maybe-sent' | 'failed') {
  return kind === 'later' ? 'retried' : kind;
}

/** Cards that are not there any more are not looked for again. */
async function forget(parts: Omit<OutboxParts, 'notifier'>, { id }: Place, gone: readonly string[]): Promise<void> {
  const ref = { kind: 'offer-card', id } as const;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const now = await parts.store.read('offer-card', id);
    if (now === undefined) return;
    const value = { ...now.value, shown: now.value.shown.filter((each) => !gone.includes(each)) };
    if ((await write(parts, { expect: [{ ...ref, version: now.version }], put: [{ ...ref, value }] })) !== 'conflict') return;
  }
}
