import assert from 'node:assert/strict';
import type { ProductKey } from '../../../domain/product-keys/records.ts';
import { decideRedemption } from '../../../domain/product-keys/redeem.ts';
import { aBook, aKey, aPartner, cloudy, day, eva, forNewCustomer, inStock, jana, keysNamed, redeem, rita, rival, usedOn } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const given = deciding(decideRedemption);

describe('who may redeem product keys', () => {
  it('is told that the company is not known before anything else', () => {
    given(aBook({ partner: undefined }))
      .when(redeem())
      .refuses({ kind: 'not-eligible', eligibility: { kind: 'company-unknown' } });
  });

  it('is told that reading is not enough', () => {
    given(aBook({ user: eva() }))
      .when(redeem({ by: eva().person }))
      .refuses({ kind: 'not-eligible', eligibility: { kind: 'person-lacks-right', needed: 'limited' } });
  });

  it('does not redeem for another company', () => {
    given(aBook({ user: rita() }))
      .when(redeem({ by: rita().person }))
      .refuses({ kind: 'not-eligible', eligibility: { kind: 'person-lacks-right', needed: 'limited' } });
  });

  it('needs a distributor as an advisor', () => {
    const partner = aPartner();
    const standing = { ...partner.standing, distributor: undefined };
    given(aBook({ partner: { ...partner, standing } }))
      .when(redeem())
      .refuses({ kind: 'not-eligible', eligibility: { kind: 'company-lacks', missing: 'distributor' } });
  });

  it('hears about a missing right before hearing about a used key', () => {
    given(aBook({ user: eva(), keys: [usedOn(aKey('k1'), '2026-01-10')] }))
      .when(redeem())
      .refuses({ kind: 'not-eligible', eligibility: { kind: 'person-lacks-right', needed: 'limited' } });
  });
});

describe('a key', () => {
  it('must be given', () => {
    given(aBook({ keys: [] }))
      .when(redeem({ keys: [] }))
      .refuses({ kind: 'no-keys' });
  });

  it('is refused when it is given twice', () => {
    const keys = [aKey('k1'), aKey('k2'), aKey('k1')];
    given(aBook({}, keys)).when(redeem({ keys })).refuses({ kind: 'same-key-twice', ending: 'AAAK1' });
  });

  it('that this partner used is refused for ever, with the day', () => {
    given(aBook({ keys: [usedOn(aKey('k1'), '2019-01-10')] }))
      .when(redeem())
      .refuses({ kind: 'key-already-used', ending: 'AAAK1', on: day('2019-01-10') });
  });

  it('that another partner used is refused without saying so', () => {
    given(aBook({ keys: [usedOn(aKey('k1'), '2026-01-10', { partner: rival })] }))
      .when(redeem())
      .refuses({ kind: 'key-not-available', endings: ['AAAK1'] });
  });

  it('in the stock of another partner gives the very same answer', () => {
    given(aBook({ keys: [inStock(aKey('k1'), { partner: rival })] }))
      .when(redeem())
      .refuses({ kind: 'key-not-available', endings: ['AAAK1'] });
  });

  it('is judged with all the others: every unavailable one is named', () => {
    const keys = keysNamed(3);
    const [first, second, third] = keys.map((key, index) => inStock(key, index === 1 ? {} : { partner: rival }));
    given(aBook({ keys: [first, second, third] }))
      .when(redeem({ keys }))
      .refuses({ kind: 'key-not-available', endings: ['AAAK1', 'AAAK3'] });
  });

  it('of a second plan is refused, naming both plans', () => {
    const keys = keysNamed(2);
    given(aBook({ keys: [inStock(aKey('k1')), inStock(aKey('k2'), { plan: 'midsize-business', seats: 10 })] }))
      .when(redeem({ keys }))
      .refuses({ kind: 'second-plan', plans: ['small-business', 'midsize-business'] });
  });

  it('in stock is worth what the stock says, not what the card says', () => {
    const midsize = { plan: 'midsize-business', seats: 10 } as const;
    given(aBook({ keys: [inStock(aKey('k1'), midsize)] }))
      .when(redeem({ plan: 'midsize-business', keys: [aKey('k1', 250)], purpose: midsizePurpose() }))
      .yields({ seats: 10, unverifiedKeys: 0 });
  });

  it('that is not in stock is worth one licence for a plan with one licence per key, whatever the card says', () => {
    given(aBook({ keys: [undefined] }))
      .when(redeem({ keys: [aKey('k1', 20)] }))
      .yields({ seats: 1, unverifiedKeys: 1 });
  });

  it('that is not in stock is worth the count on its card for Midsize', () => {
    given(aBook({ keys: [undefined] }))
      .when(redeem({ plan: 'midsize-business', keys: [aKey('k1', 20)], purpose: midsizePurpose() }))
      .yields({ seats: 20, unverifiedKeys: 1 });
  });

  it('adds its licences to those of the same plan: five users need five Small Business keys', () => {
    const keys = keysNamed(5);
    given(aBook({}, keys))
      .when(redeem({ keys, people: 5 }))
      .yields({ seats: 5, people: 5 });
  });

  it('may be one of too few: three keys for five people go on, and both counts are told', () => {
    const keys = keysNamed(3);
    given(aBook({}, keys))
      .when(redeem({ keys, people: 5 }))
      .yields({ seats: 3, people: 5 });
  });

  it('is used from then on, with the day, the person and the subscription', () => {
    const key = given(aBook()).when(redeem(), '2026-05-06').record('product-key');
    assertUsed(key, { state: 'used', origin: 'stock', on: '2026-05-06' });
  });

  it('typed on a person’s word gets a record of its own, used and not from stock', () => {
    const key = given(aBook({ keys: [undefined] }))
      .when(redeem())
      .record('product-key');
    assertUsed(key, { state: 'used', origin: 'typed', on: '2026-03-01' });
  });
});

function midsizePurpose() {
  return forNewCustomer({ agreement: { kind: 'open-agreement', number: '12345678' } });
}

function assertUsed(key: ProductKey, expected: { state: string; origin: string; on: string }): void {
  assert.deepEqual({ state: key.state, origin: key.origin, on: key.use?.on }, expected);
  assert.equal(key.use?.by, jana().person);
  assert.equal(key.partner, cloudy);
}
