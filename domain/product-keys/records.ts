import type { Day, Instant } from '../shared/dates.ts';
import type { CommandId, CustomerId, KeyFingerprint, PersonId, SubscriptionId, TenantId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import type { AgreementKind, PlanId } from '../shared/plans.ts';

/** A product key the book knows: bought and waiting, or used for ever. The key itself only sealed. */
export interface ProductKey {
  readonly fingerprint: KeyFingerprint;
  readonly partner: TenantId;
  readonly sealed: string;
  readonly ending: string;
  readonly plan: PlanId;
  readonly seats: number;
  readonly state: 'in-stock' | 'used';
  /** `stock`: from an imported purchase. `typed`: taken on a person's word, not verified. */
  readonly origin: 'stock' | 'typed';
  readonly boughtOn?: Day;
  readonly orderRef?: string;
  readonly use?: {
    readonly commandId: CommandId;
    readonly subscription: SubscriptionId;
    readonly customer: CustomerId;
    readonly by: PersonId;
    readonly on: Day;
  };
}

/** That a customer came under an agreement: who said so, when, in which language, which version (mission, row 4). */
export interface AgreementRecord {
  readonly partner: TenantId;
  readonly customer: CustomerId;
  readonly subscription: SubscriptionId;
  readonly agreement: AgreementAccepted;
  /** Absent when somebody on a page only said who they are, and the partner confirmed it. */
  readonly by?: PersonId;
  readonly byName: string;
  readonly at: Instant;
  readonly language: Language;
  readonly version: string;
}

/** What each agreement asks for. */
export type AgreementAccepted =
  | { readonly kind: Extract<AgreementKind, 'online-services-agreement'> }
  | { readonly kind: Extract<AgreementKind, 'open-agreement'>; readonly number: string }
  | {
      readonly kind: Extract<AgreementKind, 'customer-agreement'>;
      /** Which text was attested, as Partner Center names its template. */
      readonly template: string;
      readonly contactName: string;
      readonly contactEmail: string;
      /** Not asked of an admin who accepts for themselves. */
      readonly contactPhone?: string;
      readonly agreedOn: Day;
    };
