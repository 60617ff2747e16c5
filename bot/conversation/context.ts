import type { CardAction, PageId } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import type { Say } from '../../cards/messages/say.ts';
import type { Execute } from '../../domain/commands.ts';
import type { CommandId, OfferCode, PersonId } from '../../domain/shared/ids.ts';
import type { Language } from '../../domain/shared/language.ts';
import type { NewCode, NewId, Secrets } from '../../domain/shared/ports.ts';
import type { Reader } from '../../domain/shared/store.port.ts';
import type { MemberProfile, Shown } from '../../domain/shared/turn.ts';
import type { Flow } from './flow.ts';
import type { CustomerPerson, PartnerPerson, Stranger, Who } from './who.ts';

/** What a turn has at hand. */
export interface Context<W extends Who = Who> {
  readonly who: W;
  readonly say: Say;
  readonly book: Reader;
  readonly execute: Execute;
  readonly secrets: Secrets;
  readonly now: Date;
  readonly newId: NewId;
  readonly newCode: NewCode;
  readonly links: Links;
  /** What the channel knows of who speaks; asked at most when it is needed, and undefined when the channel does not say. */
  readonly profile: () => Promise<MemberProfile | undefined>;
  /** The same for a re-delivery of this activity: the id of a command that one click is. */
  readonly turnId: CommandId;
}

/** One card made from the book, asked for by name. */
export interface Page {
  show(context: Context<PartnerPerson>, after?: string): Promise<AdaptiveCard>;
}

/** Addresses that customers open. */
export interface Links {
  /** The page of an offer. */
  offer(code: OfferCode): string;
  /** The dashboard of renewals for one of a partner's people: opens once, soon. Absent where there is no such page. */
  dashboard?(person: PersonId, language: Language): string;
}

/** A card, and what it shows that may change: kept where it stands, to change in place. */
export interface Answered {
  readonly card: AdaptiveCard;
  readonly shows?: Shown;
}

type Click<V extends CardAction['verb']> = Extract<CardAction, { readonly verb: V }>;

/** A button that acts or shows by itself, without a conversation. `inputs`: what stands in the fields of the card, untrusted. */
export type Clicks = { readonly [V in OneClick]: (context: Context<PartnerPerson>, action: Click<V>, inputs: object) => Promise<Answered> };
export type OneClick =
  | 'show-checklist'
  | 'confirm-hand-off'
  | 'undo-change'
  | 'mark-checklist'
  | 'show-offer'
  | 'show-answers'
  | 'withdraw-offer'
  | 'send-offer-again'
  | 'settle-answer'
  | 'settle-admin-request'
  | 'end-delegated-admin'
  | 'find-customers'
  | 'show-customer'
  | 'show-customer-part'
  | 'show-service-request'
  | 'move-service-request'
  | 'note-service-request'
  | 'show-person'
  | 'remove-partner-user'
  | 'ask-for-right'
  | 'settle-right-request'
  | 'show-digest'
  | 'show-renewal'
  | 'snooze-renewal'
  | 'let-renewal-end'
  | 'go-on-with-renewal'
  | 'record-renewal'
  | 'show-notice-mail'
  | 'mark-notice-mailed';

export type CustomerContext = Context<CustomerPerson | Stranger>;
export type CustomerClick =
  'show-offer' | 'accept-offer' | 'decline-offer' | 'ask-to-be-admin' | 'end-delegated-admin' | 'show-digest' | 'show-renewal' | 'wish-renewal';

/** What people of customers can do, and strangers who have a code. */
export interface CustomerSide {
  /** The first card when they install the assistant, with the offers that wait. */
  welcome(context: CustomerContext): Promise<AdaptiveCard>;
  /** The offers to their organisation. */
  offers(context: CustomerContext): Promise<AdaptiveCard>;
  /** A code, or the link with one, in a typed line. */
  open(context: CustomerContext, code: OfferCode): Promise<Answered>;
  readonly clicks: { readonly [V in CustomerClick]: (context: CustomerContext, action: Click<V>, inputs: object) => Promise<Answered> };
}

/** Everything the assistant can talk about. Made in flows/index.ts. */
export interface Conversations {
  readonly flows: Readonly<Record<Flow['id'], Flow>>;
  readonly pages: Readonly<Record<PageId, Page>>;
  readonly clicks: Clicks;
  readonly customers: CustomerSide;
}
