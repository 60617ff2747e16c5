import assert from 'node:assert/strict';
import { remember } from '../../bot/commands/remember.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { Commit, Put, Store } from '../../domain/shared/store.port.ts';
import { jana } from '../support/builders.ts';
import { auditOf, clockAt } from '../support/book.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';

const activity = CommandId.parse('msteams|conversation|activity');
const preference = (language: 'cs' | 'sk'): Put => ({ kind: 'preference', id: jana().person, value: { person: jana().person, language } });
const absent = { kind: 'preference', id: jana().person, version: 0 } as const;

describe('what a turn keeps', () => {
  it('is in the book, and no event of the audit', async () => {
    const store = memoryStore();
    const keep = remember({ store, clock: clockAt() });
    assert.equal(await keep({ commandId: activity, expect: [absent], put: [preference('cs')], remove: [] }), 'committed');
    assert.equal((await store.read('preference', jana().person))?.value.language, 'cs');
    assert.deepEqual(await auditOf(store), []);
  });

  it('is kept once for an activity that is delivered again', async () => {
    const store = memoryStore();
    const keep = remember({ store, clock: clockAt() });
    await keep({ commandId: activity, expect: [absent], put: [preference('cs')], remove: [] });
    assert.equal(await keep({ commandId: activity, expect: [], put: [preference('sk')], remove: [] }), 'already-applied');
    assert.equal((await store.read('preference', jana().person))?.value.language, 'cs');
  });

  it('is not kept over what another turn kept in between', async () => {
    const store = memoryStore();
    const keep = remember({ store, clock: clockAt() });
    await keep({ commandId: activity, expect: [absent], put: [preference('cs')], remove: [] });
    assert.equal(await keep({ commandId: CommandId.parse('other'), expect: [absent], put: [preference('sk')], remove: [] }), 'conflict');
  });

  it('can be removed', async () => {
    const store = memoryStore();
    const keep = remember({ store, clock: clockAt() });
    await keep({ commandId: activity, expect: [absent], put: [preference('cs')], remove: [] });
    await keep({ commandId: CommandId.parse('other'), expect: [], put: [], remove: [{ kind: 'preference', id: jana().person }] });
    assert.equal(await store.read('preference', jana().person), undefined);
  });

  it('is recognised for two days, then the activity may be forgotten', async () => {
    const seen: Commit[] = [];
    const store: Store = {
      ...memoryStore(),
      async commit(commit) {
        seen.push(commit);
        return { kind: 'committed' };
      },
    };
    await remember({ store, clock: clockAt('2026-03-01') })({ commandId: activity, expect: [], put: [], remove: [] });
    assert.equal(seen[0]?.keepOutcomeUntil, '2026-03-03T10:00:00.000Z');
  });
});
