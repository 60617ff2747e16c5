import { happened } from '../shared/audit.ts';
import type { Instant } from '../shared/dates.ts';
import type { Changes } from '../shared/decision.ts';
import type { PlanId } from '../shared/plans.ts';
import type { KeepCustomerUser } from './acting-commands.ts';
import type { CustomerUser, HandOff, HandOffOf } from './records.ts';

type Task = HandOffOf<'customer-user'>;

/** What a person of a customer is before and after, as far as it is given at Microsoft. */
export interface UserTurned {
  /** Undefined: new. */
  readonly known: CustomerUser | undefined;
  readonly after: CustomerUser;
  readonly planBefore: PlanId | undefined;
  readonly planAfter: PlanId | undefined;
  /** All hand-offs of the customer. */
  readonly handOffs: readonly HandOff[];
}

/**
 * What is left to be done at Microsoft for a person of a customer (mission, rows 5 and 11): the account of who is new, the licence and the admin's
 * role where they are another; in the place of what is open for the same person, from what stands at Microsoft. Nothing where only the name is another,
 * or where everything is back as it stands there: then only what was open is gone.
 */
export function userTask(turned: UserTurned, command: KeepCustomerUser, at: Instant): Changes & { readonly task?: Task } {
  const { known, after, planBefore, planAfter, handOffs } = turned;
  const isTouched = known === undefined || planBefore !== planAfter || known.isAdmin !== after.isAdmin;
  if (!isTouched) return { put: [], events: [] };
  const open = handOffs.flatMap((each) => (each.what === 'customer-user' && each.confirmed === undefined && each.user === command.user ? [each] : []));
  // What is open says what stands at Microsoft; who is in the book without an open task stands there as here.
  const there = open[0] ?? { isNew: known === undefined, before: { isAdmin: known?.isAdmin ?? false, ...planOf(planBefore) } };
  const { isNew, before } = there;
  const then = { isAdmin: after.isAdmin, ...planOf(planAfter) };
  const { handOff: id, partner, customer, user, by: owner, byName: ownerName } = command;
  const base = { id, partner, customer, owner, ownerName, createdAt: at };
  const task: Task = { ...base, what: 'customer-user', user, userName: after.name, upn: after.upn, isNew, before, after: then };
  const isToDo = isNew || before.isAdmin !== then.isAdmin || before.plan !== planAfter;
  return {
    put: isToDo ? [{ kind: 'hand-off', id, value: task }] : [],
    remove: open.map((each) => ({ kind: 'hand-off', id: each.id })),
    events: open.map((each) => happened(command, at, 'hand-off-superseded', `hand-off:${each.id}`, { before: { upn: each.upn }, after: {}, customer })),
    ...(isToDo ? { task } : {}),
  };
}

function planOf(plan: PlanId | undefined): { readonly plan?: PlanId } {
  return plan === undefined ? {} : { plan };
}
