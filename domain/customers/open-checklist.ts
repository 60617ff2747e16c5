import type { Checklist, Subscription } from './records.ts';

/** The tasks after set-up, none of them done: nothing is taken over from other subscriptions of the customer (mission, row 5). */
export function openChecklist({ id, customer, partner }: Pick<Subscription, 'id' | 'customer' | 'partner'>): Checklist {
  return {
    subscription: id,
    customer,
    partner,
    items: {
      'add-users': { status: 'open' },
      'move-data': { status: 'open' },
      domain: { status: 'open' },
      'partner-of-record': { status: 'open' },
      'delegated-admin': { status: 'open' },
    },
  };
}
