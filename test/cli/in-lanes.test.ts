import assert from 'node:assert/strict';
import { inLanes } from '../../bot/cli/in-lanes.ts';

describe('works in lanes', () => {
  it('run at the same time, and hand on their results in the order in which they were added', async () => {
    const taken: string[] = [];
    const gates = [gate(), gate()];
    const lanes = inLanes<string>(5, (result) => taken.push(result));
    for (const [index, each] of gates.entries()) await lanes.add({ lane: String(index), run: async () => each.opened.then(() => `work ${String(index)}`) });
    gates[1]?.open();
    await Promise.resolve();
    gates[0]?.open();
    await lanes.finish();
    assert.deepEqual(taken, ['work 0', 'work 1']);
  });

  it('of one lane run one after the other', async () => {
    const seen: string[] = [];
    const lanes = inLanes<undefined>(5, () => undefined);
    for (const name of ['a', 'b']) {
      const run = async () => {
        seen.push(`${name} begins`);
        await Promise.resolve();
        seen.push(`${name} ends`);
        return undefined;
      };
      await lanes.add({ lane: 'one', run });
    }
    await lanes.finish();
    assert.deepEqual(seen, ['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('are never more at a time than allowed', async () => {
    let begun = 0;
    const { opened, open } = gate();
    const lanes = inLanes<undefined>(3, () => undefined);
    const run = async () => {
      begun++;
      await opened;
      return undefined;
    };
    const added = Promise.all(
      ['a', 'b', 'c', 'd'].map(async (lane, index) => (index < 3 ? lanes.add({ lane, run }) : Promise.resolve().then(async () => lanes.add({ lane, run })))),
    );
    for (let tick = 0; tick < 20; tick++) await Promise.resolve();
    assert.equal(begun, 3);
    open();
    await added;
    await lanes.finish();
    assert.equal(begun, 4);
  });

  it('end with the failure of the oldest that failed, and leave no other unheard', async () => {
    const lanes = inLanes<undefined>(2, () => undefined);
    for (const code of ['first', 'second']) await lanes.add({ lane: code, run: async () => Promise.reject(new TypeError(code)) });
    await assert.rejects(lanes.finish(), { name: 'TypeError', message: 'first' });
  });
});

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = withResolvers();
  return { opened: promise, open: resolve };
}

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
