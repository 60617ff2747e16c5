import type { Partner, PartnerUser, SupportedCompanies } from '../company/records.ts';
import type { CustomerTask } from '../company/rights.ts';
import { mayActForCustomers, rightNeeded } from '../company/rights.ts';
import type { Day } from '../shared/dates.ts';
import type { CustomerId } from '../shared/ids.ts';
import type { Relationship } from './records.ts';
import type { DelegatedTask, RoleSlug } from './roles.ts';
import { leastRoleFor, roleOf } from './roles.ts';
import { isActive, lastDayOf } from './term.ts';

/** The own access that each task needs, too (mission, Rights of the partner's own people). */
export const rightFor: Readonly<Record<DelegatedTask, CustomerTask>> = {
  'change-subscription': 'subscription-change',
  'change-auto-renewal': 'subscription-change',
  'cancel-subscription': 'subscription-change',
  'service-request': 'service-request',
  'password-of-user': 'password-of-user',
  'password-of-admin': 'password-of-admin',
  'manage-users': 'subscription-change',
  'assign-licences': 'subscription-change',
};

/** Whether somebody may do a task on a customer's behalf; if not, the one thing that is missing. */
export type MayAct =
  | { readonly kind: 'may-act'; readonly relationship: Relationship }
  | { readonly kind: 'company-unknown' }
  | { readonly kind: 'person-lacks-right'; readonly needed: Exclude<SupportedCompanies, 'none'> }
  /** An advisor has to be authorised for delegated administration, or an authorised service provider; whose standing nobody has said may not, either. */
  | { readonly kind: 'company-not-authorised' }
  /** The customer has never granted any. */
  | { readonly kind: 'no-relationship' }
  /** What was granted is over since that day, the last on which it held. */
  | { readonly kind: 'relationship-over'; readonly on: Day }
  /** A CSP acts under today's form (GDAP) only. */
  | { readonly kind: 'classic-not-enough' }
  /** What was granted does not allow this; the least role that would. */
  | { readonly kind: 'role-missing'; readonly least: RoleSlug | undefined };
/** Why this person may not do it on the customer's behalf. */
export type MayNotAct = Exclude<MayAct, { readonly kind: 'may-act' }>;
/** The refusal of a command that acts for a customer. */
export interface MayNot {
  readonly kind: 'may-not-act';
  readonly because: MayNotAct;
}

/**
 * May this person do this on this customer's behalf, today? What the relationships grant ∩ the person's own access ∩ the company's
 * authorisation (mission, rows 7 and 11, Eligibility). The one function that every command asks which acts for a customer.
 *
 * `relationships`: all that the customer ever granted; those of others are passed over. What lies with the own company is told first.
 */
export function mayActOnBehalf(question: {
  readonly partner: Partner | undefined;
  readonly user: PartnerUser | undefined;
  readonly customer: CustomerId;
  readonly relationships: readonly Relationship[];
  readonly task: DelegatedTask;
  readonly today: Day;
}): MayAct {
  const { partner, user, customer, relationships, task, today } = question;
  if (partner === undefined) return { kind: 'company-unknown' };
  const right = rightFor[task];
  if (user?.tenant !== partner.tenant || !mayActForCustomers(user, right)) return { kind: 'person-lacks-right', needed: rightNeeded[right] };
  if (!isAuthorised(partner)) return { kind: 'company-not-authorised' };
  const granted = relationships.filter((relationship) => relationship.partner === partner.tenant && relationship.customer === customer);
  return judged(granted, task, today, partner.standing.programme !== 'advisor');
}

/** A CSP needs nothing but the relationship (mission, Eligibility, last row). */
function isAuthorised({ standing }: Partner): boolean {
  switch (standing.programme) {
    case 'unknown':
      return false;
    case 'advisor':
      return standing.authorisedForDelegation || standing.authorisedServiceProvider;
    case 'csp-direct':
    case 'csp-indirect-reseller':
      return true;
  }
}

function judged(granted: readonly Relationship[], task: DelegatedTask, today: Day, onlyGdap: boolean): MayAct {
  const active = granted.filter((relationship) => isActive(relationship, today));
  if (active.length === 0) return over(granted, today);
  const counting = onlyGdap ? active.filter(({ terms }) => terms.form === 'gdap') : active;
  if (counting.length === 0) return { kind: 'classic-not-enough' };
  const relationship = counting.find((candidate) => grants(candidate, task));
  return relationship === undefined ? { kind: 'role-missing', least: leastRoleFor(task)?.slug } : { kind: 'may-act', relationship };
}

function over(granted: readonly Relationship[], today: Day): MayAct {
  const on = granted
    .map((relationship) => lastDayOf(relationship, today))
    .toSorted()
    .at(-1);
  return on === undefined ? { kind: 'no-relationship' } : { kind: 'relationship-over', on };
}

/** The classic form grants everything a delegated admin can do. */
function grants({ terms }: Relationship, task: DelegatedTask): boolean {
  return terms.form === 'classic' || terms.roles.some((id) => roleOf(id)?.tasks.includes(task) === true);
}
