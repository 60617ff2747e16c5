import assert from 'node:assert/strict';
import { newCode } from '../../bot/platform/ids.ts';
import { z } from 'zod';
import { cs } from '../../cards/messages/cs.ts';
import { en } from '../../cards/messages/en.ts';
import { sk } from '../../cards/messages/sk.ts';
import { codeOf, hostileMessage } from '../support/fakes/offer-desk.ts';
import { ssoAppId, startTestSsoIssuer } from '../support/test-sso-issuer.ts';
import { onTheOfferSite, publicUrl } from './an-offer-site.ts';
import type { OfferSite } from './an-offer-site.ts';

const code = codeOf(0);
const catalogues = { en, cs, sk } as const;
const locales = ['en', 'cs', 'sk'] as const;
const Data = z.object({ card: z.looseObject({ fallbackText: z.string() }).nullable(), token: z.string() });

interface Opened {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

async function open(site: OfferSite, asked: string = code, acceptLanguage = 'en', method = 'GET'): Promise<Opened> {
  const response = await fetch(`${site.url}/o/${asked}`, { method, headers: { 'accept-language': acceptLanguage } });
  return { status: response.status, html: (await response.text()).replaceAll('\u00a0', ' '), headers: response.headers };
}

/** What the page's script reads. */
function dataOf(html: string) {
  const [, json = ''] = /<script type="application\/json" id="page-data">(.*)<\/script>/.exec(html) ?? [];
  return Data.parse(JSON.parse(json));
}

const withoutToken = (html: string) => html.replace(/"token":"[^"]*"/, '"token":""');

describe('the link of an offer', () => {
  it('opens a page with the card, in the language of the browser or of the address', () =>
    onTheOfferSite({}, async (site) => {
      for (const language of locales) {
        for (const [asked, header] of [
          [code, `${language}-XX,de;q=0.5`],
          [`${code}?lang=${language}`, 'de,en;q=0.1'],
        ] as const) {
          const { status, html, headers } = await open(site, asked, header);
          assert.deepEqual([status, headers.get('content-language')], [200, language]);
          assert.match(html, new RegExp(`^<!doctype html>\\n<html lang="${language}">`));
          assert.ok(html.includes(`<h1>${catalogues[language]['offer-page.title']}</h1>`));
          assert.equal(dataOf(html).card?.fallbackText.includes(catalogues[language]['customer-offer.heading-purchase']), true);
        }
      }
      assert.equal((await open(site, `${code}?lang=xx&lang=%E0%A4%A`, 'sk')).headers.get('content-language'), 'sk');
    }));

  it('says everything in plain paragraphs too, for a browser without scripts, and how to answer then', () =>
    onTheOfferSite({}, async (site) => {
      const [, main = ''] = /<main[^>]*>([^]*)<\/main>/.exec((await open(site)).html) ?? [];
      for (const words of ['Cloudy s.r.o.', '+420 555 123 456', 'info@cloudy.cz', 'P-7K2M9QPX4']) assert.ok(main.includes(words), words);
      assert.ok(main.includes(`<noscript><p>${en['offer-page.no-script']}</p></noscript>`));
    }));

  it('shows the words of the partner as words: no HTML, no script, no Markdown', () =>
    onTheOfferSite({}, async (site) => {
      const { html } = await open(site);
      assert.doesNotMatch(html, /<b>|<img|onerror="|<script>|<a href="javascript/i);
      assert.equal([...html.matchAll(/<script\b/g)].length, 3);
      assert.ok(JSON.stringify(dataOf(html)).includes(JSON.stringify(hostileMessage).slice(1, -1)));
    }));

  it('may load only its own files and style, be framed only by Teams, and be kept and indexed by nobody', () =>
    onTheOfferSite({}, async (site) => {
      const { headers } = await open(site);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'sha256-[\w+/=]{44}'; connect-src 'self'; base-uri 'none'; form-action 'none'; /);
      assert.match(policy, /frame-ancestors https:\/\/\*\.cloud\.microsoft https:\/\/teams\.microsoft\.com /);
      assert.doesNotMatch(policy, /unsafe|\*;|localhost|127\.0/);
      assert.deepEqual(
        [headers.get('cache-control'), headers.get('x-robots-tag'), headers.get('referrer-policy')],
        ['no-store', 'noindex, nofollow', 'no-referrer'],
      );
      assert.deepEqual([headers.get('vary'), headers.get('set-cookie'), headers.get('x-frame-options')], ['Accept-Language', null, null]);
    }));

  it('names the way into Teams: the page, a chat with the link typed, and the link itself', async () => {
    const issuer = await startTestSsoIssuer();
    await onTheOfferSite({ keysUrl: issuer.keysUrl }, async (site) => {
      const { html } = await open(site);
      const links = [...html.matchAll(/href="(https:[^"]*)"[^>]*rel="noopener noreferrer"/g)].map(([, href = '']) => new URL(href.replaceAll('&amp;', '&')));
      const [stage, chat] = links;
      const page = `${publicUrl}/o/${code}`;
      assert.equal(stage?.pathname, `/l/stage/${ssoAppId}/0`);
      assert.deepEqual(JSON.parse(stage.searchParams.get('context') ?? ''), { contentUrl: page, websiteUrl: page, name: en['offer-page.title'] });
      assert.deepEqual([chat?.pathname, chat?.searchParams.get('users'), chat?.searchParams.get('message')], ['/l/chat/0/0', `28:${ssoAppId}`, page]);
      assert.ok(html.includes(`<code>${page}</code>`));
    });
    await issuer.close();
  });

  it('names only the words to write where no Teams knows the assistant', () =>
    onTheOfferSite({}, async (site) => {
      const { html } = await open(site);
      assert.ok(html.includes(`${en['offer-page.write']} <code>${publicUrl}/o/${code}</code>`));
      assert.doesNotMatch(html, /teams\.microsoft\.com/);
    }));

  it('answers HEAD like GET, without a body', () =>
    onTheOfferSite({}, async (site) => {
      const head = await open(site, code, 'cs', 'HEAD');
      assert.deepEqual([head.status, head.html, head.headers.get('content-language')], [200, '', 'cs']);
      assert.equal((await open(site, codeOf(7), 'cs', 'HEAD')).status, 404);
    }));

  it('changes nothing when it is opened a thousand times, as link checkers do', () =>
    onTheOfferSite({}, async (site) => {
      for (let n = 0; n < 1000; n += 1) await open(site, n % 2 === 0 ? code : codeOf(n), 'en', n % 3 === 0 ? 'HEAD' : 'GET');
      assert.deepEqual([site.commits(), site.desk.clicks], [0, []]);
    }));
});

