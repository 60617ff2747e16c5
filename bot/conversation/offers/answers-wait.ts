import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { answersWaitCard as drawnCount } from '../../../cards/answers-wait.card.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import { tenantOf } from '../../../domain/shared/ids.ts';
import type { OfferId, PersonId } from '../../../domain/shared/ids.ts';
import type { CardParts } from '../card-parts.ts';

/** More than any offer can have waiting of visitors; of those signed in there may be some beyond. */
const mostCounted = 500;

/** "So many answers wait for you", to the partner; undefined when none of this offer waits any more. */
export async function answersWaitCard({ book, language }: CardParts, id: OfferId, reader: PersonId): Promise<AdaptiveCard | undefined> {
  const offer = (await book.read('offer', id))?.value;
  if (offer?.partner !== tenantOf(reader)) return undefined;
  const { rows } = await book.list('declared-answers-of-partner', { key: offer.partner, limit: mostCounted });
  const count = rows.filter(({ value }) => value.offer === id).length;
  return count === 0 ? undefined : drawnCount(sayIn(language), { offer, count });
}
