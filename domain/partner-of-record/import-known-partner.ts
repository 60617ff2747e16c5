import type { Decision } from '../shared/decision.ts';
import type { CommandId, TenantId } from '../shared/ids.ts';
import type { Cell, Facts, Imported } from '../shared/import.ts';
import { cellOr, decideLine } from '../shared/import.ts';
import type { KnownPartner, PartnerIdKind } from './records.ts';
import { knownPartnerId } from './records.ts';

/** One line of partners.csv. `unknown`: a typed ID as an export wrote it; it takes nothing from what is known. */
export interface ImportKnownPartner {
  readonly type: 'import-known-partner';
  readonly commandId: CommandId;
  readonly partner: TenantId;
  readonly known: { readonly partnerId: string; readonly name: Cell<string>; readonly kind: PartnerIdKind };
}

export function knownPartnerFacts({ partnerId, name, kind }: KnownPartner): Facts {
  return { partnerId, name, kind };
}

/** Somebody says whose ID it is: from then on it is verified. */
export function decideImportKnownPartner(
  state: { readonly known: KnownPartner | undefined },
  command: ImportKnownPartner,
  now: Date,
): Decision<Imported, never> {
  const before = state.known;
  const { partnerId, name: given, kind: said } = command.known;
  const kind = said === 'unknown' ? (before?.kind ?? 'unknown') : said;
  const name = cellOr(given, before?.name);
  const known: KnownPartner = { partner: command.partner, partnerId, ...(name === undefined ? {} : { name }), kind, verified: kind !== 'unknown' };
  return decideLine({
    command,
    now,
    what: 'known-partner-imported',
    before: before && knownPartnerFacts(before),
    after: knownPartnerFacts(known),
    put: { kind: 'known-partner', id: knownPartnerId(command.partner, partnerId), value: known },
  });
}
