import { confirmedInformation } from '../company/confirmed.ts';
import type { Partner } from '../company/records.ts';
import type { Customer, Subscription, Term } from '../customers/records.ts';
import type { Relationship } from '../delegated-admin/records.ts';
import type { Day, Instant } from '../shared/dates.ts';
import { addDays, daysBetween } from '../shared/dates.ts';
import { partnerIsTold } from './recipients.ts';
import type { Notice, RenewalPlan, ToldStep } from './records.ts';
import { openTerms } from './terms.ts';

export type LadderKind = 'subscription' | 'trial' | 'delegation';

/** Days before the end on which somebody is told, negative after it; the earliest first (mission, rows 7, 13 and 14). */
export const ladderSteps: Readonly<Record<LadderKind, readonly number[]>> = {
  subscription: [60, 30, 7, 1, 0, -30, -110],
  trial: [7, 1],
  delegation: [30, 7, 1, 0],
};

/** Through this many days after an end it is told; then the data is gone, and there is nothing left to do. */
export const toldThrough = 120;

/** A step that was told, and when. */
type TellingOfStep = Pick<ToldStep, 'step'> & Partial<Pick<ToldStep, 'at'>>;

/** One end, and one recipient of it. */
export interface Ladder {
  readonly kind: LadderKind;
  readonly endsOn: Day;
  /** Steps of days before this one are not told: the end came into the book then, or sending was turned on. */
  readonly since: Day;
  /** What the recipient was told of this end. */
  readonly told: readonly TellingOfStep[];
  /** Snoozed: nothing before that day. */
  readonly silentUntil?: Day | undefined;
  /** When it was snoozed: on the day on which that is over, what was told before does not count. */
  readonly snoozedAt?: Instant | undefined;
  /** It is let end: nothing before the end, and as always after it. */
  readonly isLetEnd: boolean;
  readonly today: Day;
}

/**
 * The step that is to be told today: the latest one whose day has come, as long as neither it nor a later one was told. Earlier ones that
 * nobody was told of, because the server was down, have collapsed into it (mission, row 13). Undefined when there is nothing to tell.
 */
export function dueStep(ladder: Ladder): number | undefined {
  const step = latestStep(ladder);
  if (step === undefined || stepDay(ladder.endsOn, step) < ladder.since) return undefined;
  if (ladder.told.some((told) => told.step <= step && !isAskedAgain(told, ladder))) return undefined;
  if (ladder.silentUntil !== undefined && ladder.today < ladder.silentUntil) return undefined;
  return ladder.isLetEnd && step > 0 ? undefined : step;
}

/** Whoever snoozes a notice asks for it once more, on the day on which the snooze is over. */
function isAskedAgain({ at }: TellingOfStep, { silentUntil, snoozedAt, today }: Pick<Ladder, 'silentUntil' | 'snoozedAt' | 'today'>): boolean {
  return at !== undefined && snoozedAt !== undefined && at < snoozedAt && silentUntil !== undefined && silentUntil <= today;
}

/**
 * The next day after today on which this recipient is told something, as things stand; undefined when nothing more comes. What came while it was
 * let end is not told afterwards: the next step is.
 */
export function nextToldOn(ladder: Ladder): Day | undefined {
  const { kind, endsOn, silentUntil, today } = ladder;
  const days = [...ladderSteps[kind].map((step) => stepDay(endsOn, step)), ...(silentUntil === undefined ? [] : [silentUntil])];
  return days.toSorted().find((day) => day > today && dueStep({ ...ladder, today: day }) !== undefined);
}

/** The step that an end stands at without anybody being told: its day lay before `since`. Shown as "already running" (mission, row 13). */
export function runningStep(ladder: Pick<Ladder, 'kind' | 'endsOn' | 'since' | 'today'>): number | undefined {
  const step = latestStep(ladder);
  return step !== undefined && stepDay(ladder.endsOn, step) < ladder.since ? step : undefined;
}

/** The latest step whose day has come; undefined before the first one, and when the end is too long ago. */
export function latestStep({ kind, endsOn, today }: Pick<Ladder, 'kind' | 'endsOn' | 'today'>): number | undefined {
  const left = daysBetween(today, endsOn);
  return left < -toldThrough ? undefined : ladderSteps[kind].findLast((step) => step >= left);
}

