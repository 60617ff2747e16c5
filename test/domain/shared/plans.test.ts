import assert from 'node:assert/strict';
import { PlanId, planIds, plans } from '../../../domain/shared/plans.ts';

describe('the plans', () => {
  it('are the two of the manuals and today’s four, the retired ones last', () => {
    assert.deepEqual(planIds, ['business-basic', 'business-standard', 'business-premium', 'apps-for-business', 'small-business', 'midsize-business']);
    assert.deepEqual(planIds.toSorted(), PlanId.options.toSorted());
    for (const id of PlanId.options) assert.equal(plans[id].id, id);
  });

  it('give one licence per key, but Midsize as many as its card says', () => {
    assert.deepEqual(
      planIds.filter((id) => plans[id].licencesPerKey === 'on-the-card'),
      ['midsize-business'],
    );
  });

  it('have at most 25 licences in Small Business and 300 in all others', () => {
    for (const id of planIds) assert.equal(plans[id].maxSeats, id === 'small-business' ? 25 : 300);
  });

  it('say where their rules come from and when that was checked', () => {
    for (const id of planIds) {
      assert.ok(plans[id].source.length > 0);
      assert.match(plans[id].checkedOn, /^\d{4}-\d{2}-\d{2}$/);
    }
  });
});
