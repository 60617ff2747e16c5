import type { CommandId, OfferId, PersonId, TenantId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import type { RenderedCard } from '../shared/turn.ts';

/** Who looks at an offer from the customer's side. Signed in: from a signed activity or a validated token, never from a card. */
export type OfferReader =
  | {
      readonly kind: 'signed-in';
      readonly person: PersonId;
      readonly tenant: TenantId;
      readonly name: string;
      /** Lower case. */
      readonly upn?: string;
      /** The token shows a directory role that may accept (`wids`). */
      readonly isDirectoryAdmin: boolean;
      readonly via: 'teams' | 'page';
      readonly language: Language;
    }
  | { readonly kind: 'visitor'; readonly language: Language };

/** The customer's side of offers: the same for the chat and for the page. */
export interface OfferDesk {
  /** The offer of a code; undefined for anything that is none. Costs one digest, no read. */
  idOf(code: string): OfferId | undefined;
  /** The offer as this reader may see it; undefined when there is nothing for them: unknown, withdrawn, expired, another customer's. Changes nothing. */
  show(offer: OfferId, reader: OfferReader): Promise<RenderedCard | undefined>;
  /**
   * What they clicked, with the inputs beside it. `commandId` names this one click: repeated, it gives the same outcome.
   * Undefined as in `show`. A forged or stale click changes nothing and gives the card as things stand.
   */
  answer(
    offer: OfferId,
    reader: OfferReader,
    click: { readonly verb: string; readonly data: unknown },
    commandId: CommandId,
  ): Promise<RenderedCard | undefined>;
}
