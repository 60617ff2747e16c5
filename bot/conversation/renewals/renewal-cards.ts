import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import { renewalCard } from '../../../cards/renewal.card.ts';
import type { RenewalView } from '../../../cards/renewal.card.ts';
import type { Subscription } from '../../../domain/customers/records.ts';
import { digestId } from '../../../domain/renewals/records.ts';
import { lifecycleOf } from '../../../domain/renewals/lifecycle.ts';
import { daysLeft, openTerms, stageOf } from '../../../domain/renewals/terms.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import { tenantOf } from '../../../domain/shared/ids.ts';
import type { PersonId, SubscriptionId } from '../../../domain/shared/ids.ts';
import type { CardParts } from '../card-parts.ts';
import { renewalFactsOf } from './facts.ts';
import type { NamedEnd } from './facts.ts';

/** What a click has just done, or why it could not. */
export type Said = Pick<RenewalView, 'done' | 'refused' | 'isWish'>;

/** The subscription, where it is of the reader's own partner: another partner's does not exist for them. */
export async function ownSubscription({ book }: Pick<CardParts, 'book'>, id: SubscriptionId, reader: PersonId): Promise<Subscription | undefined> {
  const stored = await book.read('subscription', id);
  return stored?.value.partner === tenantOf(reader) ? stored.value : undefined;
}

/** A renewal as the partner's people see it; undefined for anybody else. */
export async function partnerRenewalCard(
  parts: CardParts,
  id: SubscriptionId,
  reader: PersonId,
  { end, ...said }: Said & { readonly end?: NamedEnd } = {},
): Promise<AdaptiveCard | undefined> {
  const subscription = await ownSubscription(parts, id, reader);
  if (subscription === undefined) return undefined;
  const renewal = await renewalFactsOf(parts, subscription, end);
  const today = dayOf(parts.now);
  const others = openTerms(subscription)
    .filter((term) => term.id !== renewal.term && stageOf(term, today, lifecycleOf(subscription, term)) !== 'deleted')
    .map(({ id: term, endsOn, seats }) => ({ term, endsOn, seats, daysLeft: daysLeft(endsOn, today) }));
  const digest = await digestToday(parts, reader);
  return renewalCard(sayIn(parts.language), { renewal, others, ...(digest === undefined ? {} : { digest }), ...said });
}

/** The id of the digest that a person at a partner got today, to go back to. */
export async function digestToday({ book, now }: Pick<CardParts, 'book' | 'now'>, person: PersonId): Promise<string | undefined> {
  const id = digestId({ person, partner: tenantOf(person), day: dayOf(now) });
  return (await book.read('digest', id))?.value.at === undefined ? undefined : id;
}
