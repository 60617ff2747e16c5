import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { get, IncomingMessage } from 'node:http';
import { cs } from '../../cards/messages/cs.ts';
import { en } from '../../cards/messages/en.ts';
import { sk } from '../../cards/messages/sk.ts';
import { onTheSite, paths } from './a-site.ts';
import type { Site } from './a-site.ts';

const catalogues = { en, cs, sk } as const;
const locales = ['en', 'cs', 'sk'] as const;

const open = (site: Site, path: string, acceptLanguage = '', { method = 'GET', headers = {} }: Asking = {}) =>
  fetch(site.url + path, { method, headers: { 'accept-language': acceptLanguage, ...headers } });

interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a person reads, line by line. */
const wordsOf = (html: string): readonly string[] =>
  html
    .replace(/<style>[^]*<\/style>/, '')
    .split(/<[^>]*>|\n| · /)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replaceAll('\u00a0', ' '));

describe('the language of a public page', () => {
  const asked: readonly (readonly [string, string])[] = [
    ['cs-CZ,cs;q=0.9,en;q=0.8', 'cs'],
    ['sk', 'sk'],
    ['SK-sk', 'sk'],
    ['en-US,en;q=0.9', 'en'],
    ['de-DE,de;q=0.9,sk;q=0.4,en;q=0.2', 'sk'],
    ['en;q=0.2,cs;q=0.7', 'cs'],
    ['cs;q=0,sk;q=0.1', 'sk'],
    ['de,fr;q=0.5', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [';;q=,,cs-', 'en'],
    ['x'.repeat(4000), 'en'],
  ];
  for (const [header, language] of asked) {
    it(`is ${language} for a browser that sends "${header.slice(0, 40)}"`, () =>
      onTheSite(async (site) => {
        for (const path of paths) {
          const response = await open(site, path, header);
          assert.deepEqual([response.status, response.headers.get('content-language')], [200, language]);
          assert.match(await response.text(), new RegExp(`^<!doctype html>\\n<html lang="${language}">`));
        }
      }));
  }

  it('is English for a client that sends none', () =>
    onTheSite(async (site) => {
      const [response] = await once(get(`${site.url}/privacy`), 'response');
      assert.ok(response instanceof IncomingMessage);
      response.resume();
      assert.equal(response.headers['content-language'], 'en');
    }));

  it('is the language of every sentence', () =>
    onTheSite(async (site) => {
      for (const language of locales) {
        const catalogue = new Set(Object.values(catalogues[language]));
        for (const path of paths) {
          const words = wordsOf(await (await open(site, path, language)).text());
          assert.ok(words.length > 10);
          assert.deepEqual(
            words.filter((line) => !catalogue.has(line)),
            [],
            `${language} ${path}`,
          );
        }
      }
    }));
});

describe('a public page', () => {
  it('leaves no Czech or Slovak preposition of one letter at the end of a line', () =>
    onTheSite(async (site) => {
      const [czech, english] = await Promise.all(['cs', 'en'].map(async (language) => (await open(site, '/', language)).text()));
      assert.match(czech ?? '', /u\u00a0Microsoftu/);
      assert.doesNotMatch(english ?? '', /\u00a0/);
    }));

  it('says what is stored, where, whom to ask and how it is removed', () =>
    onTheSite(async (site) => {
      const words = wordsOf(await (await open(site, '/privacy', 'en')).text());
      for (const key of Object.keys(en).filter((name) => name.startsWith('privacy.'))) assert.ok(words.includes(String(Object(en)[key])), key);
    }));

  it('says that a record is no action at Microsoft', () =>
    onTheSite(async (site) => {
      const words = wordsOf(await (await open(site, '/terms', 'en')).text());
      assert.ok(words.includes(en['terms.records']) && words.includes(en['terms.provider']));
    }));

  it('links to the others wherever the assistant is published, and marks itself', () =>
    onTheSite(async (site) => {
      const marked = { '/': './', '/privacy': 'privacy', '/terms': 'terms' } as const;
      for (const path of paths) {
        const html = await (await open(site, path)).text();
        const links = [...html.matchAll(/<a href="([^"]*)"( aria-current="page")?>/g)];
        assert.deepEqual(
          links.map(([, href = '']) => new URL(href, `https://contoso.cz/assistant${path}`).href),
          ['https://contoso.cz/assistant/', 'https://contoso.cz/assistant/privacy', 'https://contoso.cz/assistant/terms'],
        );
        assert.deepEqual(
          links.filter(([, , current]) => current !== undefined).map(([, href]) => href),
          [marked[path]],
        );
      }
    }));

  it('may be kept for an hour, one copy per language, and may load nothing but its own style', () =>
    onTheSite(async (site) => {
      for (const path of paths) {
        const { headers, ...response } = await opened(site, path);
        const [, style = ''] = /<style>([^]*)<\/style>/.exec(response.html) ?? [];
        const hash = createHash('sha256').update(style).digest('base64');
        assert.deepEqual([headers.get('cache-control'), headers.get('vary')], ['public, max-age=3600', 'Accept-Language']);
        assert.equal(
          headers.get('content-security-policy'),
          `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
        );
        assert.deepEqual([headers.get('content-type'), headers.get('x-content-type-options')], ['text/html; charset=utf-8', 'nosniff']);
        assert.deepEqual([headers.get('referrer-policy'), headers.get('set-cookie'), headers.get('server')], ['no-referrer', null, null]);
        assert.match(headers.get('strict-transport-security') ?? '', /max-age=/);
        assert.doesNotMatch(response.html, /<script|<link|<img|<iframe|<form|style=|\bon\w+=|https?:|url\(|@import/i);
      }
    }));

  it('is the same for everybody: nothing of the request comes back', () =>
    onTheSite(async (site) => {
      const plain = await opened(site, '/privacy');
      const headers = { 'x-forwarded-host': 'planted.example', cookie: 'planted=1', authorization: 'Bearer planted', referer: 'https://planted.example' };
      const strange = await open(site, '/privacy?planted=<script>', 'planted', { headers });
      const everything = JSON.stringify([...strange.headers]) + (await strange.clone().text());
      assert.equal(await strange.text(), plain.html);
      assert.equal(everything.includes('planted'), false);
      assert.equal(JSON.stringify(site.lines).includes('planted'), false);
    }));

  it('answers HEAD with the same headers and no body', () =>
    onTheSite(async (site) => {
      for (const path of paths) {
        const { headers, html } = await opened(site, path);
        const head = await open(site, path, '', { method: 'HEAD' });
        assert.deepEqual([head.status, await head.text()], [200, '']);
        assert.equal(head.headers.get('content-length'), String(Buffer.byteLength(html)));
        for (const name of ['content-security-policy', 'cache-control', 'content-language', 'vary']) assert.equal(head.headers.get(name), headers.get(name));
      }
    }));

  it('takes no other verb', () =>
    onTheSite(async (site) => {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
        const response = await open(site, '/privacy', '', { method });
        assert.deepEqual([method, response.status, await response.text()], [method, 405, '']);
      }
    }));

  it('stands at its own address only', () =>
    onTheSite(async (site) => {
      for (const path of ['/Privacy', '/privacy/x', '/privacy.html', '/terms/..%2f', '/index.html', '/about', '/%00', '/cs']) {
        const response = await open(site, path);
        assert.deepEqual([path, response.status, await response.text()], [path, 404, '']);
        assert.equal(response.headers.get('cache-control'), 'no-store');
      }
    }));
});

async function opened(site: Site, path: string): Promise<{ readonly headers: Headers; readonly html: string }> {
  const response = await open(site, path);
  return { headers: response.headers, html: await response.text() };
}
