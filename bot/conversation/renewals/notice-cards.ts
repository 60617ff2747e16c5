import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { changeToldCard } from '../../../cards/change-told.card.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import { tenantOf } from '../../../domain/shared/ids.ts';
import type { PersonId } from '../../../domain/shared/ids.ts';
import type { Outgoing } from '../../../domain/shared/outbox.ts';
import type { CardParts } from '../card-parts.ts';
import { customersDigest, customersRenewalCard } from './customer-notices.ts';
import { digestCard } from './digest.ts';
import { newsRow } from './digest-rows.ts';
import { ownSubscription, partnerRenewalCard } from './renewal-cards.ts';

/** What is said unasked about renewals. `subscription-changed` is no message: the cards change in place, each by what it shows. */
export type NoticeTopic = Extract<Outgoing, { readonly topic: 'digest' | 'change-told' | 'renewal-wished' | 'subscription-changed' }>;

/** The card of something said unasked about renewals, for this reader; undefined when there is nothing to say any more. */
export function noticeCard(parts: CardParts, what: NoticeTopic, reader: PersonId): Promise<AdaptiveCard | undefined> {
  switch (what.topic) {
    case 'digest':
      return digest(parts, what, reader);
    case 'change-told':
      return changeTold(parts, what.news, reader);
    case 'renewal-wished':
      return renewalWished(parts, what.plan, reader);
    case 'subscription-changed':
      return renewal(parts, what, reader);
  }
}

/** From the side on which the reader stands: the record says for whom it is. */
async function digest(parts: CardParts, { digest: id, after }: Extract<NoticeTopic, { readonly topic: 'digest' }>, reader: PersonId) {
  return (await digestCard(parts, reader, id, after)) ?? customersDigest(parts, id, reader, Number(after ?? 0));
}

async function renewal(parts: CardParts, what: Extract<NoticeTopic, { readonly topic: 'subscription-changed' }>, reader: PersonId) {
  const { subscription, term, endsOn } = what;
  const end = term === undefined || endsOn === undefined ? {} : { end: { term, endsOn } };
  return (await partnerRenewalCard(parts, subscription, reader, end)) ?? customersRenewalCard(parts, subscription, reader, end.end);
}

async function changeTold(parts: CardParts, id: string, reader: PersonId): Promise<AdaptiveCard | undefined> {
  const news = (await parts.book.read('news', id))?.value;
  if (news?.recipient !== reader) return undefined;
  const customer = (await parts.book.read('customer', news.customer))?.value;
  if (customer?.partner !== tenantOf(reader)) return undefined;
  return changeToldCard(sayIn(parts.language), await newsRow(parts, customer, news));
}

/** The customer's word, on the renewal it is about; as long as they have not taken it back. */
async function renewalWished(parts: CardParts, id: string, reader: PersonId): Promise<AdaptiveCard | undefined> {
  const plan = (await parts.book.read('renewal-plan', id))?.value;
  if (plan?.wish === undefined || (await ownSubscription(parts, plan.subscription, reader)) === undefined) return undefined;
  return partnerRenewalCard(parts, plan.subscription, reader, { end: { term: plan.term, endsOn: plan.endsOn }, isWish: true });
}
