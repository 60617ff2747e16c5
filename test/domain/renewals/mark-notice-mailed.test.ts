import assert from 'node:assert/strict';
import type { MarkNoticeMailed } from '../../../domain/renewals/commands.ts';
import { decideMarkNoticeMailed } from '../../../domain/renewals/mark-notice-mailed.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import { cloudy, eva, instant, jana, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import { aMailNotice } from '../../support/renewals.ts';

const given = deciding(decideMarkNoticeMailed);
const mark = (step = 30): MarkNoticeMailed => ({
  ...{ type: 'mark-notice-mailed', commandId: CommandId.parse('command'), partner: cloudy, by: jana().person, byName: jana().name },
  ...{ notice: 'notice', step },
});
const now = instant('2026-03-01T10:00:00.000Z');

describe('a customer whom Teams does not reach', () => {
  it('was written to: who did, and when, stands with the notice and in the history', () => {
    const decided = given({ user: jana(), notice: aMailNotice() }).when(mark());
    assert.deepEqual(decided.record('notice', 'notice').told, [{ ...aMailNotice().told[0], mailed: { at: now, by: jana().name } }]);
    assert.equal(decided.event('notice-mailed').customer, 'contoso');
  });

  it('written to twice, was written to the first time', () => {
    const mailed = { at: instant('2026-02-09T10:00:00.000Z'), by: 'Petr' };
    const [told] = aMailNotice().told;
    assert.ok(told);
    const decided = given({ user: jana(), notice: aMailNotice({ told: [{ ...told, mailed }] }) }).when(mark());
    decided.yields(mailed);
    decided.changesNothing();
  });

  it('written to before the task was told counts as told then', () => {
    const waiting = { step: 7, since: now };
    const { waiting: left, told } = given({ user: jana(), notice: aMailNotice({ waiting }) })
      .when(mark(7))
      .record('notice');
    assert.deepEqual(
      [left, told.map(({ step, mailed }) => [step, mailed?.by])],
      [
        undefined,
        [
          [30, undefined],
          [7, jana().name],
        ],
      ],
    );
    const other = given({ user: jana(), notice: aMailNotice({ waiting }) })
      .when(mark(30))
      .record('notice');
    assert.deepEqual(other.waiting, waiting);
  });

  it('is noted only for a step that the notice has, on the side where somebody writes', () => {
    const missing = { kind: 'notice-not-found' } as const;
    for (const notice of [undefined, aMailNotice({ side: 'customer' }), aMailNotice({ partner: rival })])
      given({ user: jana(), notice }).when(mark()).refuses(missing);
    given({ user: jana(), notice: aMailNotice() }).when(mark(1)).refuses(missing);
  });

  it('is noted by people with a right at customers', () => {
    given({ user: eva(), notice: aMailNotice() }).when(mark()).refuses({ kind: 'person-lacks-right' });
  });
});
