import type { AuditEvent } from '../../domain/shared/audit.ts';
import type { Instant } from '../../domain/shared/dates.ts';
import { Day, Instant as instant } from '../../domain/shared/dates.ts';
import { CommandId, CustomerId, KeyFingerprint, PersonId, SubscriptionId, TenantId, TermId } from '../../domain/shared/ids.ts';
import type { PlanId } from '../../domain/shared/plans.ts';
import type { Commit, PutOf } from '../../domain/shared/store.port.ts';

export const contoso = TenantId.parse('11111111-1111-4111-8111-111111111111');
export const fabrikam = TenantId.parse('22222222-2222-4222-8222-222222222222');
export const jana = PersonId.parse(`${contoso}/33333333-3333-4333-8333-333333333333`);
export const noon = instant.parse('2026-03-01T12:00:00.000Z');

const plan: PlanId = 'business-premium';

/** A commit that changes nothing but what is given. */
export function aCommit(commandId: string, change: Partial<Omit<Commit, 'commandId'>> = {}): Commit {
  return { expect: [], put: [], remove: [], events: [], outcome: { done: commandId }, ...change, commandId: CommandId.parse(commandId) };
}

export function aCustomer(id: string, name = id, partner = contoso): PutOf<'customer'> {
  const customer = CustomerId.parse(id);
  return { kind: 'customer', id, value: { id: customer, partner, name, domain: `${id}.example`, country: 'CZ', createdOn: Day.parse('2026-01-10') } };
}

/** A subscription with one term for each end. */
export function aSubscription(id: string, customer: string, ...endsOn: readonly string[]): PutOf<'subscription'> {
  const terms = endsOn.map((end, index) => ({
    id: TermId.parse(`${id}-${index}`),
    seats: 5,
    startsOn: Day.parse('2025-03-02'),
    endsOn: Day.parse(end),
    length: 'P1Y' as const,
    keys: [KeyFingerprint.parse(`key-of-${id}-${index}`)],
  }));
  const of = { id: SubscriptionId.parse(id), partner: contoso, customer: CustomerId.parse(customer), plan };
  return { kind: 'subscription', id, value: { ...of, channel: 'key', autoRenews: false, verification: 'verified', terms, createdOn: Day.parse('2025-03-02') } };
}

export function aProductKey(id: string, state: 'in-stock' | 'used' = 'in-stock'): PutOf<'product-key'> {
  const fingerprint = KeyFingerprint.parse(id);
  return { kind: 'product-key', id, value: { fingerprint, partner: contoso, sealed: `sealed-${id}`, ending: 'ABCDE', plan, seats: 5, state, origin: 'stock' } };
}

export function anOutboxItem(id: string, dueAt: Instant): PutOf<'outbox'> {
  return { kind: 'outbox', id, value: { partner: contoso, recipient: jana, topic: 'renewal', facts: { subscription: id }, dueAt, tries: 0 } };
}

export function anEvent(what: string, commandId = what): AuditEvent {
  return {
    at: noon,
    by: { kind: 'person', person: jana, name: 'Jana Nováková' },
    partner: contoso,
    what,
    about: 'contoso',
    commandId: CommandId.parse(commandId),
  };
}

/** `ms` later than noon of the sample day. */
export function afterNoon(ms: number): Instant {
  return instant.parse(new Date(Date.parse(noon) + ms).toISOString());
}
