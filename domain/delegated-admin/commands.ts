import { z } from 'zod';
import type { CommandId, HandOffId, PersonId } from '../shared/ids.ts';
import { RelationshipId } from '../shared/ids.ts';
import { Instant } from '../shared/dates.ts';

/** Either side ends delegated administration, at any time. */
export interface EndDelegatedAdmin {
  readonly type: 'end-delegated-admin';
  readonly commandId: CommandId;
  readonly relationship: RelationshipId;
  /** Of the partner with full administration, or an admin of the customer: judged from the book. */
  readonly by: PersonId;
  readonly byName: string;
  readonly handOff: HandOffId;
}
export const DelegatedAdminEnded = z.object({ kind: z.literal('delegated-admin-ended'), relationship: RelationshipId, at: Instant, by: z.string() });
export type DelegatedAdminEnded = z.infer<typeof DelegatedAdminEnded>;
export type EndDelegatedAdminRefusal =
  | { readonly kind: 'relationship-not-found' }
  | { readonly kind: 'person-lacks-right' }
  /** Its last day is over, or the other side was quicker. */
  | { readonly kind: 'over-already' };
