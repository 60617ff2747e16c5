import { performance } from 'node:perf_hooks';
import { executor } from '../../bot/commands/execute.ts';
import { remember } from '../../bot/commands/remember.ts';
import { createOfferDesk } from '../../bot/conversation/offers/desk.ts';
import { usualLimit } from '../../bot/http/attempts.ts';
import { createMetrics } from '../../bot/http/metrics.ts';
import { createHttpServer } from '../../bot/http/server.ts';
import { newId } from '../../bot/platform/ids.ts';
import { offerPage } from '../../bot/web/offer-page.ts';
import type { Offer } from '../../domain/offers/records.ts';
import type { OfferDesk } from '../../domain/offers/desk.port.ts';
import { OfferCode } from '../../domain/shared/ids.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { clockAt, fill } from '../support/book.ts';
import { day, instant, jana } from '../support/builders.ts';
import { testSecrets } from '../support/chat.ts';
import { sellersBook } from '../support/customer-side.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { chanceOf } from '../support/load-chance.ts';
import { aPurchase, offerRecord, withCode } from '../support/offers.ts';
import { logInto } from '../teams/a-door.ts';
import { handClock } from '../teams/hand-clock.ts';

export interface GuessedCodesSize {
  readonly guesses: number;
  readonly seed: number;
  /** What goes wrong, to see that the proof notices. */
  readonly plantedFault?: 'shows-the-withdrawn' | 'does-not-count';
}

export interface GuessedCodesCount {
  readonly guesses: number;
  /** Guesses that showed an offer or took an answer. */
  readonly opened: number;
  /** Guesses whose answer differs from that of any other, but for the token of the page. */
  readonly looksOtherwise: number;
  /** Commits that guesses caused. */
  readonly wrote: number;
  /** Of as many guesses from one address, those that were answered beyond what the limit lets through. */
  readonly pastTheLimit: number;
  /** Those that were told kindly to wait. */
  readonly toldToWait: number;
  readonly worksAfterwards: boolean;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const today = '2026-03-01';

/** Real codes of a partner's offers: open ones, and those that are over. */
function codesOf(chance: (below: number) => number) {
  const codes = Array.from({ length: 30 }, () => codeBy(chance));
  return { open: codes.slice(0, 10), withdrawn: codes.slice(10, 20), expired: codes.slice(20) };
}

/**
 * Guesses codes: by chance, near real ones, and real ones of offers that were withdrawn or are over; by opening the page and by answering on it.
 * First each from an address of its own, as a large network of machines would; then all from one address.
 */
export async function guessCodes({ guesses, seed, plantedFault }: GuessedCodesSize): Promise<GuessedCodesCount> {
  const chance = chanceOf(seed);
  const codes = codesOf(chance);
  const { store, commits } = await bookWith(codes);
  const site = await serve(store, plantedFault);
  try {
    const filled = commits();
    const { get, post, opened } = await fromEverywhere(site.url, guesses, () => guessNear(chance, codes));
    const wrote = commits() - filled;
    const alone = await fromOneAddress(site.url, guesses, () => guessNear(chance, codes));
    const real = await ask(site.url, codes.open[0] ?? '', '198.51.100.1');
    return { guesses, opened, looksOtherwise: get + post, wrote, ...alone, worksAfterwards: real.status === 200 && real.text.includes('"card":{') };
  } finally {
    await site.close();
  }
}

async function bookWith(codes: ReturnType<typeof codesOf>): Promise<{ readonly store: Store; readonly commits: () => number }> {
  const store = memoryStore();
  let commits = 0;
  const withdrawn: Partial<Offer> = { withdrawn: { at: instant('2026-02-25T09:00:00.000Z'), person: jana().person, name: jana().name } };
  const offers = [
    ...codes.open.map((code) => withCode(aPurchase(), testSecrets, code)),
    ...codes.withdrawn.map((code) => withCode(aPurchase(withdrawn), testSecrets, code)),
    ...codes.expired.map((code) => withCode(aPurchase({ validUntil: day('2026-02-27') }), testSecrets, code)),
  ];
  await fill(store, sellersBook(...offers.map(offerRecord)));
  const counting: Store = {
    ...store,
    commit: (commit) => {
      commits += 1;
      return store.commit(commit);
    },
  };
  return { store: counting, commits: () => commits };
}

async function serve(store: Store, plantedFault: GuessedCodesSize['plantedFault']) {
  const clock = clockAt(today);
  const log = logInto([]);
  const keep = remember({ store, clock });
  const desk = createOfferDesk({ book: store, execute: executor({ store, clock }), secrets: testSecrets, clock });
  const routes = offerPage({
    desk: plantedFault === 'shows-the-withdrawn' ? tellingTooMuch(desk, store) : desk,
    burn: (commandId) => keep({ commandId, expect: [], put: [], remove: [] }),
    book: store,
    secrets: testSecrets,
    clock,
    newId,
    log,
    publicUrl: 'https://assistant.contoso-partner.cz',
  });
  const parts = { clock, timers: handClock().timers, log, newId, metrics: createMetrics(), isReady: async () => true, receive: async () => ({ status: 200 }) };
  const attempts = plantedFault === 'does-not-count' ? { burst: 1e9, rate: 1e9 } : usualLimit;
  const server = createHttpServer({ ...parts, routes, attempts, trustedProxies: 1 });
  const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
  return { url: `http://127.0.0.1:${String(port)}`, close: () => server.close() };
}

/** A desk that speaks of an offer which is there, though nobody may see it any more. */
function tellingTooMuch(desk: OfferDesk, store: Store): OfferDesk {
  return {
    ...desk,
    show: async (offer, reader) =>
      (await desk.show(offer, reader)) ?? ((await store.read('offer', offer)) === undefined ? undefined : { type: 'AdaptiveCard', fallbackText: 'over' }),
  };
}

async function fromEverywhere(url: string, guesses: number, guess: () => string) {
  const looks = { get: new Map<string, number>(), post: new Map<string, number>() };
  let opened = 0;
  for (let n = 0; n < guesses; n += 1) {
    const address = `10.${String((n >> 16) & 255)}.${String((n >> 8) & 255)}.${String(n & 255)}`;
    const code = guess();
    const page = await ask(url, code, address);
    const token = /"token":"([^"]*)"/.exec(page.text)?.[1] ?? '';
    const answer = await ask(url, code, address, { token, verb: 'accept-offer', data: { withDelegation: true, seats0: '1' } });
    if (page.status !== 404 || answer.status !== 404) opened += 1;
    count(looks.get, `${String(page.status)} ${page.headers} ${page.text.replace(token, '')}`);
    count(looks.post, `${String(answer.status)} ${answer.headers} ${answer.text.replace(/"token":"[^"]*"/, '')}`);
  }
  return { opened, get: minority(looks.get), post: minority(looks.post) };
}

