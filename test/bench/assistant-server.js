/**
 * The whole assistant, compiled as it is run and composed as it is composed, over a book that was prepared for it: in local mode, or in production mode
 * with the tokens of the measurement's issuer.
 *
 * Run as a child process without a loader, which would make every function a little slower; its argument is the environment and whom to trust.
 */
import { compose, openBook } from '../../dist/bot/composition.js';
import { readConfig } from '../../dist/bot/config.js';
import { createLog } from '../../dist/bot/platform/log.js';

const { environment, trust } = JSON.parse(process.argv[2]);
const { config, line } = readConfig(environment);
if (config === undefined) throw new Error(line);
const log = createLog('info');
const book = await openBook(config, log, () => process.exit(1));
await compose(config, book, log, trust === undefined ? {} : { trust, bearer: async () => 'a-token-that-is-ready' }).listen();
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send({ cpuMicros: user + system });
});
process.on('disconnect', () => process.exit());
process.send({ port: config.port });
