import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, addMonths, dayOf, daysBetween, isEnd, termEnd } from '../../../domain/shared/dates.ts';
import { day } from '../../support/builders.ts';

const anyDay = fc.date({ min: new Date('1990-01-01'), max: new Date('2200-12-31'), noInvalidDate: true }).map(dayOf);

describe('a calendar day', () => {
  it('is the day in UTC, a millisecond before midnight too', () => {
    assert.equal(dayOf(new Date('2026-03-01T23:59:59.999Z')), '2026-03-01');
    assert.equal(dayOf(new Date('2026-03-02T00:00:00.000Z')), '2026-03-02');
  });

  it('goes there and back by any number of days', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, days) => daysBetween(from, addDays(from, days)) === days));
  });

  it('compares as text as it does in time', () => {
    fc.assert(fc.property(anyDay, anyDay, (one, other) => one < other === daysBetween(one, other) > 0));
  });

  it('some months later is the same day, or the last of a shorter month', () => {
    assert.deepEqual(
      [1, 2, 3, 12, 13].map((months) => addMonths(day('2027-01-31'), months)),
      ['2027-02-28', '2027-03-31', '2027-04-30', '2028-01-31', '2028-02-29'],
    );
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 36 }), (from, months) => {
        const later = addMonths(from, months);
        const same = later.slice(8) === from.slice(8);
        const lastOfMonth = addDays(later, 1).slice(8) === '01';
        return same || (lastOfMonth && later.slice(8) < from.slice(8));
      }),
    );
  });

  it('never lies after 9999-12-31, which stands for no end', () => {
    assert.equal(addDays(day('9999-12-31'), 121), '9999-12-31');
    assert.equal(addMonths(day('9999-06-30'), 12), '9999-12-31');
    assert.deepEqual([isEnd(day('9999-12-31')), isEnd(day('9999-12-30'))], [false, true]);
  });

  it('of a term is the same in every time zone', () => {
    const zone = process.env['TZ'];
    try {
      for (const other of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Prague']) {
        process.env['TZ'] = other;
        assert.equal(termEnd(day('2026-03-01'), 'P1Y'), '2027-02-28');
        assert.equal(dayOf(new Date('2026-03-29T01:30:00.000Z')), '2026-03-29');
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});
