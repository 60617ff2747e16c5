import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { cs } from '../../cards/messages/cs.ts';
import { en } from '../../cards/messages/en.ts';
import { sk } from '../../cards/messages/sk.ts';
import { TermId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { day, jana, petr, rita } from '../support/builders.ts';
import { karelPerson } from '../support/renewals.ts';
import { startTestSsoIssuer } from '../support/test-sso-issuer.ts';
import type { TestSsoIssuer } from '../support/test-sso-issuer.ts';
import { ending, hostileName, northwind, onTheRenewalsSite, publicUrl, subscriptionRecord, tokenOf } from './a-renewals-site.ts';
import type { RenewalsSite, RenewalsSiteOptions } from './a-renewals-site.ts';

const minutes = 60_000;
const Exchanged = z.object({ token: z.string().optional(), problem: z.string().optional() });
const Rows = z.object({
  company: z.string().optional(),
  problem: z.string().optional(),
  next: z.string().optional(),
  rows: z
    .array(
      z.looseObject({ subscription: z.string(), customer: z.string(), marks: z.array(z.string()), told: z.array(z.string()), chat: z.string().optional() }),
    )
    .default([]),
  weeks: z.array(z.object({ from: z.string(), label: z.string(), count: z.number(), stages: z.array(z.looseObject({ words: z.string() })) })).optional(),
});

/** The ticket in a link of the chat. */
function ticketIn(link: string): string {
  return new URLSearchParams(new URL(link).hash.slice(1)).get('ticket') ?? '';
}

async function exchange({ url }: RenewalsSite, ticket: unknown, body: string = JSON.stringify({ ticket })) {
  const response = await fetch(`${url}/tab/renewals/ticket?lang=en`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return { status: response.status, ...Exchanged.parse(await response.json()) };
}

/** What the page of this person holds. */
async function pageToken(site: RenewalsSite, person: PersonId = jana().person): Promise<string> {
  return (await exchange(site, ticketIn(site.linkFor(person)))).token ?? assert.fail();
}

async function rowsFor({ url }: RenewalsSite, token: string | undefined, query = '') {
  const response = await fetch(`${url}/tab/renewals/rows?lang=en&${query}`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, headers: response.headers, ...Rows.parse(await response.json()) };
}

const named = async (site: RenewalsSite, token: string, query: string) => (await rowsFor(site, token, query)).rows.map(({ subscription }) => subscription);

async function withIssuer(options: RenewalsSiteOptions, use: (site: RenewalsSite, issuer: TestSsoIssuer) => Promise<void>): Promise<void> {
  const issuer = await startTestSsoIssuer();
  try {
    await onTheRenewalsSite({ keysUrl: issuer.keysUrl, ...options }, (site) => use(site, issuer));
  } finally {
    await issuer.close();
  }
}

describe('the tab of renewals', () => {
  it('is a page without data, in the reader’s language, that only Teams may frame and nobody may keep', () =>
    onTheRenewalsSite({}, async ({ url }) => {
      for (const [language, words] of [
        ['en', en],
        ['cs', cs],
        ['sk', sk],
      ] as const) {
        const response = await fetch(`${url}/tab/renewals?lang=${language}`);
        const html = await response.text();
        assert.ok(html.includes(`<html lang="${language}">`) && html.includes(words['renewals-tab.timeline']));
        for (const secret of ['Contoso', 'Cloudy', 'Jana', 'subscription']) assert.ok(!html.includes(secret), secret);
        const policy = response.headers.get('content-security-policy') ?? '';
        assert.match(policy, /^default-src 'none'; script-src 'self'; .*frame-ancestors https:\/\/\*\.cloud\.microsoft https:\/\/teams\.microsoft\.com /);
        assert.deepEqual([response.headers.get('x-frame-options'), response.headers.get('cache-control')], [null, 'no-store']);
      }
    }));

  it('gives a person of the partner, signed in by Teams, the ends of that partner', () =>
    withIssuer({}, async (site, issuer) => {
      const { status, company, rows, weeks, headers } = await rowsFor(site, await tokenOf(issuer));
      assert.deepEqual([status, company], [200, 'Cloudy s.r.o.']);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.deepEqual(
        rows.map(({ subscription, marks }) => [subscription, marks.slice(1)]),
        [
          ['open', ['Open']],
          ['hostile', ['Open']],
          ['snoozed', ['Snoozed']],
          ['unreached', ['Open', 'not reached']],
          ['let-end', ['Let end']],
        ],
      );
      assert.deepEqual(rows[3]?.told, ['30 days before the end · our side · Petr Svoboda · 23 February 2026 · not delivered: the app is not installed']);
      assert.match(rows[0]?.chat ?? '', /^https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=28%3A[\w-]+&message=find%20contoso\.cz$/);
      assert.deepEqual(weeks?.map(({ from, count, stages }) => [from, count, ...stages.map(({ words }) => words)]).slice(0, 4), [
        ['2026-02-23', 0],
        ['2026-03-02', 0],
        ['2026-03-09', 2, 'running: 2'],
        ['2026-03-16', 1, 'running: 1'],
      ]);
      assert.equal(weeks.length, 10);
    }));

  it('shows what is chosen: the period, the status, the stage, the plan, one’s own customers', () =>
    onTheRenewalsSite({}, async (site) => {
      const token = await pageToken(site);
      const looks: readonly (readonly [query: string, subscriptions: readonly string[]])[] = [
        ['weeks=4', ['open', 'hostile', 'snoozed']],
        ['weeks=ended', ['disabled', 'usable']],
        ['weeks=ended&stage=disabled', ['disabled']],
        ['stage=usable', []],
        ['status=open', ['open', 'hostile', 'unreached']],
        ['status=snoozed', ['snoozed']],
        ['status=let-end', ['let-end']],
        ['status=not-reached', ['unreached']],
        ['status=renewed', ['renewed']],
        ['plan=business-basic', ['hostile']],
        ['owner=mine', ['snoozed']],
        ['owner=mine&weeks=ended', ['disabled']],
        ['weeks=1e9&status=%00&stage=all&plan=x&owner=rival&after=%25', ['open', 'hostile', 'snoozed', 'unreached', 'let-end']],
      ];
      for (const [query, subscriptions] of looks) assert.deepEqual(await named(site, token, query), subscriptions, query);
    }));

  it('says of what is renewed when and by whom, not in which stage the old end is', () =>
    onTheRenewalsSite({}, async (site) => {
      const { rows, weeks } = await rowsFor(site, await pageToken(site), 'status=renewed');
      assert.deepEqual(
        rows.map(({ marks, lines }) => [marks, lines]),
        [[['Renewed'], ['Renewed on 27 February 2026 · Jana Nováková · 3 licences until 5 March 2027']]],
      );
      assert.deepEqual(weeks?.map(({ count, stages }) => [count, stages]).slice(0, 2), [
        [0, []],
        [1, []],
      ]);
    }));

  it('never gives one partner what is another’s, and a customer or a stranger nothing', () =>
    withIssuer({}, async (site, issuer) => {
      const ritas = await rowsFor(site, await tokenOf(issuer, rita().person));
      assert.deepEqual([ritas.company, ritas.rows.map(({ subscription }) => subscription)], ['Rival a.s.', ['rivals']]);
      for (const query of ['weeks=52', 'weeks=ended', 'status=renewed', 'owner=mine', `after=${encodeURIComponent('endsOn=2000-01-01&id=&next=')}`]) {
        const text = JSON.stringify((await rowsFor(site, await tokenOf(issuer), query)).rows);
        assert.ok(!text.includes('Geheimnis') && !text.includes('rivals'), query);
      }
      const karels = await rowsFor(site, await tokenOf(issuer, karelPerson));
      assert.deepEqual([karels.status, karels.problem, karels.rows, karels.weeks], [403, en['renewals-tab.not-partner'], [], undefined]);
      const csv = await fetch(`${site.url}/tab/renewals/csv?lang=en`, { headers: { authorization: `Bearer ${await tokenOf(issuer, karelPerson)}` } });
      assert.deepEqual([csv.status, csv.headers.get('content-disposition')], [403, null]);
    }));

  it('would be caught letting in a customer’s admin by the same question', () =>
    withIssuer({ plantedFault: 'believes-anybody' }, async (site, issuer) => {
      assert.equal((await rowsFor(site, await tokenOf(issuer, karelPerson))).status, 200);
    }));

  it('lets nobody in by a token of Teams that is forged, for another app, too old, or where there is no Teams', async () => {
    await withIssuer({}, async (site, issuer) => {
      const [tid = '', oid = ''] = jana().person.split('/');
      const right = { tid, oid, iss: `https://login.microsoftonline.com/${tid}/v2.0` };
      const signed = await Promise.all([
        issuer.token(right, 'stranger'),
        issuer.token(right, 'personal-accounts'),
        issuer.token({ ...right, aud: 'api://evil.example/app' }),
        issuer.token({ ...right, exp: 1_700_000_000 }),
        issuer.token({ ...right, scp: undefined }),
      ]);
      const bad = [...signed, issuer.unsigned(right)];
      for (const token of bad) {
        const { status, rows, problem } = await rowsFor(site, token);
        assert.deepEqual([status, rows, problem], [401, [], en['renewals-tab.sign-in-failed']]);
      }
      assert.equal(site.lines.filter(({ message }) => message === 'a sign-in on a tab was refused').length, bad.length);
      assert.ok(!JSON.stringify(site.lines).includes(signed[0]));
      const good = await issuer.token(right);
      await onTheRenewalsSite({}, async (local) =>
        assert.deepEqual([(await rowsFor(local, good)).status, (await rowsFor(local, undefined)).status], [401, 401]),
      );
    });
  });

  it('opens by a link of the chat, once and for five minutes', () =>
    onTheRenewalsSite({}, async (site) => {
      const link = site.linkFor();
      assert.ok(link.startsWith(`${site.url}/tab/renewals?lang=en#ticket=`), 'behind #, where no server sees it');
      site.time.advance(5 * minutes - 1);
      const first = await exchange(site, ticketIn(link));
      assert.equal(first.status, 200);
      assert.equal((await rowsFor(site, first.token)).status, 200);
      const closed = { status: 401, problem: en['renewals-tab.closed'] };
      assert.deepEqual(await exchange(site, ticketIn(link)), closed, 'once');
      const late = site.linkFor();
      site.time.advance(5 * minutes);
      assert.deepEqual(await exchange(site, ticketIn(late)), closed, 'in time');
      site.time.advance(8 * 60 * minutes);
      assert.deepEqual((await rowsFor(site, first.token)).status, 401, 'a page is good for eight hours');
      assert.ok(!JSON.stringify(site.lines).includes(ticketIn(link)), 'no log has a ticket');
    }));

  it('would be caught taking a ticket twice by the same question', () =>
    onTheRenewalsSite({ plantedFault: 'burns-nothing' }, async (site) => {
      const ticket = ticketIn(site.linkFor());
      assert.deepEqual([(await exchange(site, ticket)).status, (await exchange(site, ticket)).status], [200, 200]);
    }));

  it('gives one of many who bring the same ticket at once a page, and the others the same refusal', () =>
    onTheRenewalsSite({}, async (site) => {
      const ticket = ticketIn(site.linkFor());
      const statuses = (await Promise.all(Array.from({ length: 8 }, async () => exchange(site, ticket)))).map(({ status }) => status);
      assert.deepEqual(statuses.toSorted(), [200, 401, 401, 401, 401, 401, 401, 401]);
    }));

  it('answers a forged, changed or foreign ticket as an expired one, and a page’s token is no ticket, nor a ticket a page’s token', () =>
    onTheRenewalsSite({}, async (site) => {
      const ticket = ticketIn(site.linkFor());
      const [who = '', id = '', end = '', digest = ''] = ticket.split('.');
      const held = await pageToken(site);
      const ritas = rita().person.replace('/', '_');
      const forged = [
        ...['', '.', '...', 'x'.repeat(400), null, 7, { ticket }, `${ticket}.`, ` ${ticket}`, held],
        ...[`${ritas}.${id}.${end}.${digest}`, `${who}.x.${end}.${digest}`, `${who}.${id}.${end}9.${digest}`, `${who}.${id}.${end}.${'0'.repeat(36)}`],
      ];
      const answers = await Promise.all(forged.map(async (wrong) => exchange(site, wrong)));
      for (const answer of answers) assert.deepEqual(answer, { status: 401, problem: en['renewals-tab.closed'] });
      assert.deepEqual([(await rowsFor(site, ticket)).status, (await rowsFor(site, `${held}0`)).status], [401, 401]);
      for (const body of ['', '{', '[]', 'null']) {
        const response = await fetch(`${site.url}/tab/renewals/ticket`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        assert.ok([400, 401].includes(response.status));
      }
    }));

  it('gives what is shown as a file for spreadsheets, in which no name is a formula', () =>
    onTheRenewalsSite({}, async (site) => {
      const headers = { authorization: `Bearer ${await pageToken(site, petr().person)}` };
      for (const [language, delimiter, file] of [
        ['en', ',', 'renewals'],
        ['cs', ';', 'obnoveni'],
        ['sk', ';', 'obnovenia'],
      ] as const) {
        const response = await fetch(`${site.url}/tab/renewals/csv?lang=${language}&status=open&owner=mine`, { headers });
        const bytes = Buffer.from(await response.arrayBuffer());
        assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
        assert.deepEqual(
          [response.headers.get('content-type'), response.headers.get('content-disposition')],
          ['text/csv; charset=utf-8', `attachment; filename="${file}.csv"`],
        );
        const rows = z.array(z.array(z.string())).parse(parse(bytes, { bom: true, delimiter }));
        assert.deepEqual(rows.map(([, domain, , seats, ends]) => [domain, seats, ends]).slice(1), [
          ['contoso.cz', '5', '2026-03-10'],
          ['fabrikam.sk', '5', '2026-03-12'],
          ['contoso.cz', '5', '2026-03-25'],
        ]);
        assert.equal(rows[2]?.[0], `'${hostileName.replace('\u202E', '')}`);
        assert.ok(rows.flat().every((cell) => !/^[=+\-@\t\r]/.test(cell)));
      }
    }));

  it('goes on where a page of 200 ended, and gives every end once, also of subscriptions with many', () => {
    const many = Array.from({ length: 130 }, (_, n) => {
      const one = ending('2026-03-10', `many-${String(n).padStart(3, '0')}`, { customer: northwind().id });
      const [term] = one.terms;
      return {
        ...one,
        terms: ['2026-03-10', '2026-03-17', '2026-03-18', '2026-04-02'].flatMap((endsOn) =>
          term === undefined ? [] : [{ ...term, id: TermId.parse(`${one.id}-${endsOn}`), endsOn: day(endsOn) }],
        ),
      };
    });
    return onTheRenewalsSite({ more: many.map(subscriptionRecord) }, async (site) => {
      const token = await pageToken(site);
      const seen: string[] = [];
      const sizes: number[] = [];
      for (let after: string | undefined = ''; after !== undefined;) {
        const { rows, next, weeks } = await rowsFor(site, token, after === '' ? '' : `after=${encodeURIComponent(after)}`);
        assert.equal(weeks === undefined, after !== '');
        seen.push(...rows.map(({ subscription, endsOn }) => `${String(endsOn)} ${subscription}`));
        sizes.push(rows.length);
        after = next;
      }
      assert.deepEqual(sizes, [200, 200, 125]);
      assert.equal(new Set(seen).size, 525);
      assert.deepEqual(seen, seen.toSorted());
    });
  });

  it('stands at the public address, in the person’s language', () =>
    onTheRenewalsSite({}, async ({ url, linkFor }) => {
      assert.match(linkFor(jana().person, 'sk').replace(url, publicUrl), /^https:\/\/assistant\.contoso-partner\.cz\/tab\/renewals\?lang=sk#ticket=[\w.-]+$/);
    }));
});
