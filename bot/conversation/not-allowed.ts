import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { notAllowedCard } from '../../cards/conversation.card.ts';
import type { NotAllowedView } from '../../cards/conversation.card.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import type { Context, Conversations } from './context.ts';
import { mendOf } from './own-company/mending.ts';
import type { PartnerPerson } from './who.ts';

/** Why this person may not do it, with who can mend it; the conversation that would, only where this person may have it. */
export async function notAllowed(
  context: Context<PartnerPerson>,
  { way, ...view }: NotAllowedView,
  { flows }: Pick<Conversations, 'flows'>,
): Promise<AdaptiveCard> {
  const isOpen = way !== undefined && flows[way].permits(context.who, dayOf(context.now)).kind === 'allowed';
  return notAllowedCard(context.say, { ...view, mend: await mendOf(context), ...(isOpen ? { way } : {}) });
}
