import type { Day } from '../../domain/shared/dates.ts';
import { addDays } from '../../domain/shared/dates.ts';
import type { PlanId } from '../../domain/shared/plans.ts';
import type { CellValue } from './csv/csv-text.ts';

// Without letters and digits that are taken for one another, so that a person can type them.
const alphabet = 'CDFGHJKMPQRTVWXY234679';

const stock: readonly { readonly plan: PlanId; readonly seats: readonly number[] }[] = [
  { plan: 'small-business', seats: Array.from({ length: 14 }, () => 1) },
  { plan: 'midsize-business', seats: [10, 10, 25, 50] },
  { plan: 'business-basic', seats: Array.from({ length: 6 }, () => 1) },
  { plan: 'business-standard', seats: Array.from({ length: 8 }, () => 1) },
  { plan: 'business-premium', seats: Array.from({ length: 6 }, () => 1) },
  { plan: 'apps-for-business', seats: Array.from({ length: 6 }, () => 1) },
];

/** Product keys to try redeeming with. All begin with TRYME and are worth nothing anywhere else; the same in every sample book. */
export function sampleKeys(today: Day): readonly (readonly CellValue[])[] {
  const worth = stock.flatMap(({ plan, seats }, order) => seats.map((count) => ({ plan, count, order })));
  const rows = worth.map(({ plan, count, order }, index) => [keyNumber(index + 1), plan, count, addDays(today, -15 * (order + 1)), `FD-${1001 + order}`]);
  return [['key', 'plan', 'seats', 'boughtOn', 'orderRef'], ...rows];
}

function keyNumber(number: number): string {
  let state = number * 2_654_435_761;
  const characters = Array.from({ length: 20 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return alphabet[Math.floor(state / 2 ** 16) % alphabet.length] ?? 'X';
  }).join('');
  return ['TRYME', ...(characters.match(/.{5}/g) ?? [])].join('-');
}
