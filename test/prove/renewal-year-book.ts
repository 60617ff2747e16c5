import type { Customer, Subscription, Term } from '../../domain/customers/records.ts';
import type { Day } from '../../domain/shared/dates.ts';
import { Day as DayOf, addDays, dayOf, instantOf, termEnd } from '../../domain/shared/dates.ts';
import { CustomerId, ObjectId, TenantId, TermId, personId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { partnerRecord, userRecord } from '../support/book.ts';
import { aSubscription, cloudy, contoso, petr } from '../support/builders.ts';
import { aCustomerUser, aSeller, customerRecord, customerUserRecord } from '../support/offers.ts';
import { reached } from '../sweeps/notice-world.ts';
import type { YearModel } from './renewal-year-model.ts';

/** Somebody who gets digests, and where their clock is. */
export interface YearPerson {
  readonly person: PersonId;
  readonly timeZone: string;
}

/** The book of a year: customers, each with an owner and every second one with an admin in Teams, and subscriptions of every kind that change. */
export interface YearBook {
  readonly people: readonly YearPerson[];
  /** What stands in the book before the first day. */
  readonly put: readonly Put[];
  renew(n: number, now: Date): readonly Put[];
  moveEnd(n: number, days: number, now: Date): readonly Put[];
  cancel(n: number, now: Date): readonly Put[];
  add(now: Date, endsInDays: number): readonly Put[];
  size(): number;
}

export const timeZones = ['Europe/Prague', 'America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kolkata', 'America/St_Johns', 'UTC', 'Asia/Tokyo', 'Europe/London'];
const channels = ['key', 'csp', 'trial', 'direct'] as const;
/** The partner of record of what was bought directly: another company. */
const others = '7777777';

export function yearBook({ subscriptions, begins, model, chance }: YearOf): YearBook {
  const owners = Array.from({ length: Math.max(8, Math.ceil(subscriptions / 60)) }, (_, n) => ownerOf(n));
  const firms = Array.from({ length: Math.ceil(subscriptions / 5) }, (_, n) => firmOf(n, owners[n % owners.length]?.person));
  const all: Subscription[] = [];
  const before = new Date(`${addDays(begins, -1)}T00:00:00.000Z`);
  const { tenant } = aSeller();
  const company = aSeller({ confirmedOn: begins, customerNotices: { on: true, since: begins, at: instantOf(before), by: 'Petr Svoboda' } });

  const firmFor = (n: number): Firm => firms[n % firms.length] ?? firmOf(0);

  function made(n: number, endsOn: Day, now: Date): Subscription {
    const subscription = subscriptionOf(n, firmFor(n), endsOn, now);
    for (const term of subscription.terms) opens(model, firmFor(n), subscription, term, now);
    return subscription;
  }

  /** The last term of one that is not cancelled, and what becomes of it. */
  function changed(n: number, change: (subscription: Subscription, last: Term) => Subscription): readonly Put[] {
    const subscription = all[n];
    const last = subscription?.terms.at(-1);
    if (subscription === undefined || last === undefined || subscription.cancelled !== undefined || last.endsOn === '9999-12-31') return [];
    closes(model, last);
    const next = change(subscription, last);
    all[n] = next;
    return [subscriptionRecord(next)];
  }

  for (let n = 0; n < subscriptions; n += 1) all.push(made(n, addDays(begins, chance(460) - 60), before));
  return {
    people: [...owners, ...firms.flatMap(({ admin }) => admin ?? [])],
    put: [partnerRecord({ ...company, tenant }), ...owners.flatMap(ownerRecords), ...firms.flatMap(({ put }) => put), ...all.map(subscriptionRecord)],
    size: () => all.length,
    renew: (n, now) =>
      changed(n, (subscription, last) => {
        const id = TermId.parse(`t${String(n)}-${String(subscription.terms.length + 1)}`);
        const startsOn = addDays(last.endsOn, 1);
        const next: Term = { ...last, id, startsOn, endsOn: termEnd(startsOn, last.length), known: { on: dayOf(now) } };
        opens(model, firmFor(n), subscription, next, now);
        return { ...subscription, terms: [...subscription.terms.slice(0, -1), { ...last, renewedBy: id }, next] };
      }),
    moveEnd: (n, days, now) =>
      changed(n, (subscription, last) => {
        const moved = { ...last, endsOn: addDays(last.endsOn, days), known: { on: dayOf(now) } };
        opens(model, firmFor(n), subscription, moved, now);
        return { ...subscription, terms: [...subscription.terms.slice(0, -1), moved] };
      }),
    cancel: (n, now) => changed(n, (subscription) => ({ ...subscription, cancelled: { at: instantOf(now), name: 'Petr Svoboda' } })),
    add(now, endsInDays) {
      const subscription = made(all.length, addDays(dayOf(now), endsInDays), now);
      all.push(subscription);
      return [subscriptionRecord(subscription)];
    },
  };
}

interface YearOf {
  readonly subscriptions: number;
  readonly begins: Day;
  readonly model: YearModel;
  readonly chance: (below: number) => number;
}

interface Firm {
  readonly customer: Customer;
  readonly owner: PersonId;
  readonly admin: YearPerson | undefined;
  readonly put: readonly Put[];
}

function ownerOf(n: number): YearPerson {
  const objectId = ObjectId.parse(`aaaaaaaa-1111-4000-8000-${String(n).padStart(12, '0')}`);
  return { person: personId(cloudy, objectId), timeZone: zoneOf(n) };
}

function ownerRecords({ person, timeZone }: YearPerson): readonly Put[] {
  return [userRecord({ ...petr(), person, name: `Owner ${person.slice(-4)}`, companyRole: 'none' }), reached(person, timeZone)];
}

function firmOf(n: number, owner = petr().person): Firm {
  const number = String(n).padStart(8, '0');
  const tenant = TenantId.parse(`${number}-0000-4000-8000-000000000001`);
  const objectId = ObjectId.parse(`eeeeeeee-0000-4000-8000-0000${number}`);
  const id = CustomerId.parse(`firm-${number}`);
  const customer = { ...contoso({ id, name: `Firm ${number}`, domain: `firm-${number}.example`, owner, partnerOfRecord: 'true' }), tenant };
  const admin = n % 2 === 0 ? { person: personId(tenant, objectId), timeZone: zoneOf(n / 2) } : undefined;
  const user = aCustomerUser(1, `Admin ${number}`, { customer: id, upn: `admin@firm-${number}.example`, objectId });
  const put = [customerRecord(customer), customerUserRecord(user), ...(admin === undefined ? [] : [reached(admin.person, admin.timeZone)])];
  return { customer, owner, admin, put };
}

function zoneOf(n: number): string {
  return timeZones[n % timeZones.length] ?? 'UTC';
}

function subscriptionRecord(value: Subscription): Put {
  return { kind: 'subscription', id: value.id, value };
}

/** Number `n`, which ends on that day. */
function subscriptionOf(n: number, firm: Firm, endsOn: Day, now: Date): Subscription {
  const channel = channels[n % channels.length] ?? 'key';
  const isMonthly = channel === 'trial' || n % 17 === 0;
  const id = TermId.parse(`t${String(n)}-1`);
  const end = n % 19 === 0 ? DayOf.parse('9999-12-31') : endsOn;
  const term: Term = { id, seats: 5, startsOn: addDays(endsOn, -364), endsOn: end, length: isMonthly ? 'P1M' : 'P1Y', keys: [] };
  return aSubscription({
    id: `s${String(n)}`,
    customer: firm.customer.id,
    channel,
    autoRenews: n % 17 === 0 || n % 3 === 0,
    terms: [term],
    createdOn: dayOf(now),
    ...(channel === 'direct' ? { partnerOfRecord: others } : {}),
  });
}

/** The ends that nobody is told of: far-future ones, and monthly ones that renew themselves (mission, row 15). */
function opens(model: YearModel, firm: Firm, { channel, autoRenews }: Subscription, { id, endsOn, length }: Term, now: Date): void {
  if (endsOn === '9999-12-31' || (autoRenews && length === 'P1M')) return;
  const end = { isTrial: channel === 'trial', endsOn };
  const mark = `${id}@${endsOn}`;
  if (channel !== 'direct') model.open({ ...end, mark, person: firm.owner }, now);
  if (firm.admin === undefined) model.open({ ...end, mark: `mail:${mark}`, person: firm.owner }, now);
  else model.open({ ...end, mark, person: firm.admin.person }, now);
}

function closes(model: YearModel, { id, endsOn }: Term): void {
  model.close(`${id}@${endsOn}`);
  model.close(`mail:${id}@${endsOn}`);
}
