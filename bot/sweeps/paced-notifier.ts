import type { Instant } from '../../domain/shared/dates.ts';
import { instantOf } from '../../domain/shared/dates.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Delivered, Notifier } from '../../domain/shared/ports.ts';
import type { KnownAddress } from '../../domain/shared/records.ts';
import type { ConversationAddress } from '../../domain/shared/turn.ts';
import type { OutboxParts } from './outbox-parts.ts';
import { write } from './settle.ts';
import type { Traffic } from './traffic.ts';

type Parts = Pick<OutboxParts, 'store' | 'notifier' | 'clock' | 'newId'>;

const mostAttempts = 5;

/**
 * The channel at the pace that it publishes. What it says of everybody holds everybody back, what it says of a person is kept in the address book:
 * where their chat is now, or that they are not written to until they come back.
 */
export function pacedNotifier(parts: Parts, traffic: Traffic): Notifier {
  const { notifier } = parts;
  return {
    async send(address, card, person) {
      await traffic.departs(address.tenant);
      const delivered = await notifier.send(address, card, person);
      traffic.heard(address.tenant, delivered);
      if (person !== undefined) await keepAddress(parts, person, address, delivered);
      return delivered;
    },
    async update(address, activityId, card) {
      const shutForMs = await traffic.joins(address.tenant);
      if (shutForMs !== undefined) return { kind: 'later', afterMs: shutForMs, pause: 'tenant', reason: 'paused' };
      const delivered = await notifier.update(address, activityId, card);
      traffic.heard(address.tenant, delivered);
      return delivered;
    },
  };
}

/** @param used where it was sent to: whoever has come back meanwhile, from elsewhere, is not touched. */
async function keepAddress(parts: Parts, person: PersonId, used: ConversationAddress, delivered: Delivered): Promise<void> {
  const now = instantOf(parts.clock.now());
  const change = changeAfter(delivered, now);
  if (change === undefined) return;
  const ref = { kind: 'address', id: person } as const;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const known = await parts.store.read('address', person);
    if (known === undefined || known.value.address.conversation !== used.conversation || known.value.address.serviceUrl !== used.serviceUrl) return;
    const put = [{ ...ref, value: { ...known.value, ...change } }];
    if ((await write(parts, { expect: [{ ...ref, version: known.version }], put })) !== 'conflict') return;
  }
}

function changeAfter(delivered: Delivered, since: Instant): Partial<KnownAddress> | undefined {
  if (delivered.kind === 'sent') return delivered.moved === undefined ? undefined : { address: delivered.moved };
  if (delivered.kind !== 'not-reachable' || delivered.reason === 'card-gone') return undefined;
  return { unreachable: { reason: delivered.reason, since } };
}
