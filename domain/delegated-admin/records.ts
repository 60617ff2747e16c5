import { z } from 'zod';
import type { Day } from '../shared/dates.ts';
import type { Instant } from '../shared/dates.ts';
import type { CustomerId, OfferId, PersonId, RelationshipId, TenantId } from '../shared/ids.ts';

/** The directory roles that can be asked for; ids as in Microsoft Entra. The table with names and meaning stands in roles.ts. */
export const RoleId = z.uuid().brand<'RoleId'>();
export type RoleId = z.infer<typeof RoleId>;

/**
 * What is asked for. Classic: every right of a delegated admin, without an end. GDAP: chosen roles for 1 to 730 days, a name of at most
 * 50 characters that no other relationship of the partner has, extended by 180 days at its end if wanted, but never with Global Administrator.
 */
export const DelegationTerms = z.discriminatedUnion('form', [
  z.object({ form: z.literal('classic') }),
  z.object({
    form: z.literal('gdap'),
    name: z.string().min(1).max(50),
    roles: z.array(RoleId).min(1),
    days: z.int().min(1).max(730),
    autoExtends: z.boolean(),
  }),
]);
export type DelegationTerms = z.infer<typeof DelegationTerms>;

/** Delegated administration that a customer granted by accepting an offer. Active until it is ended or its last day is over. */
export interface Relationship {
  readonly id: RelationshipId;
  readonly partner: TenantId;
  readonly customer: CustomerId;
  readonly offer: OfferId;
  readonly terms: DelegationTerms;
  readonly startsOn: Day;
  /** Last day; 9999-12-31 for the classic form. Before any automatic extension: ask `lastDayOf`. */
  readonly endsOn: Day;
  readonly ended?: { readonly at: Instant; readonly side: 'partner' | 'customer'; readonly person: PersonId; readonly name: string };
}

/** A name that a relationship of the partner has, or an offer of one: nobody can take it again. */
export interface RelationshipName {
  readonly partner: TenantId;
  readonly name: string;
  readonly offer: OfferId;
}

/** The record id of a relationship's name. `folded` is the name in lower case without diacritics. */
export function relationshipNameId(partner: TenantId, folded: string): string {
  return `${partner}|${folded}`;
}
