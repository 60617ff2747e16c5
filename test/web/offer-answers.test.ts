import assert from 'node:assert/strict';
import { z } from 'zod';
import { cs } from '../../cards/messages/cs.ts';
import { en } from '../../cards/messages/en.ts';
import { codeOf } from '../support/fakes/offer-desk.ts';
import { karelsObject, karelsTenant, ssoHost, startTestSsoIssuer } from '../support/test-sso-issuer.ts';
import type { TestSsoIssuer } from '../support/test-sso-issuer.ts';
import { onTheOfferSite, publicUrl } from './an-offer-site.ts';
import type { OfferSite, OfferSiteOptions } from './an-offer-site.ts';

const code = codeOf(0);
const Answer = z.object({ problem: z.string().optional(), card: z.object({ fallbackText: z.string() }).optional(), token: z.string().optional() });
const accept = { verb: 'accept-offer', data: { offer: 'any', withDelegation: false, seats0: '5' } };
const waiting = en['customer-offer.heading-waiting'];

async function tokenOf(site: OfferSite, of: string = code): Promise<string> {
  const html = await (await fetch(`${site.url}/o/${of}`)).text();
  return /"token":"([^"]*)"/.exec(html)?.[1] ?? assert.fail('no token');
}

async function post(site: OfferSite, body: unknown, headers: Readonly<Record<string, string>> = {}, of: string = code) {
  const response = await fetch(`${site.url}/o/${of}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, ...Answer.parse(await response.json()) };
}

async function inTeams(use: (site: OfferSite, issuer: TestSsoIssuer) => Promise<void>, options: OfferSiteOptions = {}): Promise<void> {
  const issuer = await startTestSsoIssuer();
  try {
    await onTheOfferSite({ ...options, keysUrl: issuer.keysUrl }, (site) => use(site, issuer));
  } finally {
    await issuer.close();
  }
}

describe('an answer on the page of an offer', () => {
  it('reaches the desk as that of a visitor, and its card comes back with a fresh token', () =>
    onTheOfferSite({}, async (site) => {
      const token = await tokenOf(site);
      const answer = await post(site, { token, ...accept }, { 'accept-language': 'en' });
      assert.deepEqual([answer.status, answer.problem, answer.card?.fallbackText.includes(waiting)], [200, undefined, true]);
      assert.notEqual(answer.token, token);
      const [{ reader, verb, data } = assert.fail(), ...more] = site.desk.clicks;
      assert.deepEqual([reader, verb, data, more], [{ kind: 'visitor', language: 'en' }, accept.verb, accept.data, []]);
    }));

  it('is the same command when the network makes the browser send it again', () =>
    onTheOfferSite({}, async (site) => {
      const sent = { token: await tokenOf(site), ...accept };
      const answers = [await post(site, sent), await post(site, sent), ...(await Promise.all([post(site, sent), post(site, sent)]))];
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200, 200, 200],
      );
      assert.equal(new Set(site.desk.clicks.map(({ commandId }) => commandId)).size, 1);
    }));

  it('that is repeated gets its outcome, though the offer was withdrawn since', () =>
    onTheOfferSite({}, async (site) => {
      const sent = { token: await tokenOf(site), ...accept };
      await post(site, sent);
      site.desk.withdraw(code);
      await post(site, sent);
      assert.equal(site.desk.clicks.length, 2);
      assert.equal((await post(site, { ...sent, token: await tokenOf(site) })).status, 404);
      assert.equal(site.desk.clicks.length, 2);
    }));

  it('with the fresh token is the next answer', () =>
    onTheOfferSite({}, async (site) => {
      const first = await post(site, { token: await tokenOf(site), ...accept, data: { ...accept.data, seats0: '0' } });
      assert.equal(first.status, 200);
      const second = await post(site, { token: first.token, ...accept });
      assert.equal(second.card?.fallbackText.includes(waiting), true);
      assert.equal(new Set(site.desk.clicks.map(({ commandId }) => commandId)).size, 2);
    }));

  it('reaches nothing for a code that opens nothing, and writes nothing', () =>
    onTheOfferSite({}, async (site) => {
      const unknown = codeOf(9);
      const answer = await post(site, { token: await tokenOf(site, unknown), ...accept }, {}, unknown);
      assert.deepEqual([answer, site.commits(), site.desk.clicks], [{ status: 404, problem: en['offer-page.not-found'] }, 0, []]);
    }));
});

describe('the token of a page', () => {
  const refused = async (site: OfferSite, token: unknown, of: string = code) => {
    const before = site.desk.clicks.length;
    const answer = await post(site, { token, ...accept }, {}, of);
    assert.deepEqual([answer.status, answer.problem, site.desk.clicks.length], [403, en['offer-page.stale'], before]);
    return answer;
  };

  it('that was used for one answer is good for no other, and the offer comes afresh', () =>
    onTheOfferSite({}, async (site) => {
      const token = await tokenOf(site);
      await post(site, { token, ...accept, data: { ...accept.data, seats0: '0' } });
      const answer = await refused(site, token);
      await refused(site, token);
      assert.ok(answer.card !== undefined);
      assert.equal((await post(site, { token: answer.token, ...accept })).status, 200);
    }));

  it('that was used by one person is good for nobody else', () =>
    inTeams(async (site, issuer) => {
      const token = await tokenOf(site);
      await post(site, { token, ...accept, authorization: await issuer.token() });
      await refused(site, token);
      const stranger = { authorization: await issuer.token({ oid: karelsTenant }) };
      assert.equal((await post(site, { token, ...accept, ...stranger })).status, 403);
    }));

  it('is nothing for another offer', () =>
    onTheOfferSite({ offers: 2 }, async (site) => {
      await refused(site, await tokenOf(site, codeOf(1)));
      await refused(site, await tokenOf(site), codeOf(1));
    }));

  it('is nothing when it is forged', () =>
    onTheOfferSite({}, async (site) => {
      const [id, end, digest] = (await tokenOf(site)).split('.');
      for (const token of ['', `${id ?? ''}x.${end ?? ''}.${digest ?? ''}`, `${id ?? ''}.9${end ?? ''}.${digest ?? ''}`, [id, end, id].join('.')])
        await refused(site, token);
    }));

  it('is nothing after half a day', () =>
    onTheOfferSite({}, async (site) => {
      const token = await tokenOf(site);
      site.time.advance(12 * 3_600_000);
      const { token: fresh } = await refused(site, token);
      assert.equal((await post(site, { token: fresh, ...accept })).status, 200);
    }));

  const fiftyAtOnce = async (site: OfferSite): Promise<number> => {
    const token = await tokenOf(site);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => post(site, { token, ...accept, data: { ...accept.data, seats0: String(n + 1) } })));
    return answers.filter(({ status }) => status === 200).length;
  };

  it('is used by one of fifty different answers at once', () =>
    onTheOfferSite({}, async (site) => {
      assert.deepEqual([await fiftyAtOnce(site), site.desk.clicks.length], [1, 1]);
    }));

  it('planted fault: a token that is never burned is used by all fifty', () =>
    onTheOfferSite({ plantedFault: 'burns-nothing' }, async (site) => {
      assert.deepEqual([await fiftyAtOnce(site), site.desk.clicks.length], [50, 50]);
    }));
});

describe('what is no answer', () => {
  it('is told so in words, and reaches nothing', () =>
    onTheOfferSite({}, async (site) => {
      const token = await tokenOf(site);
      const bodies = [
        '{',
        '[]',
        'null',
        '{}',
        { token },
        { token, verb: '' },
        { token, verb: 7 },
        { token, verb: 'x', data: [] },
        { ...accept },
        { token: {}, ...accept },
      ];
      for (const body of bodies) {
        assert.deepEqual(await post(site, body, { 'accept-language': 'cs' }), { status: 400, problem: cs['offer-page.unreadable'] }, JSON.stringify(body));
      }
      const form = await fetch(`${site.url}/o/${code}`, { method: 'POST', body: new URLSearchParams({ token }) });
      assert.equal(form.status, 415);
      assert.deepEqual(site.desk.clicks, []);
    }));

  it('is what a page of another site sends', () =>
    onTheOfferSite({}, async (site) => {
      const token = await tokenOf(site);
      for (const origin of ['https://evil.example', `https://${ssoHost}.evil.example`, 'null', 'rubbish'])
        assert.deepEqual(await post(site, { token, ...accept }, { origin }), { status: 403, problem: en['offer-page.unreadable'] }, origin);
      assert.deepEqual(site.desk.clicks, []);
      for (const origin of [publicUrl, site.url]) assert.equal((await post(site, { token: await tokenOf(site), ...accept }, { origin })).status, 200);
    }));
});

