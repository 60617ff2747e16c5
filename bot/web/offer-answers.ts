import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TextKey } from '../../cards/messages/catalogue.ts';
import type { OfferDesk, OfferReader } from '../../domain/offers/desk.port.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { OfferId } from '../../domain/shared/ids.ts';
import type { Language } from '../../domain/shared/language.ts';
import type { Log } from '../../domain/shared/ports.ts';
import type { Reader } from '../../domain/shared/store.port.ts';
import type { RenderedCard } from '../../domain/shared/turn.ts';
import type { PageTokens } from './page-token.ts';
import type { CheckSsoToken } from './sso-token.ts';

/** Keeps that a command was done, and nothing else, in one durable commit. */
export type Burn = (commandId: CommandId) => Promise<'committed' | 'already-applied' | 'conflict'>;

export interface OfferAnswersParts {
  readonly desk: OfferDesk;
  readonly tokens: PageTokens;
  readonly burn: Burn;
  readonly book: Pick<Reader, 'outcomeOf'>;
  /** The check of a token of Teams; absent in local mode, where nobody can sign in. */
  readonly checkSso?: CheckSsoToken | undefined;
  readonly log: Log;
}

/** What became of what a page sent. `problem` says in words why it is not what was asked for. */
export interface Answered {
  readonly status: 200 | 400 | 401 | 403 | 404 | 503;
  readonly problem?: TextKey;
  readonly card?: RenderedCard;
  /** For the next answer. */
  readonly token?: string;
}

/** What the page's script sends. `sign-in` asks for the card of whom the token of Teams names; any other verb is a button of the card. */
const Sent = z.object({
  token: z.string().max(200),
  verb: z.string().min(1).max(40),
  data: z.record(z.string(), z.unknown()).default({}),
  authorization: z.string().min(1).max(12_000).optional(),
});
type Sent = z.infer<typeof Sent>;

/**
 * Answers what a page sends: who it is, whether the page was ours and is fresh, and then the desk decides.
 *
 * A page's token is good for one answer. The same answer sent again, because the network lost ours, is the same command and gives the same outcome;
 * another one under the same token is refused. Looking, also after signing in, uses nothing up.
 */
export function createOfferAnswers(parts: OfferAnswersParts) {
  const { desk, tokens } = parts;
  return async (offer: OfferId, body: unknown, from: { readonly language: Language; readonly requestId: string }): Promise<Answered> => {
    const sent = Sent.safeParse(body).data;
    if (sent === undefined) return { status: 400, problem: 'offer-page.unreadable' };
    const reader = await readerOf(parts, sent, from);
    if ('status' in reader) return reader;
    const standing = async (problem?: TextKey): Promise<Answered> => shown(await desk.show(offer, reader), tokens.issue(offer), problem);
    const id = tokens.idOf(sent.token, offer);
    if (id === undefined) return standing('offer-page.stale');
    if (sent.verb === 'sign-in') return standing();
    if (!(await isOrWasThere(parts, offer, reader, id))) return { status: 404, problem: 'offer-page.not-found' };
    const { verb, data } = sent;
    const commandId = await commandOf(parts, id, digestOf(verb, data, reader));
    if (commandId === undefined) return standing('offer-page.stale');
    return shown(await desk.answer(offer, reader, { verb, data }, commandId), tokens.issue(offer));
  };
}

function shown(card: RenderedCard | undefined, token: string, problem?: TextKey): Answered {
  if (card === undefined) return { status: 404, problem: 'offer-page.not-found' };
  return problem === undefined ? { status: 200, card, token } : { status: 403, problem, card, token };
}

async function readerOf(
  parts: OfferAnswersParts,
  { authorization }: Sent,
  from: { readonly language: Language; readonly requestId: string },
): Promise<OfferReader | Answered> {
  const { language, requestId } = from;
  if (authorization === undefined) return { kind: 'visitor', language };
  const verdict = parts.checkSso === undefined ? ({ verdict: 'refused', reason: 'local-mode' } as const) : await parts.checkSso(authorization);
  if (verdict.verdict === 'valid') return { kind: 'signed-in', ...verdict.who, via: 'page', language };
  parts.log.warn({ requestId, verdict: verdict.verdict, ...('reason' in verdict ? { reason: verdict.reason } : {}) }, 'a sign-in on a page was refused');
  return { status: verdict.verdict === 'refused' ? 401 : 503, problem: 'offer-page.sign-in-failed' };
}

/** Nothing is written for a code that opens nothing; an answer that is repeated gets its outcome, though the offer has ended since. */
async function isOrWasThere({ desk, book }: OfferAnswersParts, offer: OfferId, reader: OfferReader, tokenId: string): Promise<boolean> {
  return (await desk.show(offer, reader)) !== undefined || (await book.outcomeOf(pageCommand(tokenId))) !== undefined;
}

function pageCommand(tokenId: string): CommandId {
  return CommandId.parse(`page:${tokenId}`);
}

/** The command that this answer is, or undefined when its token was used for another one. */
async function commandOf({ burn, book }: OfferAnswersParts, tokenId: string, digest: string): Promise<CommandId | undefined> {
  const answer = CommandId.parse(`page:${tokenId}:${digest}`);
  const isFirst = (await burn(pageCommand(tokenId))) === 'committed';
  if (isFirst) await burn(answer);
  else if ((await book.outcomeOf(answer)) === undefined) return undefined;
  return CommandId.parse(`page:${tokenId}:answer`);
}

function digestOf(verb: string, data: Sent['data'], reader: OfferReader): string {
  const who = reader.kind === 'signed-in' ? reader.person : reader.kind;
  return createHash('sha256')
    .update(JSON.stringify([verb, Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)), who]))
    .digest('base64url');
}
