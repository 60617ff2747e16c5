import { z } from 'zod';
import { SubscriptionState } from '../../../domain/customers/import-subscription.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import { addDays, TermLength, termEnd } from '../../../domain/shared/dates.ts';
import { CommandId, SubscriptionId, TenantId, TermId } from '../../../domain/shared/ids.ts';
import { subscriptionIdOf } from '../../../domain/shared/record-ids.ts';
import type { Channel, PlanId } from '../../../domain/shared/plans.ts';
import { planIds, plans } from '../../../domain/shared/plans.ts';
import { folded } from '../../../domain/shared/queries.ts';
import { boolean, day, guid, optional, parsedBy, reference, required, seats } from './cell.ts';
import type { ImportFile } from './import-file.ts';
import { readRow, wrong } from './import-file.ts';
import { linesSoFar } from './lines-so-far.ts';

/** The names these plans had until April 2020. */
const earlierNames: Readonly<Record<string, PlanId>> = {
  'office 365 business essentials': 'business-basic',
  'office 365 business premium': 'business-standard',
  'microsoft 365 business': 'business-premium',
  'office 365 business': 'apps-for-business',
};

const [readDay, dayForm] = day;
/** Microsoft's reports write 2026-01-31, 2026-01-31T00:00:00 or 1/31/2026 12:00:00 AM. */
const reportDay: typeof day = [(cell) => readDay(isoOf(cell)), dayForm];

const Line = z.object({
  SubscriptionId: required(...reference),
  SubscriptionStartDate: required(...reportDay),
  SubscriptionEndDate: required(...reportDay),
  SubscriptionState: required(stateOf, 'Active or Suspended; what is gone is not taken'),
  IsAutoRenew: optional(...boolean),
  CustomerTenantId: required(...parsedBy(TenantId, guid)),
  SKU: required(planOf, `one of ${planIds.map((id) => plans[id].name).join(', ')}`),
  SalesChannel: required(channelOf, 'Direct or Cloud Solution Provider (CSP)'),
  AvailableSeats: required(...seats),
});

/**
 * Partner Center's "Subscription details report" (Insights, Download Reports; column names as on learn.microsoft.com, "Data definitions").
 * Its customers are named by their directories, so they have to be in the book with theirs. It says no term: that is told from its two days.
 */
export const partnerCenterSubscriptionsFile: ImportFile = {
  name: "Partner Center's subscriptions",
  required: Object.keys(Line.shape).filter((column) => column !== 'IsAutoRenew'),
  columns: Object.keys(Line.shape),
  begin: ({ partner, secrets, newId }) => {
    const earlierLineOf = linesSoFar();
    return (row) =>
      readRow(Line, row, (line) => {
        const { SubscriptionStartDate: startsOn } = line;
        const length = termBetween(startsOn, line.SubscriptionEndDate);
        if (length === undefined)
          return wrong('SubscriptionEndDate', `is not a month, a year or three years after ${startsOn}; write its present term into subscriptions.csv`);
        const id = subscriptionIdOf(secrets, partner, line.SubscriptionId);
        const command = {
          type: 'import-subscription',
          partner,
          customer: { tenant: line.CustomerTenantId },
          id,
          reference: SubscriptionId.parse(line.SubscriptionId),
          term: { id: TermId.parse(secrets.deriveId('term', id, startsOn)), seats: line.AvailableSeats, startsOn, endsOn: termEnd(startsOn, length), length },
          earlierLine: earlierLineOf(id, startsOn),
          subscription: {
            plan: line.SKU,
            channel: line.SalesChannel,
            autoRenews: line.IsAutoRenew,
            partnerOfRecord: undefined,
            status: line.SubscriptionState,
          },
        } as const;
        return { kind: 'ready', lane: id, carryOut: (execute) => execute({ ...command, commandId: CommandId.parse(newId()) }) };
      });
  },
};

function isoOf(cell: string): string {
  const [, month, date, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .*)?$/.exec(cell) ?? [];
  if (month === undefined || date === undefined || year === undefined) return cell.replace(/ 00:00:00(?:\.0+)?$/, '');
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

function stateOf(state: string): SubscriptionState | undefined {
  return SubscriptionState.options.find((each) => each === state.toLowerCase());
}

function planOf(sku: string): PlanId | undefined {
  const name = folded(sku);
  return planIds.find((id) => folded(plans[id].name) === name) ?? earlierNames[name];
}

function channelOf(channel: string): Channel | undefined {
  if (/\bcsp\b|cloud solution provider/i.test(channel)) return 'csp';
  return /^direct$/i.test(channel) ? 'direct' : undefined;
}

/** Both ways of writing the end count: the last day of the term, and the day after it. */
function termBetween(startsOn: Day, endsOn: Day): TermLength | undefined {
  return TermLength.options.find((length) => {
    const last = termEnd(startsOn, length);
    return endsOn === last || endsOn === addDays(last, 1);
  });
}
