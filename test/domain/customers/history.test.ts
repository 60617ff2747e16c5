import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyOf, HistoryWord } from '../../../domain/customers/history.ts';
import type { AuditEvent } from '../../../domain/shared/audit.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import { ChangeKind } from '../../../domain/renewals/records.ts';
import { instantOf } from '../../../domain/shared/dates.ts';
import { plans } from '../../../domain/shared/plans.ts';
import { aHandOff, petr } from '../../support/builders.ts';

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
  'customer-user',
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

describe('what a line of a customer’s history says was turned', () => {
  const line = (before: AuditEvent['before'], after: AuditEvent['after']) => {
    const { customer, partner } = aHandOff();
    const by = { kind: 'person', person: petr().person, name: petr().name } as const;
    const facts = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    const [put] = historyOf([
      { at: instantOf(new Date('2026-03-01T09:00:00Z')), by, partner, customer, what: 'x', about: 'x', commandId: CommandId.parse('c-1'), ...facts },
    ]);
    assert.ok(put?.kind === 'history');
    return put.value;
  };

  it('is automatic renewal, a task of the checklist, the state of a request: from what, to what', () => {
    for (const [what, was, is] of [
      ['auto-renewal', 'on', 'off'],
      ['cancel', 'active', 'cancelled'],
      ['domain', 'open', 'done'],
      ['state', 'sent', 'open'],
    ] as const)
      assert.deepEqual(line({ [what]: was }, { [what]: is }).turned, [{ what, before: was, after: is }]);
  });

  it('is the number of licences, once and beside the plan', () => {
    const { before, after, turned } = line({ seats: '5' }, { seats: '8', plan: 'business-standard' });
    assert.deepEqual([before, after, turned], [undefined, plans['business-standard'].name, [{ what: 'seats', before: '5', after: '8' }]]);
  });

  it('is who became an admin, also of a person who is new', () => {
    const became = [{ what: 'isAdmin', before: 'false', after: 'true' }];
    assert.deepEqual(line({ isAdmin: false }, { isAdmin: true }).turned, became);
    assert.deepEqual(line(undefined, { isAdmin: true }).turned, became);
  });

  it('is nothing where it stays as it was, or only begins', () => {
    assert.equal(line({ state: 'open' }, { state: 'open', numbered: true }).turned, undefined);
    assert.equal(line(undefined, { isAdmin: false, seats: 5 }).turned, undefined);
  });
});
