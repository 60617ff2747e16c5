import assert from 'node:assert/strict';
import { defaultOwner, effectiveOwner } from '../../../domain/customers/owner.ts';
import { cloudy, jana, petr, rita } from '../../support/builders.ts';

describe('who looks after a customer', () => {
  it('is the person named, while they are one of the partner’s people', () => {
    assert.deepEqual(effectiveOwner(cloudy, jana(), petr()), jana());
  });

  it('is the default owner where nobody is named, or the person is gone, or somebody else’s', () => {
    for (const named of [undefined, rita()]) assert.deepEqual(effectiveOwner(cloudy, named, petr()), petr());
  });

  it('is nobody where there is no global admin either, and never another partner’s', () => {
    assert.equal(effectiveOwner(cloudy, undefined, undefined), undefined);
    assert.equal(effectiveOwner(cloudy, undefined, rita()), undefined);
  });

  it('is by default the first global admin, but for who is about to go', () => {
    const admins = [petr(), { ...jana(), companyRole: 'global-admin' as const }];
    assert.equal(defaultOwner(admins)?.name, petr().name);
    assert.equal(defaultOwner(admins, petr().person)?.name, jana().name);
    assert.equal(defaultOwner([petr()], petr().person), undefined);
  });
});
