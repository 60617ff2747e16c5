import assert from 'node:assert/strict';
import { windowOf } from '../../../bot/conversation/renewals/desk-window.ts';
import { RenewalsAsked } from '../../../domain/renewals/desk.port.ts';
import { addDays } from '../../../domain/shared/dates.ts';
import { day } from '../../support/builders.ts';

describe('the period that the dashboard shows unasked', () => {
  it('holds whatever is told 60 days ahead, on every day of the week', () => {
    const asked = RenewalsAsked.parse({});
    for (const weekday of [0, 1, 2, 3, 4, 5, 6]) {
      const today = addDays(day('2026-03-01'), weekday);
      const { from, upTo } = windowOf(asked, today);
      assert.ok(from <= today && addDays(today, 60) <= upTo, `${today}: ${from} to ${upTo}`);
    }
  });
});