describe('a reader whom Teams names', () => {
  it('sees the offer as that person, and the token of the page is not used up by looking', () =>
    inTeams(async (site, issuer) => {
      const token = await tokenOf(site);
      const authorization = await issuer.token();
      const seen = await post(site, { token, verb: 'sign-in', authorization });
      assert.equal(seen.status, 200);
      assert.deepEqual(site.desk.readers.at(-1), {
        kind: 'signed-in',
        person: `${karelsTenant}/${karelsObject}`,
        tenant: karelsTenant,
        name: 'Karel Contoso',
        upn: 'karel@contoso.cz',
        isDirectoryAdmin: true,
        via: 'page',
        language: 'en',
      });
      assert.deepEqual([site.commits(), site.desk.clicks], [0, []]);
      assert.equal((await post(site, { token, ...accept, authorization })).card?.fallbackText.includes(en['customer-offer.heading-accepted']), true);
    }));

  const bad: readonly (readonly [string, number, (issuer: TestSsoIssuer) => Promise<string>])[] = [
    ['is past its end', 401, (issuer) => issuer.token({ exp: 1_700_000_000 })],
    ['is for another app', 401, (issuer) => issuer.token({ aud: karelsTenant })],
    ['is of another directory than its issuer', 401, (issuer) => issuer.token({ tid: '33333333-3333-4333-8333-333333333333' })],
    ['is forged', 401, (issuer) => issuer.token({}, 'stranger')],
    ['is unsigned', 401, async (issuer) => issuer.unsigned()],
  ];
  for (const [what, status, tokenFrom] of bad) {
    it(`is nobody, and no visitor either, when the token of Teams ${what}`, () =>
      inTeams(async (site, issuer) => {
        const token = await tokenOf(site);
        const before = site.desk.readers.length;
        for (const asked of [{ verb: 'sign-in' }, accept]) {
          const answer = await post(site, { token, ...asked, authorization: await tokenFrom(issuer) });
          assert.deepEqual(answer, { status, problem: en['offer-page.sign-in-failed'] });
        }
        assert.deepEqual([site.desk.readers.length, site.desk.clicks, site.commits()], [before, [], 0]);
      }));
  }

  it('is nobody while Microsoft’s keys cannot be reached, and in local mode', async () => {
    await inTeams(async (site, issuer) => {
      const sent = { token: await tokenOf(site), ...accept, authorization: await issuer.token() };
      await issuer.close();
      assert.equal((await post(site, sent)).status, 503);
      assert.deepEqual(site.desk.clicks, []);
    });
    await onTheOfferSite({}, async (site) => {
      const issuer = await startTestSsoIssuer();
      assert.equal((await post(site, { token: await tokenOf(site), ...accept, authorization: await issuer.token() })).status, 401);
      await issuer.close();
      assert.deepEqual(site.desk.clicks, []);
    });
  });

  it('stands in the log by no more than the reason of a refusal', () =>
    inTeams(async (site, issuer) => {
      await post(site, { token: await tokenOf(site), ...accept, authorization: await issuer.token({}, 'stranger') });
      const text = JSON.stringify(site.lines);
      assert.ok(text.includes('a sign-in on a page was refused'));
      for (const secret of ['eyJ', code, karelsObject, 'Karel']) assert.equal(text.includes(secret), false, secret);
    }));
});
