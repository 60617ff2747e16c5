import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { withAbsolutePaths } from '../../bot/platform/absolute-paths.ts';

const from = resolve('somewhere');
const here = (path: string): string => resolve(from, path);

describe('the files an operator names', () => {
  for (const [what, args, expected] of [
    ['stand alone', ['keys.csv', '../more.csv'], [here('keys.csv'), here('../more.csv')]],
    ['stand beside switches and values', ['--partner', 'abc', '--dry-run', 'keys.csv'], ['--partner', 'abc', '--dry-run', here('keys.csv')]],
    ['stand beside a country', ['--country', 'CZ', 'keys.csv'], ['--country', 'CZ', here('keys.csv')]],
    ['follow --to', ['--to', 'out', '--audit'], ['--to', here('out'), '--audit']],
    ['follow --to with a sign between', ['--to=out'], ['--to', here('out')]],
    ['are absolute already', [here('keys.csv')], [here('keys.csv')]],
    ['are none', ['--at', '2026-12-01'], ['--at', '2026-12-01']],
    ['begin with a dash', ['--', '-keys.csv'], ['--', here('-keys.csv')]],
    ['are forgotten after --to', ['--to'], ['--to']],
  ] as const) {
    it(`are named absolutely when they ${what}`, () => assert.deepEqual(withAbsolutePaths(args, from), expected));
  }
});
