import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { fits } from '../../../cards/fits.ts';
import { renewalsCard } from '../../../cards/renewals.card.ts';
import type { RenewalsView } from '../../../cards/renewals.card.ts';
import type { RenewalFacts } from '../../../cards/renewal-view.ts';
import type { Subscription } from '../../../domain/customers/records.ts';
import { mostDaysKept } from '../../../domain/renewals/lifecycle.ts';
import { openEnds, openTerms } from '../../../domain/renewals/terms.ts';
import { addDays, addMonths, Day, dayOf, isEnd } from '../../../domain/shared/dates.ts';
import type { Slice } from '../../../domain/shared/store.port.ts';
import type { Context } from '../context.ts';
import type { PartnerPerson } from '../who.ts';
import { renewalFactsOf } from './facts.ts';

type Here = Pick<Context<PartnerPerson>, 'book' | 'who' | 'say' | 'now' | 'links'>;

/** Ten on a page; fewer where names are so long that the card would be too big. */
const rowsPerPage = [10, 5, 2, 1] as const;

/**
 * What ends this month, another month, or has ended and waits, page by page.
 *
 * @param after from a button: `2026-03` or `ended`, and after a bar where in it; anything else is this month.
 */
export async function renewalsPage(context: Here, after?: string): Promise<AdaptiveCard> {
  const today = dayOf(context.now);
  const [which = '', cursor] = (after ?? '').split('|', 2);
  const span = spanOf(which, today);
  const [most, ...fewer] = rowsPerPage;
  const draw = async (limit: number) => renewalsCard(context.say, await viewOf(context, span, { limit, cursor }));
  return fewer.reduce(async (drawn, limit) => (fits(await drawn) ? drawn : draw(limit)), draw(most));
}

interface Span {
  readonly kind: RenewalsView['span']['kind'];
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

function spanOf(which: string, today: Day): Span {
  if (which === 'ended') return { kind: 'ended', name: which, from: addDays(today, -mostDaysKept), to: addDays(firstOf(today), -1) };
  const named = Day.safeParse(`${which}-01`);
  const from = named.success ? named.data : firstOf(today);
  return { kind: 'month', name: monthOf(from), from, to: addDays(addMonths(from, 1), -1) };
}

function firstOf(day: Day): Day {
  return Day.parse(`${monthOf(day)}-01`);
}

function monthOf(day: Day): string {
  return day.slice(0, 7);
}

async function viewOf(context: Here, span: Span, { limit, cursor }: { readonly limit: number; readonly cursor: string | undefined }): Promise<RenewalsView> {
  const { book, who, now, links, say } = context;
  const dashboard = links.dashboard?.(who.person, say.language);
  const ended = spanOf('ended', dayOf(now));
  const within = ({ from, to }: Span): Omit<Slice, 'limit'> => ({ key: who.tenant, from, upTo: to });
  const [page, count, endedCount] = await Promise.all([
    book.list('ends-of-partner', { ...within(span), limit, ...(cursor === undefined ? {} : { after: cursor }) }),
    book.count('ends-of-partner', within(span)),
    book.count('ends-of-partner', within(ended)),
  ]);
  const found = page.rows.map(({ value }) => value);
  const ends = found.flatMap((subscription, index) => endsAt(subscription, span, found, { index, isFirst: cursor === undefined }));
  return {
    span,
    rows: await Promise.all(ends.map(({ subscription, endsOn }) => rowOf(context, subscription, endsOn))),
    count,
    ended: endedCount,
    ...(page.next === undefined ? {} : { more: `${span.name}|${page.next}` }),
    ...(dashboard === undefined ? {} : { dashboard }),
    nextMonth: monthOf(span.kind === 'ended' ? addMonths(firstOf(dayOf(now)), 1) : isEnd(span.to) ? addDays(span.to, 1) : span.from),
  };
}

/** A subscription with several ends in these days has as many rows; one that is cut by a page has its later ends on the next. */
function endsAt(
  subscription: Subscription,
  { from, to }: Span,
  rows: readonly Subscription[],
  { index, isFirst }: { readonly index: number; readonly isFirst: boolean },
): readonly { readonly subscription: Subscription; readonly endsOn: Day }[] {
  const ends = openEnds(subscription)
    .filter((end) => from <= end && end <= to)
    .toSorted();
  const own = rows.filter(({ id }) => id === subscription.id).length;
  const before = rows.slice(0, index).filter(({ id }) => id === subscription.id).length;
  const endsOn = ends[isFirst ? before : ends.length - own + before];
  return endsOn === undefined ? [] : [{ subscription, endsOn }];
}

/** One end, with the licences of every term that ends then. */
async function rowOf(context: Here, subscription: Subscription, endsOn: Day): Promise<RenewalFacts> {
  const terms = openTerms(subscription).filter((term) => term.endsOn === endsOn);
  const [first] = terms;
  const facts = await renewalFactsOf(context, subscription, first === undefined ? undefined : { term: first.id, endsOn });
  return { ...facts, seats: terms.reduce((sum, { seats }) => sum + seats, 0) };
}
