import { instantOf } from '../../domain/shared/dates.ts';
import type { Instant } from '../../domain/shared/dates.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { progressIdOf } from '../../domain/shared/record-ids.ts';
import type { Records } from '../../domain/shared/records.ts';
import type { CommitResult, Expectation, Put, Ref, Stored } from '../../domain/shared/store.port.ts';
import type { OutboxParts } from './outbox-parts.ts';

export type Item = Stored<'outbox'>;
export type Settling = Pick<OutboxParts, 'store' | 'clock' | 'newId'>;

/** Longer than any one call to the channel takes. */
export const leaseMs = 60_000;

interface Write {
  readonly expect: readonly Expectation[];
  readonly put?: readonly Put[];
  readonly remove?: readonly Ref[];
}

export function later(now: Date, ms: number): Instant {
  return instantOf(new Date(now.getTime() + ms));
}

/** One commit of a sweep. Nobody repeats it under its name: what it found is expected to be still so. */
export async function write({ store, clock, newId }: Settling, { expect, put = [], remove = [] }: Write): Promise<CommitResult['kind']> {
  const commandId = CommandId.parse(`outbox:${newId()}`);
  const result = await store.commit({ commandId, expect, put, remove, events: [], outcome: null, keepOutcomeUntil: instantOf(clock.now()) });
  return result.kind;
}

export function expected({ id, version }: Item): Expectation {
  return { kind: 'outbox', id, version };
}

/** Says that the call to the channel begins, before it does. Undefined when the item is somebody else's by now: then it is not sent. */
export async function begun(parts: Settling, item: Item): Promise<Item | undefined> {
  const now = parts.clock.now();
  const value = { ...item.value, leasedUntil: later(now, leaseMs), sendingSince: instantOf(now) };
  if ((await write(parts, { expect: [expected(item)], put: [{ kind: 'outbox', id: item.id, value }] })) !== 'committed') return undefined;
  const mine = await parts.store.read('outbox', item.id);
  return mine?.value.sendingSince === value.sendingSince && mine.value.leasedUntil === value.leasedUntil ? mine : undefined;
}

const mostAttempts = 5;

/** A card arrives in that chat: a short answer there is none to the conversation that stands above it. */
export async function overtakes(parts: Settling, person: PersonId, conversation: string): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const open = await parts.store.read('progress', progressIdOf(person, conversation));
    if (open === undefined || open.value.aside === true) return;
    const put = [{ kind: 'progress', id: open.id, value: { ...open.value, aside: true } }] as const;
    if ((await write(parts, { expect: [{ kind: 'progress', id: open.id, version: open.version }], put })) === 'committed') return;
  }
}

/** Keeps a long work from being taken for one that a crash has left. Undefined when it was taken so already. */
export async function renewed(parts: Settling, item: Item): Promise<Item | undefined> {
  const leasedUntil = later(parts.clock.now(), leaseMs);
  const put = [{ kind: 'outbox', id: item.id, value: { ...item.value, leasedUntil } }] as const;
  if ((await write(parts, { expect: [expected(item)], put })) !== 'committed') return undefined;
  const mine = await parts.store.read('outbox', item.id);
  return mine?.value.leasedUntil === leasedUntil ? mine : undefined;
}

/** Gives it back, to be claimed again when it is due. */
export async function putBack(parts: Settling, item: Item, change: Pick<Records['outbox'], 'dueAt'> & Partial<Records['outbox']>): Promise<void> {
  const { leasedUntil: _lease, sendingSince: _begun, ...rest } = item.value;
  await write(parts, { expect: [expected(item)], put: [{ kind: 'outbox', id: item.id, value: { ...rest, ...change } }] });
}

/** Gives many back at once, for whom there is no moment now. Whoever's item is somebody else's by now loses nothing. */
export async function putBackUntil(parts: Settling, items: readonly { readonly item: Item; readonly until: Date }[]): Promise<void> {
  if (items.length === 0) return;
  const put = items.map(({ item: { id, value }, until }): Put => {
    const { leasedUntil: _lease, ...rest } = value;
    return { kind: 'outbox', id, value: { ...rest, dueAt: instantOf(until), paced: true } };
  });
  if ((await write(parts, { expect: items.map(({ item }) => expected(item)), put })) === 'committed' || items.length === 1) return;
  for (const each of items) await putBackUntil(parts, [each]);
}

/** It is done with. */
export async function drop(parts: Settling, item: Item): Promise<void> {
  await write(parts, { expect: [expected(item)], remove: [{ kind: 'outbox', id: item.id }] });
}