export function stepDay(endsOn: Day, step: number): Day {
  return addDays(endsOn, -step);
}

/**
 * The end dates whose latest step has come between these two days, both included: what is to be planned, however long nothing was. At most
 * 181, so that a look at each costs no more than the ends that are due.
 */
export function endDaysDue(kind: LadderKind, { through, today }: { readonly through: Day; readonly today: Day }): readonly Day[] {
  const [first = 0] = ladderSteps[kind];
  const days = Array.from({ length: first + toldThrough + 1 }, (_, index) => addDays(today, index - toldThrough));
  return days.filter((endsOn) => {
    const step = latestStep({ kind, endsOn, today });
    return step !== undefined && stepDay(endsOn, step) >= through;
  });
}

export function ladderKindOf({ channel }: Pick<Subscription, 'channel'>): LadderKind {
  return channel === 'trial' ? 'trial' : 'subscription';
}

/** From when on an end of this term is told: when it came into the book. */
export function knownSince({ createdOn }: Pick<Subscription, 'createdOn'>, { known }: Pick<Term, 'known'>): Day {
  return known?.on ?? createdOn;
}

/** What people have decided about an end, as the ladder needs it. A snooze and "let it end" are the partner's; the customer's "we will not renew" counts as the latter. */
export function decidedOf(plan: RenewalPlan | undefined): Pick<Ladder, 'silentUntil' | 'snoozedAt' | 'isLetEnd'> {
  return { silentUntil: plan?.snoozed?.until, snoozedAt: plan?.snoozed?.at, isLetEnd: plan?.ending !== undefined || plan?.wish?.wish === 'end' };
}

/** The book as a notice needs it; what is absent there is absent here. */
export interface AroundNotice {
  readonly subscription?: Subscription | undefined;
  readonly relationship?: Relationship | undefined;
  readonly plan?: RenewalPlan | undefined;
  readonly partner: Partner | undefined;
  readonly customer: Customer | undefined;
  readonly today: Day;
}

/**
 * Is what waits still to be told? Asked before it is: renewed, moved, cancelled, let end, snoozed, the partner of record lost, sending turned
 * off, or overtaken by the next step (which is planned by itself), it is not.
 */
export function stillDue(notice: Notice, around: AroundNotice): boolean {
  const { waiting, partner, customer } = notice;
  if (waiting === undefined || around.customer?.id !== customer || around.customer.partner !== partner) return false;
  const due = notice.ending.kind === 'relationship' ? dueOfRelationship(notice, around) : dueOfTerm(notice, around.customer, around);
  return due === waiting.step;
}

function dueOfRelationship({ endsOn, told, partner }: Notice, { relationship, today }: AroundNotice): number | undefined {
  if (relationship?.partner !== partner || !endsByItself(relationship) || relationship.endsOn !== endsOn) return undefined;
  return dueStep({ kind: 'delegation', endsOn, since: relationship.startsOn, told, isLetEnd: false, today });
}

/** Delegated administration that nobody has ended, and that does not extend itself. */
function endsByItself({ ended, terms }: Relationship): boolean {
  return ended === undefined && terms.form === 'gdap' && !terms.autoExtends;
}

function dueOfTerm(notice: Notice, customer: Customer, { subscription, plan, partner, today }: AroundNotice): number | undefined {
  const { ending, endsOn, told, side } = notice;
  if (ending.kind !== 'term' || subscription?.partner !== notice.partner || subscription.cancelled !== undefined) return undefined;
  const term = openTerms(subscription).find((each) => each.id === ending.term && each.endsOn === endsOn);
  if (term === undefined) return undefined;
  const { isLetEnd, ...snooze } = decidedOf(plan);
  const common = { kind: ladderKindOf(subscription), endsOn, told, isLetEnd, today };
  const known = knownSince(subscription, term);
  if (side === 'partner') return partnerIsTold(subscription, customer, partner) ? dueStep({ ...common, ...snooze, since: known }) : undefined;
  if (partner?.customerNotices?.on !== true || confirmedInformation(partner, today) === undefined) return undefined;
  return dueStep({ ...common, since: later(known, partner.customerNotices.since), ...(side === 'mail' ? snooze : {}) });
}

export function later(one: Day, other: Day): Day {
  return one < other ? other : one;
}
