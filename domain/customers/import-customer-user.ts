import type { Day } from '../shared/dates.ts';
import { dayOf } from '../shared/dates.ts';
import { lifecycleOf } from '../renewals/lifecycle.ts';
import { stageOf } from '../renewals/terms.ts';
import type { Decision } from '../shared/decision.ts';
import { refuse } from '../shared/decision.ts';
import type { CommandId, CustomerId, SubscriptionId, TenantId } from '../shared/ids.ts';
import type { Cell, Facts, Imported } from '../shared/import.ts';
import { cellOr, decideLine } from '../shared/import.ts';
import type { Customer, CustomerUser, Subscription } from './records.ts';

/** What a file says of a person's licence: none, one in whichever subscription has one free, or one in this one. */
export type LicenceCell =
  { readonly kind: 'none' } | { readonly kind: 'any' } | { readonly kind: 'in'; readonly ids: readonly SubscriptionId[]; readonly reference: string };

/** One line of customer-users.csv. */
export interface ImportCustomerUser {
  readonly type: 'import-customer-user';
  readonly commandId: CommandId;
  readonly partner: TenantId;
  readonly customer: CustomerId;
  readonly customerDomain: string;
  readonly id: string;
  readonly user: {
    readonly name: string;
    readonly upn: string;
    readonly objectId: Cell<string>;
    readonly isAdmin: Cell<boolean>;
    readonly licence: LicenceCell | undefined;
  };
}

export type ImportCustomerUserRefusal =
  | { readonly kind: 'customer-not-found'; readonly domain: string }
  | { readonly kind: 'subscription-not-found'; readonly reference: string }
  /** `reference`: the one subscription that the line names; the others may have free ones. */
  | { readonly kind: 'no-free-licence'; readonly reference?: string };

/** A subscription of the customer with the number of people who hold one of its licences. */
export interface Licences {
  readonly subscription: Subscription;
  readonly held: number;
}

export interface ImportCustomerUserState {
  readonly customer: Customer | undefined;
  readonly user: CustomerUser | undefined;
  /** Need not be read when `needsLicence` says no. */
  readonly licences: readonly Licences[];
}

export function customerUserFacts(user: CustomerUser): Facts {
  const { name, upn, objectId, isAdmin, licensedIn } = user;
  return { name, upn, objectId, isAdmin, licensed: licensedIn };
}

/** Does this line give the person a licence they do not hold? */
export function needsLicence(known: CustomerUser | undefined, command: ImportCustomerUser): boolean {
  const cell = command.user.licence;
  if (cell === undefined || cell.kind === 'none') return false;
  const held = known?.licensedIn;
  return held === undefined || (cell.kind === 'in' && !cell.ids.includes(held));
}

export function decideImportCustomerUser(
  state: ImportCustomerUserState,
  command: ImportCustomerUser,
  now: Date,
): Decision<Imported, ImportCustomerUserRefusal> {
  const { customer, user: known } = state;
  if (customer === undefined) return refuse({ kind: 'customer-not-found', domain: command.customerDomain });
  const licence = licenceOf(state, command, dayOf(now));
  if (licence !== undefined && 'kind' in licence) return refuse(licence);
  const user: CustomerUser = {
    customer: customer.id,
    partner: command.partner,
    name: command.user.name,
    upn: command.user.upn,
    objectId: cellOr(command.user.objectId, known?.objectId),
    isAdmin: cellOr(command.user.isAdmin, known?.isAdmin) ?? false,
    licensedIn: licence === undefined ? keptLicence(state, command) : licence.id,
  };
  return decideLine({
    command,
    now,
    what: 'customer-user-imported',
    before: known && customerUserFacts(known),
    after: customerUserFacts(user),
    put: { kind: 'customer-user', id: command.id, value: user },
    touch: licence === undefined ? [] : [{ kind: 'subscription', id: licence.id, value: licence }],
  });
}

function keptLicence(state: ImportCustomerUserState, command: ImportCustomerUser): SubscriptionId | undefined {
  return command.user.licence?.kind === 'none' ? undefined : state.user?.licensedIn;
}

/** The subscription in which the person gets a licence they did not have; undefined when nothing is given. */
function licenceOf(state: ImportCustomerUserState, command: ImportCustomerUser, today: Day): Subscription | undefined | ImportCustomerUserRefusal {
  const cell = command.user.licence;
  if (cell === undefined || cell.kind === 'none' || !needsLicence(state.user, command)) return undefined;
  const meant = cell.kind === 'any' ? state.licences : state.licences.filter(({ subscription }) => cell.ids.includes(subscription.id));
  if (cell.kind === 'in' && meant.length === 0) return { kind: 'subscription-not-found', reference: cell.reference };
  const free = meant.find(({ subscription, held }) => held < usableSeats(subscription, today));
  return free?.subscription ?? { kind: 'no-free-licence', ...(cell.kind === 'in' ? { reference: cell.reference } : {}) };
}

/** Licences that can be used on a day: of terms that run, and of the last ones through their free days or while they are extended (mission, Arithmetic). */
export function usableSeats(subscription: Subscription, today: Day): number {
  return subscription.terms
    .filter((term) => {
      const stage = stageOf(term, today, lifecycleOf(subscription, term));
      return stage === 'running' || ((stage === 'usable' || stage === 'extended') && term.renewedBy === undefined);
    })
    .reduce((sum, term) => sum + term.seats, 0);
}
