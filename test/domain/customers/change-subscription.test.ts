import assert from 'node:assert/strict';
import { decideChangeSubscription } from '../../../domain/customers/change-subscription.ts';
import type { HandOffOf } from '../../../domain/customers/records.ts';
import { HandOffId, KeyFingerprint } from '../../../domain/shared/ids.ts';
import { aBilled, changing, toChange, toSeats } from '../../support/acting.ts';
import { aHandOff, aTerm, contoso, fabrikam, instant, petr, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const given = deciding(decideChangeSubscription);
const older = (facts: Partial<HandOffOf<'change-subscription'>> = {}): HandOffOf<'change-subscription'> => {
  const { partner, customer, owner, ownerName, createdAt, subscription } = aHandOff();
  const task = { what: 'change-subscription', subscription, change: 'auto-renewal', before: 'off', after: 'on' } as const;
  return { id: HandOffId.parse('older'), partner, customer, owner, ownerName, createdAt, ...task, ...facts };
};

describe('changing a subscription in the book', () => {
  it('writes the new number of licences, and leaves it to be done at Microsoft', () => {
    const decided = given(changing()).when(toSeats(8));
    assert.deepEqual(decided.record('subscription').terms, [{ ...aTerm('2025-03-11'), seats: 8 }]);
    const handOff = decided.record('hand-off');
    assert.deepEqual([handOff.what, handOff.owner], ['change-subscription', petr().person]);
    decided.yields({ what: 'seats', before: '5', after: '8', customerName: 'Contoso' });
  });

  it('stands in the history of the customer, before and after', () => {
    const { before, after, customer } = given(changing()).when(toSeats(8)).event('subscription-changed');
    assert.deepEqual({ before, after, customer }, { before: { seats: '5' }, after: { seats: '8', plan: 'small-business' }, customer: contoso().id });
  });

  it('takes one licence to as many as the plan allows, and no fewer than users hold', () => {
    const wrong = { kind: 'seats-wrong', least: 3, most: 25 } as const;
    for (const seats of [0, 2, 26, -1, 3.5])
      given(changing({ assigned: 3 }))
        .when(toSeats(seats))
        .refuses(wrong);
    for (const seats of [3, 25])
      given(changing({ assigned: 3 }))
        .when(toSeats(seats))
        .yields({ after: String(seats) });
  });

  it('counts the licences of other terms that run', () => {
    const terms = [aTerm('2025-03-11'), aTerm('2025-06-01', { id: 'second', seats: 10 })];
    const state = changing({ subscription: aBilled({ terms }), assigned: 12 });
    given(state).when(toSeats(1)).refuses({ kind: 'seats-wrong', least: 2, most: 15 });
    given(state).when(toSeats(15)).yields({ after: '15' });
  });

  it('changes only the licences of a term that runs', () => {
    given(changing()).when(toSeats(8, 'another')).refuses({ kind: 'over-already' });
    given(changing()).when(toSeats(8), '2026-03-11').refuses({ kind: 'over-already' });
  });

  it('tells when nothing would change', () => {
    given(changing()).when(toSeats(5)).refuses({ kind: 'unchanged' });
    given(changing())
      .when(toChange({ kind: 'auto-renewal', autoRenews: false }))
      .refuses({ kind: 'unchanged' });
  });

  it('changes no licences that keys pay for, and switches no automatic renewal on for them; off it goes', () => {
    const refused = { kind: 'licences-fixed', because: 'paid-by-keys' } as const;
    for (const autoRenews of [false, true]) {
      const state = changing({ subscription: aBilled({ channel: 'key', autoRenews }) });
      given(state).when(toSeats(20)).refuses(refused);
      const switched = given(state).when(toChange({ kind: 'auto-renewal', autoRenews: !autoRenews }));
      if (autoRenews) switched.yields({ before: 'on', after: 'off' });
      else switched.refuses(refused);
    }
  });

  it('looks at each term: licences that Microsoft bills can be changed beside those that keys pay for', () => {
    const keys = [KeyFingerprint.parse('fingerprint')];
    const state = changing({ subscription: aBilled({ terms: [aTerm('2025-03-11'), aTerm('2025-06-01', { id: 'second', keys })] }) });
    given(state).when(toSeats(8)).yields({ after: '8' });
    given(state).when(toSeats(8, 'second')).refuses({ kind: 'licences-fixed', because: 'paid-by-keys' });
    given(state)
      .when(toChange({ kind: 'auto-renewal', autoRenews: true }))
      .yields({ after: 'on' });
  });

  it('changes no licences of a trial, which renews itself never', () => {
    const refused = { kind: 'licences-fixed', because: 'trial' } as const;
    const state = changing({ subscription: aBilled({ channel: 'trial', plan: 'business-basic' }) });
    given(state).when(toSeats(8)).refuses(refused);
    given(state)
      .when(toChange({ kind: 'auto-renewal', autoRenews: true }))
      .refuses(refused);
    given(state)
      .when(toChange({ kind: 'cancel' }))
      .yields({ after: 'cancelled' });
  });

  it('cancels: no renewal is ahead, the terms stay as they are', () => {
    const decided = given(changing({ subscription: aBilled({ autoRenews: true }) })).when(toChange({ kind: 'cancel' }));
    const { autoRenews, cancelled, terms } = decided.record('subscription');
    assert.deepEqual([autoRenews, cancelled, terms], [false, { at: instant('2026-03-01T10:00:00.000Z'), name: petr().name }, aBilled().terms]);
  });

  it('does not cancel twice, nor renew what is cancelled', () => {
    const subscription = aBilled({ cancelled: { at: instant('2026-02-01T10:00:00.000Z'), name: 'Petr' } });
    given(changing({ subscription }))
      .when(toChange({ kind: 'cancel' }))
      .refuses({ kind: 'over-already' });
    given(changing({ subscription }))
      .when(toChange({ kind: 'auto-renewal', autoRenews: true }))
      .refuses({ kind: 'over-already' });
    given(changing({ subscription })).when(toSeats(4)).yields({ after: '4' });
  });

  it('changes nothing of what is deleted at Microsoft', () => {
    given(changing())
      .when(toChange({ kind: 'cancel' }), '2026-07-09')
      .refuses({ kind: 'over-already' });
  });

  it('takes the place of what was to be done about the same until now', () => {
    const decided = given(changing({ subscription: aBilled({ autoRenews: true }), handOffs: [older()] })).when(
      toChange({ kind: 'auto-renewal', autoRenews: false }),
    );
    assert.deepEqual(decided.removes(), [{ kind: 'hand-off', id: 'older' }]);
    assert.deepEqual(decided.events(), ['subscription-changed', 'hand-off-superseded']);
  });

  it('leaves to be done what is about something else, or confirmed', () => {
    const confirmed = { person: petr().person, name: 'Petr', at: instant('2026-02-21T10:00:00.000Z') };
    const others = [older({ change: 'seats', before: '4', after: '5' }), older({ subscription: aBilled({ id: 'other' }).id }), older({ confirmed })];
    const state = changing({ subscription: aBilled({ autoRenews: true }), handOffs: others });
    assert.deepEqual(
      given(state)
        .when(toChange({ kind: 'auto-renewal', autoRenews: false }))
        .removes(),
      [],
    );
  });

  it('knows no subscription of another partner, and none that is not the customer’s', () => {
    const missing = { kind: 'subscription-not-found' } as const;
    given(changing({ subscription: undefined, customer: undefined }))
      .when(toSeats(8))
      .refuses(missing);
    given(changing({ subscription: aBilled({ partner: rival }) }))
      .when(toSeats(8))
      .refuses(missing);
    given(changing({ customer: fabrikam() }))
      .when(toSeats(8))
      .refuses(missing);
  });
});
