import type { PartnerUser } from '../company/records.ts';
import { mayActInCompany } from '../company/rights.ts';
import { happened } from '../shared/audit.ts';
import { instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { Put } from '../shared/store.port.ts';
import type { AdminEmailCorrected, CorrectAdminEmail, CorrectAdminEmailRefusal } from './commands.ts';
import type { Customer, CustomerUser, HandOff } from './records.ts';

/** What must be known to correct an admin's e-mail; each absent one is `undefined`. */
export interface CorrectAdminEmailState {
  readonly user: PartnerUser | undefined;
  readonly customer: Customer | undefined;
  /** The admin as they stand, under the mistyped address. */
  readonly admin: CustomerUser | undefined;
  /** Whoever already has the new address. */
  readonly taken: CustomerUser | undefined;
  /** All hand-offs of the customer. */
  readonly handOffs: readonly HandOff[];
}

/** Moves the admin to the right address, with right, licence and what is open for them at Microsoft, and the customer's contact with it. The agreement's record stays as it was. */
export function decideCorrectAdminEmail(
  state: CorrectAdminEmailState,
  command: CorrectAdminEmail,
  now: Date,
): Decision<AdminEmailCorrected, CorrectAdminEmailRefusal> {
  const { customer, admin, taken } = state;
  if (state.user?.tenant !== command.partner || !mayActInCompany(state.user, 'correct-admin-email')) return refuse({ kind: 'not-a-global-admin' });
  if (customer?.partner !== command.partner) return refuse({ kind: 'customer-not-found' });
  if (admin?.customer !== customer.id || !admin.isAdmin) return refuse({ kind: 'admin-not-found' });
  const after = command.newEmail.toLowerCase();
  if (after === admin.upn) return refuse({ kind: 'same-email' });
  if (taken !== undefined) return refuse({ kind: 'email-taken', name: taken.name });

  const at = instantOf(now);
  const moved: Put = { kind: 'customer-user', id: command.newUserId, value: { ...admin, upn: after } };
  const contact: readonly Put[] =
    customer.contact?.email === admin.upn
      ? [{ kind: 'customer', id: customer.id, value: { ...customer, contact: { ...customer.contact, email: after } } }]
      : [];
  const tasks = state.handOffs.flatMap((each): readonly Put[] =>
    each.what === 'customer-user' && each.user === command.userId && each.confirmed === undefined
      ? [{ kind: 'hand-off', id: each.id, value: { ...each, user: command.newUserId, upn: after } }]
      : [],
  );
  return changes(
    { kind: 'admin-email-corrected', customerName: customer.name, adminName: admin.name, before: admin.upn, after, at, by: command.byName },
    {
      put: [moved, ...contact, ...tasks],
      remove: [{ kind: 'customer-user', id: command.userId }],
      events: [
        happened(command, at, 'admin-email-corrected', `customer-user:${command.newUserId}`, {
          customer: customer.id,
          before: { email: admin.upn },
          after: { email: after },
        }),
      ],
    },
  );
}
