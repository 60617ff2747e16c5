import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import type { PersonId } from '../../../domain/shared/ids.ts';
import { tenantOf } from '../../../domain/shared/ids.ts';
import type { OfferId } from '../../../domain/shared/ids.ts';
import type { Outgoing } from '../../../domain/shared/outbox.ts';
import type { CardParts } from '../card-parts.ts';
import { noticeCard } from '../renewals/notice-cards.ts';
import { rightAskedMessage, rightSettledMessage } from '../own-company/right-cards.ts';
import { answersWaitCard } from './answers-wait.ts';
import { adminSettledCard, customerOfferCard, delegationEndedForCustomer } from './customer-cards.ts';
import { adminAskedCard, delegationEndedForPartner, offerAnsweredCard, partnerOfferCard } from './partner-cards.ts';

/** The card of something said unasked, as things stand in the book now, for this reader; undefined when there is nothing to say any more. */
export async function outgoingCard(parts: CardParts, what: Outgoing, reader: PersonId): Promise<AdaptiveCard | undefined> {
  switch (what.topic) {
    case 'offer-sent':
      return customerOfferCard(parts, what.offer, reader);
    case 'offer-answered':
      return offerAnsweredCard(parts, what.offer, what.customer, reader);
    case 'answers-wait':
      return answersWaitCard(parts, what.offer, reader);
    case 'offer-changed':
      return offerCard(parts, what.offer, reader);
    case 'admin-asked':
      return adminAskedCard(parts, what.customer, what.person, reader);
    case 'admin-settled':
      return adminSettledCard(parts, what.customer, what.person);
    case 'right-asked':
      return rightAskedMessage(parts, what.person, reader);
    case 'right-settled':
      return rightSettledMessage(parts, what, reader);
    case 'digest':
    case 'change-told':
    case 'renewal-wished':
    case 'subscription-changed':
      return noticeCard(parts, what, reader);
    case 'delegation-ended': {
      const relationship = await parts.book.read('relationship', what.relationship);
      const isPartners = relationship?.value.partner === tenantOf(reader);
      return isPartners ? delegationEndedForPartner(parts, what.relationship, reader) : delegationEndedForCustomer(parts, what.relationship, reader);
    }
  }
}

/** The offer from the side on which the reader stands. */
async function offerCard(parts: CardParts, offer: OfferId, reader: PersonId): Promise<AdaptiveCard | undefined> {
  const found = await parts.book.read('offer', offer);
  return found?.value.partner === tenantOf(reader) ? partnerOfferCard(parts, offer, reader) : customerOfferCard(parts, offer, reader);
}
