import type { Execute } from '../../domain/commands.ts';
import { CommandId, isNameless } from '../../domain/shared/ids.ts';
import type { TenantId } from '../../domain/shared/ids.ts';
import type { Log, NewId } from '../../domain/shared/ports.ts';
import type { Reader } from '../../domain/shared/store.port.ts';
import type { Incoming } from '../../domain/shared/turn.ts';
import { oneAtATime } from './one-at-a-time.ts';

interface Parts {
  readonly book: Reader;
  readonly execute: Execute;
  readonly newId: NewId;
  readonly log: Log;
}

/** Local mode: the first person who writes from a partner without a global admin becomes one, and the log says so. */
export function appointsFirst(partnerTenants: readonly TenantId[], { book, execute, newId, log }: Parts): (incoming: Incoming) => Promise<void> {
  const settled = new Set<TenantId>();
  const inTurn = oneAtATime();
  async function settle({ person, tenant, name }: Incoming['from']): Promise<void> {
    if (settled.has(tenant)) return;
    if (!(await hasGlobalAdmin(book, tenant))) {
      await execute({ type: 'appoint-global-admin', commandId: CommandId.parse(newId()), partner: tenant, person, name });
      log.warn({ person }, 'local mode: the first person who wrote from this partner is its global admin now');
    }
    settled.add(tenant);
  }
  return async ({ from }) => {
    if (settled.has(from.tenant) || !partnerTenants.includes(from.tenant) || isNameless(from.person)) return;
    await inTurn(from.tenant, () => settle(from));
  };
}

async function hasGlobalAdmin(book: Reader, partner: TenantId): Promise<boolean> {
  const { rows } = await book.list('users-of-partner', { key: partner, limit: 500 });
  return rows.some(({ value }) => value.companyRole === 'global-admin');
}
