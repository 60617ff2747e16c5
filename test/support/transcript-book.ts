import type { Customer, Subscription } from '../../domain/customers/records.ts';
import { sealKey } from '../../domain/product-keys/sealed-key.ts';
import type { ProductKey } from '../../domain/product-keys/records.ts';
import { CommandId, ObjectId, TenantId, personId } from '../../domain/shared/ids.ts';
import type { PlanId } from '../../domain/shared/plans.ts';
import { customerIdOf, customerUserIdOf } from '../../domain/shared/record-ids.ts';
import type { Commit, Put, Store } from '../../domain/shared/store.port.ts';
import { partnerRecord, userRecord } from './book.ts';
import { aPartner, aSubscription, cloudy, contoso, day, eva, jana, karel, petr, rita, rival } from './builders.ts';
import { testSecrets } from './chat.ts';
import { memoryStore } from './fakes/memory-store.ts';

// The characters printed on cards, none of them easily mistaken for another.
const printed = 'CDFGHJKMNPQRTVWXY234679';

/** Key number `n` as it is printed on its card. Every number is another key; none has a look-alike. */
export function cardKey(n: number): string {
  const digits = [Math.floor(n / printed.length ** 2), Math.floor(n / printed.length), n].map((each) => printed[each % printed.length] ?? '');
  return ['CDFGH', 'J234K', 'M679N', 'PQ3TV', `7X${digits.join('')}`].join('-');
}

/** Keys number 1 to `count`, as a block to paste. */
export function cardKeys(count: number, from = 1): string {
  return Array.from({ length: count }, (_, index) => cardKey(from + index)).join('\n');
}

/** The last five characters of a key. */
export const endingOf = (key: string): string => key.replaceAll('-', '').slice(-5);

/** A bought key, waiting in stock: Small Business, one licence. */
export function stocked(key: string, facts: Partial<ProductKey> = {}): Put {
  const sealed = sealKey(testSecrets, key.replaceAll('-', '').toUpperCase());
  const value: ProductKey = {
    ...sealed,
    partner: cloudy,
    plan: 'small-business',
    seats: 1,
    state: 'in-stock',
    origin: 'stock',
    boughtOn: day('2026-01-05'),
    ...facts,
  };
  return { kind: 'product-key', id: value.fingerprint, value };
}

/** A key that Petr used for Contoso on that day. */
export function usedKey(key: string, on: string, facts: Partial<ProductKey> = {}): Put {
  const use = { commandId: CommandId.parse('earlier'), subscription: bookedSubscription().id, customer: bookedContoso().id, by: petr().person, on: day(on) };
  return stocked(key, { state: 'used', use, ...facts });
}

export function stock(count: number, from = 1, facts: Partial<ProductKey> = {}): readonly Put[] {
  return Array.from({ length: count }, (_, index) => stocked(cardKey(from + index), facts));
}

/** A key of a plan other than Small Business. */
export const stockedOf = (key: string, plan: PlanId, seats = 1): Put => stocked(key, { plan, seats });

/** Contoso as an import would have entered it, found by its domain. */
export function bookedContoso(facts: Partial<Customer> = {}): Customer {
  return contoso({ id: customerIdOf(testSecrets, cloudy, facts.domain ?? 'contoso.cz'), ...facts });
}

export const customerRecord = (value: Customer): Put => ({ kind: 'customer', id: value.id, value });
export const subscriptionRecord = (value: Subscription): Put => ({ kind: 'subscription', id: value.id, value });

/** Karel, Contoso's admin. */
export function karelRecord(facts: Parameters<typeof karel>[0] = {}): Put {
  const value = karel({ customer: bookedContoso().id, ...facts });
  return { kind: 'customer-user', id: customerUserIdOf(testSecrets, value.customer, value.upn), value };
}

/** Contoso's Small Business of five licences, which ends on 2026-03-10 unless said otherwise. */
export function bookedSubscription(facts: Parameters<typeof aSubscription>[0] = {}): Subscription {
  return aSubscription({ customer: bookedContoso().id, ...facts });
}

/** The same, billed by Microsoft: no keys pay for it, so its licences can be changed. */
export const billedSubscription = (facts: Parameters<typeof aSubscription>[0] = {}): Subscription => bookedSubscription({ channel: 'direct', ...facts });

/** The entitled partner with its people; what a test is about comes in addition. */
export function cloudysBook(...more: readonly (Put | readonly Put[])[]): readonly Put[] {
  return [partnerRecord(aPartner()), userRecord(jana()), userRecord(petr()), userRecord(eva()), ...more.flat()];
}

/** The other partner, in the same installation. */
export function rivalsBook(...more: readonly Put[]): readonly Put[] {
  return [partnerRecord(aPartner({ tenant: rival, name: 'Rival a.s.' })), userRecord(rita()), ...more];
}

/** The directory of Contoso, and its admin Karel in Teams. */
export const contosoTenant = TenantId.parse('22222222-2222-4222-8222-222222222222');
export const karelInTeams = personId(contosoTenant, ObjectId.parse('bbbbbbbb-0000-4000-8000-000000000001'));
/** Somebody of an organisation nobody knows. */
export const somebody = personId(TenantId.parse('33333333-3333-4333-8333-333333333333'), ObjectId.parse('cccccccc-0000-4000-8000-000000000001'));

/** A store that remembers everything ever written to it, and can be copied as it stands. */
export interface Watched {
  readonly store: Store;
  /** All of it, as text. */
  readonly written: () => string;
  /** Another book with the same history. */
  readonly copy: () => Promise<Watched>;
}

export function watched(store: Store): Watched {
  const commits: Commit[] = [];
  const commit: Store['commit'] = async (change) => {
    const result = await store.commit(change);
    if (result.kind === 'committed') commits.push(change);
    return result;
  };
  return {
    store: { ...store, commit },
    written: () => JSON.stringify(commits),
    async copy() {
      const other = watched(memoryStore());
      for (const change of commits) await other.store.commit(change);
      return other;
    },
  };
}
