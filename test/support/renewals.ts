import type { Customer, CustomerUser, Subscription } from '../../domain/customers/records.ts';
import type { MoveToDirect, OfEnd, PlanRenewal, RecordRenewal, WishRenewal } from '../../domain/renewals/commands.ts';
import type { Notice, RenewalPlan } from '../../domain/renewals/records.ts';
import { CommandId, HandOffId, ObjectId, TenantId, TermId, personId } from '../../domain/shared/ids.ts';
import { aSubscription, aTerm, cloudy, contoso, day, instant, jana, karel } from './builders.ts';

/** Contoso's five licences end on 2026-03-10; today is 2026-03-01. Each function makes a new value. */

export const contosoTenant = TenantId.parse('22222222-2222-4222-8222-222222222222');
const karelObject = 'bbbbbbbb-0000-4000-8000-000000000001';
/** Karel, admin of Contoso, as Teams knows him. */
export const karelPerson = personId(contosoTenant, ObjectId.parse(karelObject));
/** Vít of the same company, no admin. */
export const vitPerson = personId(contosoTenant, ObjectId.parse('bbbbbbbb-0000-4000-8000-000000000002'));

export const contosoInTeams = (facts: Partial<Customer> = {}): Customer => contoso({ tenant: contosoTenant, ...facts });
export const contosoPeople = (): readonly CustomerUser[] => [
  karel({ objectId: karelObject }),
  karel({ name: 'Vít Contoso', upn: 'vit@contoso.cz', objectId: vitPerson.slice(37), isAdmin: false }),
];

/** A subscription that is renewed at Microsoft, not by keys. */
export const sold = (facts: Partial<Omit<Subscription, 'id'>> = {}): Subscription => aSubscription({ channel: 'csp', plan: 'business-basic', ...facts });

export const theEnd = (facts: Partial<OfEnd> = {}): OfEnd => ({
  subscription: aSubscription().id,
  term: TermId.parse('term'),
  endsOn: aTerm('2025-03-11').endsOn,
  ...facts,
});

const by = (person = jana()) => ({ commandId: CommandId.parse('command'), partner: cloudy, by: person.person, byName: person.name });
const nextTerm = TermId.parse('next');

export const toPlan = (plan: PlanRenewal['plan'], facts: Partial<PlanRenewal> = {}): PlanRenewal => ({
  ...{ type: 'plan-renewal', ...by(), ...theEnd(), plan },
  ...facts,
});
export const toRecord = (facts: Partial<RecordRenewal> = {}): RecordRenewal => ({ type: 'record-renewal', ...by(), ...theEnd(), nextTerm, ...facts });
export const toMove = (facts: Partial<MoveToDirect> = {}): MoveToDirect => ({
  ...{ type: 'move-to-direct', ...by(), ...theEnd(), nextTerm, handOff: HandOffId.parse('new-hand-off') },
  ...facts,
});
export const toWish = (wish: WishRenewal['wish'], facts: Partial<WishRenewal> = {}): WishRenewal => ({
  ...{ type: 'wish-renewal', commandId: CommandId.parse('wish'), by: karelPerson, byName: 'Karel Contoso', ...theEnd(), wish },
  ...facts,
});

/** What was decided about the end so far. */
export const aPlan = (facts: Partial<RenewalPlan> = {}): RenewalPlan => ({ partner: cloudy, customer: contoso().id, ...theEnd(), ...facts });

/** Jana is asked to write to Contoso, a week before the end. */
export const aMailNotice = (facts: Partial<Notice> = {}): Notice => ({
  ...{ partner: cloudy, customer: contoso().id, recipient: jana().person, side: 'mail', endsOn: day('2026-03-10') },
  ending: { kind: 'term', subscription: aSubscription().id, term: TermId.parse('term') },
  told: [{ step: 30, at: instant('2026-02-08T07:00:00.000Z'), delivery: 'sent' }],
  ...facts,
});
