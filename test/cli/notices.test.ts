import assert from 'node:assert/strict';
import { runNotices } from '../../bot/cli/notices.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, aSubscription, aTerm, contoso, day, petr } from '../support/builders.ts';
import { customerRecord } from '../support/offers.ts';
import { reached } from '../sweeps/notice-world.ts';
import { withOperator } from './an-operator.ts';
import type { Operator } from './an-operator.ts';

const ending = aSubscription({ terms: [aTerm('2025-05-01')], createdOn: day('2025-05-01') });
const book: readonly Put[] = [
  partnerRecord(aPartner()),
  userRecord(petr()),
  customerRecord({ ...contoso(), partnerOfRecord: 'true' }),
  { kind: 'subscription', id: ending.id, value: ending },
];

async function notices({ tools }: Operator, ...args: readonly string[]) {
  const lines: string[] = [];
  const code = await runNotices(args, { ...tools, print: (line) => lines.push(line) });
  return { code, lines };
}

describe('the operator’s list of notices', () => {
  it('says what goes to whom today, and on a later day, and sends nothing', () =>
    withOperator(async (operator) => {
      await fill(operator.store, [...book, reached(petr().person)]);
      const commits = operator.commits();
      assert.deepEqual(await notices(operator), {
        code: 0,
        lines: [
          `Petr Svoboda (${petr().person}), partner: 1 notice`,
          '  2026-04-30  60 days before its end  Contoso (contoso.cz)  Office 365 Small Business',
          '2026-03-01: 1 notice to 1 person. Nothing was sent.',
        ],
      });
      assert.deepEqual(
        (await notices(operator, '--at', '2026-04-29')).lines.at(1),
        '  2026-04-30  1 day before its end  Contoso (contoso.cz)  Office 365 Small Business',
      );
      assert.deepEqual((await notices(operator, '--at', '2026-04-28')).lines, ['2026-04-28: 0 notices to 0 people. Nothing was sent.']);
      assert.equal(operator.commits(), commits);
    }));

  it('names who cannot be written to yet', () =>
    withOperator(async (operator) => {
      await fill(operator.store, book);
      assert.match((await notices(operator)).lines[0] ?? '', /1 notice, whom the assistant cannot write to yet: it waits for them$/);
    }));

  for (const [args, problem] of [
    [['--at', 'tomorrow'], '"tomorrow" is not a day. Write it as 2026-03-01.'],
    [['--at', '2026-02-28'], '2026-02-28 is over. Name today, 2026-03-01, or a later day.'],
    [['--send'], /--send/],
    [['everything'], /everything/],
    [['--partner', 'nobody'], /No partner of this installation has the tenant "nobody"/],
  ] as const) {
    it(`refuses ${args.join(' ')}`, () =>
      withOperator(async (operator) => {
        const { code, lines } = await notices(operator, ...args);
        assert.equal(code, 2);
        if (typeof problem === 'string') assert.equal(lines[0], problem);
        else assert.match(lines[0] ?? '', problem);
      }));
  }
});
