import assert from 'node:assert/strict';
import type { AroundNotice } from '../../../domain/renewals/ladder.ts';
import { stillDue } from '../../../domain/renewals/ladder.ts';
import type { Notice, RenewalPlan } from '../../../domain/renewals/records.ts';
import { RelationshipId, TermId } from '../../../domain/shared/ids.ts';
import { aTerm, cloudy, contoso, day, fabrikam, instant, jana, rival } from '../../support/builders.ts';
import { confirmed, delegated, itsCustomer, ours, silentToCustomers } from './due-world.ts';

const by = { at: instant('2026-05-20T08:00:00.000Z'), person: jana().person, name: 'Jana' };

/** Jana is to be told that Contoso's subscription ends in 30 days. */
const waiting = (facts: Partial<Notice> = {}): Notice => ({
  partner: cloudy,
  customer: contoso().id,
  recipient: jana().person,
  side: 'partner',
  ending: { kind: 'term', subscription: ours().id, term: TermId.parse('term') },
  endsOn: day('2026-06-30'),
  waiting: { step: 30, since: instant('2026-05-31T00:05:00.000Z') },
  told: [],
  ...facts,
});
const around = (facts: Partial<AroundNotice> = {}): AroundNotice => ({
  subscription: ours(),
  partner: confirmed(),
  customer: itsCustomer(),
  today: day('2026-05-31'),
  ...facts,
});
const aPlan = (facts: Partial<RenewalPlan>): RenewalPlan => ({
  ...{ partner: cloudy, customer: contoso().id, subscription: ours().id, term: TermId.parse('term'), endsOn: day('2026-06-30') },
  ...facts,
});
const next = aTerm('2026-07-01', { id: 'next' });

const noMore: readonly (readonly [string, Partial<AroundNotice>])[] = [
  ['was renewed', { subscription: ours({ terms: [aTerm('2025-07-01', { renewedBy: next.id }), next] }) }],
  ['has another end date', { subscription: ours({ terms: [aTerm('2025-07-01', { endsOn: day('2026-07-31') })] }) }],
  ['was cancelled', { subscription: ours({ cancelled: { at: by.at, name: 'Jana' } }) }],
  ['is not in the book any more', { subscription: undefined }],
  ['belongs to another customer now', { customer: fabrikam() }],
  ['is of another partner', { subscription: ours({ partner: rival }) }],
  ['is let end', { plan: aPlan({ ending: { ...by, because: 'closed' } }) }],
  ['is not to be renewed, as the customer says', { plan: aPlan({ wish: { ...by, wish: 'end' } }) }],
  ['is overtaken by the next step', { today: day('2026-06-23') }],
];

describe('what waits to be told', () => {
  it('is told while it is so', () => {
    assert.ok(stillDue(waiting(), around()));
    assert.ok(stillDue(waiting(), around({ today: day('2026-06-22') })));
    assert.ok(stillDue(waiting({ side: 'customer' }), around()));
    assert.ok(stillDue(waiting({ side: 'mail' }), around()));
  });

  for (const [what, facts] of noMore) {
    it(`is told to nobody when it ${what}`, () => {
      for (const side of ['partner', 'customer', 'mail'] as const) assert.equal(stillDue(waiting({ side }), around(facts)), false, side);
    });
  }

  it('is not told when nothing waits, or when it was told', () => {
    const { waiting: _, ...nothing } = waiting();
    assert.equal(stillDue(nothing, around()), false);
    assert.equal(stillDue(waiting({ told: [{ step: 30, at: by.at, delivery: 'sent' }] }), around()), false);
  });

  it('is not told to the partner once another is partner of record, but to the customer', () => {
    const facts = { subscription: ours({ partnerOfRecord: '1234567' }) };
    assert.equal(stillDue(waiting(), around(facts)), false);
    assert.ok(stillDue(waiting({ side: 'customer' }), around(facts)));
  });

  it('is not told to the partner while it is snoozed, nor written to the customer, but told to the customer', () => {
    const facts = { plan: aPlan({ snoozed: { ...by, until: day('2026-06-10') } }) };
    assert.equal(stillDue(waiting(), around(facts)), false);
    assert.equal(stillDue(waiting({ side: 'mail' }), around(facts)), false);
    assert.ok(stillDue(waiting({ side: 'customer' }), around(facts)));
    assert.ok(stillDue(waiting(), around({ ...facts, today: day('2026-06-10') })));
  });

  it('is not told to the customer once that is turned off, or what they see of the company is not confirmed', () => {
    const { confirmedOn: _, ...unconfirmed } = confirmed();
    for (const partner of [silentToCustomers(), unconfirmed, undefined]) {
      assert.equal(stillDue(waiting({ side: 'customer' }), around({ partner })), false);
      assert.equal(stillDue(waiting({ side: 'mail' }), around({ partner })), false);
    }
    assert.ok(stillDue(waiting(), around({ partner: unconfirmed })));
  });
});

describe('an ending delegation that waits to be told', () => {
  const ending = { kind: 'relationship', relationship: RelationshipId.parse('relationship') } as const;
  const isStill = (relationship: AroundNotice['relationship']) => stillDue(waiting({ ending }), around({ subscription: undefined, relationship }));

  it('is told while it is so', () => assert.ok(isStill(delegated())));

  it('is not told when it was ended, extends itself, or ends on another day', () => {
    assert.equal(isStill(undefined), false);
    assert.equal(isStill(delegated({ ended: { ...by, side: 'customer' } })), false);
    assert.equal(isStill(delegated({ terms: { form: 'gdap', name: 'Help', roles: [], days: 365, autoExtends: true } })), false);
    assert.equal(isStill(delegated({ endsOn: day('2026-07-01') })), false);
    assert.equal(isStill(delegated({ partner: rival })), false);
  });
});
