import { ownerToTell } from '../../domain/renewals/recipients.ts';
import type { RenewalPlan } from '../../domain/renewals/records.ts';
import { instantOf } from '../../domain/shared/dates.ts';
import type { CommandId } from '../../domain/shared/ids.ts';
import { outgoing } from '../../domain/shared/outbox.ts';
import type { OutboxItem } from '../../domain/shared/records.ts';
import type { Expectation, Put, Reader } from '../../domain/shared/store.port.ts';

interface Wished {
  readonly commandId: CommandId;
  /** Record id of the plan that holds the wish. */
  readonly id: string;
  readonly plan: RenewalPlan;
  readonly now: Date;
}

/**
 * What a customer wants, to who looks after them, at once (mission, row 14). The message is drawn from the book when it goes out: one that still
 * waits tells the last word, and no second one is made.
 */
export async function tellWish(
  book: Reader,
  { commandId, id, plan, now }: Wished,
): Promise<{ readonly expect: readonly Expectation[]; readonly put: readonly Put[] }> {
  const customer = (await book.read('customer', plan.customer))?.value;
  const recipient = customer === undefined ? undefined : await ownerToTell(book, customer);
  if (recipient === undefined) return { expect: [], put: [] };
  const message = `renewal-wished|${id}|${recipient}`;
  const there = await book.read('outbox', message);
  const expect: readonly Expectation[] = [{ kind: 'outbox', id: message, version: there?.version ?? 0 }];
  if (there !== undefined && !isOnItsWay(there.value)) return { expect, put: [] };
  const to = { partner: plan.partner, recipient, dueAt: instantOf(now) };
  return { expect, put: [outgoing(there === undefined ? message : `${message}|${commandId}`, to, { topic: 'renewal-wished', plan: id })] };
}

/** Drawn already, or about to be. */
function isOnItsWay({ leasedUntil, sendingSince }: OutboxItem): boolean {
  return leasedUntil !== undefined || sendingSince !== undefined;
}
