import type { CardAction, PageId } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import type { Say } from '../../cards/messages/say.ts';
import type { Execute } from '../../domain/commands.ts';
import type { CommandId } from '../../domain/shared/ids.ts';
import type { NewId, Secrets } from '../../domain/shared/ports.ts';
import type { Reader } from '../../domain/shared/store.port.ts';
import type { Flow } from './flow.ts';
import type { PartnerPerson, Who } from './who.ts';

/** What a turn has at hand. */
export interface Context<W extends Who = Who> {
  readonly who: W;
  readonly say: Say;
  readonly book: Reader;
  readonly execute: Execute;
  readonly secrets: Secrets;
  readonly now: Date;
  readonly newId: NewId;
  /** The same for a re-delivery of this activity: the id of a command that one click is. */
  readonly turnId: CommandId;
}

/** One card made from the book, asked for by name. */
export interface Page {
  show(context: Context<PartnerPerson>, after?: string): Promise<AdaptiveCard>;
}

/** A button that acts or shows by itself, without a conversation. */
export type Clicks = {
  readonly [V in OneClick]: (context: Context<PartnerPerson>, action: Extract<CardAction, { readonly verb: V }>) => Promise<AdaptiveCard>;
};
export type OneClick = 'show-checklist' | 'confirm-hand-off' | 'mark-checklist';

/** Everything the assistant can talk about. Made in flows/index.ts. */
export interface Conversations {
  readonly flows: Readonly<Record<Flow['id'], Flow>>;
  readonly pages: Readonly<Record<PageId, Page>>;
  readonly clicks: Clicks;
}
