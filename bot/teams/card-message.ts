import type { ConversationAddress, RenderedCard } from '../../domain/shared/turn.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';

/** A card as one new message: one message a turn, the toast in plain words. */
export function cardMessage(card: RenderedCard) {
  return { type: 'message', summary: card.fallbackText, attachments: [{ contentType: cardType, content: card }] };
}

/** An activity from the assistant to an address, outside the pipeline of a turn. */
export function addressed<Kind extends { readonly type: string }>(activity: Kind, to: ConversationAddress) {
  return { ...activity, channelId: to.channel, serviceUrl: to.serviceUrl, from: to.bot, recipient: to.user, conversation: { id: to.conversation } };
}
