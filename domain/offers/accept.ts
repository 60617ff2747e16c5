import type { Partner } from '../company/records.ts';
import type { Customer, HandOff, HandOffTask } from '../customers/records.ts';
import type { Relationship } from '../delegated-admin/records.ts';
import type { Actor, AuditEvent } from '../shared/audit.ts';
import { addDays, Day } from '../shared/dates.ts';
import type { Instant } from '../shared/dates.ts';
import type { Changes } from '../shared/decision.ts';
import type { CommandId, HandOffId, PersonId, TenantId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import type { Put, PutOf } from '../shared/store.port.ts';
import { acceptedLines, addressOf, subscriptionRecords } from './accepted-subscriptions.ts';
import type { AcceptedLine } from './accepted-subscriptions.ts';
import type { AcceptanceIds } from './commands.ts';
import type { Offer, OfferAnswer } from './records.ts';
import { offerAnswerId } from './records.ts';
import { tellChangedFor } from './telling.ts';

/** An acceptance that every rule allows. */
export interface Acceptance {
  readonly offer: Offer;
  readonly partner: Partner;
  /** As the book knows it; undefined when the acceptance creates it. */
  readonly customer: Customer | undefined;
  /** For whom, who said so, the language: as it will stand in the answer. */
  readonly organisation: OfferAnswer['organisation'];
  readonly customerId: OfferAnswer['customer'];
  readonly by: OfferAnswer['by'];
  readonly language: Language;
  readonly phone?: string;
  readonly seats?: readonly number[];
  readonly withDelegation: boolean;
  /** The directory of the customer, proven, where the book did not know it. */
  readonly learns?: TenantId;
  /** The admin who becomes known by it. */
  readonly records?: PutOf<'customer-user'>;
  /** The partner's person who confirmed what was declared. */
  readonly settled?: OfferAnswer['settled'];
  readonly newIds: AcceptanceIds;
  readonly commandId: CommandId;
  readonly actor: Actor;
  readonly causedBy: PersonId;
  /** When they said so: earlier than now when it had to be confirmed. */
  readonly saidAt: Instant;
  readonly today: Day;
  readonly at: Instant;
}

/**
 * Everything an acceptance changes, in one commit: the answer; the customer, created or completed; the subscriptions with checklist and
 * agreement; the relationship; what is to be done at Microsoft; the cards. Who is told is the caller's.
 */
export function accept(acceptance: Acceptance): Changes & { readonly answer: OfferAnswer } {
  const customer = customerAfter(acceptance);
  const lines = acceptedLines(acceptance.offer.content, acceptance.seats, acceptance.partner, acceptance.today);
  const relationship = relationshipOf(acceptance);
  const subscriptions = subscriptionRecords(acceptance, customer, lines);
  const answer = answerOf(acceptance, lines, relationship);
  return {
    answer,
    put: [
      { kind: 'offer-answer', id: offerAnswerId(answer.offer, answer.customer), value: answer },
      // Written even when nothing of it changes: that a plan was never tried rests on the list of subscriptions being complete,
      // and so two acceptances for one customer must meet here.
      { kind: 'customer', id: customer.id, value: customer },
      ...(acceptance.records === undefined ? [] : [acceptance.records]),
      ...subscriptions,
      ...(relationship === undefined ? [] : [{ kind: 'relationship' as const, id: relationship.id, value: relationship }]),
      ...handOffs(acceptance, answer, relationship),
      tellChangedFor(answer.customer, acceptance.offer, acceptance),
    ],
    events: events(acceptance, customer, answer, subscriptions),
  };
}

/** A known customer keeps what the book says: only gaps are filled. */
function customerAfter(acceptance: Acceptance): Customer {
  const { offer, customer: known, organisation, learns, language } = acceptance;
  const email = addressOf(acceptance.by);
  const contact = known?.contact ?? (email === undefined ? undefined : { name: acceptance.by.name, email });
  const tenant = known?.tenant ?? learns;
  const base = known ?? {
    id: acceptance.customerId,
    partner: offer.partner,
    ...organisation,
    country: offer.country,
    createdOn: acceptance.today,
  };
  return {
    ...base,
    owner: known?.owner ?? offer.sentBy,
    language: known?.language ?? language,
    ...(tenant === undefined ? {} : { tenant }),
    ...(contact === undefined ? {} : { contact }),
  };
}

/** What a delegation grants from today. `days` counts its first day, too; the classic form has no end. */
function relationshipOf({ offer, customerId, withDelegation, newIds, today }: Acceptance): Relationship | undefined {
  const { content } = offer;
  const terms = content.delegation;
  if (terms === undefined || !(withDelegation || content.kind === 'delegated-admin')) return undefined;
  const endsOn = terms.form === 'gdap' ? addDays(today, terms.days - 1) : Day.parse('9999-12-31');
  return { id: newIds.relationship, partner: offer.partner, customer: customerId, offer: offer.id, terms, startsOn: today, endsOn };
}

function answerOf(acceptance: Acceptance, lines: readonly AcceptedLine[], relationship: Relationship | undefined): OfferAnswer {
  const { offer, customerId, organisation, by, saidAt: at, language, phone, settled, newIds } = acceptance;
  const refused = offer.content.delegation === undefined ? 'not-offered' : 'left-out';
  return {
    offer: offer.id,
    partner: offer.partner,
    customer: customerId,
    state: 'accepted',
    ...{ organisation, by, at, language },
    lines: lines.map(({ plan, seats }) => ({ plan, seats })),
    delegation: relationship === undefined ? refused : 'accepted',
    ...(phone === undefined ? {} : { phone }),
    ...(settled === undefined ? {} : { settled }),
    subscriptions: newIds.subscriptions.slice(0, lines.length).map((ids) => ids.subscription),
    ...(relationship === undefined ? {} : { relationship: relationship.id }),
  };
}

/** What the book cannot do at Microsoft, on the list of who sent the offer. */
function handOffs({ offer, customerId, newIds, at }: Acceptance, { subscriptions }: OfferAnswer, relationship: Relationship | undefined): readonly Put[] {
  const put = (id: HandOffId, task: HandOffTask): Put => {
    const value: HandOff = {
      ...{ id, partner: offer.partner, customer: customerId, owner: offer.sentBy, ownerName: offer.sentByName, createdAt: at },
      ...task,
    };
    return { kind: 'hand-off', id, value };
  };
  const { kind } = offer.content;
  return [
    ...(kind === 'delegated-admin' ? [] : [put(newIds.setUp, { what: 'set-up-accepted-offer', offer: offer.id, of: kind, subscriptions })]),
    ...(relationship === undefined
      ? []
      : [put(newIds.delegation, { what: 'request-delegated-admin', offer: offer.id, relationship: relationship.id, form: relationship.terms.form })]),
  ];
}

function events(acceptance: Acceptance, customer: Customer, answer: OfferAnswer, records: readonly Put[]): readonly AuditEvent[] {
  const { offer, at, actor: by, commandId, customer: known } = acceptance;
  const event = (what: string, about: string, change: Pick<AuditEvent, 'before' | 'after'>): AuditEvent => ({
    ...{ at, by, partner: offer.partner, what, about },
    ...change,
    commandId,
    customer: customer.id,
  });
  const { name, domain, country, tenant, owner } = customer;
  const completed = known !== undefined && (known.tenant !== tenant || known.owner !== owner);
  const { lines, delegation } = answer;
  return [
    event('offer-accepted', `offer:${offer.id}`, { after: { summaryId: offer.summaryId, customer: name, lines, delegation } }),
    ...(known === undefined ? [event('customer-added', `customer:${customer.id}`, { after: { name, domain, country, tenant } })] : []),
    ...(completed
      ? [event('customer-changed', `customer:${customer.id}`, { before: { tenant: known.tenant, owner: known.owner }, after: { tenant, owner } })]
      : []),
    ...[...records, ...(acceptance.records === undefined ? [] : [acceptance.records])].flatMap((put) => recordEvent(put, name, event)),
    ...(answer.relationship === undefined ? [] : [event('delegated-admin-granted', `relationship:${answer.relationship}`, { after: { customer: name } })]),
  ];
}

function recordEvent(put: Put, customer: string, event: (what: string, about: string, change: Pick<AuditEvent, 'after'>) => AuditEvent): readonly AuditEvent[] {
  if (put.kind === 'subscription') {
    const { plan, channel, terms } = put.value;
    return [event('subscription-added', `subscription:${put.id}`, { after: { customer, plan, channel, seats: terms[0]?.seats, endsOn: terms[0]?.endsOn } })];
  }
  if (put.kind === 'agreement') {
    const { agreement, version } = put.value;
    return [event('agreement-accepted', `agreement:${put.id}`, { after: { customer, kind: agreement.kind, version } })];
  }
  if (put.kind !== 'customer-user') return [];
  const { name, upn: email, isAdmin } = put.value;
  return [event(isAdmin ? 'admin-recognised' : 'person-recognised', `customer-user:${put.id}`, { after: { name, email, isAdmin } })];
}
