import type { Partner } from '../../../domain/company/records.ts';
import type { Customer, CustomerUser, Subscription } from '../../../domain/customers/records.ts';
import type { Relationship } from '../../../domain/delegated-admin/records.ts';
import { dueNotices } from '../../../domain/renewals/due.ts';
import type { DueNotice, DueQuestion } from '../../../domain/renewals/due.ts';
import type { Notice, RenewalPlan } from '../../../domain/renewals/records.ts';
import { noticeId, renewalPlanId } from '../../../domain/renewals/records.ts';
import { ObjectId, OfferId, RelationshipId, TenantId, TermId, personId } from '../../../domain/shared/ids.ts';
import type { PersonId } from '../../../domain/shared/ids.ts';
import type { Put, Reader, Slice } from '../../../domain/shared/store.port.ts';
import { fill, partnerRecord, userRecord } from '../../support/book.ts';
import { aPartner, aSubscription, aTerm, cloudy, contoso, day, eva, instant, jana, karel, petr } from '../../support/builders.ts';
import { memoryStore } from '../../support/fakes/memory-store.ts';

export const contosoTenant = TenantId.parse('22222222-2222-4222-8222-222222222222');
const objectIdOf = (last: string): ObjectId => ObjectId.parse(`bbbbbbbb-0000-4000-8000-00000000000${last}`);
export const atContoso = (last: string): PersonId => personId(contosoTenant, objectIdOf(last));

/** Company information that a person has confirmed, enrolled, and notices to customers turned on long ago. */
export const confirmed = (facts: Partial<Partner> = {}): Partner =>
  aPartner({
    phone: '+420 123',
    email: 'help@cloudy.cz',
    address: 'Praha',
    confirmedOn: day('2026-01-01'),
    customerNotices: { on: true, since: day('2025-01-01'), at: instant('2025-01-01T08:00:00.000Z'), by: petr().name },
    ...facts,
  });

/** Nobody has turned on what goes to customers. */
export const silentToCustomers = (): Partner => {
  const { customerNotices: _, ...partner } = confirmed();
  return partner;
};

/** Contoso, looked after by Jana, its directory known. */
export const itsCustomer = (facts: Partial<Customer> = {}): Customer => contoso({ owner: jana().person, tenant: contosoTenant, ...facts });

/** Ours as partner of record, ending on 30 June 2026, known for a year. */
export const ours = (facts: Partial<Omit<Subscription, 'id'>> & { readonly id?: string } = {}): Subscription =>
  aSubscription({ partnerOfRecord: 'true', terms: [aTerm('2025-07-01')], createdOn: day('2025-07-01'), ...facts });

export const customerRecord = (value: Customer): Put => ({ kind: 'customer', id: value.id, value });
export const subscriptionRecord = (value: Subscription): Put => ({ kind: 'subscription', id: value.id, value });
export const relationshipRecord = (value: Relationship): Put => ({ kind: 'relationship', id: value.id, value });
export const adminRecord = (last = '1', facts: Partial<CustomerUser> = {}): Put => ({
  kind: 'customer-user',
  id: `admin-${last}`,
  value: karel({ objectId: objectIdOf(last), upn: `admin${last}@contoso.cz`, ...facts }),
});
export const noticeRecord = (value: Notice): Put => ({ kind: 'notice', id: noticeId(value), value });
export const planRecord = (facts: Partial<RenewalPlan>): Put => {
  const base = { partner: cloudy, customer: contoso().id, subscription: ours().id, term: TermId.parse('term'), endsOn: day('2026-06-30') };
  const value = { ...base, ...facts };
  return { kind: 'renewal-plan', id: renewalPlanId(value.term, value.endsOn), value };
};

/** Where this person can be written to; `false`: they have taken the app away. */
export function addressRecord(person: PersonId, isReachable = true): Put {
  const bot = { id: '28:bot', name: 'Bot' };
  const user = { id: person, name: 'Somebody' };
  const address = {
    channel: 'msteams',
    conversation: `a:${person}`,
    scope: 'personal',
    serviceUrl: 'https://smba.example/',
    bot,
    user,
    tenant: cloudy,
  } as const;
  const unreachable = { reason: 'not-installed', since: instant('2026-01-01T08:00:00.000Z') } as const;
  const value = { person, address, welcomed: true, refreshedOn: day('2026-01-01'), ...(isReachable ? {} : { unreachable }) };
  return { kind: 'address', id: person, value };
}

/** Delegated administration through 30 June 2026, granted a year before. */
export function delegated(facts: Partial<Relationship> = {}): Relationship {
  return {
    id: RelationshipId.parse('relationship'),
    partner: cloudy,
    customer: contoso().id,
    offer: OfferId.parse('offer'),
    terms: { form: 'gdap', name: 'Help', roles: [], days: 365, autoExtends: false },
    startsOn: day('2025-07-01'),
    endsOn: day('2026-06-30'),
    ...facts,
  };
}

/** The people of the partner, all of whom can be written to, and Contoso with one admin who can. */
export const usual = (): readonly Put[] => [
  partnerRecord(confirmed()),
  ...[jana(), petr(), eva()].flatMap((user) => [userRecord(user), addressRecord(user.person)]),
  customerRecord(itsCustomer()),
  adminRecord(),
  addressRecord(atContoso('1')),
];

/** A book of these records; of two with the same id the later. */
export async function bookOf(...records: readonly Put[]): Promise<Reader> {
  const store = memoryStore();
  await fill(store, [...new Map(records.map((put) => [`${put.kind} ${put.id}`, put])).values()]);
  return store;
}

/** All that is due on a day at Cloudy, who has planned since 2025 and last on the day before. */
export async function dueOn(book: Reader, today: string, facts: Partial<DueQuestion> = {}): Promise<readonly DueNotice[]> {
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  const run = { since: day('2025-01-01'), through: day(yesterday) };
  const found: DueNotice[] = [];
  for await (const due of dueNotices(book, { partner: cloudy, run, today: day(today), customerNotices: 'as-set', ...facts })) found.push(due);
  return found;
}

/** `partner 30 → Jana Nováková`, sorted. */
export async function said(due: Promise<readonly DueNotice[]>): Promise<readonly string[]> {
  const names = new Map([jana(), petr(), eva()].map(({ person, name }) => [person, name]));
  return (await due).map(({ side, step, recipient }) => `${side} ${String(step)} → ${names.get(recipient) ?? recipient.slice(-1)}`).toSorted();
}

interface Asked {
  reads: number;
  lists: number;
  rows: number;
  readonly slices: Slice[];
}

/** A reader that counts what is asked of it. */
export function counting(book: Reader): { readonly book: Reader; readonly asked: Asked } {
  const asked: Asked = { reads: 0, lists: 0, rows: 0, slices: [] };
  return {
    asked,
    book: {
      ...book,
      read: (kind, id) => {
        asked.reads += 1;
        return book.read(kind, id);
      },
      list: async (query, slice) => {
        const page = await book.list(query, slice);
        asked.lists += 1;
        asked.rows += page.rows.length;
        asked.slices.push(slice);
        return page;
      },
    },
  };
}
