import assert from 'node:assert/strict';
import type { Partner, PartnerUser } from '../../domain/company/records.ts';
import type { ProductKey } from '../../domain/product-keys/records.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { Clock } from '../../domain/shared/ports.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { today } from './given.ts';

/** A clock that stands at ten in the morning of a day until it is set to another. */
export function clockAt(on = today): Clock & { setTo(day: string): void } {
  let now = new Date(`${on}T10:00:00.000Z`);
  return {
    now: () => now,
    setTo(day) {
      now = new Date(`${day}T10:00:00.000Z`);
    },
  };
}

/** Puts records into a book, whatever rule would have made them. */
export async function fill(store: Store, put: readonly Put[], id = 'fill'): Promise<void> {
  const result = await store.commit({ commandId: CommandId.parse(id), expect: [], put, remove: [], events: [], outcome: null });
  assert.equal(result.kind, 'committed');
}

export const partnerRecord = (value: Partner): Put => ({ kind: 'partner', id: value.tenant, value });
export const userRecord = (value: PartnerUser): Put => ({ kind: 'partner-user', id: value.person, value });
export const keyRecord = (value: ProductKey): Put => ({ kind: 'product-key', id: value.fingerprint, value });

/** Every audit event of the book, in order. */
export async function auditOf(store: Store) {
  const events = [];
  for await (const event of store.auditTrail()) events.push(event);
  return events;
}
