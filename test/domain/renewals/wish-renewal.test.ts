import assert from 'node:assert/strict';
import { decideWishRenewal } from '../../../domain/renewals/wish-renewal.ts';
import type { WishRenewalState } from '../../../domain/renewals/wish-renewal.ts';
import { aSubscription, aTerm, contoso, fabrikam, instant, jana } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import { contosoInTeams } from '../../support/offers.ts';
import { aPlan, contosoPeople, karelPerson, lenkaPerson, sold, toWish } from '../../support/renewals.ts';

const given = deciding(decideWishRenewal);
const state = (facts: Partial<WishRenewalState> = {}): WishRenewalState => ({
  ...{ subscription: aSubscription(), customer: contosoInTeams(), users: contosoPeople(), plan: undefined },
  ...facts,
});
const now = instant('2026-03-01T10:00:00.000Z');
const earlier = instant('2026-02-10T10:00:00.000Z');
const said = (wish: 'renew' | 'direct' | 'end', at = now) => ({ wish, at, person: karelPerson, name: 'Karel Contoso' });

describe('what a customer’s admin wants of an end', () => {
  it('is kept with the end, and stands in the history of the customer', () => {
    for (const [wish, word] of [
      ['renew', 'renewal-wished'],
      ['direct', 'direct-billing-wished'],
      ['end', 'end-wished'],
    ] as const) {
      const decided = given(state()).when(toWish(wish));
      decided.yields({ wish, at: now, isNew: true });
      assert.deepEqual(decided.record('renewal-plan', 'term|2026-03-10'), aPlan({ wish: said(wish) }));
      const { by, customer } = decided.event(word);
      assert.deepEqual([by, customer], [{ kind: 'person', person: karelPerson, name: 'Karel Contoso' }, 'contoso']);
    }
  });

  it('is the last word, whoever of the admins says it; what the partner decided stays', () => {
    const snoozed = { until: aTerm('2025-03-11').endsOn, at: earlier, person: jana().person, name: 'Jana' };
    const decided = given(state({ plan: aPlan({ snoozed, wish: said('renew', earlier) }) })).when(toWish('end'));
    assert.deepEqual(decided.record('renewal-plan'), aPlan({ snoozed, wish: said('end') }));
    decided.yields({ isNew: true });
  });

  it('said again is told again, and changes nothing', () => {
    const decided = given(state({ plan: aPlan({ wish: said('renew', earlier) }) })).when(toWish('renew'));
    decided.yields({ at: earlier, isNew: false });
    decided.changesNothing();
  });

  it('is an admin’s: others of the customer hear who the admins are', () => {
    given(state())
      .when(toWish('renew', { by: lenkaPerson }))
      .refuses({ kind: 'not-an-admin', admins: ['Karel Contoso'] });
  });

  it('is nobody’s of another directory, and of no subscription of another customer', () => {
    const missing = { kind: 'subscription-not-found' } as const;
    given(state())
      .when(toWish('renew', { by: jana().person }))
      .refuses(missing);
    given(state({ customer: contoso() }))
      .when(toWish('renew'))
      .refuses(missing);
    given(state({ subscription: aSubscription({ customer: fabrikam().id }) }))
      .when(toWish('renew'))
      .refuses(missing);
    given(state({ subscription: undefined, customer: undefined }))
      .when(toWish('renew'))
      .refuses(missing);
  });

  it('comes too late once the data is gone; not where the service goes on month by month', () => {
    given(state()).when(toWish('renew'), '2026-07-08').yields({ isNew: true });
    given(state()).when(toWish('renew'), '2026-07-09').refuses({ kind: 'over-already' });
    const terms = [aTerm('2025-05-11')];
    const { endsOn } = aTerm('2025-05-11');
    given(state({ subscription: sold({ terms }) }))
      .when(toWish('end', { endsOn }), '2027-01-10')
      .yields({ isNew: true });
  });

  it('is about an end that is still so', () => {
    const terms = [aTerm('2025-03-11', { renewedBy: aTerm('2026-03-11', { id: 'next' }).id })];
    given(state({ subscription: aSubscription({ terms }) }))
      .when(toWish('renew'))
      .refuses({ kind: 'end-changed' });
  });
});
