import { z } from 'zod';
import { compose, openBook } from '../../bot/composition.ts';
import { readConfig } from '../../bot/config.ts';
import { createLog } from '../../bot/platform/log.ts';
import type { Secrets } from '../../domain/shared/ports.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { cloudy, rival } from '../support/builders.ts';

/**
 * The whole assistant, as it is composed, over a book that is there already: in local mode, or in production mode when it is told whose tokens to trust.
 *
 * Run as a child process; the one argument is what it is to be. A failure that nobody catches ends it.
 */
const Order = z.object({
  folder: z.string(),
  port: z.int(),
  bookKey: z.string(),
  production: z.object({ appId: z.string(), trust: z.object({ openIdMetadataUrl: z.string(), issuer: z.string() }) }).optional(),
  plantedFault: z.enum(['mixes-up-partners', 'stumbles', 'seals-nothing', 'logs-what-it-hears']).optional(),
});
export type HostileOrder = z.infer<typeof Order>;

const { folder, port, bookKey, production, plantedFault } = Order.parse(JSON.parse(process.argv[2] ?? ''));
const common = { HOST: '127.0.0.1', PORT: String(port), STORE_URL: `file:${folder}`, BOOK_KEY: bookKey, PARTNER_TENANTS: `${cloudy},${rival}` };
const read = readConfig(
  production === undefined
    ? { ...common, SAMPLE_BOOK: 'off', LOCAL_PLAYGROUND: 'off' }
    : {
        ...common,
        PUBLIC_URL: 'https://assistant.example.com',
        MicrosoftAppId: production.appId,
        MicrosoftAppPassword: 'not-a-secret',
        MicrosoftAppType: 'MultiTenant',
      },
);
if (read.kind === 'refused') throw new Error(read.line);
const log = createLog('debug');
const book = await openBook(read.config, log, (fault) => {
  throw fault;
});
const channel = production === undefined ? {} : { trust: production.trust, bearer: async () => 'our-own-token' };
const assistant = compose(read.config, { ...book, store: { ...book.store, ...faulty(book.store) }, secrets: { ...book.secrets, ...unsealed() } }, log, channel);
await assistant.listen();
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });

/** Planted faults: a book that gives one partner the other's rows; one that breaks on what nobody expected; one that tells the log what people typed. */
function faulty(store: Store): Partial<Store> {
  if (plantedFault === 'mixes-up-partners') return { list: (query, slice) => store.list(query, { ...slice, key: slice.key.replace(cloudy, rival) }) };
  if (plantedFault === 'stumbles') {
    return {
      read: async (kind, id) => {
        if (/[\s<*]/.test(id)) throw new Error('a strange id');
        return store.read(kind, id);
      },
    };
  }
  if (plantedFault === 'logs-what-it-hears') {
    return {
      commit: async (commit) => {
        for (const put of commit.put) if (put.kind === 'progress') log.info({ answers: book.secrets.open(put.value.sealedAnswers, put.id) }, 'kept');
        return store.commit(commit);
      },
    };
  }
  return {};
}

/** Planted fault: secrets that only look like it. */
function unsealed(): Partial<Secrets> {
  return plantedFault === 'seals-nothing' ? { seal: (plain) => plain, open: (sealed) => sealed } : {};
}
