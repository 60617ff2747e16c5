import { confirmedInformation } from '../company/confirmed.ts';
import type { Partner, PartnerUser } from '../company/records.ts';
import { mayActInCompany } from '../company/rights.ts';
import { happened } from '../shared/audit.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { CustomerNoticesTurned, TurnCustomerNotices, TurnCustomerNoticesRefusal } from './commands.ts';

/** What must be known to turn the notices on or off; each absent one is `undefined`. */
export interface TurnCustomerNoticesState {
  readonly user: PartnerUser | undefined;
  readonly partner: Partner | undefined;
}

/**
 * Turns the notices to customers on or off (mission, row 15). Turned on, steps of days before today are told to no customer. Turned on twice,
 * the first time holds. Turning them off is never held up.
 */
export function decideTurnCustomerNotices(
  { user, partner }: TurnCustomerNoticesState,
  command: TurnCustomerNotices,
  now: Date,
): Decision<CustomerNoticesTurned, TurnCustomerNoticesRefusal> {
  const { on } = command;
  if (user?.tenant !== command.partner || !mayActInCompany(user, 'customer-notices')) return refuse({ kind: 'not-global-admin' });
  if (partner === undefined) return refuse({ kind: 'company-not-in-book' });
  const today = dayOf(now);
  if (on && confirmedInformation(partner, today) === undefined) return refuse({ kind: 'company-not-confirmed' });
  const before = partner.customerNotices;
  const at = instantOf(now);
  if ((before?.on ?? false) === on) return changes({ kind: 'customer-notices-turned', on, at: before?.at ?? at }, { put: [], events: [] });
  const customerNotices = { on, since: on || before === undefined ? today : before.since, at, by: command.byName };
  return changes(
    { kind: 'customer-notices-turned', on, at },
    {
      put: [{ kind: 'partner', id: partner.tenant, value: { ...partner, customerNotices } }],
      events: [
        happened(command, at, 'customer-notices-turned', `partner:${partner.tenant}`, {
          before: { on: before?.on ?? false },
          after: { on, since: customerNotices.since },
        }),
      ],
    },
  );
}
