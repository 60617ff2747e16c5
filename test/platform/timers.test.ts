import assert from 'node:assert/strict';
import { useFakeTimers } from 'sinon';
import { systemClock } from '../../bot/platform/clock.ts';
import { newId } from '../../bot/platform/ids.ts';
import { systemTimers } from '../../bot/platform/timers.ts';

describe('the clock, the ids and the timers of the machine', () => {
  it('tells the present', () => {
    const machine = useFakeTimers({ now: Date.UTC(2026, 10, 20) });
    const now = systemClock.now();
    machine.restore();
    assert.equal(now.toISOString(), '2026-11-20T00:00:00.000Z');
  });

  it('makes a new UUID each time', () => {
    assert.match(newId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.notEqual(newId(), newId());
  });

  it('runs work once later, or again and again until it is called off', () => {
    const machine = useFakeTimers();
    const ran: string[] = [];
    systemTimers.after(5, () => ran.push('once'));
    const end = systemTimers.every(10, () => ran.push('again'));
    machine.tick(20);
    end();
    machine.tick(100);
    machine.restore();
    assert.deepEqual(ran, ['once', 'again', 'again']);
  });

  it('does not run work that was called off', () => {
    const machine = useFakeTimers();
    const ran: string[] = [];
    systemTimers.after(5, () => ran.push('called off'))();
    machine.tick(100);
    machine.restore();
    assert.deepEqual(ran, []);
  });
});
