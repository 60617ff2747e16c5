import { z } from 'zod';
import type { TextKey } from '../../cards/messages/catalogue.ts';
import { sayIn } from '../../cards/messages/say.ts';
import type { OfferId } from '../../domain/shared/ids.ts';
import type { Language } from '../../domain/shared/language.ts';
import type { Clock, NewId, Secrets } from '../../domain/shared/ports.ts';
import { createOfferAnswers } from './offer-answers.ts';
import type { Answered, OfferAnswersParts } from './offer-answers.ts';
import { offerPageHtml, offerPagePolicy } from './offer-page-html.ts';
import type { OfferPageView } from './offer-page-html.ts';
import { pageAssets } from './page-assets.ts';
import type { PageAssets } from './page-assets.ts';
import { createPageTokens } from './page-token.ts';
import { chosenLanguage } from './reader-language.ts';
import { teamsLinks } from './teams-links.ts';

export interface OfferPageParts extends Omit<OfferAnswersParts, 'tokens'> {
  readonly secrets: Pick<Secrets, 'deriveId'>;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Where people open the assistant, without a slash at the end. */
  readonly publicUrl: string;
  /** The id of the Teams app; absent in local mode, which no Teams knows. */
  readonly appId?: string | undefined;
  /** Shared with other pages; read anew when absent. */
  readonly assets?: PageAssets | undefined;
}

interface Asked {
  readonly params: unknown;
  readonly query: string;
  readonly acceptLanguage: string | undefined;
  readonly requestId: string;
}
interface Sent extends Asked {
  readonly body: unknown;
  readonly origin: string | undefined;
  readonly host: string | undefined;
}
export interface PageResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const Code = z.object({ code: z.string() });
/** Stands in for whatever is no code, so that it costs what an unknown one costs. */
const nobodysCode = 'A'.repeat(22);

const refusals: Readonly<Record<400 | 413 | 415 | 429, TextKey>> = {
  400: 'offer-page.unreadable',
  413: 'offer-page.unreadable',
  415: 'offer-page.unreadable',
  429: 'offer-page.too-many',
};
const pauseSeconds = '60';

/**
 * The page that the link of an offer opens, and the files it loads.
 *
 * Opening it changes nothing, however often link checkers do. Unknown, malformed, withdrawn and expired codes get one and the same page.
 */
export function offerPage(parts: OfferPageParts) {
  const assets = parts.assets ?? pageAssets();
  const page = {
    path: '/o/:code',
    answer: (asked: Asked) => opened(parts, assets, asked),
    post: createPost(parts),
    refuse: (asked: Omit<Asked, 'params'>, refused: { readonly method: 'GET' | 'POST'; readonly status: keyof typeof refusals }) =>
      refusal(chosenLanguage(asked), refused, assets),
  };
  return [page, { path: '/static/:version/:file', answer: assets.answer }] as const;
}

async function opened(parts: OfferPageParts, assets: PageAssets, asked: Asked): Promise<PageResponse> {
  const language = chosenLanguage(asked);
  const { code, offer } = offerOf(parts, asked);
  const card = offer && (await parts.desk.show(offer, { kind: 'visitor', language }));
  const token = offer && createPageTokens(parts).issue(offer);
  const common = { assets: assets.version, ...(token === undefined ? {} : { token }) };
  if (card === undefined) return html(404, { ...common, title: 'offer-page.not-found-title', words: 'offer-page.not-found' }, language);
  const pageUrl = `${parts.publicUrl}/o/${code}`;
  const links = parts.appId === undefined ? {} : { links: teamsLinks(parts.appId, pageUrl, sayIn(language)('offer-page.title')) };
  return html(200, { ...common, title: 'offer-page.title', card, teams: { pageUrl, ...links } }, language);
}

function offerOf({ desk }: OfferPageParts, { params }: Asked): { readonly code: string; readonly offer: OfferId | undefined } {
  const code = Code.safeParse(params).data?.code ?? '';
  return { code, offer: desk.idOf(code) ?? desk.idOf(nobodysCode) };
}

function createPost(parts: OfferPageParts) {
  const answers = createOfferAnswers({ ...parts, tokens: createPageTokens(parts) });
  return async (sent: Sent): Promise<PageResponse> => {
    const language = chosenLanguage(sent);
    const { offer } = offerOf(parts, sent);
    if (!isOwnPage(sent, parts.publicUrl)) return json({ status: 403, problem: 'offer-page.unreadable' }, language);
    if (offer === undefined) return json({ status: 404, problem: 'offer-page.not-found' }, language);
    return json(await answers(offer, sent.body, { language, requestId: sent.requestId }), language);
  };
}

/** A browser says which page sends; a page of another site has no business here. */
function isOwnPage({ origin, host }: Sent, publicUrl: string): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.origin === new URL(publicUrl).origin || from.host === host;
}

function refusal(language: Language, { method, status }: { readonly method: 'GET' | 'POST'; readonly status: keyof typeof refusals }, assets: PageAssets) {
  const problem = refusals[status];
  const answer =
    method === 'POST'
      ? json({ status, problem }, language)
      : html(status, { title: 'offer-page.too-many-title', words: problem, assets: assets.version }, language);
  return status === 429 ? { ...answer, headers: { ...answer.headers, 'Retry-After': pauseSeconds } } : answer;
}

function html(status: number, view: OfferPageView, language: Language): PageResponse {
  const headers = { ...common(language), 'Content-Security-Policy': offerPagePolicy };
  return { status, contentType: 'text/html; charset=utf-8', body: offerPageHtml(view, sayIn(language)), headers };
}

function json({ status, problem, ...rest }: Omit<Answered, 'status'> & { readonly status: number }, language: Language): PageResponse {
  const said = problem === undefined ? rest : { ...rest, problem: sayIn(language)(problem) };
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(said), headers: common(language) };
}

function common(language: Language): Readonly<Record<string, string>> {
  return { 'Content-Language': language, Vary: 'Accept-Language', 'X-Robots-Tag': 'noindex, nofollow' };
}
