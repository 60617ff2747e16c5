import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HistoryWord } from '../../../domain/customers/history.ts';
import { ChangeKind } from '../../../domain/renewals/records.ts';

const folder = join(import.meta.dirname, '../../../domain');

/** The audit's words for what concerns the own company only, and what an operator does: in no customer's history. */
const ofNoCustomer = new Set([
  'company-information-confirmed',
  'customer-notices-turned',
  'global-admin-appointed',
  'language-chosen',
  'open-agreement-number-kept',
  'partner-id-noted',
  'partner-user-removed',
  'right-asked',
  'standing-kept',
]);

const said = /(?:happened\(\s*(?:\{[^}]*\}|\w+),\s*[^,]+,\s*|\bevent\(|what: )'([a-z]+(?:-[a-z]+)+)'/gu;

/** Every word that a rule gives to the audit. */
function wordsIn(source: string): readonly string[] {
  return [...source.matchAll(said)].map(([, word = '']) => word);
}

function auditWords(): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/import-|commands\.ts$|records\.ts$/.test(file),
  );
  return [...new Set(files.flatMap((file) => wordsIn(readFileSync(join(folder, file), 'utf8'))))];
}

/** The kinds of hand-offs are written the same way, and are no words of the audit; nor are the kinds of changes that are told. */
const handOffs = new Set<string>([
  'redeem-keys',
  'attach-partner-of-record',
  'set-up-accepted-offer',
  'request-delegated-admin',
  'end-delegated-admin',
  'change-subscription',
  'move-to-direct',
  'new-password',
]);

describe('the words of a customer’s history', () => {
  it('are all that the audit has, but for what concerns no customer', () => {
    const known = new Set<string>([...HistoryWord.options, ...ofNoCustomer, ...handOffs, ...ChangeKind.options]);
    assert.deepEqual(
      auditWords().filter((word) => !known.has(word)),
      [],
    );
  });

  it('would be found out: an event without words', () => {
    assert.deepEqual(wordsIn(`events: [happened(command, at, 'customer-forgotten', about, {})]`), ['customer-forgotten']);
    assert.ok(!HistoryWord.safeParse('customer-forgotten').success);
  });
});