describe('a code that opens nothing', () => {
  it('gets one and the same page, whether unknown, malformed or withdrawn', () =>
    onTheOfferSite({ offers: 2 }, async (site) => {
      site.desk.withdraw(codeOf(1));
      const codes = [
        codeOf(9),
        codeOf(1),
        '',
        'x',
        '-',
        '%E0%A4%A',
        '%00',
        'a/b',
        `${code}x`,
        code.slice(1),
        'x'.repeat(3000),
        `${code}.html`,
        code.toUpperCase(),
      ];
      for (const language of locales) {
        const pages = await Promise.all(codes.map((each) => open(site, each, language)));
        for (const page of pages) {
          assert.deepEqual([page.status, withoutToken(page.html)], [404, withoutToken(pages[0]?.html ?? '')]);
          assert.deepEqual(namedHeaders(page), namedHeaders(pages[0]));
          assert.equal(page.html.length, pages[0]?.html.length);
        }
        assert.ok(pages[0]?.html.includes(catalogues[language]['offer-page.not-found']));
        assert.equal(dataOf(pages[0]?.html ?? '').card, null);
      }
    }));

  it('costs as much as one that opens something: the desk is asked once', () =>
    onTheOfferSite({}, async (site) => {
      for (const each of [code, codeOf(9), 'malformed']) {
        const before = site.desk.readers.length;
        await open(site, each);
        assert.equal(site.desk.readers.length - before, 1, each);
      }
    }));
});

describe('one attempt too many', () => {
  it('is told so kindly, in the reader’s language, as a page or as data', () =>
    onTheOfferSite({ attempts: { burst: 2, rate: 0.0001 } }, async (site) => {
      await open(site);
      await open(site, newCode());
      const { status, html, headers } = await open(site, code, 'sk');
      assert.deepEqual([status, headers.get('retry-after'), headers.get('content-language')], [429, '60', 'sk']);
      assert.ok(html.includes(sk['offer-page.too-many']));
      assert.doesNotMatch(html, /<script/);
      const posted = await fetch(`${site.url}/o/${code}?lang=cs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
      assert.deepEqual([posted.status, await posted.json()], [429, { problem: cs['offer-page.too-many'] }]);
    }));
});

describe('the files that the page loads', () => {
  const filesOf = async (site: OfferSite) => {
    const { html } = await open(site);
    return [...html.matchAll(/src="([^"]+)"/g)].map(([, src = '']) => new URL(src, `${site.url}/o/${code}`));
  };

  it('stand at an address of their own version, and are kept for ever', () =>
    onTheOfferSite({}, async (site) => {
      const files = await filesOf(site);
      assert.equal(files.length, 2);
      for (const name of ['card-view.js', 'in-teams.js', 'server.js', 'teams-js.min.js']) files.push(new URL(name, files[0]));
      for (const file of files) {
        const response = await fetch(file);
        assert.deepEqual([response.status, response.headers.get('content-type')], [200, 'text/javascript; charset=utf-8'], file.href);
        assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
        assert.equal(response.headers.get('content-encoding'), 'gzip');
        assert.ok((await response.text()).length > 500);
      }
    }));

  it('are found at an older address too, but not kept there; unzipped where nobody unzips', () =>
    onTheOfferSite({}, async (site) => {
      const response = await fetch(`${site.url}/static/older/server.js`, { headers: { 'accept-encoding': 'identity' } });
      assert.deepEqual([response.status, response.headers.get('cache-control'), response.headers.get('content-encoding')], [200, 'no-cache', null]);
    }));

  it('are these and no others', () =>
    onTheOfferSite({}, async (site) => {
      for (const path of ['/static/x/globals.d.ts', '/static/x/..%2foffer-page.ts', '/static/x/constructor', '/static/x/', '/static/', '/static/x/y/z']) {
        const response = await fetch(site.url + path);
        assert.deepEqual([path, response.status, await response.text()], [path, 404, '']);
      }
    }));
});

function namedHeaders(page: Opened | undefined): readonly (readonly [string, string])[] {
  return [...(page?.headers ?? [])].filter(([name]) => !['x-request-id', 'date'].includes(name));
}
