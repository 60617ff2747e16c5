import { adminsAmong, isAdminOf } from '../customers/admins.ts';
import type { Customer, CustomerUser, Subscription } from '../customers/records.ts';
import { happened } from '../shared/audit.ts';
import type { Instant } from '../shared/dates.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import { tenantOf } from '../shared/ids.ts';
import type { Put } from '../shared/store.port.ts';
import type { RenewalWished, WishRenewal, WishRenewalRefusal } from './commands.ts';
import { lifecycleOf } from './lifecycle.ts';
import type { RenewalPlan } from './records.ts';
import { renewalPlanId } from './records.ts';
import { spokenOf } from './spoken-of.ts';
import { deletedOn } from './terms.ts';

/** What must be known to take a customer's wish; each absent one is `undefined`. */
export interface WishRenewalState {
  readonly subscription: Subscription | undefined;
  readonly customer: Customer | undefined;
  /** All people of the customer. */
  readonly users: readonly CustomerUser[];
  readonly plan: RenewalPlan | undefined;
}

/**
 * What a customer's admin wants of one end (mission, row 14): the last word counts, and the owner at the partner hears it at once
 * (bot/commands/tell-wish.ts). The same word again tells nobody anything. It orders nothing: the partner sees to it.
 */
export function decideWishRenewal(state: WishRenewalState, command: WishRenewal, now: Date): Decision<RenewalWished, WishRenewalRefusal> {
  const { customer, users } = state;
  if (customer?.tenant === undefined || customer.tenant !== tenantOf(command.by)) return refuse({ kind: 'subscription-not-found' });
  const found = spokenOf(state.subscription?.customer === customer.id ? state.subscription : undefined, command);
  if (found.kind !== 'found') return refuse(found);
  if (!isAdminOf(command.by, customer, users)) return refuse({ kind: 'not-an-admin', admins: adminsAmong(users).map(({ name }) => name) });
  const { subscription, term } = found;
  if (deletedOn(term.endsOn, lifecycleOf(subscription, term)) <= dayOf(now)) return refuse({ kind: 'over-already' });

  const { wish } = command;
  const before = state.plan?.wish;
  if (before?.wish === wish)
    return changes({ kind: 'renewal-wished', subscription: subscription.id, wish, at: before.at, isNew: false }, { put: [], events: [] });
  const at = instantOf(now);
  return changes(
    { kind: 'renewal-wished', subscription: subscription.id, wish, at, isNew: true },
    {
      put: [planOf(subscription, command, state.plan, at)],
      events: [
        happened({ ...command, partner: subscription.partner }, at, wordOf[wish], `subscription:${subscription.id}`, {
          customer: customer.id,
          before: { wish: before?.wish },
          after: { plan: subscription.plan, term: term.id, endsOn: term.endsOn, wish },
        }),
      ],
    },
  );
}

/** The words of the audit and the history. */
const wordOf = { renew: 'renewal-wished', direct: 'direct-billing-wished', end: 'end-wished' } as const;

function planOf({ id: subscription, partner, customer }: Subscription, command: WishRenewal, before: RenewalPlan | undefined, at: Instant): Put {
  const { wish, term, endsOn, by: person, byName: name } = command;
  const value: RenewalPlan = { ...before, ...{ partner, customer, subscription, term, endsOn }, wish: { wish, at, person, name } };
  return { kind: 'renewal-plan', id: renewalPlanId(term, endsOn), value };
}
