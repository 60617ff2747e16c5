import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { answersWaitCard as drawnCount } from '../../../cards/answers-wait.card.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import { tenantOf } from '../../../domain/shared/ids.ts';
import type { OfferId, PersonId } from '../../../domain/shared/ids.ts';
import type { CardParts } from '../card-parts.ts';

/** "So many answers wait for you", to the partner; undefined when none of this offer waits any more. */
export async function answersWaitCard({ book, language }: CardParts, id: OfferId, reader: PersonId): Promise<AdaptiveCard | undefined> {
  const offer = (await book.read('offer', id))?.value;
  if (offer?.partner !== tenantOf(reader)) return undefined;
  const count = await book.count('declared-answers-of-offer', { key: id });
  return count === 0 ? undefined : drawnCount(sayIn(language), { offer, count });
}
