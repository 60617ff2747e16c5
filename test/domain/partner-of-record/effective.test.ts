import assert from 'node:assert/strict';
import { attachedPartner, partnerOfRecordOf } from '../../../domain/partner-of-record/effective.ts';

describe('who is partner of record', () => {
  const table: readonly (readonly [subscription: string | undefined, customer: string | undefined, stored: string])[] = [
    [undefined, undefined, 'false'],
    [undefined, 'true', 'true'],
    [undefined, '5500222', '5500222'],
    ['false', 'true', 'false'],
    ['true', undefined, 'true'],
    ['5500222', 'true', '5500222'],
  ];
  for (const [own, ofCustomer, stored] of table) {
    it(`is ${stored} with ${own ?? 'nothing'} on the subscription and ${ofCustomer ?? 'nothing'} with the customer`, () => {
      const subscription = own === undefined ? {} : { partnerOfRecord: own };
      assert.equal(partnerOfRecordOf(subscription, ofCustomer === undefined ? {} : { partnerOfRecord: ofCustomer }), stored);
    });
  }

  it('is us as “true” and by our own ID, nobody, or another', () => {
    const partner = { partnerId: '4711001' };
    assert.deepEqual(attachedPartner('true', undefined), { kind: 'us' });
    assert.deepEqual(attachedPartner('4711001', partner), { kind: 'us' });
    assert.deepEqual(attachedPartner('4711001', {}), { kind: 'other', partnerId: '4711001' });
    assert.deepEqual(attachedPartner('false', partner), { kind: 'nobody' });
  });
});
