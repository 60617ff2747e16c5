import { plugins } from 'restify';
import type { Request, Response } from 'restify';
import { clientAddress } from './client-address.ts';

/** How often one address may try: a handful at once, and then steadily (restify's token bucket). */
export interface AttemptLimit {
  /** At once. */
  readonly burst: number;
  /** A second. */
  readonly rate: number;
}

/** Thirty at once, then one in two seconds: nobody who reads an offer meets it, and 128 bits cannot be guessed at this pace. */
export const usualLimit: AttemptLimit = { burst: 30, rate: 0.5 };

/** So many addresses are remembered, the latest ones: memory has an end, too. */
const addresses = 50_000;

/** Counts a request by its client's address, and says whether it is one too many. Misses count like hits. */
export type IsOneTooMany = (request: Request, response: Response) => Promise<boolean>;

export function createAttempts(limit: AttemptLimit, trustedProxies: number): IsOneTooMany {
  // by `username`: the plugin's own `xff` takes the whole header, which the client can write
  const throttle = plugins.throttle({ ...limit, username: true, maxKeys: addresses });
  return (request, response) =>
    new Promise((resolve) => {
      const client = Object.assign(request, { username: clientAddress(request, trustedProxies) });
      throttle(client, response, (refused?: unknown) => resolve(refused instanceof Error));
    });
}
