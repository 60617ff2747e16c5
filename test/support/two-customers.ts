import type { Subscription } from '../../domain/customers/records.ts';
import type { Relationship } from '../../domain/delegated-admin/records.ts';
import { RelationshipId, SubscriptionId } from '../../domain/shared/ids.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { partnerRecord, userRecord } from './book.ts';
import { aTerm, day, eva, fabrikam, jana, petr } from './builders.ts';
import { aRelationship, aSeller, classic } from './offers.ts';
import { bookedContoso, bookedSubscription, customerRecord, karelRecord, subscriptionRecord } from './transcript-book.ts';

/** Contoso and Fabrikam, both of which granted everything: whoever acts for one may look at the other. */

export const contosos = (): Subscription =>
  bookedSubscription({ plan: 'business-standard', channel: 'csp', autoRenews: true, terms: [aTerm('2026-02-01')], reference: 'S-1' });
export const fabrikams = (): Subscription => ({ ...contosos(), id: SubscriptionId.parse('fabrikams'), customer: fabrikam().id, reference: 'S-2' });

const relationshipRecord = (value: Relationship): Put => ({ kind: 'relationship', id: value.id, value });
const everything = { terms: classic, endsOn: day('9999-12-31') };

export const contosoGrants = (facts: Partial<Relationship> = {}): Put =>
  relationshipRecord(aRelationship({ customer: bookedContoso().id, ...everything, ...facts }));
const fabrikamGrants = (): Put => relationshipRecord(aRelationship({ id: RelationshipId.parse('fabrikam-grants'), customer: fabrikam().id, ...everything }));

/** The partner with its people, both customers, and nothing granted. */
export function customersOnly(...more: readonly (Put | readonly Put[])[]): readonly Put[] {
  return [
    ...[partnerRecord(aSeller()), ...[jana(), petr(), eva()].map(userRecord)],
    ...[customerRecord(bookedContoso()), customerRecord(fabrikam()), subscriptionRecord(contosos()), subscriptionRecord(fabrikams()), karelRecord()],
    ...more.flat(),
  ];
}

export const bothGrant = (...more: readonly (Put | readonly Put[])[]): readonly Put[] => customersOnly(contosoGrants(), fabrikamGrants(), ...more);
