import type { CustomerUser, Subscription } from '../../domain/customers/records.ts';
import type { MoveToDirect, OfEnd, PlanRenewal, RecordRenewal, WishRenewal } from '../../domain/renewals/commands.ts';
import type { Notice, RenewalPlan } from '../../domain/renewals/records.ts';
import { CommandId, HandOffId, TermId } from '../../domain/shared/ids.ts';
import { aSubscription, aTerm, cloudy, contoso, day, instant, jana } from './builders.ts';
import { contosoTenant, karelInTeams, lenka, personAt } from './offers.ts';

/** Contoso's five licences end on 2026-03-10; today is 2026-03-01. Each function makes a new value. */

/** Karel, admin of Contoso, and Lenka, none, as Teams knows them. */
export const karelPerson = personAt(contosoTenant, 1);
export const lenkaPerson = personAt(contosoTenant, 2);
export const contosoPeople = (): readonly CustomerUser[] => [karelInTeams(), lenka()];

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
