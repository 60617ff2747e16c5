import { remember } from '../../bot/commands/remember.ts';
import type { AttemptLimit } from '../../bot/http/attempts.ts';
import { createMetrics } from '../../bot/http/metrics.ts';
import { createHttpServer } from '../../bot/http/server.ts';
import { newId } from '../../bot/platform/ids.ts';
import { offerPage } from '../../bot/web/offer-page.ts';
import { createSsoCheck } from '../../bot/web/sso-token.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { testSecrets } from '../support/chat.ts';
import { codeOf, fakeDesk } from '../support/fakes/offer-desk.ts';
import type { FakeDesk } from '../support/fakes/offer-desk.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { ssoAppId, ssoHost, ssoNow } from '../support/test-sso-issuer.ts';
import { logInto } from '../teams/a-door.ts';
import type { LogLine } from '../teams/a-door.ts';
import { handClock } from '../teams/hand-clock.ts';
import type { HandClock } from '../teams/hand-clock.ts';

export interface OfferSite {
  readonly url: string;
  readonly desk: FakeDesk;
  readonly store: Store;
  /** How many commits reached the book. */
  readonly commits: () => number;
  readonly time: HandClock;
  readonly lines: readonly LogLine[];
}

export interface OfferSiteOptions {
  /** How many open offers there are: `codeOf(0)`, `codeOf(1)`, … */
  readonly offers?: number;
  readonly attempts?: AttemptLimit;
  /** Where Teams' tokens are checked against; absent: local mode. */
  readonly keysUrl?: string;
  /** What goes wrong, to see that a test notices. */
  readonly plantedFault?: 'burns-nothing';
}

export const publicUrl = `https://${ssoHost}`;
const manyAttempts: AttemptLimit = { burst: 100_000, rate: 1000 };

/** The page of offers behind the real HTTP server, over a desk that remembers what reaches it. */
export async function onTheOfferSite(options: OfferSiteOptions, use: (site: OfferSite) => Promise<void>): Promise<void> {
  const time = handClock(ssoNow.toISOString());
  const lines: LogLine[] = [];
  const { store, commits } = countingStore();
  const desk = fakeDesk(Array.from({ length: options.offers ?? 1 }, (_, n) => codeOf(n)));
  const keep = remember({ store, clock: time.clock });
  const { clock } = time;
  const inTeams =
    options.keysUrl === undefined ? {} : { appId: ssoAppId, checkSso: createSsoCheck({ appId: ssoAppId, host: ssoHost, clock, keysUrl: options.keysUrl }) };
  const log = logInto(lines);
  const routes = offerPage({
    desk,
    burn: (commandId) => (options.plantedFault === undefined ? keep({ commandId, expect: [], put: [], remove: [] }) : Promise.resolve('committed')),
    book: store,
    secrets: testSecrets,
    clock,
    newId,
    log,
    publicUrl,
    ...inTeams,
  });
  const parts = { ...time, log, newId, metrics: createMetrics(), isReady: async () => true, receive: async () => ({ status: 200 }) };
  const server = createHttpServer({ ...parts, routes, attempts: options.attempts ?? manyAttempts });
  const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
  try {
    await use({ url: `http://127.0.0.1:${String(port)}`, desk, store, commits, time, lines });
  } finally {
    await server.close();
  }
}

function countingStore(): { readonly store: Store; readonly commits: () => number } {
  const store = memoryStore();
  let commits = 0;
  const counting: Store = {
    ...store,
    commit: (commit) => {
      commits += 1;
      return store.commit(commit);
    },
  };
  return { store: counting, commits: () => commits };
}
