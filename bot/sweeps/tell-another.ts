import { isReachable, ownerToTell } from '../../domain/renewals/recipients.ts';
import type { CustomerId, PersonId } from '../../domain/shared/ids.ts';
import { instantOf } from '../../domain/shared/dates.ts';
import { outgoing } from '../../domain/shared/outbox.ts';
import type { Outgoing } from '../../domain/shared/outbox.ts';
import type { NotReachable } from '../../domain/shared/ports.ts';
import type { Put, Reader, Stored } from '../../domain/shared/store.port.ts';
import type { OutboxParts } from './outbox-parts.ts';
import type { Item } from './settle.ts';
import { expected, later, write } from './settle.ts';
import { lookAgainMs } from './tries.ts';

type ForOwner = Extract<Outgoing, { readonly topic: 'change-told' | 'renewal-wished' }>;

const mostAttempts = 5;

/** Is it for whoever looks after a customer, and for nobody else by name? */
export function isForOwner(what: Outgoing): what is ForOwner {
  return what.topic === 'change-told' || what.topic === 'renewal-wished';
}

/** Are they still one of the partner's people, and can be written to? */
export async function canBeTold(book: Reader, { value: { recipient, partner } }: Item): Promise<boolean> {
  const user = await book.read('partner-user', recipient);
  return user?.value.tenant === partner && (await isReachable(book, recipient));
}

/**
 * Gives a message to the next of the partner's people who can be told, when its recipient cannot. Where nobody can, a change waits as news for
 * its recipient's return, and a customer's wish is tried again every hour: it is drawn from the book, and is never lost.
 *
 * @param reason what the channel has just answered; then the address keeps it.
 */
export async function tellAnother(parts: OutboxParts, item: Item, what: ForOwner, reason?: NotReachable): Promise<undefined> {
  parts.onResult({ topic: what.topic, ...(reason === undefined ? { result: 'waits-for-address' } : { result: 'not-reachable', reason }) });
  const ref = { kind: 'outbox', id: item.id } as const;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const news = what.topic === 'change-told' ? await parts.store.read('news', what.news) : undefined;
    const next = await nextOf(parts.store, item, news?.value.customer ?? (await wishedBy(parts.store, what)));
    const address = await parts.store.read('address', item.value.recipient);
    const put = [...marked(parts, address, reason), ...(next === undefined ? waiting(parts, item, what) : passed(parts, item, what, next, news))];
    const isKept = put.some(({ kind, id }) => kind === ref.kind && id === ref.id);
    const expect = [
      expected(item),
      { kind: 'address', id: item.value.recipient, version: address?.version ?? 0 } as const,
      ...(news === undefined ? [] : [{ kind: 'news', id: news.id, version: news.version } as const]),
    ];
    if ((await write(parts, { expect, put, remove: isKept ? [] : [ref] })) === 'committed') return undefined;
    if ((await parts.store.read('outbox', item.id))?.version !== item.version) return undefined;
  }
  return undefined;
}

async function wishedBy(book: Reader, what: ForOwner): Promise<CustomerId | undefined> {
  return what.topic === 'renewal-wished' ? (await book.read('renewal-plan', what.plan))?.value.customer : undefined;
}

async function nextOf(book: Reader, { value: { recipient } }: Item, id: CustomerId | undefined): Promise<PersonId | undefined> {
  const customer = id === undefined ? undefined : (await book.read('customer', id))?.value;
  const next = customer === undefined ? undefined : await ownerToTell(book, customer, recipient);
  return next === recipient ? undefined : next;
}

function marked({ clock }: OutboxParts, address: Stored<'address'> | undefined, reason: NotReachable | undefined): readonly Put[] {
  if (address === undefined || reason === undefined) return [];
  return [{ kind: 'address', id: address.id, value: { ...address.value, unreachable: { reason, since: instantOf(clock.now()) } } }];
}

function waiting({ clock }: OutboxParts, { id, value }: Item, what: ForOwner): readonly Put[] {
  if (what.topic === 'change-told') return [];
  const { leasedUntil: _lease, sendingSince: _begun, ...rest } = value;
  return [{ kind: 'outbox', id, value: { ...rest, dueAt: later(clock.now(), lookAgainMs) } }];
}

function passed({ clock }: OutboxParts, item: Item, what: ForOwner, recipient: PersonId, news: Stored<'news'> | undefined): readonly Put[] {
  const to = { partner: item.value.partner, recipient, dueAt: instantOf(clock.now()) };
  const message = outgoing(`${item.id}|${recipient}`, to, what);
  return news === undefined ? [message] : [message, { kind: 'news', id: news.id, value: { ...news.value, recipient } }];
}
