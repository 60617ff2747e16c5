import type { PlanId } from '../shared/plans.ts';
import { plans } from '../shared/plans.ts';
import type { ProductKey } from './records.ts';
import type { GivenKey, RedemptionRefusal, RedemptionState, RedeemProductKeys } from './redemption.ts';

/** A key that may be used, and what it is worth: by the stock when it came from there, else by its plan and card. */
export interface UsableKey {
  readonly given: GivenKey;
  readonly inStock: ProductKey | undefined;
  readonly plan: PlanId;
  readonly seats: number;
}

/** All keys of one redemption: one plan, so many licences, so many of them taken on a person's word. */
export interface Worth {
  readonly plan: PlanId;
  readonly keys: readonly UsableKey[];
  readonly seats: number;
  readonly unverified: number;
}

export type Judged = { readonly judged: 'usable'; readonly worth: Worth } | { readonly judged: 'refusal'; readonly refusal: RedemptionRefusal };

/** Mission, row 2: what the keys are worth together, or the first reason why they cannot be used together. */
export function judgeKeys(command: RedeemProductKeys, records: RedemptionState['keys']): Judged {
  const refusal = notUsable(command, records);
  if (refusal !== undefined) return { judged: 'refusal', refusal };
  const keys = command.keys.map((given, index) => usable(given, records[index], command.plan));
  const second = keys.find((key) => key.plan !== command.plan);
  if (second !== undefined) return { judged: 'refusal', refusal: { kind: 'second-plan', plans: [command.plan, second.plan] } };
  return {
    judged: 'usable',
    worth: {
      plan: command.plan,
      keys,
      seats: keys.reduce((sum, key) => sum + key.seats, 0),
      unverified: keys.filter((key) => key.inStock === undefined).length,
    },
  };
}

function notUsable(command: RedeemProductKeys, records: RedemptionState['keys']): RedemptionRefusal | undefined {
  if (command.keys.length === 0) return { kind: 'no-keys' };
  const twice = command.keys.find((key, index) => command.keys.findIndex((other) => other.fingerprint === key.fingerprint) < index);
  if (twice !== undefined) return { kind: 'same-key-twice', ending: twice.ending };
  const gone = records.flatMap((record, index) => {
    const given = command.keys[index];
    return record === undefined || given === undefined || isFree(record, command) ? [] : [{ given, record }];
  });
  // With its day for the partner who used it; nothing but "not available" for a key that is another partner's.
  for (const { given, record } of gone) {
    if (record.partner === command.partner && record.use !== undefined) return { kind: 'key-already-used', ending: given.ending, on: record.use.on };
  }
  return gone.length === 0 ? undefined : { kind: 'key-not-available', endings: gone.map(({ given }) => given.ending) };
}

function isFree(record: ProductKey, command: RedeemProductKeys): boolean {
  return record.partner === command.partner && record.state === 'in-stock';
}

function usable(given: GivenKey, inStock: ProductKey | undefined, planOnTheCards: PlanId): UsableKey {
  if (inStock !== undefined) return { given, inStock, plan: inStock.plan, seats: inStock.seats };
  const seats = plans[planOnTheCards].licencesPerKey === 'one' ? 1 : given.seats;
  return { given, inStock, plan: planOnTheCards, seats };
}
