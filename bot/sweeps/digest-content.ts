import { isAdminOf } from '../../domain/customers/admins.ts';
import type { LadderKind } from '../../domain/renewals/ladder.ts';
import { ladderKindOf, latestStep, stillDue } from '../../domain/renewals/ladder.ts';
import { sideOf } from '../../domain/renewals/next-digest.ts';
import { rowsOf } from '../../domain/renewals/rows.ts';
import type { Digest, DigestEntry, News, Notice } from '../../domain/renewals/records.ts';
import { mostEntries, noticeId, renewalPlanId } from '../../domain/renewals/records.ts';
import type { Day, Instant } from '../../domain/shared/dates.ts';
import type { PersonId, TenantId } from '../../domain/shared/ids.ts';
import type { Reader, Stored } from '../../domain/shared/store.port.ts';

/** A notice that a digest tells. `step`: its latest one that has become due while it waited. */
export interface ToTell {
  readonly id: string;
  readonly notice: Notice;
  readonly step: number;
  readonly since: Instant;
}

/** What a digest has told. */
export interface InDigest {
  readonly notices: readonly Pick<ToTell, 'id' | 'step' | 'since'>[];
  readonly news: readonly Stored<'news'>[];
}

/** Everything that waits to be told somebody in one partner's digest. */
export interface Waiting extends InDigest {
  /** Most urgent first. */
  readonly notices: readonly ToTell[];
  /** Waits, but is not so any more: renewed, moved to another day, let end, put off. */
  readonly over: readonly Stored<'notice'>[];
}

/** The most news that a digest keeps, so that there is room for what ends. */
const mostNews = 100;
const pageSize = 500;

/** What waits for a person, judged by the book as it is now. */
export async function whatWaits(
  book: Reader,
  { partner, person, today }: { readonly partner: TenantId; readonly person: PersonId; readonly today: Day },
): Promise<Waiting> {
  const rows = (await everyRow(book, 'waiting-notices-of', person)).filter(({ value }) => value.partner === partner);
  const news = (await everyRow(book, 'news-of', person)).filter(({ value }) => value.partner === partner);
  const notices: ToTell[] = [];
  const over: Stored<'notice'>[] = [];
  for (const row of rows) {
    const found = await judged(book, row, today);
    if (found === undefined) over.push(row);
    else notices.push(found);
  }
  return { notices: notices.toSorted(byUrgency), over, news };
}

export function isToBeTold({ notices, news }: Waiting): boolean {
  return notices.length + news.length > 0;
}

/** What was in a digest that had begun to go out, as far as it is not kept as told yet. Beyond its entries: what waited before it began. */
export async function whatWasIn(book: Reader, { partner, person, entries, more, at }: Digest): Promise<InDigest> {
  const steps = new Map(entries.flatMap((entry) => (entry.kind === 'notice' ? [[noticeOf(entry, { partner, person }), entry.step] as const] : [])));
  const told = new Set(entries.flatMap((entry) => (entry.kind === 'news' ? [markOf(entry.news)] : [])));
  const isBefore = (since: Instant): boolean => at !== undefined && more > 0 && since <= at;
  const notices = (await everyRow(book, 'waiting-notices-of', person)).flatMap(
    ({ id, value: { waiting, partner: of } }): readonly InDigest['notices'][number][] => {
      if (waiting === undefined || of !== partner) return [];
      const step = steps.get(id) ?? (isBefore(waiting.since) ? waiting.step : undefined);
      return step === undefined ? [] : [{ id, step, since: waiting.since }];
    },
  );
  const news = (await everyRow(book, 'news-of', person)).filter(({ value }) => value.partner === partner && (told.has(markOf(value)) || isBefore(value.at)));
  return { notices, news };
}

function noticeOf({ ending, endsOn, mail }: DigestEntry & { readonly kind: 'notice' }, { partner, person }: Pick<Digest, 'partner' | 'person'>): string {
  return mail ?? noticeId({ ending, endsOn, recipient: person, side: sideOf(person, partner) });
}

