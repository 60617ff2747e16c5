import type { PartnerUser } from '../company/records.ts';
import { mayActForCustomers } from '../company/rights.ts';
import { happened } from '../shared/audit.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { PlanId } from '../shared/plans.ts';
import type { CustomerUserKept, KeepCustomerUser, KeepCustomerUserRefusal } from './acting-commands.ts';
import { userTask } from './customer-user-task.ts';
import { usableSeats } from './import-customer-user.ts';
import type { Customer, CustomerUser, HandOff, Subscription } from './records.ts';

/** What must be known to enter a person of a customer, or to change one; each absent one is `undefined`. */
export interface KeepCustomerUserState {
  readonly user: PartnerUser | undefined;
  readonly customer: Customer | undefined;
  /** The person as they stand, under the same sign-in name. */
  readonly known: CustomerUser | undefined;
  /** The one whose licence they are to hold. */
  readonly subscription: Subscription | undefined;
  /** How many others hold a licence of it. */
  readonly heldByOthers: number;
  /** The one whose licence they hold until now. */
  readonly held: Subscription | undefined;
  /** All hand-offs of the customer. */
  readonly handOffs: readonly HandOff[];
}

/**
 * Enters a person of a customer, or changes name, admin and licence of one who is there; never more licences than seats. What that
 * takes at Microsoft is left to be done there.
 * The subscription is written as it is, so that two people cannot be given its last licence at once.
 */
export function decideKeepCustomerUser(
  state: KeepCustomerUserState,
  command: KeepCustomerUser,
  now: Date,
): Decision<CustomerUserKept, KeepCustomerUserRefusal> {
  const { user, customer, known, subscription } = state;
  if (user?.tenant !== command.partner || !mayActForCustomers(user, 'checklist')) return refuse({ kind: 'person-lacks-right' });
  if (customer?.partner !== command.partner) return refuse({ kind: 'customer-not-found' });
  // else whoever may set the passwords of users only could make a user of an admin first
  const losesAdmin = known?.isAdmin === true && !command.isAdmin;
  if (losesAdmin && !mayActForCustomers(user, 'password-of-admin')) return refuse({ kind: 'admin-stays' });
  const isNewLicence = command.licensedIn !== undefined && known?.licensedIn !== command.licensedIn;
  if (command.licensedIn !== undefined && subscription?.customer !== customer.id) return refuse({ kind: 'subscription-not-found' });
  const seats = subscription === undefined ? 0 : usableSeats(subscription, dayOf(now));
  if (isNewLicence && state.heldByOthers >= seats) return refuse({ kind: 'no-free-licence', seats });

  const after = userAfter(command, known);
  const outcome: CustomerUserKept = { kind: 'customer-user-kept', customer: customer.id, name: after.name, upn: after.upn, isNew: known === undefined };
  // Written even when nothing is different: who clicks twice gets the answer of the first click, which has to be kept.
  const kept = { kind: 'customer-user' as const, id: command.user, value: after };
  if (known !== undefined && isSame(known, after)) return changes(outcome, { put: [kept], events: [] });
  const at = instantOf(now);
  const planAfter = subscription?.plan;
  const planBefore = state.held?.plan;
  const change = {
    customer: customer.id,
    ...(known === undefined ? {} : { before: factsOf(known, planBefore) }),
    after: factsOf(after, planAfter),
  };
  const { task, ...left } = userTask({ known, after, planBefore, planAfter, handOffs: state.handOffs }, command, at);
  return changes(task === undefined ? outcome : { ...outcome, left: { handOff: task.id, commandId: command.commandId } }, {
    put: [
      kept,
      ...(isNewLicence && subscription !== undefined ? [{ kind: 'subscription' as const, id: subscription.id, value: subscription }] : []),
      ...left.put,
    ],
    remove: left.remove ?? [],
    events: [happened(command, at, 'customer-user-kept', `customer-user:${command.user}`, change), ...left.events],
  });
}

function userAfter({ customer, partner, name, upn, isAdmin, licensedIn }: KeepCustomerUser, known: CustomerUser | undefined): CustomerUser {
  return {
    customer,
    partner,
    name,
    upn: known?.upn ?? upn.toLowerCase(),
    isAdmin,
    ...(known?.objectId === undefined ? {} : { objectId: known.objectId }),
    ...(licensedIn === undefined ? {} : { licensedIn }),
  };
}

function isSame(one: CustomerUser, other: CustomerUser): boolean {
  return one.name === other.name && one.isAdmin === other.isAdmin && one.licensedIn === other.licensedIn;
}

function factsOf({ name, upn, isAdmin, licensedIn }: CustomerUser, plan: PlanId | undefined): Readonly<Record<string, unknown>> {
  return { name, upn, isAdmin, licensedIn, ...(plan === undefined ? {} : { plan }) };
}
