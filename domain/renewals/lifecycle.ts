import type { Subscription, Term } from '../customers/records.ts';
import type { Day } from '../shared/dates.ts';
import { addDays } from '../shared/dates.ts';
import { Day as DayOf } from '../shared/dates.ts';
import type { Channel } from '../shared/plans.ts';

/** How long licences stay usable, and data kept, after an end when nobody acts. */
export interface LifecyclePolicy {
  readonly id: 'thirty-days-free' | 'trial' | 'extended-service' | 'ends-at-once';
  /** Days after the last day of the term on which licences can still be used, free of charge. */
  readonly usableDays: number;
  /** The data is kept through this many days after the last day of the term. */
  readonly dataKeptDays: number;
  /** CSP: the service goes on month by month instead of ending, at a price; absent where it ends. */
  readonly extended?: {
    /** Added to the monthly price of the plan, in percent. */
    readonly surchargePercent: number;
    /** The same where the plan has no monthly price. */
    readonly surchargeWithoutMonthlyPercent: number;
  };
  readonly source: string;
  readonly checkedOn: string;
}

const usual = { usableDays: 30, dataKeptDays: 120, checkedOn: '2026-11-20' } as const;

/** Every policy, as data (mission, row 14). */
export const lifecyclePolicies: Readonly<Record<LifecyclePolicy['id'], LifecyclePolicy>> = {
  'thirty-days-free': {
    id: 'thirty-days-free',
    ...usual,
    source: 'Microsoft 365: what happens to my data and access when my subscription ends (30 days expired, 90 days disabled)',
  },
  trial: { id: 'trial', ...usual, source: 'Microsoft 365: what happens when a trial ends (30 days expired, 90 days disabled)' },
  'extended-service': {
    id: 'extended-service',
    usableDays: 0,
    dataKeptDays: 120,
    extended: { surchargePercent: 3, surchargeWithoutMonthlyPercent: 23 },
    source: 'Partner Center announcements, March 2026, item 14, as quoted by distributors (secondary sources)',
    checkedOn: '2026-11-20',
  },
  'ends-at-once': {
    id: 'ends-at-once',
    usableDays: 0,
    dataKeptDays: 120,
    source:
      'Partner Center announcements, March 2026, item 14, as quoted by distributors (secondary sources): an explicit cancellation ends the service with the term',
    checkedOn: '2026-11-20',
  },
};

/** The most days that data is kept after an end, whatever the policy. */
export const mostDaysKept = Math.max(...Object.values(lifecyclePolicies).map(({ dataKeptDays }) => dataKeptDays));

/** CSP terms bought or renewed from this day on and ending from that day on have no free days (mission, row 14). */
export const extendedService = { boughtFrom: DayOf.parse('2025-04-01'), endsFrom: DayOf.parse('2026-05-04') } as const;

const byChannel: Readonly<Record<Exclude<Channel, 'csp'>, LifecyclePolicy['id']>> = { key: 'thirty-days-free', direct: 'thirty-days-free', trial: 'trial' };

/**
 * What happens after the end of a term when nobody acts (mission, row 14): by how it was bought, and for CSP by when.
 */
export function lifecycleOf(
  { channel, autoRenews, cancelled }: Pick<Subscription, 'channel' | 'autoRenews' | 'cancelled'>,
  { startsOn, endsOn }: Pick<Term, 'startsOn' | 'endsOn'>,
): LifecyclePolicy {
  if (channel !== 'csp') return lifecyclePolicies[byChannel[channel]];
  const isNew = startsOn >= extendedService.boughtFrom && endsOn >= extendedService.endsFrom;
  if (!isNew) return lifecyclePolicies['thirty-days-free'];
  return lifecyclePolicies[cancelled !== undefined ? 'ends-at-once' : autoRenews ? 'thirty-days-free' : 'extended-service'];
}

/** The three dated lines of every notice (mission, row 14). */
export interface LifecycleDates {
  readonly lastUsableOn: Day;
  readonly disabledFrom: Day;
  readonly deletedFrom: Day;
}

export function lifecycleDates(endsOn: Day, policy: Pick<LifecyclePolicy, 'usableDays' | 'dataKeptDays'>): LifecycleDates {
  return {
    lastUsableOn: addDays(endsOn, policy.usableDays),
    disabledFrom: addDays(endsOn, policy.usableDays + 1),
    deletedFrom: addDays(endsOn, policy.dataKeptDays + 1),
  };
}
