import { z } from 'zod';
import { sayIn } from '../../cards/messages/say.ts';
import type { DeskReader, RenewalDesk, RenewalRow } from '../../domain/renewals/desk.port.ts';
import { RenewalsAsked } from '../../domain/renewals/desk.port.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Language } from '../../domain/shared/language.ts';
import type { Clock, NewId, Secrets } from '../../domain/shared/ports.ts';
import type { Burn } from './offer-answers.ts';
import type { PageResponse } from './offer-page.ts';
import type { PageAssets } from './page-assets.ts';
import { createPersonTokens } from './person-token.ts';
import type { PersonTokens } from './person-token.ts';
import { chosenLanguage } from './reader-language.ts';
import { renewalsCsv } from './renewals-csv.ts';
import { renewalsJson } from './renewals-json.ts';
import { readerOf } from './renewals-reader.ts';
import type { NotLetIn, ReaderParts } from './renewals-reader.ts';
import { renewalsTabHtml, renewalsTabPolicy } from './renewals-tab-html.ts';

export interface RenewalsTabParts extends Omit<ReaderParts, 'pages'> {
  readonly desk: RenewalDesk;
  readonly burn: Burn;
  readonly secrets: Pick<Secrets, 'deriveId'>;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Where people open the assistant, without a slash at the end. */
  readonly publicUrl: string;
  /** The id of the Teams app; absent in local mode, which no Teams knows. */
  readonly appId?: string | undefined;
  readonly assets: Pick<PageAssets, 'version'>;
}

interface Asked {
  readonly query: string;
  readonly acceptLanguage: string | undefined;
  readonly authorization: string | undefined;
  readonly requestId: string;
}

const ticketUse = { use: 'tab-ticket', lifetimeMs: 5 * 60_000 } as const;
/** A page may stay open over a working day. */
const pageUse = { use: 'tab-page', lifetimeMs: 8 * 3_600_000 } as const;
const Ticket = z.object({ ticket: z.string().max(300) });
/** A file has about so many ends at most. */
const mostInFile = 10_000;

export interface RenewalsTab {
  readonly routes: readonly TabRoute[];
  /** The link that opens it for this person, whom the chat knows: once, and for five minutes. */
  readonly linkFor: (person: PersonId, language: Language) => string;
}
interface TabRoute {
  readonly path: string;
  readonly answer: (asked: Asked) => Promise<PageResponse>;
  readonly post?: (sent: Asked & { readonly body: unknown }) => Promise<PageResponse>;
}

/**
 * The dashboard of renewals: a tab in Teams, and a page that a link of the chat opens outside of it.
 *
 * The page holds no data. It gets its rows by a token of Teams, or by one that it was given once for the ticket in its link: behind `#`, so that
 * no server and no log ever sees it.
 */
export function renewalsTab(parts: RenewalsTabParts): RenewalsTab {
  const [tickets, pages] = [createPersonTokens(parts, ticketUse), createPersonTokens(parts, pageUse)];
  const within = { ...parts, pages };
  const routes = [
    { path: '/tab/renewals', answer: (asked: Asked) => Promise.resolve(opened(parts, asked)) },
    { path: '/tab/renewals/rows', answer: (asked: Asked) => rows(within, asked) },
    { path: '/tab/renewals/csv', answer: (asked: Asked) => csv(within, asked) },
    {
      path: '/tab/renewals/ticket',
      answer: (asked: Asked) => Promise.resolve(notLetIn({ status: 401, problem: 'renewals-tab.closed' }, chosenLanguage(asked))),
      post: (sent: Asked & { readonly body: unknown }) => exchanged(within, tickets, sent),
    },
  ];
  return { routes, linkFor: (person, language) => `${parts.publicUrl}/tab/renewals?lang=${language}#ticket=${tickets.issue(person)}` };
}

type Within = RenewalsTabParts & ReaderParts;

function opened({ assets, appId }: RenewalsTabParts, asked: Asked): PageResponse {
  const language = chosenLanguage(asked);
  return {
    status: 200,
    contentType: 'text/html; charset=utf-8',
    body: renewalsTabHtml({ assets: assets.version, appId }, sayIn(language)),
    headers: { ...headersIn(language), 'Content-Security-Policy': renewalsTabPolicy },
  };
}

/** Whoever is first gets what the page holds; everybody after them, and whoever comes too late, gets the same refusal. */
async function exchanged({ burn, pages }: Within, tickets: PersonTokens, sent: Asked & { readonly body: unknown }): Promise<PageResponse> {
  const language = chosenLanguage(sent);
  const ticket = tickets.read(Ticket.safeParse(sent.body).data?.ticket ?? '');
  const isFirst = ticket !== undefined && (await burn(CommandId.parse(`tab:${ticket.id}`))) === 'committed';
  return isFirst ? json(200, { token: pages.issue(ticket.person) }, language) : notLetIn({ status: 401, problem: 'renewals-tab.closed' }, language);
}

async function rows(parts: Within, asked: Asked): Promise<PageResponse> {
  const language = chosenLanguage(asked);
  const reader = await readerOf(parts, asked, language);
  if ('status' in reader) return notLetIn(reader, language);
  const page = await parts.desk.rows(reader, askedIn(asked));
  if (page === undefined) return notLetIn({ status: 403, problem: 'renewals-tab.not-partner' }, language);
  return json(200, renewalsJson(page, sayIn(language), parts.appId), language);
}

async function csv(parts: Within, asked: Asked): Promise<PageResponse> {
  const language = chosenLanguage(asked);
  const reader = await readerOf(parts, asked, language);
  if ('status' in reader) return notLetIn(reader, language);
  const all = await allRows(parts.desk, reader, askedIn(asked));
  if (all === undefined) return notLetIn({ status: 403, problem: 'renewals-tab.not-partner' }, language);
  const say = sayIn(language);
  const headers = { ...headersIn(language), 'Content-Disposition': `attachment; filename="${say('renewals-tab.file')}.csv"` };
  return { status: 200, contentType: 'text/csv; charset=utf-8', body: renewalsCsv(all, say), headers };
}

async function allRows(desk: RenewalDesk, reader: DeskReader, asked: RenewalsAsked): Promise<readonly RenewalRow[] | undefined> {
  const all: RenewalRow[] = [];
  let after: string | undefined;
  do {
    const page = await desk.rows(reader, { ...asked, after });
    if (page === undefined) return undefined;
    all.push(...page.rows);
    after = page.next;
  } while (after !== undefined && all.length < mostInFile);
  return all;
}

function askedIn({ query }: Asked): RenewalsAsked {
  return RenewalsAsked.parse(Object.fromEntries(new URLSearchParams(query)));
}

function notLetIn({ status, problem }: NotLetIn, language: Language): PageResponse {
  return json(status, { problem: sayIn(language)(problem) }, language);
}

function json(status: number, body: object, language: Language): PageResponse {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body), headers: headersIn(language) };
}

function headersIn(language: Language): Readonly<Record<string, string>> {
  return { 'Content-Language': language, Vary: 'Accept-Language', 'X-Robots-Tag': 'noindex, nofollow' };
}
