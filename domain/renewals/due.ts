import { confirmedInformation } from '../company/confirmed.ts';
import type { Partner } from '../company/records.ts';
import type { Customer, Subscription, Term } from '../customers/records.ts';
import type { Relationship } from '../delegated-admin/records.ts';
import type { Day, Instant } from '../shared/dates.ts';
import type { PersonId, TenantId } from '../shared/ids.ts';
import type { Reader } from '../shared/store.port.ts';
import type { Ladder } from './ladder.ts';
import { decidedOf, dueStep, endDaysDue, knownSince, ladderKindOf, latestStep, later, stepDay } from './ladder.ts';
import { ownerToTell, partnerIsTold, reachableAdmins } from './recipients.ts';
import type { Ending, Notice, NoticeRun, NoticeSide, RenewalPlan } from './records.ts';
import { noticeId, renewalPlanId } from './records.ts';
import { rowsOf } from './rows.ts';
import { openTerms } from './terms.ts';

/** One step that is due and was not told, to one recipient. */
export interface DueNotice {
  readonly side: NoticeSide;
  readonly recipient: PersonId;
  readonly customer: Customer;
  readonly ending: Ending;
  readonly endsOn: Day;
  readonly step: number;
  /** What was told before that is asked for once more: it was snoozed, and that is over. */
  readonly askedAgainAt?: Instant | undefined;
}

export interface DueQuestion {
  readonly partner: TenantId;
  /** How far it is planned; absent: sending begins today. */
  readonly run?: Pick<NoticeRun, 'since' | 'through'> | undefined;
  readonly today: Day;
  /** `as-if-on`: as it would be with the notices to customers turned on (the preview). */
  readonly customerNotices: 'as-set' | 'as-if-on';
}

/**
 * All that is due at a partner on a day: every end whose latest step came in [`run.through`, today], and every snooze that is over then, with
 * whom to tell. What waits already is among it; what was told is not. For the planner, the preview and the operator's list.
 *
 * Costs what is due, not what the book holds: at most 181 end dates are looked at by the index of ends, pages of 100.
 */
export async function* dueNotices(book: Reader, question: DueQuestion): AsyncGenerator<DueNotice, void, undefined> {
  const search = await searchOf(book, question);
  const endDays = new Set([...endDaysDue('subscription', search), ...endDaysDue('trial', search)]);
  for (const endsOn of endDays) {
    for await (const subscription of rowsOf(book, 'ends-of-partner', { key: search.tenant, from: endsOn, upTo: endsOn })) {
      for (const term of endingOn(subscription, endsOn)) if (hasComeSince(search, subscription, term)) yield* ofTerm(search, subscription, term);
    }
  }
  for await (const plan of rowsOf(book, 'snoozed-of-partner', { key: search.tenant, from: search.through, upTo: search.today })) {
    yield* ofSnoozed(search, plan);
  }
  for (const endsOn of endDaysDue('delegation', search)) {
    for await (const relationship of rowsOf(book, 'delegations-of-partner', { key: search.tenant, from: endsOn, upTo: endsOn })) {
      yield* ofRelationship(search, relationship);
    }
  }
}

interface Search {
  readonly book: Reader;
  readonly tenant: TenantId;
  readonly partner: Partner | undefined;
  readonly since: Day;
  readonly through: Day;
  readonly today: Day;
  /** Undefined: nothing goes to customers. */
  readonly customersSince: Day | undefined;
  readonly ownerOf: (customer: Customer) => Promise<PersonId | undefined>;
}

async function searchOf(book: Reader, { partner: tenant, run, today, customerNotices }: DueQuestion): Promise<Search> {
  const partner = (await book.read('partner', tenant))?.value;
  const { since, through } = run ?? { since: today, through: today };
  const owners = new Map<string, Promise<PersonId | undefined>>();
  return {
    ...{ book, tenant, partner, since, through, today },
    customersSince: customerNotices === 'as-if-on' ? since : customersSince(partner, today),
    // A book has few owners and many customers: each is looked up once.
    ownerOf: (customer) => {
      const known = owners.get(customer.owner ?? '') ?? ownerToTell(book, customer);
      owners.set(customer.owner ?? '', known);
      return known;
    },
  };
}

function customersSince(partner: Partner | undefined, today: Day): Day | undefined {
  if (partner?.customerNotices?.on !== true || confirmedInformation(partner, today) === undefined) return undefined;
  return partner.customerNotices.since;
}

function endingOn(subscription: Subscription, endsOn: Day): readonly Term[] {
  return subscription.cancelled === undefined ? openTerms(subscription).filter((term) => term.endsOn === endsOn) : [];
}

/** Is its latest step new since the last planning? The end dates of all ladders are looked at together: another ladder's step may have come. */
function hasComeSince({ through, today }: Search, subscription: Subscription, { endsOn }: Term): boolean {
  const latest = latestStep({ kind: ladderKindOf(subscription), endsOn, today });
  return latest !== undefined && stepDay(endsOn, latest) >= through;
}