function markOf({ customer, about, before, after, at }: Omit<News, 'recipient' | 'partner'>): string {
  return JSON.stringify([customer, about.what, about.subscription, about.relationship, before, after, at]);
}

/** What a digest says of it, and how much more there is. */
export function entriesOf({ notices, news }: Waiting): { readonly entries: readonly DigestEntry[]; readonly more: number } {
  const told = news.slice(0, mostNews).map(({ value: { recipient: _, partner: __, ...rest } }): DigestEntry => ({ kind: 'news', news: rest }));
  const ends = notices.slice(0, mostEntries - told.length).map(({ id, notice, step }): DigestEntry => {
    const { customer, ending, endsOn, side } = notice;
    return { kind: 'notice', customer, ending, endsOn, step, ...(side === 'mail' ? { mail: id } : {}) };
  });
  return { entries: [...told, ...ends], more: notices.length + news.length - told.length - ends.length };
}

/** All pages of what waits for a person, at whichever partner. */
export async function everyRow<Q extends 'waiting-notices-of' | 'news-of'>(book: Reader, query: Q, person: PersonId) {
  const first = await book.list(query, { key: person, limit: pageSize });
  const rows = [...first.rows];
  for (let { next } = first; next !== undefined;) {
    const page = await book.list(query, { key: person, limit: pageSize, after: next });
    rows.push(...page.rows);
    next = page.next;
  }
  return rows;
}

async function judged(book: Reader, { id, value }: Stored<'notice'>, today: Day): Promise<ToTell | undefined> {
  const { waiting, ending, endsOn } = value;
  if (waiting === undefined) return undefined;
  const isOfTerm = ending.kind === 'term';
  const [partner, customer, subscription, relationship, plan] = await Promise.all([
    book.read('partner', value.partner),
    book.read('customer', value.customer),
    isOfTerm ? book.read('subscription', ending.subscription) : undefined,
    isOfTerm ? undefined : book.read('relationship', ending.relationship),
    isOfTerm ? book.read('renewal-plan', renewalPlanId(ending.term, endsOn)) : undefined,
  ]);
  if (value.side === 'customer' && !(await isStillAdmin(book, value))) return undefined;
  const kind = subscription === undefined ? 'delegation' : ladderKindOf(subscription.value);
  const step = collapsed(kind, value, waiting.step, today);
  const notice = { ...value, waiting: { ...waiting, step } };
  const around = {
    subscription: subscription?.value,
    relationship: relationship?.value,
    plan: plan?.value,
    partner: partner?.value,
    customer: customer?.value,
  };
  return stillDue(notice, { ...around, today }) ? { id, notice, step, since: waiting.since } : undefined;
}

/** Whoever is no admin of the customer any more is told nothing of it. */
async function isStillAdmin(book: Reader, { customer: id, recipient }: Notice): Promise<boolean> {
  const customer = (await book.read('customer', id))?.value;
  if (customer === undefined) return false;
  for await (const user of rowsOf(book, 'admins-of-customer', { key: id })) if (isAdminOf(recipient, customer, [user])) return true;
  return false;
}

/** Steps that have become due while it waited collapse into the latest (mission, row 13). */
function collapsed(kind: LadderKind, { endsOn }: Notice, waiting: number, today: Day): number {
  return Math.min(waiting, latestStep({ kind, endsOn, today }) ?? waiting);
}

/** What happens next, first: what has just ended or is about to end, data that goes soon, then what ends later. */
const urgency: readonly number[] = [1, 0, -110, -30, 7, 30, 60];

function byUrgency(one: ToTell, other: ToTell): number {
  return urgency.indexOf(one.step) - urgency.indexOf(other.step) || compared(one.notice.endsOn, other.notice.endsOn) || compared(one.id, other.id);
}

function compared(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
