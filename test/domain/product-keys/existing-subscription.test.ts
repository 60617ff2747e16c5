import assert from 'node:assert/strict';
import type { Subscription } from '../../../domain/customers/records.ts';
import { decideRedemption } from '../../../domain/product-keys/redeem.ts';
import { aBook, aSubscription, aTerm, contoso, day, forMoreUsers, forRenewal, inStock, keysNamed, redeem, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const given = deciding(decideRedemption);

/** Contoso with this subscription, five licences to 2026-03-10 unless said otherwise, and `keys` keys in stock. */
function contosoWith(subscription: Subscription, keys = 1) {
  return aBook({ customer: contoso(), subscription }, keysNamed(keys));
}
const moreUsers = (keys = 1) => redeem({ keys: keysNamed(keys), people: keys, purpose: forMoreUsers() });
const renewal = (keys = 5, term = 'term') => redeem({ keys: keysNamed(keys), people: keys, purpose: forRenewal(term) });

describe('more users', () => {
  it('run a year of their own from the day of use, beside the licences that are there', () => {
    const decision = given(contosoWith(aSubscription(), 2)).when(moreUsers(2), '2026-01-15');
    const { terms } = decision.record('subscription');
    assert.deepEqual(
      terms.map(({ id, seats, startsOn, endsOn }) => ({ id, seats, startsOn, endsOn })),
      [
        { id: 'term', seats: 5, startsOn: '2025-03-11', endsOn: '2026-03-10' },
        { id: 'command-term', seats: 2, startsOn: '2026-01-15', endsOn: '2027-01-14' },
      ],
    );
    decision.yields({ purpose: 'more-users', seats: 2, customerWasKnown: true, startsOn: day('2026-01-15'), endsOn: day('2027-01-14') });
  });

  it('need no customer, admin, agreement or checklist again', () => {
    const decision = given(contosoWith(aSubscription())).when(moreUsers());
    for (const kind of ['customer', 'customer-user', 'agreement', 'checklist'] as const) assert.equal(decision.puts(kind), 0);
    assert.deepEqual(decision.events(), ['product-keys-redeemed', 'licences-added']);
    const handOff = decision.record('hand-off');
    assert.ok(handOff.what === 'redeem-keys');
    assert.equal(handOff.purpose, 'more-users');
  });

  it('count together with the licences that run: 25 is the most in Small Business', () => {
    const full = aSubscription({ terms: [aTerm('2025-03-11', { seats: 24 })] });
    given(contosoWith(full)).when(moreUsers()).yields({ seats: 1 });
    given(contosoWith(full, 2)).when(moreUsers(2)).refuses({ kind: 'too-many-seats', plan: 'small-business', maxSeats: 25, seatsNow: 24, seatsAdded: 2 });
  });

  it('count together with a renewal that begins during their year', () => {
    const terms = [aTerm('2025-03-11', { seats: 5 }), aTerm('2026-03-11', { id: 'next', seats: 25 })];
    given(contosoWith(aSubscription({ terms })))
      .when(moreUsers())
      .refuses({ kind: 'too-many-seats', plan: 'small-business', maxSeats: 25, seatsNow: 25, seatsAdded: 1 });
  });

  it('do not count licences whose term has ended', () => {
    given(contosoWith(aSubscription({ terms: [aTerm('2025-03-11', { seats: 25 })] })))
      .when(moreUsers(), '2026-03-11')
      .yields({ seats: 1 });
  });

  it('are refused for a subscription of another plan, naming both', () => {
    given(contosoWith(aSubscription({ plan: 'midsize-business' })))
      .when(moreUsers())
      .refuses({ kind: 'subscription-of-another-plan', plans: ['midsize-business', 'small-business'] });
  });

  it('are possible through day 120 after the end, and refused from day 121', () => {
    given(contosoWith(aSubscription())).when(moreUsers(), '2026-07-08').yields({ seats: 1 });
    given(contosoWith(aSubscription()))
      .when(moreUsers(), '2026-07-09')
      .refuses({ kind: 'subscription-over', endedOn: day('2026-03-10'), deletedOn: day('2026-07-09') });
  });

  it('make a verified subscription unverified when a key was taken on a person’s word', () => {
    const state = { ...contosoWith(aSubscription()), keys: [undefined] };
    assert.equal(given(state).when(moreUsers()).record('subscription').verification, 'unverified');
  });

  it('leave an unverified subscription unverified', () => {
    const decision = given(contosoWith(aSubscription({ verification: 'unverified' }))).when(moreUsers());
    assert.equal(decision.record('subscription').verification, 'unverified');
  });

  it('are not added to a subscription that is not in this partner’s book', () => {
    given(aBook()).when(moreUsers()).refuses({ kind: 'subscription-not-found' });
    given(aBook({ subscription: aSubscription() }))
      .when(moreUsers())
      .refuses({ kind: 'subscription-not-found' });
    given(aBook({ customer: contoso() }))
      .when(moreUsers())
      .refuses({ kind: 'subscription-not-found' });
    given(contosoWith(aSubscription({ partner: rival })))
      .when(moreUsers())
      .refuses({ kind: 'subscription-not-found' });
    given(aBook({ subscription: aSubscription(), customer: contoso({ partner: rival }) }))
      .when(moreUsers())
      .refuses({ kind: 'subscription-not-found' });
  });
});

describe('a renewal', () => {
  it('before the end follows the old end', () => {
    given(contosoWith(aSubscription(), 5))
      .when(renewal(), '2026-03-01')
      .yields({ startsOn: day('2026-03-11'), endsOn: day('2027-03-10'), seats: 5 });
  });

  it('far before the end follows it all the same', () => {
    given(contosoWith(aSubscription(), 5))
      .when(renewal(), '2025-03-12')
      .yields({ startsOn: day('2026-03-11'), endsOn: day('2027-03-10') });
  });

  it('through day 30 after the end follows the old end', () => {
    given(contosoWith(aSubscription(), 5))
      .when(renewal(), '2026-04-09')
      .yields({ startsOn: day('2026-03-11'), endsOn: day('2027-03-10') });
  });

  it('from day 31 starts on the day of use', () => {
    given(contosoWith(aSubscription(), 5))
      .when(renewal(), '2026-04-10')
      .yields({ startsOn: day('2026-04-10'), endsOn: day('2027-04-09') });
  });

  it('on day 120 is the last that is possible', () => {
    given(contosoWith(aSubscription(), 5))
      .when(renewal(), '2026-07-08')
      .yields({ startsOn: day('2026-07-08'), endsOn: day('2027-07-07') });
  });

  it('from day 121 is refused: the data is gone', () => {
    given(contosoWith(aSubscription(), 5))
      .when(renewal(), '2026-07-09')
      .refuses({ kind: 'subscription-over', endedOn: day('2026-03-10'), deletedOn: day('2026-07-09') });
  });

  it('marks the old term as followed by the new one', () => {
    const { terms } = given(contosoWith(aSubscription(), 5)).when(renewal()).record('subscription');
    assert.deepEqual(
      terms.map((term) => [term.id, term.renewedBy]),
      [
        ['term', 'command-term'],
        ['command-term', undefined],
      ],
    );
  });

  it('of five users with three keys renews three, and names the two that end and when', () => {
    given(contosoWith(aSubscription(), 3))
      .when(renewal(3))
      .yields({ seats: 3, seatsEnding: { seats: 2, endsOn: day('2026-03-10') } });
  });

  it('of five users with four keys names the one that ends', () => {
    given(contosoWith(aSubscription(), 4))
      .when(renewal(4))
      .yields({ seatsEnding: { seats: 1, endsOn: day('2026-03-10') } });
  });

  it('with as many or more keys names none that end', () => {
    assert.equal(given(contosoWith(aSubscription(), 5)).when(renewal(5)).outcome().seatsEnding, undefined);
    assert.equal(given(contosoWith(aSubscription(), 7)).when(renewal(7)).outcome().seatsEnding, undefined);
  });

  it('is of the chosen term only: licences added in mid-term keep their own end', () => {
    const terms = [aTerm('2025-03-11'), aTerm('2025-09-01', { id: 'added', seats: 2 })];
    const decision = given(contosoWith(aSubscription({ terms }), 2)).when(renewal(2, 'added'));
    decision.yields({ startsOn: day('2026-09-01'), endsOn: day('2027-08-31') });
    assert.deepEqual(
      decision.record('subscription').terms.map((term) => term.renewedBy),
      [undefined, 'command-term', undefined],
    );
  });

  it('is refused for a term that is renewed already, with the day until which', () => {
    const next = aTerm('2026-03-11', { id: 'next' });
    const terms = [aTerm('2025-03-11', { renewedBy: next.id }), next];
    given(contosoWith(aSubscription({ terms }), 5))
      .when(renewal())
      .refuses({ kind: 'already-renewed', until: day('2027-03-10') });
  });

  it('is refused for a term without an end: 9999-12-31 stands for none', () => {
    const endless = aSubscription({ terms: [aTerm('2025-03-11', { endsOn: day('9999-12-31') })] });
    given(contosoWith(endless, 5))
      .when(renewal())
      .refuses({ kind: 'already-renewed', until: day('9999-12-31') });
    given(contosoWith(endless))
      .when(moreUsers())
      .yields({ seats: 1, endsOn: day('2027-02-28') });
  });

  it('counts with the licences that run during its year, not with those that it follows', () => {
    const terms = [aTerm('2025-03-11', { seats: 20 }), aTerm('2025-09-01', { id: 'added', seats: 5 })];
    given(contosoWith(aSubscription({ terms }), 20))
      .when(renewal(20))
      .yields({ seats: 20 });
    given(contosoWith(aSubscription({ terms }), 21))
      .when(renewal(21))
      .refuses({ kind: 'too-many-seats', plan: 'small-business', maxSeats: 25, seatsNow: 5, seatsAdded: 21 });
  });

  it('is refused for a term that the subscription does not have', () => {
    given(contosoWith(aSubscription(), 5)).when(renewal(5, 'another')).refuses({ kind: 'subscription-not-found' });
  });

  it('of another plan is refused, naming both', () => {
    given(aBook({ customer: contoso(), subscription: aSubscription(), keys: [inStock(keysNamed(1)[0] ?? assert.fail(), { plan: 'business-basic' })] }))
      .when(redeem({ plan: 'business-basic', purpose: forRenewal() }))
      .refuses({ kind: 'subscription-of-another-plan', plans: ['small-business', 'business-basic'] });
  });

  it('of a subscription that began on 29 February ends on the last day that there is', () => {
    const subscription = aSubscription({ terms: [aTerm('2028-02-29')] });
    given(contosoWith(subscription, 5))
      .when(renewal(), '2029-02-01')
      .yields({ startsOn: day('2029-02-28'), endsOn: day('2030-02-27') });
  });

  it('is audited with the terms before and what was added', () => {
    const event = given(contosoWith(aSubscription(), 3)).when(renewal(3)).event('subscription-renewed');
    assert.deepEqual(event.before, { terms: [{ seats: 5, endsOn: '2026-03-10' }], verification: 'verified' });
    assert.deepEqual(event.after, {
      added: { seats: 3, startsOn: '2026-03-11', endsOn: '2027-03-10' },
      seatsEnding: { seats: 2, endsOn: '2026-03-10' },
      verification: 'verified',
    });
  });
});