/** What came while it was silent. The rest is found by its end date. */
async function* ofSnoozed(search: Search, { subscription: id, term, endsOn }: RenewalPlan): AsyncGenerator<DueNotice, void, undefined> {
  const subscription = (await search.book.read('subscription', id))?.value;
  if (subscription?.partner !== search.tenant) return;
  for (const each of endingOn(subscription, endsOn)) {
    if (each.id === term && !hasComeSince(search, subscription, each)) yield* ofTerm(search, subscription, each);
  }
}

async function* ofTerm(search: Search, subscription: Subscription, term: Term): AsyncGenerator<DueNotice, void, undefined> {
  const { book, today } = search;
  const { endsOn } = term;
  const kind = ladderKindOf(subscription);
  const since = later(search.since, knownSince(subscription, term));
  const latest = latestStep({ kind, endsOn, today });
  if (latest === undefined || stepDay(endsOn, latest) < since) return;
  const customer = (await book.read('customer', subscription.customer))?.value;
  if (customer?.partner !== search.tenant) return;

  const decided = decidedOf((await book.read('renewal-plan', renewalPlanId(term.id, endsOn)))?.value);
  const ending: Ending = { kind: 'term', subscription: subscription.id, term: term.id };
  const end: End = { customer, ending, ladder: { kind, endsOn, since, today, ...decided } };
  const told = await toldOf(search, end);
  if (partnerIsTold(subscription, customer, search.partner)) yield* toPartner(search, end, 'partner', told);
  if (search.customersSince === undefined) return;
  const ladder = { ...end.ladder, since: later(since, search.customersSince) };
  yield* toCustomer(search, { ...end, ladder }, told);
}

interface End {
  readonly customer: Customer;
  readonly ending: Ending;
  readonly ladder: Omit<Ladder, 'told'>;
}

/** What anybody was told of this end. */
async function toldOf({ book }: Search, { ending, ladder: { endsOn } }: End): Promise<readonly Notice[]> {
  if (ending.kind !== 'term') return [];
  const notices: Notice[] = [];
  for await (const notice of rowsOf(book, 'notices-of-subscription', { key: ending.subscription, from: endsOn, upTo: endsOn })) {
    if (notice.ending.kind === 'term' && notice.ending.term === ending.term) notices.push(notice);
  }
  return notices;
}

/** To the owner. What reached another of the partner's people is not told again, whoever is the owner now. */
async function* toPartner(search: Search, end: End, side: 'partner' | 'mail', notices: readonly Notice[]): AsyncGenerator<DueNotice, void, undefined> {
  const recipient = await search.ownerOf(end.customer);
  if (recipient === undefined) return;
  const told = notices
    .filter((notice) => notice.side === side)
    .flatMap((notice) => notice.told.filter(({ delivery }) => notice.recipient === recipient || delivery === 'sent' || delivery === 'maybe-sent'));
  yield* dueTo(end, side, recipient, told);
}

/** To each admin whom Teams reaches; where there is none, the owner is asked to write. */
async function* toCustomer(search: Search, end: End, notices: readonly Notice[]): AsyncGenerator<DueNotice, void, undefined> {
  const admins = await reachableAdmins(search.book, end.customer);
  if (admins.length === 0) yield* toPartner(search, end, 'mail', notices);
  const atCustomer = { ...end, ladder: { ...end.ladder, silentUntil: undefined, snoozedAt: undefined } };
  for (const admin of admins) {
    const told = notices.filter((notice) => notice.side === 'customer' && notice.recipient === admin).flatMap((notice) => notice.told);
    yield* dueTo(atCustomer, 'customer', admin, told);
  }
}

function* dueTo({ customer, ending, ladder }: End, side: NoticeSide, recipient: PersonId, told: Ladder['told']): Generator<DueNotice, void, undefined> {
  const step = dueStep({ ...ladder, told });
  if (step !== undefined) yield { side, recipient, customer, ending, endsOn: ladder.endsOn, step, askedAgainAt: ladder.snoozedAt };
}

async function* ofRelationship(search: Search, { id, customer: of, endsOn, startsOn }: Relationship): AsyncGenerator<DueNotice, void, undefined> {
  const { book, today } = search;
  const customer = (await book.read('customer', of))?.value;
  const recipient = customer?.partner === search.tenant ? await search.ownerOf(customer) : undefined;
  if (customer === undefined || recipient === undefined) return;
  const ending: Ending = { kind: 'relationship', relationship: id };
  const notice = await book.read('notice', noticeId({ ending, endsOn, recipient, side: 'partner' }));
  const ladder = { kind: 'delegation', endsOn, since: later(search.since, startsOn), isLetEnd: false, today } as const;
  yield* dueTo({ customer, ending, ladder }, 'partner', recipient, notice?.value.told ?? []);
}
