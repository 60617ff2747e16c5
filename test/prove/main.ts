import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { importBigBook } from './big-import.ts';
import { crashAtBoundaries } from './crash-boundaries.ts';
import { crashAtRandom } from './crash-random.ts';
import { killWhileTelling } from './digest-kills.ts';
import { guessCodes } from './guessed-codes.ts';
import { hostileInput } from './hostile.ts';
import { lookForKeys } from './leaks.ts';
import { redeemAtOnce } from './load.ts';
import { answerAtOnce } from './offer-races.ts';
import { killWhileAccepting } from './offer-kills.ts';
import { deliverInRealTime } from './paced-delivery.ts';
import { liveThroughAYear } from './renewal-year.ts';
import { sweepAtSizes } from './sweep-size.ts';

/** Runs every proof whole, prints its counts as one JSON line each, and exits with 1 when one fails. Names on the command line choose among them. */
type Counts = Readonly<Record<string, unknown>>;

interface Proof {
  readonly run: () => Promise<Counts>;
  /** What the counts must be. */
  readonly holds: Counts;
}

/** The boundaries, the people and the requests that the product's first issue names. */
const proofs: Readonly<Record<string, Proof>> = {
  'crash at every commit boundary': {
    run: async () => ({ ...(await crashAtBoundaries({ every: 1, allOfCreating: true, atOnce: 2 })) }),
    holds: { keysLost: 0, keysUsedTwice: 0, notExactlyOnce: 0, setBack: 0, stuck: 0 },
  },
  'crash at 1,000 random moments': {
    run: async () => ({ ...(await crashAtRandom({ kills: 1000, people: 6, atOnce: 2, seed: 20260301 })) }),
    holds: { kills: 1000, keysLost: 0, keysUsedTwice: 0, notExactlyOnce: 0, setBack: 0 },
  },
  'kills between what a customer accepts and what the partner is told': {
    run: async () => ({ ...(await killWhileAccepting({ kills: 200, atOnce: 6, seed: 20260301 })) }),
    holds: { kills: 200, accepted: 1200, lost: 0, twice: 0, untold: 0, waiting: 0 },
  },
  'load: 32 people, 20 keys each, two clicks on every button; one key from 20 people': {
    run: async () => ({ ...(await redeemAtOnce({ people: 32, keysEach: 20, rivals: 20 })) }),
    holds: { keysUsed: 640, keysLost: 0, keysUsedTwice: 0, redemptions: 32, answeredOtherwise: 0, winners: 1, toldKindly: 19, redemptionsOfOneKey: 1 },
  },
  'import: 100,000 customers and 300,000 subscriptions, killed at 150,000 lines and started again': {
    run: async () => ({ ...(await importBigBook({ customers: 100_000, killAfter: 150_000 })) }),
    holds: { lines: 400_000, takenByThird: 0, notTaken: 0 },
  },
  'import: 100,000 customers and 300,000 subscriptions at one go': {
    run: async () => ({ ...(await importBigBook({ customers: 100_000 })) }),
    holds: { lines: 400_000, wasTaken: 400_000, takenBySecond: 0, takenByThird: 0, notTaken: 0 },
  },
  'offers: 50 clicks at once of two customers’ admins, visitors and the partner, 200 rounds': {
    run: async () => ({ ...(await answerAtOnce({ rounds: 200, atOnce: 50, seed: 20260301, book: 'on a disk' })) }),
    holds: { rounds: 200, secondOutcomes: 0, createdTwice: 0, messagesWrong: 0, acceptedAfterWithdrawal: 0, answeredOtherwise: 0, toldWrong: 0, faults: 0 },
  },
  'offers: 10,000 guessed codes from everywhere, and as many from one address': {
    run: async () => ({ ...(await guessCodes({ guesses: 10_000, seed: 20260301 })) }),
    holds: { guesses: 10_000, opened: 0, looksOtherwise: 0, wrote: 0, pastTheLimit: 0, worksAfterwards: true },
  },
  'renewals: a year of 10,000 subscriptions, with outages, restarts and two servers': {
    run: async () => ({ ...(await liveThroughAYear({ subscriptions: 10_000, days: 365, seed: 20260301, book: 'on a disk' })) }),
    holds: { days: 365, twice: 0, wrong: 0, missing: 0, secondCards: 0 },
  },
  'renewals: killed 50 times while 5,000 people of 500 customers get their digests': {
    run: async () => ({ ...(await killWhileTelling({ kills: 50, tenants: 500, adminsEach: 10, seed: 20260301 })) }),
    holds: { kills: 50, people: 5000, twice: 0, missing: 0, waiting: 0 },
  },
  'renewals: what is due in books of 1,000 to 1,000,000 subscriptions': {
    run: async () => ({ ...(await sweepAtSizes([1000, 10_000, 100_000, 1_000_000], { due: 100 })) }),
    holds: { growWithTheBook: 0, incomplete: 0, heldTooLong: 0 },
  },
  'renewals: six tenants, 2,500 people each, due at the same moment; in real time, over HTTP, within the published limits': {
    run: async () => {
      const count = await deliverInRealTime({ people: [2500, 2500, 2500, 2500, 2500, 2500, 50], seed: 20260301 });
      return { ...count, atNineTenths: count.leastOfLimit >= 0.9, putBackOnceAtMost: count.mostPutBacks <= 1 };
    },
    holds: { messages: 15_050, throttled: 0, twice: 0, missing: 0, atNineTenths: true, putBackOnceAtMost: true },
  },
  'hostile input, local mode': {
    run: async () => ({ ...(await hostileInput({ requests: 20_000, seed: 20260301, mode: 'local' })) }),
    holds: { forgeriesLetIn: 0, serverErrors: 0, unanswered: 0, faults: 0, died: false, leaks: 0, worksAfterwards: true },
  },
  'hostile input, production mode with tokens': {
    run: async () => ({ ...(await hostileInput({ requests: 2000, seed: 20260302, mode: 'production' })) }),
    holds: { forgeriesLetIn: 0, serverErrors: 0, unanswered: 0, faults: 0, died: false, leaks: 0, worksAfterwards: true },
  },
  'no key in clear': {
    run: async () => ({ ...(await lookForKeys({ redemptions: 20, keysEach: 10 })) }),
    holds: { leaks: '[]' },
  },
};

const wanted = process.argv.slice(2);
for (const [proof, { run, holds }] of Object.entries(proofs)) {
  if (wanted.length > 0 && !wanted.some((word) => proof.includes(word))) continue;
  const began = performance.now();
  const counts = await run();
  const failed = Object.entries(holds).filter(([name, right]) => counts[name] !== right && JSON.stringify(counts[name]) !== right);
  const seconds = Math.round((performance.now() - began) / 1000);
  const machine = { node: process.version, cores: cpus().length, date: new Date().toISOString().slice(0, 10) };
  console.log(JSON.stringify({ proof, holds: failed.length === 0, ...counts, seconds, ...machine }));
  if (failed.length > 0) process.exitCode = 1;
}
