import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compose, openBook } from '../../bot/composition.ts';
import { readConfig } from '../../bot/config.ts';
import { createLog } from '../../bot/platform/log.ts';
import { freePort } from '../../bot/platform/playgrounds/free-port.ts';
import { ObjectId, personId } from '../../domain/shared/ids.ts';
import { fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, cloudy } from '../support/builders.ts';
import { benchFolder } from './bench-folder.ts';
import { asksForTokens, benchApp, benchTrust } from './bench-trust.ts';

/**
 * The whole assistant, as it is composed, over a book of its own in a temporary folder: the partner and the 32 people of the load. In local mode, or
 * in production mode with the tokens of the measurement's issuer when it is told of one.
 *
 * Run as a child process; tells its port to the parent.
 */
const folder = join(benchFolder(process.ppid), String(process.pid));
await mkdir(folder, { recursive: true, mode: 0o700 });
const port = await freePort(43_000 + (process.pid % 1000));
const common = { PORT: String(port), STORE_URL: `file:${folder}` };
const production = {
  ...common,
  HOST: '127.0.0.1',
  MicrosoftAppId: benchApp,
  MicrosoftAppPassword: 'not-a-secret',
  MicrosoftAppType: 'MultiTenant',
  PARTNER_TENANTS: cloudy,
  BOOK_KEY: '0123456789abcdef'.repeat(4),
};
const read = readConfig(asksForTokens() ? production : { ...common, SAMPLE_BOOK: 'off', LOCAL_PLAYGROUND: 'off' });
if (read.kind === 'refused') throw new Error(read.line);
const log = createLog('info');
const book = await openBook(read.config, log, () => process.exit(1));
const users = Array.from({ length: 32 }, (_, n) => {
  const person = personId(cloudy, ObjectId.parse(`00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`));
  return userRecord({ person, tenant: cloudy, name: `Person ${String(n)}`, companyRole: n === 0 ? 'global-admin' : 'none', supportedCompanies: 'limited' });
});
await fill(book.store, [partnerRecord(aPartner()), ...users]);
await compose(read.config, book, log, asksForTokens() ? { trust: benchTrust(), bearer: async () => 'a-token-that-is-ready' } : {}).listen();
process.send?.({ port });
