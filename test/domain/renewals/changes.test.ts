import assert from 'node:assert/strict';
import type { Subscription } from '../../../domain/customers/records.ts';
import { newsOf } from '../../../domain/renewals/changes.ts';
import type { Stand } from '../../../domain/renewals/changes.ts';
import { isUrgent } from '../../../domain/renewals/records.ts';
import { aPartner, aTerm, contoso, day, instant } from '../../support/builders.ts';
import { aRelationship } from '../../support/offers.ts';
import { karelPerson, sold } from '../../support/renewals.ts';

const partner = aPartner({ partnerId: '4711001' });
const ofUs = (facts: Partial<Omit<Subscription, 'id'>> = {}) => sold({ channel: 'key', partnerOfRecord: 'true', ...facts });
const stand = (subscription: Subscription, customer = contoso()): Stand => ({ customer, subscription });
const told = (before: Stand, after: Stand, today = '2026-03-01', of = partner) =>
  newsOf(before, after, { partner: of, today: day(today) }).map((change) => [change.about.what, change.before, change.after]);
/** What is told when a subscription of which we are partner of record becomes that. */
const becomes = (facts: Partial<Omit<Subscription, 'id'>>, before: Partial<Omit<Subscription, 'id'>> = {}) =>
  told(stand(ofUs(before)), stand(ofUs({ ...before, ...facts })));
const at = instant('2026-03-01T09:00:00.000Z');

describe('the changes that the owner is told of', () => {
  it('are seats, plan, status, automatic renewal and the end date, before and after', () => {
    assert.deepEqual(becomes({ terms: [aTerm('2025-03-11', { seats: 8 })] }), [['seats', '5', '8']]);
    assert.deepEqual(becomes({ plan: 'business-premium' }), [['plan', 'business-basic', 'business-premium']]);
    assert.deepEqual(becomes({ suspended: { since: day('2026-03-01') } }), [['status', 'active', 'suspended']]);
    assert.deepEqual(becomes({}, { suspended: { since: day('2026-03-01') } }), []);
    assert.deepEqual(becomes({ autoRenews: true }), [['auto-renewal', 'off', 'on']]);
    assert.deepEqual(becomes({ terms: [aTerm('2025-03-11', { endsOn: day('2026-09-30') })] }), [['end-date', '2026-03-10', '2026-09-30']]);
  });

  it('are one for a cancellation, although it turns automatic renewal off as well', () => {
    assert.deepEqual(becomes({ autoRenews: false, cancelled: { at, name: 'Petr' } }, { autoRenews: true }), [['status', 'active', 'cancelled']]);
  });

  it('are one for a renewal of all licences: the end date', () => {
    const next = aTerm('2026-03-11', { id: 'next' });
    const terms = [aTerm('2025-03-11', { renewedBy: next.id }), next];
    assert.deepEqual(becomes({ terms }), [['end-date', '2026-03-10', '2027-03-10']]);
    assert.deepEqual(told(stand(ofUs()), stand(ofUs({ terms })), '2026-03-20'), [['end-date', '2026-03-10', '2027-03-10']]);
  });

  it('are two for a renewal of fewer licences', () => {
    const next = aTerm('2026-03-11', { id: 'next', seats: 3 });
    assert.deepEqual(becomes({ terms: [aTerm('2025-03-11', { renewedBy: next.id }), next] }), [
      ['end-date', '2026-03-10', '2027-03-10'],
      ['seats', '5', '3'],
    ]);
  });

  it('name licences that were added, and no end: the old one stays', () => {
    assert.deepEqual(becomes({ terms: [aTerm('2025-03-11'), aTerm('2025-10-01', { id: 'more', seats: 2 })] }), [['seats', '5', '7']]);
  });

  it('are not those of what is new in the book, or not told: verification, the offer, a record written again', () => {
    assert.deepEqual(newsOf({ customer: contoso() }, stand(ofUs()), { partner, today: day('2026-03-01') }), []);
    assert.deepEqual(becomes({ verification: 'unverified', reference: 'x' }), []);
  });

  it('are told where the partner sold it, or is partner of record with its benefits; not elsewhere', () => {
    const more = { terms: [aTerm('2025-03-11', { seats: 8 })] };
    const of = (facts: Partial<Omit<Subscription, 'id'>>, standing = partner) =>
      told(stand(ofUs(facts)), stand(ofUs({ ...facts, ...more })), '2026-03-01', standing).length;
    assert.equal(of({ channel: 'csp', partnerOfRecord: 'false' }), 1);
    assert.equal(of({ partnerOfRecord: '4711001' }), 1);
    assert.equal(of({ partnerOfRecord: 'false' }), 0);
    assert.equal(of({ partnerOfRecord: '1234567' }), 0);
    assert.equal(of({}, { ...partner, standing: { ...partner.standing, enrolled: false } }), 0);
  });
});

describe('the partner of record', () => {
  it('lost is told, and at once: to nobody, to somebody else, by the subscription’s own or by the customer’s default', () => {
    for (const partnerOfRecord of ['false', '1234567']) assert.deepEqual(becomes({ partnerOfRecord }), [['partner-of-record', 'us', 'lost']]);
    const before = sold({ channel: 'key' });
    const lost = told(stand(before, contoso({ partnerOfRecord: 'true' })), stand(before, contoso({ partnerOfRecord: '1234567' })));
    assert.deepEqual(lost, [['partner-of-record', 'us', 'lost']]);
    assert.ok(isUrgent({ about: { what: 'partner-of-record' }, after: 'lost' }));
  });

  it('gained, or ours in another way of writing, is no change', () => {
    assert.deepEqual(becomes({ partnerOfRecord: 'true' }, { partnerOfRecord: 'false' }), []);
    assert.deepEqual(becomes({ partnerOfRecord: '4711001' }), []);
  });
});

describe('delegated administration', () => {
  const relationship = aRelationship({ endsOn: day('2026-12-31') });
  const ended = { ...relationship, ended: { at, side: 'customer', person: karelPerson, name: 'Karel' } } as const;

  it('ended is told, and at once; once', () => {
    const stands = [
      { customer: contoso(), relationship },
      { customer: contoso(), relationship: ended },
    ] as const;
    assert.deepEqual(told(...stands), [['delegation-ended', '2026-12-31', 'ended']]);
    assert.deepEqual(told(stands[1], stands[1]), []);
    assert.ok(isUrgent({ about: { what: 'delegation-ended' }, after: 'ended' }));
  });
});
