import type { CommandId, TenantId } from '../shared/ids.ts';
import type { PartnerIdKind } from './records.ts';

/** One line of partners.csv. */
export interface ImportKnownPartner {
  readonly type: 'import-known-partner';
  readonly commandId: CommandId;
  readonly partner: TenantId;
  readonly known: { readonly partnerId: string; readonly name: string; readonly kind: PartnerIdKind };
}
