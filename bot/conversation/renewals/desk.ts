import type { Customer, Subscription } from '../../../domain/customers/records.ts';
import type { DeskReader, RenewalDesk, RenewalRow, RenewalsAsked, RenewalsPage } from '../../../domain/renewals/desk.port.ts';
import { Day, dayOf } from '../../../domain/shared/dates.ts';
import { isNameless, tenantOf } from '../../../domain/shared/ids.ts';
import type { TenantId } from '../../../domain/shared/ids.ts';
import type { Clock } from '../../../domain/shared/ports.ts';
import type { Reader } from '../../../domain/shared/store.port.ts';
import { deskRow } from './desk-row.ts';
import { stageOfEnd, weeksOf, windowOf } from './desk-window.ts';
import type { DeskWindow } from './desk-window.ts';
import { renewalFactsOf } from './facts.ts';

const rowsPerPage = 200;
/** Where little of much is asked for, so many parts of the window are looked at for one page. */
const mostLooks = 10;

interface Looking {
  readonly book: Reader;
  readonly now: Date;
  readonly today: Day;
  readonly reader: DeskReader;
  readonly asked: RenewalsAsked;
  readonly window: DeskWindow;
}

/** The dashboard of renewals over the book: every read begins with the reader's own partner. */
export function createRenewalDesk({
  book,
  clock,
  partnerTenants,
}: {
  readonly book: Reader;
  readonly clock: Clock;
  readonly partnerTenants: readonly TenantId[];
}): RenewalDesk {
  const isPartners = ({ person, tenant }: DeskReader): boolean => partnerTenants.includes(tenant) && tenantOf(person) === tenant && !isNameless(person);
  return {
    rows: async (reader, asked) => {
      if (!isPartners(reader)) return undefined;
      const now = clock.now();
      const today = dayOf(now);
      return pageOf({ book, now, today, reader, asked, window: windowOf(asked, today) });
    },
  };
}

async function pageOf(looking: Looking): Promise<RenewalsPage> {
  const { book, today, reader, asked, window } = looking;
  const rows: RenewalRow[] = [];
  let last = asked.after === undefined ? undefined : cursorOf(asked.after);
  let looks = 0;
  do {
    const part = await partOf(looking, last, rowsPerPage - rows.length);
    rows.push(...part.rows);
    last = part.last;
    looks += 1;
  } while (last !== undefined && rows.length < rowsPerPage && looks < mostLooks);
  return {
    rows,
    ...(last === undefined ? {} : { next: textOf(last) }),
    ...(asked.after === undefined ? { weeks: await weeksOf(book, reader.tenant, window, today), ...(await companyOf(book, reader.tenant)) } : {}),
  };
}

/** What the reader asked for among the next so many ends, and where the ones after them begin. */
async function partOf(looking: Looking, after: Cursor | undefined, limit: number): Promise<{ readonly rows: readonly RenewalRow[]; readonly last?: Cursor }> {
  const { book, reader, window } = looking;
  const { query, from, upTo } = window;
  const page = await book.list(query, { key: reader.tenant, from, upTo, limit, ...(after === undefined ? {} : { after: after.next }) });
  const subscriptions = page.rows.map(({ value }) => value);
  const ends = endsOf(subscriptions, window, after);
  const rows = (await Promise.all(ends.map((end) => rowOf(looking, end)))).filter((row) => row !== undefined);
  const end = ends.at(-1);
  if (page.next === undefined) return { rows };
  const seen = end === undefined ? { endsOn: after?.endsOn ?? from, id: after?.id ?? '' } : { endsOn: end.endsOn, id: end.subscription.id };
  return { rows, last: { ...seen, next: page.next } };
}

interface End {
  readonly subscription: Subscription;
  readonly endsOn: Day;
}

/** The last end of the page before: a row does not say which of a subscription's ends it stands for, but rows are in the order of end and id. */
interface Cursor {
  readonly endsOn: Day;
  readonly id: string;
  readonly next: string;
}

function textOf({ endsOn, id, next }: Cursor): string {
  return new URLSearchParams({ endsOn, id, next }).toString();
}

function cursorOf(text: string): Cursor | undefined {
  const read = new URLSearchParams(text);
  const endsOn = Day.safeParse(read.get('endsOn')).data;
  const [id, next] = [read.get('id'), read.get('next')];
  return endsOn === undefined || id === null || next === null ? undefined : { endsOn, id, next };
}

function endsOf(rows: readonly Subscription[], { endsOf: ends, from, upTo }: DeskWindow, last: Cursor | undefined): readonly End[] {
  const seen = new Map<string, number>();
  const isAhead = (endsOn: Day, id: string): boolean => last === undefined || endsOn > last.endsOn || (endsOn === last.endsOn && id > last.id);
  return rows.flatMap((subscription) => {
    const { id } = subscription;
    const nth = seen.get(id) ?? 0;
    seen.set(id, nth + 1);
    const endsOn = ends(subscription)
      .filter((end) => from <= end && end <= upTo && isAhead(end, id))
      .toSorted()[nth];
    return endsOn === undefined ? [] : [{ subscription, endsOn }];
  });
}

/** Undefined for what the reader has filtered away. */
async function rowOf(looking: Looking, { subscription, endsOn }: End): Promise<RenewalRow | undefined> {
  const { book, now, today, reader, asked, window } = looking;
  if (asked.plan !== undefined && subscription.plan !== asked.plan) return undefined;
  if (asked.stage !== undefined && stageOfEnd(subscription, endsOn, window, today) !== asked.stage) return undefined;
  const customer = (await book.read('customer', subscription.customer))?.value;
  if (asked.owner === 'mine' && customer?.owner !== reader.person) return undefined;
  const terms = window.termsOf(subscription).filter((term) => term.endsOn === endsOn);
  const [first] = terms;
  if (first === undefined) return undefined;
  const facts = await renewalFactsOf({ book, now }, subscription, { term: first.id, endsOn });
  const seats = terms.reduce((sum, term) => sum + term.seats, 0);
  const row = deskRow({ ...facts, seats }, { language: reader.language, today, owner: await ownerOf(book, customer) });
  return isAsked(row, asked.status) ? row : undefined;
}

function isAsked({ state, isNotReached }: RenewalRow, status: RenewalsAsked['status']): boolean {
  if (status === 'to-do') return state !== 'renewed';
  return status === 'not-reached' ? isNotReached : state === status;
}

async function ownerOf(book: Reader, customer: Customer | undefined): Promise<string | undefined> {
  if (customer?.owner === undefined) return undefined;
  const owner = await book.read('partner-user', customer.owner);
  return owner?.value.tenant === customer.partner ? owner.value.name : undefined;
}

async function companyOf(book: Reader, partner: TenantId): Promise<Pick<RenewalsPage, 'company'>> {
  const name = (await book.read('partner', partner))?.value.name;
  return name === undefined ? {} : { company: name };
}
