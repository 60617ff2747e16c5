import { mostPlaces } from '../commands/keep-shown.ts';
import type { OfferCard } from '../../domain/offers/records.ts';
import { answerCardId, offerCardId } from '../../domain/offers/records.ts';
import { instantOf } from '../../domain/shared/dates.ts';
import { outgoing } from '../../domain/shared/outbox.ts';
import type { Outgoing } from '../../domain/shared/outbox.ts';
import type { Language } from '../../domain/shared/language.ts';
import type { Delivered } from '../../domain/shared/ports.ts';
import type { Put, Stored } from '../../domain/shared/store.port.ts';
import type { OutboxParts, OutboxResult } from './outbox-parts.ts';
import type { Item } from './settle.ts';
import { begun, drop, expected, later, overtakes, putBack, write } from './settle.ts';
import { toldNotice } from './settle-notice.ts';
import { canBeTold, isForOwner, tellAnother } from './tell-another.ts';
import type { Later } from './tries.ts';
import { lookAgainMs, looksForMs, nextTry } from './tries.ts';

type Settled = Exclude<Delivered, { readonly kind: 'later' }>;

const mostAttempts = 5;

/**
 * Sends one message to one person, at most once, and settles it.
 *
 * That the call begins is written before it is made. An item that was claimed with that mark was in flight when a process ended: it may have arrived,
 * is kept as "maybe sent" and never sent again (design, Sending).
 *
 * @returns until when the person's next messages have to wait, so that they come in order; undefined when they need not.
 */
export async function sendMessage(parts: OutboxParts, item: Item, what: Outgoing): Promise<Date | undefined> {
  const { store, notifier, draw, speaks } = parts;
  const { recipient, sendingSince } = item.value;
  const known = await store.read('address', recipient);
  const language = await speaks(recipient, known?.value.locale);
  if (sendingSince !== undefined) return settled(parts, item, what, language, { kind: 'maybe-sent' });
  if (isForOwner(what) && !(await canBeTold(store, item))) return tellAnother(parts, item, what);
  if (known === undefined) return waitForAddress(parts, item, what, language);
  const { unreachable } = known.value;
  if (unreachable !== undefined) return settled(parts, item, what, language, { kind: 'not-reachable', reason: unreachable.reason });
  const card = await draw(what, { person: recipient, language });
  if (card === undefined) {
    parts.onResult({ topic: what.topic, result: 'no-longer-true' });
    await drop(parts, item);
    return undefined;
  }
  const mine = await begun(parts, item);
  if (mine === undefined) return undefined;
  await overtakes(parts, recipient, known.value.address.conversation);
  const delivered = await notifier.send(known.value.address, card, recipient);
  return delivered.kind === 'later' ? tryAgain(parts, mine, what, language, delivered) : settled(parts, mine, what, language, delivered);
}

/** Tries it again after a pause, or gives up. Gives until when. */
export async function tryAgain(parts: OutboxParts, item: Item, what: Outgoing, language: Language, later: Later = {}): Promise<Date | undefined> {
  const next = nextTry(item.value.tries, parts.clock.now(), later);
  if (next === undefined) return settled(parts, item, what, language, { kind: 'failed', reason: 'tried-too-often' });
  parts.onResult({ topic: what.topic, result: 'retried', ...(later.reason === undefined ? {} : { reason: later.reason }) });
  await putBack(parts, item, next);
  return new Date(next.dueAt);
}

async function waitForAddress(parts: OutboxParts, item: Item, what: Outgoing, language: Language): Promise<undefined> {
  const now = parts.clock.now();
  const waitingSince = item.value.waitingSince ?? instantOf(now);
  if (now.getTime() - Date.parse(waitingSince) >= looksForMs) {
    return settled(parts, item, what, language, { kind: 'not-reachable', reason: 'not-installed' });
  }
  parts.onResult({ topic: what.topic, result: 'waits-for-address' });
  await putBack(parts, item, { dueAt: later(now, lookAgainMs), waitingSince });
  return undefined;
}

/** Removes the item, and keeps what became of it beside the offer, in one commit that expects the item as it was claimed. */
async function settled(parts: OutboxParts, item: Item, what: Outgoing, language: Language, delivered: Settled): Promise<undefined> {
  if (isForOwner(what) && delivered.kind === 'not-reachable') return tellAnother(parts, item, what, delivered.reason);
  parts.onResult(resultOf(what, delivered));
  if (delivered.kind === 'failed') parts.log.error({ item: item.id, reason: delivered.reason }, 'a message could not be sent');
  const id = cardIdOf(what, item);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const before = id === undefined ? undefined : await parts.store.read('offer-card', id);
    const notice = await toldNotice(parts, item, what, delivered);
    const remove = [{ kind: 'outbox', id: item.id } as const, ...notice.remove];
    const expectCard = id === undefined ? [] : [{ kind: 'offer-card', id, version: before?.version ?? 0 } as const];
    const put = id === undefined ? [] : [...keptCard(parts, id, before, item, what, language, delivered), ...toSender(parts, item, what)];
    if ((await write(parts, { expect: [expected(item), ...expectCard], put: [...put, ...notice.put], remove })) === 'committed') return undefined;
    // Either the card's record has changed, or the item is somebody else's now.
    if ((await parts.store.read('outbox', item.id))?.version !== item.version) return undefined;
  }
  parts.log.warn({ item: item.id }, 'what became of a message was not kept: others were always quicker');
  return undefined;
}

function resultOf({ topic }: Outgoing, delivered: Settled): OutboxResult {
  return { topic, result: delivered.kind, ...('reason' in delivered ? { reason: delivered.reason } : {}) };
}

/** Under which record it is kept where this message stands; messages that are about no offer leave none. */
function cardIdOf(what: Outgoing, { value: { recipient } }: Item): string | undefined {
  if (what.topic === 'offer-sent') return offerCardId(what.offer, recipient);
  return what.topic === 'offer-answered' ? answerCardId(what.offer, recipient, what.customer) : undefined;
}

/** Whether it has arrived stands on the partner's cards of the offer. */
function toSender({ clock, newId }: OutboxParts, { value: { partner, recipient } }: Item, what: Outgoing): readonly Put[] {
  if (what.topic !== 'offer-sent') return [];
  const to = { partner, recipient, dueAt: instantOf(clock.now()) };
  return [outgoing(`offer-changed|${what.offer}|${newId()}`, to, { topic: 'offer-changed', offer: what.offer, only: 'partner' })];
}

function keptCard(
  { clock }: OutboxParts,
  id: string,
  before: Stored<'offer-card'> | undefined,
  { value: { partner, recipient: person } }: Item,
  what: Outgoing,
  language: Language,
  delivered: Settled,
): readonly Put[] {
  if (what.topic !== 'offer-sent' && what.topic !== 'offer-answered') return [];
  const place = delivered.kind === 'sent' && delivered.activityId !== '' ? [delivered.activityId] : [];
  const value: OfferCard = {
    offer: what.offer,
    partner,
    person,
    language,
    shown: [...(before?.value.shown ?? []), ...place].slice(-mostPlaces),
    delivery: delivered.kind,
    ...(what.topic === 'offer-answered' ? { answerOf: what.customer } : {}),
    at: instantOf(clock.now()),
  };
  return [{ kind: 'offer-card', id, value }];
}
