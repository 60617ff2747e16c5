import type { CompanyInformation } from '../domain/company/confirmed.ts';
import type { RoleSlug } from '../domain/delegated-admin/roles.ts';
import type { Offer } from '../domain/offers/records.ts';
import type { OfferStand } from '../domain/offers/stand.ts';
import type { Agreement } from '../domain/shared/agreements.ts';
import type { Day, Instant } from '../domain/shared/dates.ts';
import type { RelationshipId } from '../domain/shared/ids.ts';
import type { FieldProblem } from './form.ts';

/** Who looks at an offer, as far as a signed activity, a validated token and the book say. */
export type CustomerReader =
  /** May answer for the organisation. */
  | { readonly kind: 'admin' }
  /** Of the organisation, and no admin: whom to ask. */
  | { readonly kind: 'colleague'; readonly admins: readonly string[] }
  /** Of the organisation; nobody knows whether an admin. */
  | {
      readonly kind: 'unknown';
      readonly admins: readonly string[];
      readonly request?: {
        readonly at: Instant;
        readonly settled?: { readonly at: Instant; readonly verdict: 'named' | 'refused' };
        readonly mayAskAgain?: boolean;
      };
      /** Nothing shows that they are of the organisation it is addressed to. */
      readonly isUnproven?: true;
    }
  /** Signed in, of an organisation that the book does not know. `isAdmin`: their token shows it of their own directory. */
  | { readonly kind: 'guest'; readonly isAdmin: boolean; readonly domain?: string }
  /** Somebody in a plain browser. `asksWhich`: the offer is not addressed, so they say for whom they answer. */
  | { readonly kind: 'visitor'; readonly asksWhich: boolean }
  /** One of the partner's own people on the page. */
  | { readonly kind: 'partner' };

/** Who did it, and when. */
export interface Confirmed {
  readonly name: string;
  readonly at: Instant;
}

/** Delegated administration that was accepted, as it stands today. */
export type Granted =
  | { readonly status: 'active'; readonly relationship: RelationshipId; readonly until: Day | 'no-end' }
  | { readonly status: 'ended'; readonly by: Confirmed }
  | { readonly status: 'expired'; readonly on: Day };

/** An offer for whoever reads it at the customer: facts, nothing written out yet. */
export interface CustomerOfferView {
  readonly offer: Pick<Offer, 'id' | 'summaryId' | 'content' | 'message' | 'country'>;
  /** As customers may see it. */
  readonly company: CompanyInformation;
  /** The organisation it is for, to those who belong to it. */
  readonly organisation?: string;
  readonly stand: OfferStand;
  /** Neither withdrawn nor expired. */
  readonly isOpen: boolean;
  readonly reader: CustomerReader;
  /** The roles of the delegation that is offered, in the order of the table. */
  readonly roles: readonly RoleSlug[];
  /** The last day of the delegation, if it were accepted today. */
  readonly wouldEndOn?: Day;
  /** By how much it is extended at its end, if that is asked for. */
  readonly extensionDays: number;
  readonly agreements: readonly Pick<Agreement, 'kind' | 'name' | 'checkedOn' | 'link'>[];
  /** How the delegation that was accepted stands. */
  readonly granted?: Granted;
  /** What the partner confirmed to have done at Microsoft. */
  readonly atMicrosoft: { readonly setUp?: Confirmed; readonly delegation?: Confirmed };
  /** What stands in the fields, by input id. */
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
  /** Something to know that is not wrong. */
  readonly notices: readonly string[];
  /** Asked once more before it happens. */
  readonly asking?: 'decline' | 'end-delegation';
}

/** May this reader answer the offer as it stands? */
export function mayAnswer({ reader, stand, isOpen, offer }: CustomerOfferView): boolean {
  switch (reader.kind) {
    case 'admin':
      return isOpen && (stand.kind === 'open' || stand.kind === 'waiting');
    case 'guest':
      return isOpen && stand.kind === 'open';
    case 'visitor':
      return isOpen && stand.kind === 'open' && offer.content.kind !== 'delegated-admin';
    case 'colleague':
    case 'unknown':
    case 'partner':
      return false;
  }
}
