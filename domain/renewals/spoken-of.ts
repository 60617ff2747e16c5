import type { PartnerUser } from '../company/records.ts';
import { mayActForCustomers } from '../company/rights.ts';
import type { Subscription, Term } from '../customers/records.ts';
import type { Day } from '../shared/dates.ts';
import { isEnd } from '../shared/dates.ts';
import type { PersonId, SubscriptionId, TenantId, TermId } from '../shared/ids.ts';

/** One end of one term, as a card showed it. */
interface ShownEnd {
  readonly subscription: SubscriptionId;
  readonly term: TermId;
  readonly endsOn: Day;
}

/** The term whose end it is, or why the card is not right any more. Refused in this order: nobody hears of what is not theirs. */
export type SpokenOf =
  | { readonly kind: 'found'; readonly subscription: Subscription; readonly term: Term }
  | { readonly kind: 'subscription-not-found' }
  | { readonly kind: 'end-changed' };

/** Is the end that a card showed still ahead of somebody? Renewed, moved or gone, it is another end, and the card is told so. */
export function spokenOf(subscription: Subscription | undefined, { term: id, endsOn }: ShownEnd): SpokenOf {
  if (subscription === undefined) return { kind: 'subscription-not-found' };
  const term = subscription.terms.find((each) => each.id === id);
  if (term === undefined || term.endsOn !== endsOn || term.renewedBy !== undefined || !isEnd(endsOn)) return { kind: 'end-changed' };
  return { kind: 'found', subscription, term };
}

/** May this person see to the renewals of that partner's customers? */
export function maySeeToRenewals(user: PartnerUser | undefined, { partner, by }: { readonly partner: TenantId; readonly by: PersonId }): boolean {
  return user?.tenant === partner && user.person === by && mayActForCustomers(user, 'renewals');
}
