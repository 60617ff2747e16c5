import type { Day } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { refuse } from '../shared/decision.ts';
import type { CommandId, TenantId } from '../shared/ids.ts';
import type { Cell, Facts, Imported } from '../shared/import.ts';
import { cellOr, decideLine } from '../shared/import.ts';
import type { PlanId } from '../shared/plans.ts';
import { plans } from '../shared/plans.ts';
import type { ProductKey } from './records.ts';
import type { SealedKey } from './sealed-key.ts';

/** One line of keys.csv: a key the partner bought and has not used. */
export interface ImportProductKey {
  readonly type: 'import-product-key';
  readonly commandId: CommandId;
  readonly partner: TenantId;
  readonly key: SealedKey;
  readonly plan: PlanId;
  /** Licences on the card; may be left empty where every key is worth one. */
  readonly seats: number | undefined;
  readonly boughtOn: Cell<Day>;
  readonly orderRef: Cell<string>;
  /** What an exported file says of the key. A used one is never put (back) into stock. */
  readonly state: ProductKey['state'] | undefined;
}

export type ImportProductKeyRefusal =
  | { readonly kind: 'key-already-used'; readonly on: Day | undefined }
  /** Another partner's: said without saying so. */
  | { readonly kind: 'key-not-available' }
  | { readonly kind: 'used-key-not-known' }
  | { readonly kind: 'seats-missing'; readonly plan: PlanId }
  | { readonly kind: 'one-licence-per-key'; readonly plan: PlanId; readonly seats: number }
  | { readonly kind: 'too-many-seats'; readonly plan: PlanId; readonly maxSeats: number; readonly seats: number };

export function productKeyFacts(key: ProductKey): Facts {
  return { ending: key.ending, plan: key.plan, seats: key.seats, boughtOn: key.boughtOn, orderRef: key.orderRef, state: key.state };
}

export function decideImportProductKey(
  state: { readonly key: ProductKey | undefined },
  command: ImportProductKey,
  now: Date,
): Decision<Imported, ImportProductKeyRefusal> {
  const known = state.key;
  if (known !== undefined && known.partner !== command.partner) return refuse({ kind: 'key-not-available' });
  const usedAsWritten = known?.state === 'used' && command.state === 'used';
  if (known?.state === 'used' && !usedAsWritten) return refuse({ kind: 'key-already-used', on: known.use?.on });
  if (known?.state !== 'used' && command.state === 'used') return refuse({ kind: 'used-key-not-known' });
  const worth = worthOf(command, known);
  if (typeof worth !== 'number') return refuse(worth);
  const key: ProductKey = usedAsWritten ? known : inStock(command, known, worth);
  return decideLine({
    command,
    now,
    what: 'product-key-imported',
    before: known && productKeyFacts(known),
    after: productKeyFacts(key),
    put: { kind: 'product-key', id: key.fingerprint, value: key },
  });
}

function inStock(command: ImportProductKey, known: ProductKey | undefined, seats: number): ProductKey {
  return {
    fingerprint: command.key.fingerprint,
    partner: command.partner,
    sealed: known?.sealed ?? command.key.sealed,
    ending: command.key.ending,
    plan: command.plan,
    seats,
    state: 'in-stock',
    origin: 'stock',
    boughtOn: cellOr(command.boughtOn, known?.boughtOn),
    orderRef: cellOr(command.orderRef, known?.orderRef),
  };
}

/** What the key is worth (mission, row 2): one licence, or the count that stands on its card. */
function worthOf(command: ImportProductKey, known: ProductKey | undefined): number | ImportProductKeyRefusal {
  const plan = plans[command.plan];
  const seats = command.seats ?? (known?.plan === plan.id ? known.seats : undefined);
  if (plan.licencesPerKey === 'one') return (seats ?? 1) === 1 ? 1 : { kind: 'one-licence-per-key', plan: plan.id, seats: seats ?? 1 };
  if (seats === undefined) return { kind: 'seats-missing', plan: plan.id };
  return seats > plan.maxSeats ? { kind: 'too-many-seats', plan: plan.id, maxSeats: plan.maxSeats, seats } : seats;
}
