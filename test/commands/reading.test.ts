import assert from 'node:assert/strict';
import { recordedReading } from '../../bot/commands/reading.ts';
import { SubscriptionId } from '../../domain/shared/ids.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { aHandOff, contoso, jana, petr } from '../support/builders.ts';
import { fill, userRecord } from '../support/book.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';

describe('reading for a decision', () => {
  it('expects what was read to be the same, and what was absent to be absent', async () => {
    const store = memoryStore();
    await fill(store, [userRecord(jana())]);
    const reading = recordedReading(store);
    assert.equal((await reading.read('partner-user', jana().person))?.name, 'Jana Nováková');
    assert.equal(await reading.read('partner-user', petr().person), undefined);
    assert.deepEqual(reading.expectations([]), [
      { kind: 'partner-user', id: jana().person, version: 1 },
      { kind: 'partner-user', id: petr().person, version: 0 },
    ]);
  });

  it('expects what is put without having been read not to exist yet', async () => {
    const reading = recordedReading(memoryStore());
    assert.deepEqual(reading.expectations([userRecord(jana())]), [{ kind: 'partner-user', id: jana().person, version: 0 }]);
  });

  it('keeps the first version of a record that changes between two looks', async () => {
    const store = memoryStore();
    await fill(store, [userRecord(jana())]);
    const reading = recordedReading(store);
    await reading.read('partner-user', jana().person);
    await fill(store, [userRecord({ ...jana(), name: 'Jana Dvořáková' })], 'wedding');
    await reading.read('partner-user', jana().person);
    assert.deepEqual(reading.expectations([]), [{ kind: 'partner-user', id: jana().person, version: 1 }]);
    assert.equal(reading.before('partner-user', jana().person)?.name, 'Jana Nováková');
  });

  it('keeps what was listed as it was, and nothing of what nobody asked for', async () => {
    const store = memoryStore();
    await fill(store, [userRecord(jana()), { kind: 'hand-off', id: 'hand-off', value: aHandOff() }]);
    const reading = recordedReading(store);
    await reading.list('hand-offs-of-customer', { key: contoso().id });
    await reading.read('partner-user', petr().person);
    assert.deepEqual(reading.before('hand-off', 'hand-off'), aHandOff());
    assert.deepEqual([reading.before('partner-user', petr().person), reading.before('partner-user', jana().person)], [undefined, undefined]);
  });

  it('lists every row of a slice, over all its pages, and expects each', async () => {
    const store = memoryStore();
    const handOffs = Array.from({ length: 1203 }, (_, n) => aHandOff({ id: `hand-off-${String(n)}`, subscription: SubscriptionId.parse(`s${String(n)}`) }));
    await fill(
      store,
      handOffs.map((value): Put => ({ kind: 'hand-off', id: value.id, value })),
    );
    const reading = recordedReading(store);
    const rows = await reading.list('hand-offs-of-customer', { key: contoso().id });
    assert.equal(new Set(rows.map((row) => row.id)).size, 1203);
    assert.equal(reading.expectations([]).length, 1203);
  });
});
