import { offerAnswerId } from '../../domain/offers/records.ts';
import { tenantOf } from '../../domain/shared/ids.ts';
import type { OfferId, TenantId } from '../../domain/shared/ids.ts';
import type { Outgoing } from '../../domain/shared/outbox.ts';
import type { Page, Reader, Slice, Stored } from '../../domain/shared/store.port.ts';
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
 * Changes the cards that the offer's change may concern, in place, each in its reader's language. Repeating it does no harm, so a crash in the
 * middle costs nothing.
 *
 * A card that is gone is forgotten; whoever cannot be reached sees how things stand when they click.
 *
 * @param leavesPartners a change that waits behind this one changes the partner's cards of the offer anyway.
 */
export async function refreshCards(parts: OutboxParts, item: Item, what: OfferChanged, leavesPartners: boolean): Promise<void> {
  let mine: Item | undefined = item;
  let later: Later | undefined;
  for await (const places of concerned(parts.store, item.value.partner, what, leavesPartners)) {
    const refreshed = await Promise.all(places.map((place) => refreshPlaces(parts, place)));
    for (const each of refreshed) if (each !== 'done') later = longerOf(later, each);
    mine = await renewed(parts, mine);
    if (mine === undefined) return;
  }
  if (later === undefined) await drop(parts, mine);
  else await tryAgain(parts, mine, what, 'en', later);
}

/** Some of the cards of one list. */
interface Cards {
  readonly query: 'cards-of-offer' | 'cards-of-answer';
  readonly slice: Pick<Slice, 'key' | 'from' | 'upTo'>;
}

/** The cards to change, a few at a time. */
async function* concerned(store: Reader, partner: TenantId, what: OfferChanged, leavesPartners: boolean): AsyncGenerator<readonly Place[]> {
  for (const { query, slice } of await listsOf(store, partner, what, leavesPartners)) {
    let after: string | undefined;
    do {
      const page: Page<'offer-card'> = await store.list(query, { ...slice, limit: atOnce, ...(after === undefined ? {} : { after }) });
      if (page.rows.length > 0) yield page.rows;
      after = page.next;
    } while (after !== undefined);
  }
}

/** What came of an offer for one customer stands on no other customer's card, so that an answer costs as much however many have the offer. */
async function listsOf(store: Reader, partner: TenantId, { offer, only, customer }: OfferChanged, leavesPartners: boolean): Promise<readonly Cards[]> {
  const partners = leavesPartners ? [] : [cardsIn(offer, partner)];
  if (only === 'partner') return partners;
  if (customer === undefined) return [{ query: 'cards-of-offer', slice: { key: offer } }];
  const answerId = offerAnswerId(offer, customer);
  const [about, answer] = await Promise.all([store.read('customer', customer), store.read('offer-answer', answerId)]);
  const tenant = about?.value.tenant;
  const by = answer?.value.by;
  return [
    { query: 'cards-of-answer', slice: { key: answerId } },
    ...partners,
    ...(tenant === undefined ? [] : [cardsIn(offer, tenant)]),
    ...(by?.kind !== 'signed-in' || tenantOf(by.person) === tenant
      ? []
      : [{ query: 'cards-of-offer', slice: { key: offer, from: by.person, upTo: by.person } } as const]),
  ];
}

/** The cards of the offer in the chats of one directory's people. */
function cardsIn(offer: OfferId, tenant: TenantId): Cards {
  return { query: 'cards-of-offer', slice: { key: offer, from: `${tenant}/`, upTo: `${tenant}/~` } };
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
