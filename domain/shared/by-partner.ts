import type { CommandId, PersonId, TenantId } from './ids.ts';

/** What every command of one of a partner's own people carries: which one it is, in whose book, by whom. */
export interface ByPartner {
  readonly commandId: CommandId;
  readonly partner: TenantId;
  readonly by: PersonId;
  readonly byName: string;
}
