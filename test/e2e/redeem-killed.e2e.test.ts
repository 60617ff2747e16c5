import assert from 'node:assert/strict';
import { join } from 'node:path';
import { environmentForChildren } from '../../bot/config.ts';
import { createLog } from '../../bot/platform/log.ts';
import { freePort } from '../../bot/platform/playgrounds/free-port.ts';
import { startPlaygrounds } from '../../bot/platform/playgrounds/start-playgrounds.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { startApp } from '../support/app.ts';
import type { RunningApp } from '../support/app.ts';
import { wordsOf } from '../support/playground.ts';
import type { PlaygroundChat } from '../support/playground.ts';
import { asJana, beginsToRedeem, clicksThrough, shows, upToKeysReview, upToNewReceipt } from '../support/playground-steps.ts';
import { keyCards } from '../support/sample-world.ts';
import { inTempFolder } from '../support/temp-folder.ts';

const say = sayIn('cs');

interface Beside {
  readonly jana: PlaygroundChat;
  readonly keys: readonly string[];
  /** Kills the assistant and starts another on the same book. */
  readonly restart: () => Promise<void>;
}

/** Jana's Playground as a client that stays open, as Teams does, while the assistant comes and goes. */
async function besideTheAssistant(work: (beside: Beside) => Promise<void>): Promise<void> {
  await inTempFolder(async (folder) => {
    const port = await freePort(43_000 + (process.pid % 1000));
    const start = (): Promise<RunningApp> => startApp({ folder: join(folder, 'book'), env: { PORT: String(port), LOCAL_PLAYGROUND: 'off' } });
    let app = await start();
    const restart = async (): Promise<void> => {
      await app.end({ signal: 'SIGKILL', to: 'terminal' });
      app = await start();
    };
    const environment = environmentForChildren(process.env);
    const playgrounds = await startPlaygrounds({ folder, endpoint: `${app.address}/api/messages`, environment, log: createLog('silent') });
    try {
      const keys = (await keyCards(join(folder, 'book')))('small-business', 2);
      await asJana(playgrounds.partner.address, (jana) => work({ jana, keys, restart }));
    } finally {
      await playgrounds.stop();
      await app[Symbol.asyncDispose]();
    }
  });
}

describe('an assistant that is killed in the middle of a conversation', function () {
  this.timeout(120_000);

  it('goes on from the buttons that stand in the chat, and the keys count once', () =>
    besideTheAssistant(async ({ jana, keys, restart }) => {
      const clicks = upToNewReceipt(say, { organisation: 'Lékárna U Anděla', domain: 'lekarna-u-andela.example' });
      const review = await clicksThrough(jana, await beginsToRedeem(jana), upToKeysReview(say, { purpose: 'new-subscription', people: '2', keys }));
      await restart();
      shows(await jana.ask('uplatnit kód'), say('conversation.resume-heading'));
      const last = await clicksThrough(jana, review, clicks.slice(0, -1));
      const receipt = await clicksThrough(jana, last, clicks.slice(-1));
      await restart();
      assert.deepEqual((await jana.click(last, say('redeem.create-account'))).card, receipt.card);
      shows(await jana.ask('zbývající kódy'), say('keys-left.line', 12));
      assert.equal(wordsOf((await jana.ask('úkoly')).card).split('Lékárna U Anděla').length, 2);
    }));
});
