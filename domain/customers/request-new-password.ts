import type { Partner, PartnerUser } from '../company/records.ts';
import { mayActOnBehalf } from '../delegated-admin/acting.ts';
import type { Relationship } from '../delegated-admin/records.ts';
import type { DelegatedTask } from '../delegated-admin/roles.ts';
import { happened } from '../shared/audit.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { NewPasswordRequested, RequestNewPassword, RequestNewPasswordRefusal } from './acting-commands.ts';
import type { Customer, CustomerUser, HandOff } from './records.ts';

/** What must be known to ask for a new password; each absent one is `undefined`. */
export interface RequestNewPasswordState {
  readonly partner: Partner | undefined;
  readonly user: PartnerUser | undefined;
  readonly customer: Customer | undefined;
  readonly customerUser: CustomerUser | undefined;
  readonly relationships: readonly Relationship[];
  /** All hand-offs of the customer. */
  readonly handOffs: readonly HandOff[];
}

/** An admin's password takes more than a user's. */
export function taskOfPassword({ isAdmin }: Pick<CustomerUser, 'isAdmin'>): DelegatedTask {
  return isAdmin ? 'password-of-admin' : 'password-of-user';
}

/** Writes down that somebody needs a new password (mission, row 11). Microsoft's own page makes it; none is invented, shown or stored here. */
export function decideRequestNewPassword(
  state: RequestNewPasswordState,
  command: RequestNewPassword,
  now: Date,
): Decision<NewPasswordRequested, RequestNewPasswordRefusal> {
  const { partner, user, customer, customerUser, relationships, handOffs } = state;
  if (customer?.partner !== command.partner) return refuse({ kind: 'customer-not-found' });
  if (customerUser?.customer !== customer.id) return refuse({ kind: 'user-not-found' });
  const may = mayActOnBehalf({ partner, user, customer: customer.id, relationships, task: taskOfPassword(customerUser), today: dayOf(now) });
  if (may.kind !== 'may-act') return refuse({ kind: 'may-not-act', because: may });

  const at = instantOf(now);
  const { name: userName, upn } = customerUser;
  const { handOff: id, partner: tenant, by, byName, commandId } = command;
  const handOff: HandOff = { id, partner: tenant, customer: customer.id, owner: by, ownerName: byName, createdAt: at, what: 'new-password', userName, upn };
  const older = handOffs.filter((each) => each.what === 'new-password' && each.confirmed === undefined && each.upn === upn);
  return changes(
    { kind: 'new-password-requested', commandId, customer: customer.id, customerName: customer.name, userName, upn, handOff: id, at, by: byName },
    {
      put: [{ kind: 'hand-off', id, value: handOff }],
      remove: older.map((each) => ({ kind: 'hand-off', id: each.id })),
      events: [
        happened(command, at, 'new-password-requested', `customer-user:${command.user}`, { after: { upn }, customer: customer.id }),
        ...older.map((each) => happened(command, at, 'hand-off-superseded', `hand-off:${each.id}`, { before: { upn }, after: {}, customer: customer.id })),
      ],
    },
  );
}
