import type { Partner } from '../company/records.ts';
import { openChecklist } from '../customers/open-checklist.ts';
import type { Customer, Subscription, Term } from '../customers/records.ts';
import type { AgreementAccepted, AgreementRecord } from '../product-keys/records.ts';
import { agreementFor } from '../shared/agreements.ts';
import type { Agreement } from '../shared/agreements.ts';
import { addDays, dayOf, termEnd } from '../shared/dates.ts';
import type { Day } from '../shared/dates.ts';
import type { PlanId } from '../shared/plans.ts';
import { plans } from '../shared/plans.ts';
import type { Put } from '../shared/store.port.ts';
import type { Acceptance } from './accept.ts';
import type { Answerer, Offer, OfferContent } from './records.ts';
import { salesChannel } from './send-offer.ts';

/** One subscription that an acceptance creates. */
export interface AcceptedLine extends Pick<Subscription, 'plan' | 'channel'>, Pick<Term, 'seats' | 'length' | 'endsOn'> {}

/** What was accepted, line by line: a trial on the plan's own terms, a purchase with the customer's counts (mission, rows 8 and 9). */
export function acceptedLines(content: OfferContent, seats: readonly number[] | undefined, partner: Partner, today: Day): readonly AcceptedLine[] {
  switch (content.kind) {
    case 'trial': {
      const { trial } = plans[content.plan];
      if (trial === undefined) return [];
      return [{ plan: content.plan, channel: 'trial', seats: trial.seats, length: 'P1M', endsOn: addDays(today, trial.days - 1) }];
    }
    case 'purchase':
      return content.lines.map((line, index) => ({
        plan: line.plan,
        channel: salesChannel(partner.standing),
        seats: seats?.[index] ?? line.seats,
        length: line.term,
        endsOn: termEnd(today, line.term),
      }));
    case 'delegated-admin':
      return [];
  }
}

/** A subscription with its checklist and its agreement. The ids were made for the lines of this offer: one each. */
export function subscriptionRecords(acceptance: Acceptance, customer: Customer, lines: readonly AcceptedLine[]): readonly Put[] {
  return lines.flatMap((line, index): readonly Put[] => {
    const ids = acceptance.newIds.subscriptions[index];
    if (ids === undefined) return [];
    const { plan, channel, seats, length, endsOn } = line;
    const subscription: Subscription = {
      id: ids.subscription,
      partner: acceptance.offer.partner,
      customer: customer.id,
      plan,
      channel,
      autoRenews: false,
      verification: 'verified',
      terms: [{ id: ids.term, seats, startsOn: acceptance.today, endsOn, length, keys: [], known: { on: acceptance.today, by: acceptance.by.name } }],
      // It came through our own code: that records us (mission, row 6). At Microsoft it is still to be done, so that its task stays open.
      partnerOfRecord: 'true',
      offer: acceptance.offer.id,
      createdOn: acceptance.today,
    };
    return [
      { kind: 'subscription', id: subscription.id, value: subscription },
      { kind: 'checklist', id: subscription.id, value: openChecklist(subscription) },
      { kind: 'agreement', id: ids.agreement, value: agreementRecord(acceptance, subscription) },
    ];
  });
}

/** Who said so, when, in which language, which version (mission, row 4). */
function agreementRecord(acceptance: Acceptance, subscription: Subscription): AgreementRecord {
  const { by, saidAt: at, language, partner } = acceptance;
  const agreement = agreementFor(subscription.plan, partner.standing);
  return {
    partner: subscription.partner,
    customer: subscription.customer,
    subscription: subscription.id,
    agreement: accepted(agreement, acceptance),
    ...(by.kind === 'signed-in' && acceptance.settled === undefined ? { by: by.person } : {}),
    byName: by.name,
    at,
    language,
    version: agreement.version,
  };
}

function accepted(agreement: Agreement, { by, partner, customer, phone, saidAt }: Acceptance): AgreementAccepted {
  switch (agreement.kind) {
    case 'online-services-agreement':
      return { kind: agreement.kind };
    case 'open-agreement':
      return { kind: agreement.kind, number: partner.openAgreementNumber ?? '' };
    case 'customer-agreement':
      return {
        kind: agreement.kind,
        template: agreement.template ?? agreement.kind,
        contactName: by.name,
        contactEmail: addressOf(by) ?? customer?.contact?.email ?? '',
        ...(phone === undefined ? {} : { contactPhone: phone }),
        agreedOn: dayOf(new Date(saidAt)),
      };
  }
}

/** Where the person can be written to. */
export function addressOf(by: Answerer): string | undefined {
  return by.kind === 'visitor' ? by.email.toLowerCase() : by.upn;
}

/** The first line whose count no customer can have; trials have their own. */
export function wrongSeats(
  content: OfferContent,
  seats: readonly number[] | undefined,
): { readonly kind: 'seats-wrong'; readonly line: number; readonly maxSeats: number } | undefined {
  if (content.kind !== 'purchase') return undefined;
  const line = content.lines.findIndex(({ plan, seats: offered }, index) => !isCount(seats?.[index] ?? offered, plans[plan].maxSeats));
  const plan = content.lines[line]?.plan;
  return plan === undefined ? undefined : { kind: 'seats-wrong', line, maxSeats: plans[plan].maxSeats };
}

function isCount(seats: number, most: number): boolean {
  return Number.isInteger(seats) && seats >= 1 && seats <= most;
}

/**
 * The plan of which this customer has had its one trial; undefined when the offer is none, or the first.
 *
 * What came of this very offer does not count: it is there only when somebody accepted it between two reads, and then the commit
 * meets a conflict and the person hears that it is answered, not that they had a trial.
 */
export function usedTrial({ id, content }: Pick<Offer, 'id' | 'content'>, subscriptions: readonly Subscription[]): PlanId | undefined {
  if (content.kind !== 'trial') return undefined;
  return subscriptions.some(({ plan, channel, offer }) => plan === content.plan && channel === 'trial' && offer !== id) ? content.plan : undefined;
}