async function fromOneAddress(url: string, guesses: number, guess: () => string): Promise<Pick<GuessedCodesCount, 'pastTheLimit' | 'toldToWait'>> {
  const began = performance.now();
  let toldToWait = 0;
  for (let n = 0; n < guesses; n += 1) {
    const { status, text } = await ask(url, guess(), '203.0.113.7');
    if (status === 429 && text.includes('<h1>')) toldToWait += 1;
  }
  const seconds = (performance.now() - began) / 1000;
  const allowed = Math.min(guesses, usualLimit.burst + Math.ceil(seconds * usualLimit.rate));
  return { pastTheLimit: Math.max(0, guesses - toldToWait - allowed), toldToWait };
}

async function ask(url: string, code: string, address: string, body?: object) {
  const response = await fetch(`${url}/o/${code}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-forwarded-for': address, 'accept-language': 'en', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const headers = [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name)).join('|');
  return { status: response.status, text: await response.text(), headers };
}

/** A code by chance; one that is a letter away from a real one, or cut, or in capitals; a real one that is over; none at all. */
function guessNear(chance: (below: number) => number, { open, withdrawn, expired }: ReturnType<typeof codesOf>): string {
  const real = open[chance(open.length)] ?? '';
  const at = chance(real.length);
  const other = letters[(letters.indexOf(real[at] ?? 'A') + 1 + chance(letters.length - 1)) % letters.length] ?? 'A';
  const ways = [
    () => codeBy(chance),
    () => `${real.slice(0, at)}${other}${real.slice(at + 1)}`,
    () => real.slice(0, at),
    () => `${real}${other}`,
    () => (real === real.toUpperCase() ? real.toLowerCase() : real.toUpperCase()),
    () => withdrawn[chance(withdrawn.length)] ?? '',
    () => expired[chance(expired.length)] ?? '',
    () => ['', '%00', '%E0%A4%A', '..%2f..%2fbook', real.replace(/./, '%41'), `${real}%20`, `${real}/`, '*', "'or'1'='1"][chance(9)] ?? '',
  ];
  return ways[chance(ways.length)]?.() ?? '';
}

function codeBy(chance: (below: number) => number): OfferCode {
  return OfferCode.parse(Array.from({ length: 22 }, () => letters[chance(letters.length)] ?? 'A').join(''));
}

function count(looks: Map<string, number>, look: string): void {
  looks.set(look, (looks.get(look) ?? 0) + 1);
}

/** How many look otherwise than most. */
function minority(looks: ReadonlyMap<string, number>): number {
  const counts = [...looks.values()];
  return counts.reduce((sum, each) => sum + each, 0) - Math.max(...counts);
}
