import type { PreviewRow } from '../../../cards/customer-notices.card.ts';
import { dueNotices } from '../../../domain/renewals/due.ts';
import type { DueNotice } from '../../../domain/renewals/due.ts';
import { addDays } from '../../../domain/shared/dates.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import type { TenantId } from '../../../domain/shared/ids.ts';
import type { Reader } from '../../../domain/shared/store.port.ts';

const daysAhead = 14;
const mostRows = 20;
/** So many are looked at; what lies beyond is told as "at least so many more". */
const mostLooked = 60;

/**
 * What would go to customers on each of the next 14 days if the notices were turned on today, the soonest first.
 *
 * Costs what is shown: on a book with a lot due it ends after the first few.
 */
export async function customersPreview(book: Reader, partner: TenantId, today: Day): Promise<{ readonly rows: readonly PreviewRow[]; readonly more: number }> {
  const rows = new Map<string, PreviewRow>();
  for (let ahead = 0; ahead < daysAhead; ahead += 1) {
    const on = addDays(today, ahead);
    for await (const due of dueNotices(book, { partner, run: { since: today, through: on }, today: on, customerNotices: 'as-if-on' })) {
      if (due.side === 'partner' || due.ending.kind !== 'term') continue;
      const id = `${on}|${due.ending.term}|${due.endsOn}`;
      const row = rows.get(id) ?? (await rowOf(book, due, on));
      if (row === undefined) continue;
      if (!rows.has(id) && rows.size === mostLooked) return shown(rows);
      rows.set(id, due.side === 'mail' ? row : { ...row, admins: row.admins + 1 });
    }
  }
  return shown(rows);
}

function shown(rows: ReadonlyMap<string, PreviewRow>): { readonly rows: readonly PreviewRow[]; readonly more: number } {
  return { rows: [...rows.values()].slice(0, mostRows), more: Math.max(0, rows.size - mostRows) };
}

async function rowOf(book: Reader, { ending, endsOn, customer }: DueNotice, on: Day): Promise<PreviewRow | undefined> {
  const subscription = ending.kind === 'term' ? (await book.read('subscription', ending.subscription))?.value : undefined;
  return subscription === undefined ? undefined : { on, customer: customer.name, plan: subscription.plan, endsOn, admins: 0 };
}
