import type { ShownNotice } from '../renewals/records.ts';
import type { ObjectId, OfferId, PersonId, TenantId } from './ids.ts';

/** Where a message came from and an answer goes. Keyed by tenant, person and conversation, never by serviceUrl. */
export interface ConversationAddress {
  readonly channel: string;
  readonly conversation: string;
  readonly scope: 'personal' | 'group' | 'channel';
  /** The newest one seen in an authenticated activity. */
  readonly serviceUrl: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly user: { readonly id: string; readonly name: string };
  readonly tenant: TenantId;
}

/** What a person did. */
export type Said =
  | { readonly kind: 'text'; readonly text: string; readonly hasAttachments: boolean }
  /** A card button. `data` is what the client sent: untrusted until parsed. */
  | { readonly kind: 'clicked'; readonly verb: string; readonly data: unknown }
  | { readonly kind: 'installed' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'edited' }
  /** Reactions, typing, presence and whatever the channel adds tomorrow. */
  | { readonly kind: 'other' };

/** One activity of the channel, in our words. Identity comes from the signed activity, never from a card. */
export interface Incoming {
  /** Channel, conversation and activity id: the same for a re-delivery. */
  readonly activityKey: string;
  readonly from: { readonly person: PersonId; readonly tenant: TenantId; readonly objectId: ObjectId; readonly name: string };
  readonly address: ConversationAddress;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly said: Said;
  /** The message whose card was clicked, when the channel names it: the one that the answer takes the place of. */
  readonly cardId?: string;
  /** For the log; made at the door. */
  readonly requestId: string;
}

/** A finished Adaptive Card, opaque to everyone but the room that made it. */
export interface RenderedCard {
  readonly type: 'AdaptiveCard';
  /** Plain words for clients that cannot draw it, and for the toast. */
  readonly fallbackText: string;
}

/**
 * The one answer of a turn. A clicked card is replaced in place; anything else gets a new message.
 *
 * `alsoTo`: the same answer given in the person's one-to-one chat when they wrote in a channel.
 */
export type Reply =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'card';
      readonly card: RenderedCard;
      readonly alsoTo?: { readonly address: ConversationAddress; readonly card: RenderedCard };
      /** What this card shows that may change: it is kept where it stands, to change in place. */
      readonly shows?: Shown;
    };

/** An offer, or something of renewals: what a card shows that changes in place when it does. */
export type Shown = OfferId | ShownNotice;

/** Answers one activity. Never throws for what people can cause. */
export type HandleTurn = (incoming: Incoming) => Promise<Reply>;

/** What the channel knows of a person beyond the signed activity, asked for when it is needed. */
export interface MemberProfile {
  /** Sign-in name, lower case. */
  readonly upn?: string;
  readonly email?: string;
  readonly name?: string;
}
