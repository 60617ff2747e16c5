import { dayOf } from '../shared/dates.ts';
import type { Day } from '../shared/dates.ts';
import type { Relationship } from '../delegated-admin/records.ts';
import type { Offer, OfferAnswer } from './records.ts';

/** How an offer stands towards one customer on a day. */
export type OfferStand =
  /** Can be accepted through that day. */
  | { readonly kind: 'open'; readonly until: Day }
  | { readonly kind: 'accepted'; readonly answer: OfferAnswer; readonly relationship?: Relationship }
  | { readonly kind: 'declined'; readonly answer: OfferAnswer }
  /** Accepted by somebody who only said who they are: the partner has to confirm it. */
  | { readonly kind: 'waiting'; readonly answer: OfferAnswer }
  | { readonly kind: 'withdrawn'; readonly on: Day }
  /** `on` is the last day on which it could be accepted. */
  | { readonly kind: 'expired'; readonly on: Day };

/**
 * A given answer wins over a withdrawal and an expiry, for what was accepted stays; a dismissed one counts as none.
 * Without an answer it is how the offer stands towards everybody.
 */
export function standOf(offer: Offer, answer: OfferAnswer | undefined, relationship: Relationship | undefined, today: Day): OfferStand {
  switch (answer?.state) {
    case 'accepted':
      return { kind: 'accepted', answer, ...(relationship === undefined ? {} : { relationship }) };
    case 'declined':
      return { kind: 'declined', answer };
    case 'declared':
      return { kind: 'waiting', answer };
    case 'dismissed':
    case undefined:
      return withoutAnswer(offer, today);
  }
}

function withoutAnswer(offer: Offer, today: Day): OfferStand {
  if (offer.withdrawn !== undefined) return { kind: 'withdrawn', on: dayOf(new Date(offer.withdrawn.at)) };
  return offer.validUntil < today ? { kind: 'expired', on: offer.validUntil } : { kind: 'open', until: offer.validUntil };
}
