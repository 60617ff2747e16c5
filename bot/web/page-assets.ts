import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import { z } from 'zod';

/** The files that a page loads: ours, and two libraries as their makers built them for browsers. */
export interface PageAssets {
  /** Names this set of files: another build has another name. */
  readonly version: string;
  /** For `/static/:version/:file`. */
  readonly answer: (request: { readonly params: unknown; readonly acceptEncoding: string | undefined }) => Promise<AssetAnswer>;
}

export interface AssetAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

const { resolve } = createRequire(import.meta.url);
const ours = (name: string) => new URL(`./browser/${name}`, import.meta.url);

const files: Readonly<Record<string, string | URL>> = {
  'adaptivecards.min.js': resolve('adaptivecards/dist/adaptivecards.min.js'),
  'teams-js.min.js': resolve('@microsoft/teams-js'),
  'offer-page.js': ours('offer-page.js'),
  'card-view.js': ours('card-view.js'),
  'in-teams.js': ours('in-teams.js'),
  'server.js': ours('server.js'),
  'renewals-tab.js': ours('renewals-tab.js'),
  'renewals-view.js': ours('renewals-view.js'),
  'renewals-server.js': ours('renewals-server.js'),
};

const Asked = z.object({ version: z.string(), file: z.string() });
const contentType = 'text/javascript; charset=utf-8';
const forEver = 'public, max-age=31536000, immutable';

/**
 * Reads the files once. A browser keeps them for ever: their address changes with them.
 *
 * An older address gives the present file, so that a page from before a new version still works, but nobody keeps it.
 */
export function pageAssets(): PageAssets {
  const texts = new Map(Object.entries(files).map(([name, place]) => [name, readFileSync(place)]));
  const version = createHash('sha256')
    .update(Buffer.concat([...texts.values()]))
    .digest('hex')
    .slice(0, 16);
  const zipped = new Map<string, Promise<Uint8Array>>();
  const small = (name: string, text: Buffer) => {
    const done = zipped.get(name) ?? promisify(gzip)(text);
    zipped.set(name, done);
    return done;
  };
  return {
    version,
    answer: async ({ params, acceptEncoding }) => {
      const asked = Asked.safeParse(params).data;
      const text = texts.get(asked?.file ?? '');
      if (asked === undefined || text === undefined) return { status: 404, contentType: 'text/plain', body: '', headers: {} };
      const headers = { 'Cache-Control': asked.version === version ? forEver : 'no-cache', Vary: 'Accept-Encoding' };
      if (!takesGzip(acceptEncoding)) return { status: 200, contentType, body: text, headers };
      return { status: 200, contentType, body: await small(asked.file, text), headers: { ...headers, 'Content-Encoding': 'gzip' } };
    },
  };
}

function takesGzip(acceptEncoding: string | undefined): boolean {
  return new Negotiator({ headers: { 'accept-encoding': acceptEncoding ?? '' } }).encoding(['gzip', 'identity']) === 'gzip';
}
