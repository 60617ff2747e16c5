import assert from 'node:assert/strict';
import { withBrowser } from '../support/browser.ts';
import type { Here } from '../support/browser.ts';

const test = { skip: (): never => assert.fail('skipped') };
const neverWorks = async (): Promise<void> => assert.fail('there is no browser to work with');

function without(mustRun: boolean, said: string[]): Here {
  return { open: async () => ({ kind: 'none', why: 'no libnss3' }), mustRun, warn: (words) => said.push(words) };
}

describe('a machine without a browser', () => {
  it('skips the test on somebody’s own machine, and says loudly what was not tested and why', async () => {
    const said: string[] = [];
    await assert.rejects(withBrowser(test, neverWorks, without(false, said)), /skipped/);
    assert.match(said.join(''), /NOT TESTED.*no libnss3/);
  });

  it('is red where everything must run', () => assert.rejects(withBrowser(test, neverWorks, without(true, [])), /no browser can run here: no libnss3/));
});
