import { openChecklist } from '../customers/open-checklist.ts';
import type { Customer, CustomerUser, Subscription } from '../customers/records.ts';
import { happened } from '../shared/audit.ts';
import { isOver } from '../renewals/terms.ts';
import { agreementFor } from '../shared/agreements.ts';
import { isServiceAvailable } from '../shared/countries.ts';
import type { Changes, Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import { plans } from '../shared/plans.ts';
import type { Purpose, Redeemed, RedemptionRefusal } from './redemption.ts';
import type { Bought, Redemption } from './redemption-records.ts';
import { keysAndHandOff, receiptOf, redeemedEvent, termFrom, verificationAfter } from './redemption-records.ts';

type NewSubscription = Extract<Purpose, { kind: 'new-subscription' }>;

/**
 * The customer, the subscription, its first admin with exactly one licence, the agreement and the checklist.
 * A customer whose domain is in the book stays as they are and get the subscription added.
 */
export function setUpSubscription(redemption: Redemption, purpose: NewSubscription): Decision<Redeemed, RedemptionRefusal> {
  const refusal = notPossible(redemption, purpose);
  if (refusal !== undefined) return refuse(refusal);
  const customer = customerOf(redemption, purpose);
  const term = termFrom(redemption, redemption.today);
  const bought: Bought = { customer, term, subscription: subscriptionOf(redemption, customer, term) };
  const admin = adminOf(redemption, purpose, bought);
  const parts = [
    customerChanges(redemption, customer),
    subscriptionChanges(redemption, bought),
    adminChanges(redemption, purpose, admin),
    agreementChanges(redemption, purpose, bought),
    openAgreementNumber(redemption, purpose),
  ];
  return changes(
    {
      ...receiptOf(redemption, bought),
      customerWasKnown: redemption.state.customer !== undefined,
      admin: { name: admin.name, email: admin.upn },
    },
    {
      put: [...keysAndHandOff(redemption, bought), ...parts.flatMap((part) => part.put)],
      events: [redeemedEvent(redemption, bought), ...parts.flatMap((part) => part.events)],
    },
  );
}

function notPossible({ partner, state, worth }: Redemption, purpose: NewSubscription): RedemptionRefusal | undefined {
  if (purpose.domain.toLowerCase() === partner.domain) return { kind: 'own-company' };
  const closed = [purpose.country, state.customer?.country ?? purpose.country].find((country) => !isServiceAvailable(country));
  if (closed !== undefined) return { kind: 'country-unavailable', country: closed };
  const needed = agreementFor(worth.plan, partner.standing).kind;
  if (needed !== purpose.agreement.kind) return { kind: 'agreement-not-right', needed };
  const { maxSeats } = plans[worth.plan];
  if (worth.seats <= maxSeats) return undefined;
  return { kind: 'too-many-seats', plan: worth.plan, maxSeats, seatsNow: 0, seatsAdded: worth.seats };
}

function customerOf({ command, state, today }: Redemption, purpose: NewSubscription): Customer {
  const contact = { name: purpose.admin.name, email: purpose.admin.email.toLowerCase() };
  // A known customer keeps name, country, contact and owner: only gaps are filled.
  const known = state.customer;
  if (known !== undefined) return { ...known, owner: known.owner ?? command.by, contact: known.contact ?? contact };
  return {
    id: purpose.customer,
    partner: command.partner,
    name: purpose.organisation,
    domain: purpose.domain.toLowerCase(),
    country: purpose.country,
    contact,
    owner: command.by,
    createdOn: today,
  };
}

function customerChanges({ command, state, at }: Redemption, customer: Customer): Changes {
  const before = state.customer;
  if (before?.owner !== undefined && before.contact !== undefined) return nothing;
  const put = [{ kind: 'customer' as const, id: customer.id, value: customer }];
  const about = `customer:${customer.id}`;
  if (before === undefined) {
    const { name, domain, country } = customer;
    return { put, events: [happened(command, at, 'customer-added', about, { customer: customer.id, after: { name, domain, country } })] };
  }
  const change = {
    customer: customer.id,
    before: { owner: before.owner, contact: before.contact },
    after: { owner: customer.owner, contact: customer.contact },
  };
  return { put, events: [happened(command, at, 'customer-changed', about, change)] };
}

const nothing: Changes = { put: [], events: [] };

function subscriptionOf(redemption: Redemption, customer: Customer, term: Bought['term']): Subscription {
  return {
    id: redemption.command.newIds.subscription,
    partner: redemption.command.partner,
    customer: customer.id,
    plan: redemption.worth.plan,
    channel: 'key',
    autoRenews: false,
    verification: verificationAfter(redemption, 'verified'),
    terms: [term],
    // A new subscription needs a new attachment, whatever the customer's others have (mission, row 6).
    partnerOfRecord: 'false',
    createdOn: redemption.today,
  };
}

function subscriptionChanges({ command, at }: Redemption, { customer, subscription, term }: Bought): Changes {
  const after = { customer: customer.name, plan: subscription.plan, seats: term.seats, endsOn: term.endsOn, verification: subscription.verification };
  return {
    put: [
      { kind: 'subscription', id: subscription.id, value: subscription },
      { kind: 'checklist', id: subscription.id, value: openChecklist(subscription) },
    ],
    events: [happened(command, at, 'subscription-added', `subscription:${subscription.id}`, { customer: customer.id, after })],
  };
}

/**
 * The first admin becomes administrator and holds exactly one licence. Somebody the book knows stays who they are;
 * who holds a licence of another subscription already keeps that one, unless that subscription is over, and takes none of this.
 */
function adminOf({ command, state, today }: Redemption, purpose: NewSubscription, { customer, subscription }: Bought): CustomerUser {
  const known = state.admin;
  const elsewhere = state.adminLicence === undefined || !isOver(state.adminLicence, today) ? known?.licensedIn : undefined;
  return {
    ...(known ?? { customer: customer.id, partner: command.partner, name: purpose.admin.name, upn: purpose.admin.email.toLowerCase() }),
    isAdmin: true,
    licensedIn: elsewhere ?? subscription.id,
  };
}

function adminChanges({ command, state, at }: Redemption, purpose: NewSubscription, admin: CustomerUser): Changes {
  const before = state.admin;
  if (before?.isAdmin === true && before.licensedIn === admin.licensedIn) return nothing;
  const change = {
    customer: admin.customer,
    ...(before === undefined ? {} : { before: { isAdmin: before.isAdmin, licensedIn: before.licensedIn } }),
    after: { name: admin.name, email: admin.upn, isAdmin: true, licensedIn: admin.licensedIn },
  };
  return {
    put: [{ kind: 'customer-user', id: purpose.admin.id, value: admin }],
    events: [happened(command, at, 'admin-appointed', `customer-user:${purpose.admin.id}`, change)],
  };
}

function agreementChanges({ command, at }: Redemption, purpose: NewSubscription, { customer, subscription }: Bought): Changes {
  const { agreement, agreementVersion: version } = purpose;
  const id = command.newIds.agreement;
  const value = {
    partner: command.partner,
    customer: customer.id,
    subscription: subscription.id,
    agreement,
    by: command.by,
    byName: command.byName,
    at,
    language: command.language,
    version,
  };
  return {
    put: [{ kind: 'agreement', id, value }],
    events: [
      happened(command, at, 'agreement-accepted', `agreement:${id}`, {
        customer: customer.id,
        after: { customer: customer.name, kind: agreement.kind, version },
      }),
    ],
  };
}

/** Asked once: the newest number is kept with the partner and offered the next time. */
function openAgreementNumber({ command, partner, at }: Redemption, purpose: NewSubscription): Changes {
  if (purpose.agreement.kind !== 'open-agreement' || purpose.agreement.number === partner.openAgreementNumber) return nothing;
  const { number } = purpose.agreement;
  const before = partner.openAgreementNumber === undefined ? {} : { before: { number: partner.openAgreementNumber } };
  return {
    put: [{ kind: 'partner', id: partner.tenant, value: { ...partner, openAgreementNumber: number } }],
    events: [happened(command, at, 'open-agreement-number-kept', `partner:${partner.tenant}`, { ...before, after: { number } })],
  };
}
