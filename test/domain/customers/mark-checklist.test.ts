import assert from 'node:assert/strict';
import type { MarkChecklist } from '../../../domain/customers/commands.ts';
import { decideMarkChecklist } from '../../../domain/customers/mark-checklist.ts';
import type { Checklist } from '../../../domain/customers/records.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import { aSubscription, cloudy, contoso, eva, instant, jana, petr, rita, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

describe('marking a task after set-up', () => {
  const given = deciding(decideMarkChecklist);
  const open = { status: 'open' } as const;
  const done = { status: 'done', by: { person: petr().person, name: petr().name }, at: instant('2026-02-25T08:00:00.000Z') } as const;
  const checklist = (facts: Partial<Checklist['items']> = {}): Checklist => ({
    subscription: aSubscription().id,
    customer: contoso().id,
    partner: cloudy,
    items: { 'add-users': open, 'move-data': open, domain: open, 'partner-of-record': open, 'delegated-admin': open, ...facts },
  });
  const mark = (facts: Partial<MarkChecklist> = {}): MarkChecklist => ({
    type: 'mark-checklist',
    commandId: CommandId.parse('mark'),
    partner: cloudy,
    by: jana().person,
    byName: jana().name,
    subscription: aSubscription().id,
    item: 'domain',
    status: 'done',
    ...facts,
  });

  it('as done or not needed keeps who and when, and leaves the others', () => {
    for (const status of ['done', 'not-needed'] as const) {
      const { items } = given({ user: jana(), checklist: checklist({ 'add-users': done }) })
        .when(mark({ status }))
        .record('checklist');
      const at = instant('2026-03-01T10:00:00.000Z');
      assert.deepEqual(items, checklist({ 'add-users': done, domain: { status, by: { person: jana().person, name: jana().name }, at } }).items);
    }
  });

  it('as open again forgets who did it, but the audit does not', () => {
    const decision = given({ user: jana(), checklist: checklist({ domain: done }) }).when(mark({ status: 'open' }));
    assert.deepEqual(decision.record('checklist').items.domain, open);
    assert.deepEqual([decision.event('checklist-marked').before, decision.event('checklist-marked').after], [{ domain: 'done' }, { domain: 'open' }]);
  });

  it('as what it is already keeps who did it first', () => {
    given({ user: jana(), checklist: checklist({ domain: done }) })
      .when(mark())
      .changesNothing();
  });

  it('needs limited administration, of this partner', () => {
    for (const user of [eva(), rita(), undefined]) given({ user, checklist: checklist() }).when(mark()).refuses({ kind: 'person-lacks-right' });
  });

  it('is refused for a checklist that is not in this partner’s book', () => {
    given({ user: jana(), checklist: undefined }).when(mark()).refuses({ kind: 'checklist-not-found' });
    given({ user: jana(), checklist: { ...checklist(), partner: rival } })
      .when(mark())
      .refuses({ kind: 'checklist-not-found' });
  });
});
