import assert from 'node:assert/strict';
import { lookForKeys } from '../prove/leaks.ts';

describe('a product key, typed right or wrong', function () {
  this.timeout(60_000);

  it('stands in clear nowhere: not in the data folder, the log, the exports, the figures, nor on a card', async () => {
    const { leaks, cards, searched } = await lookForKeys({ redemptions: 3, keysEach: 4 });
    assert.deepEqual(leaks, []);
    assert.ok(cards > 80);
    for (const place of ['data/journal.jsonl', 'log', 'metrics', 'cards', 'audit export', 'export/keys.csv']) assert.ok((searched[place] ?? 0) > 300, place);
  });

  it('planted fault: secrets that seal nothing let the proof fail', async () => {
    assert.deepEqual((await lookForKeys({ redemptions: 1, keysEach: 2, plantedFault: 'seals-nothing' })).leaks, ['data/journal.jsonl']);
  });

  it('planted fault: a log that is told what people typed lets the proof fail', async () => {
    assert.deepEqual((await lookForKeys({ redemptions: 1, keysEach: 2, plantedFault: 'logs-what-it-hears' })).leaks, ['log']);
  });
});
