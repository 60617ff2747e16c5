import assert from 'node:assert/strict';
import fc from 'fast-check';
import { executor } from '../../bot/commands/execute.ts';
import type { Subscription } from '../../domain/customers/records.ts';
import { SubscriptionId } from '../../domain/shared/ids.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { aTerm, day, petr } from '../support/builders.ts';
import { aLineOf, subscriptionRecord } from '../support/changes-world.ts';
import { sold } from '../support/renewals.ts';
import { aNoticeWorld } from './notice-world.ts';

const start = Date.parse('2026-03-01T00:05:00.000Z');
const minute = 60_000;
const end = '2026-03-08T12:00:00.000Z';
const at = (minutes: number): string => new Date(start + minutes * minute).toISOString();
/** Ends far ahead, so that nothing but changes is told. */
const farAhead = aTerm('2026-02-01', { endsOn: day('2029-01-31'), length: 'P3Y' });

/** Some minutes of five days, and how many files come in then. Around the morning and midnight more often than elsewhere. */
const moments = fc.array(
  fc.record({
    minutes: fc.oneof(
      fc.integer({ min: 0, max: 5 * 1440 }),
      fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 465, max: 480 })).map(([day, of]) => day * 1440 + of),
      fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: -10, max: 5 })).map(([day, of]) => day * 1440 + of),
    ),
    files: fc.integer({ min: 1, max: 4 }),
    /** The outbox is at work at the same moment. */
    whileSending: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

interface Told {
  readonly chat: readonly string[];
  readonly changes: readonly string[];
  readonly left: number;
}

/** A week in which files change the licences of four subscriptions; what stood in the owner's chat at its end. */
async function aWeekOf(
  comings: readonly { readonly minutes: number; readonly files: number; readonly whileSending: boolean }[],
  faulty = false,
): Promise<Told> {
  const world = await aNoticeWorld();
  await world.put(...[0, 1, 2, 3].map((n) => subscriptionRecord(aSold(`s${String(n)}`))));
  const execute = executor({ store: faulty ? withoutDigests(world.store) : world.store, clock: world.clock, noticeHour: 8 });
  const changes: string[] = [];
  const seats = new Map<string, number>();
  let next = 10;
  for (const { minutes, files, whileSending } of comings.toSorted((one, other) => one.minutes - other.minutes)) {
    await world.runUntil(at(minutes));
    const sending = whileSending ? world.send() : undefined;
    await Promise.all(
      Array.from({ length: files }, (_, n) => {
        const id = `s${String(n)}`;
        changes.push(`seats:${String(seats.get(id) ?? 5)}>${String((next += 1))}`);
        seats.set(id, next);
        const line = aLineOf({ id, seats: next }, `line-${String(next)}`);
        const { startsOn, endsOn, length } = farAhead;
        return execute({ ...line, term: { ...line.term, startsOn, endsOn, length } });
      }),
    );
    await sending;
  }
  await world.runUntil(end);
  const left = await world.store.count('news-of', { key: petr().person });
  return { chat: world.chatOf(petr().person), changes, left };
}

function aSold(id: string): Subscription {
  return { ...sold({ terms: [farAhead] }), id: SubscriptionId.parse(id) };
}

/** A book to which no change ever adds a digest. */
function withoutDigests(store: Store): Store {
  const keeps = ({ kind, id }: Put): boolean => kind !== 'digest' && !(kind === 'outbox' && id.startsWith('digest|'));
  return { ...store, commit: (change) => store.commit({ ...change, put: change.put.filter(keeps) }) };
}

const counted = (text: string, part: string): number => text.split(' ').filter((each) => each === part).length;

describe('every change of a subscription', () => {
  it('is told to the owner exactly once, in at most one digest a day, whenever it comes and whatever is being sent then', async () => {
    await fc.assert(
      fc.asyncProperty(moments, async (comings) => {
        const { chat, changes, left } = await aWeekOf(comings);
        const days = chat.map((text) => text.slice(0, 10));
        assert.deepEqual(days, [...new Set(days)]);
        const all = chat.join(' ');
        for (const change of changes) assert.equal(counted(all, change), 1, `${change} in ${all}`);
        assert.equal(left, 0);
      }),
      { numRuns: 60 },
    );
  });

  it('comes in the next morning when it is no hurry, never in the middle of the day', async () => {
    const { chat } = await aWeekOf([{ minutes: 14 * 60, files: 1, whileSending: false }]);
    assert.deepEqual(chat, ['2026-03-02 seats:5>11']);
  });

  it('comes the same morning when it is before it', async () => {
    const { chat } = await aWeekOf([{ minutes: 5 * 60, files: 1, whileSending: false }]);
    assert.deepEqual(chat, ['2026-03-01 seats:5>11']);
  });

  it('would be found out: a change that waits for a digest which nobody makes', async () => {
    const { left } = await aWeekOf([{ minutes: 700, files: 2, whileSending: false }], true);
    assert.equal(left, 2);
  });
});
