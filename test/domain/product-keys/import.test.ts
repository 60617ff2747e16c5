import assert from 'node:assert/strict';
import type { ImportProductKey } from '../../../domain/product-keys/import-product-key.ts';
import { decideImportProductKey } from '../../../domain/product-keys/import-product-key.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import { aKey, cloudy, day, inStock, rival, usedOn } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const given = deciding(decideImportProductKey);
const key = aKey('key');

describe('importing a product key', () => {
  it('puts a new key into stock, worth one licence where every key is', () => {
    const decided = given({ key: undefined }).when(line({ boughtOn: day('2026-02-01'), orderRef: 'FD-7' }));
    decided.yields({ kind: 'taken' });
    const { state, origin, seats, boughtOn, orderRef, ending } = decided.record('product-key');
    assert.deepEqual(
      { state, origin, seats, boughtOn, orderRef, ending },
      { state: 'in-stock', origin: 'stock', seats: 1, boughtOn: '2026-02-01', orderRef: 'FD-7', ending: key.ending },
    );
  });

  it('changes nothing for a key that is in stock as written', () => {
    given({ key: inStock(key) })
      .when(line({}))
      .changesNothing();
  });

  it('changes plan and licences of a key that nobody has used', () => {
    const decided = given({ key: inStock(key) }).when(line({ plan: 'midsize-business', seats: 25 }));
    decided.yields({ kind: 'changed', columns: ['plan', 'seats'] });
    assert.equal(decided.record('product-key').sealed, key.sealed, 'the sealed key stays as it was sealed first');
  });

  it('never puts a used key back into stock, and says when it was used', () => {
    given({ key: usedOn(key, '2026-01-15') })
      .when(line({}))
      .refuses({ kind: 'key-already-used', on: day('2026-01-15') });
  });

  it('says the same of a used key whatever plan the line gives it', () => {
    given({ key: usedOn(key, '2026-01-15') })
      .when(line({ plan: 'business-basic', seats: 9 }))
      .refuses({ kind: 'key-already-used', on: day('2026-01-15') });
  });

  it('leaves a used key that an export lists as used', () => {
    given({ key: usedOn(key, '2026-01-15') })
      .when(line({ state: 'used' }))
      .changesNothing();
  });

  it('does not put a key into stock that its own line calls used', () => {
    given({ key: undefined })
      .when(line({ state: 'used' }))
      .refuses({ kind: 'used-key-not-known' });
  });

  it("tells nothing of another partner's key, used or not", () => {
    given({ key: inStock(key, { partner: rival }) })
      .when(line({}))
      .refuses({ kind: 'key-not-available' });
    given({ key: usedOn(key, '2026-01-15', { partner: rival }) })
      .when(line({ state: 'used' }))
      .refuses({ kind: 'key-not-available' });
  });

  it('asks for the licences on the card of a Midsize key', () => {
    given({ key: undefined })
      .when(line({ plan: 'midsize-business' }))
      .refuses({ kind: 'seats-missing', plan: 'midsize-business' });
  });

  it('refuses several licences where one key is one licence, and more than a plan has', () => {
    given({ key: undefined })
      .when(line({ seats: 5 }))
      .refuses({ kind: 'one-licence-per-key', plan: 'small-business', seats: 5 });
    given({ key: undefined })
      .when(line({ plan: 'midsize-business', seats: 301 }))
      .refuses({ kind: 'too-many-seats', plan: 'midsize-business', maxSeats: 300, seats: 301 });
  });

  it('is told in the audit by its last five characters only', () => {
    const event = given({ key: undefined }).when(line({})).event('product-key-imported');
    assert.equal(event.after?.['ending'], key.ending);
    assert.ok(!JSON.stringify(event).includes(key.sealed));
  });
});

function line(facts: Partial<ImportProductKey>): ImportProductKey {
  const { fingerprint, sealed, ending } = key;
  const empty = { seats: undefined, boughtOn: undefined, orderRef: undefined, state: undefined };
  return {
    type: 'import-product-key',
    commandId: CommandId.parse('line'),
    partner: cloudy,
    key: { fingerprint, sealed, ending },
    plan: 'small-business',
    ...empty,
    ...facts,
  };
}
