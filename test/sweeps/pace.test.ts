import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createChats } from '../../bot/sweeps/chats.ts';
import { evenly, ownPace, windowsOf } from '../../bot/sweeps/pace.ts';
import { admin } from './outbox-world.ts';
import { publishedLimits } from '../support/published-limits.ts';

/** The most moments that lie within any stretch of that length. */
function mostWithin(moments: readonly number[], length: number): number {
  return Math.max(...moments.map((from) => moments.filter((each) => each >= from && each < from + length).length));
}

const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 120 });

function atMoments(steps: readonly number[]): readonly number[] {
  let now = 1_000_000;
  return steps.map((step) => (now += step));
}

describe('the moments of a tenant', () => {
  it('lie evenly, whenever they are asked for: no second holds more than 46', () => {
    fc.assert(
      fc.property(gaps, (steps) => {
        const pace = evenly(ownPace.perSecond);
        const moments = atMoments(steps).map((now) => pace.take(now));
        assert.ok(mostWithin(moments, 1000) <= 46);
        for (const [index, moment] of moments.entries()) assert.ok(index === 0 || moment - (moments[index - 1] ?? 0) >= 1000 / ownPace.perSecond - 0.001);
      }),
    );
  });

  it('are caught up by a late process no faster than the channel takes them: no second holds more than 48 departures', () => {
    fc.assert(
      fc.property(gaps, (stalls) => {
        const pace = evenly(ownPace.catchingUpPerSecond, ownPace.slackMs);
        const departures: number[] = [];
        for (const stallEnds of atMoments(stalls)) {
          // whoever is late goes as soon as it may
          const now = Math.max(pace.free(stallEnds), stallEnds);
          pace.take(now);
          departures.push(now);
        }
        assert.ok(mostWithin(departures, 1000) <= 48);
      }),
    );
  });
});

describe('the messages into one chat', () => {
  it('keep within every window that is published, however many want to go at once', () => {
    fc.assert(
      fc.property(gaps, (steps) => {
        const chats = createChats();
        let now = 0;
        const limits = publishedLimits(() => now);
        for (const asked of atMoments(steps)) {
          now = Math.max(now, chats.free(admin(), asked));
          chats.take(admin(), now);
          assert.equal(limits.refuses({ tenant: 'somewhere', conversation: 'one', isMessage: true }), undefined);
        }
      }),
    );
  });

  it('are forgotten when they count no more', () => {
    const windows = windowsOf([{ most: 2, within: 1000 }]);
    windows.take(0);
    assert.deepEqual([windows.isIdle(999), windows.isIdle(1000), windows.free(1)], [false, true, 1]);
    windows.take(10);
    assert.equal(windows.free(20), 1000);
  });

  it('planted fault: a pace for tenants alone lets too many into one chat', () => {
    const pace = evenly(ownPace.perSecond);
    let now = 0;
    const limits = publishedLimits(() => now);
    const answers = Array.from({ length: 20 }, () => {
      now = pace.take(now);
      return limits.refuses({ tenant: 'somewhere', conversation: 'one', isMessage: true });
    });
    assert.ok(answers.some((answer) => answer !== undefined));
  });
});
