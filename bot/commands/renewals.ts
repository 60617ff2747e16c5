import { CustomerNoticesTurned, MovedToDirect, NoticeMailed, RenewalPlanned, RenewalRecorded, RenewalWished } from '../../domain/renewals/commands.ts';
import { decideMarkNoticeMailed } from '../../domain/renewals/mark-notice-mailed.ts';
import { decideMoveToDirect } from '../../domain/renewals/move-to-direct.ts';
import { decidePlanRenewal } from '../../domain/renewals/plan-renewal.ts';
import { decideRecordRenewal } from '../../domain/renewals/record-renewal.ts';
import { renewalPlanId } from '../../domain/renewals/records.ts';
import { decideTurnCustomerNotices } from '../../domain/renewals/turn-customer-notices.ts';
import type { WishRenewal } from '../../domain/renewals/commands.ts';
import type { WishRenewalState } from '../../domain/renewals/wish-renewal.ts';
import { decideWishRenewal } from '../../domain/renewals/wish-renewal.ts';
import type { Handler } from './handler.ts';
import { handler } from './handler.ts';
import { customerAndUsers } from './people.ts';
import type { Reading } from './reading.ts';

export const planRenewal: Handler<'plan-renewal'> = handler({
  outcome: RenewalPlanned,
  load: async (command, reading) => ({
    user: await reading.read('partner-user', command.by),
    subscription: await reading.read('subscription', command.subscription),
    plan: await reading.read('renewal-plan', renewalPlanId(command.term, command.endsOn)),
  }),
  decide: decidePlanRenewal,
});

export const wishRenewal: Handler<'wish-renewal'> = handler({ outcome: RenewalWished, load: loadWish, decide: decideWishRenewal });

async function loadWish(command: WishRenewal, reading: Reading): Promise<WishRenewalState> {
  const subscription = await reading.read('subscription', command.subscription);
  const { customer, users } = await customerAndUsers(subscription?.customer, reading);
  return { subscription, customer, users, plan: await reading.read('renewal-plan', renewalPlanId(command.term, command.endsOn)) };
}

export const recordRenewal: Handler<'record-renewal'> = handler({
  outcome: RenewalRecorded,
  load: async (command, reading) => ({
    user: await reading.read('partner-user', command.by),
    subscription: await reading.read('subscription', command.subscription),
  }),
  decide: decideRecordRenewal,
});

export const moveToDirect: Handler<'move-to-direct'> = handler({
  outcome: MovedToDirect,
  load: async (command, reading) => {
    const subscription = await reading.read('subscription', command.subscription);
    return {
      user: await reading.read('partner-user', command.by),
      subscription,
      customer: subscription === undefined ? undefined : await reading.read('customer', subscription.customer),
    };
  },
  decide: decideMoveToDirect,
});

export const turnCustomerNotices: Handler<'turn-customer-notices'> = handler({
  outcome: CustomerNoticesTurned,
  load: async (command, reading) => ({
    user: await reading.read('partner-user', command.by),
    partner: await reading.read('partner', command.partner),
  }),
  decide: decideTurnCustomerNotices,
});

export const markNoticeMailed: Handler<'mark-notice-mailed'> = handler({
  outcome: NoticeMailed,
  load: async (command, reading) => ({
    user: await reading.read('partner-user', command.by),
    notice: await reading.read('notice', command.notice),
  }),
  decide: decideMarkNoticeMailed,
});
