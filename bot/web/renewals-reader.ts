import type { TextKey } from '../../cards/messages/catalogue.ts';
import type { DeskReader } from '../../domain/renewals/desk.port.ts';
import { tenantOf } from '../../domain/shared/ids.ts';
import type { Language } from '../../domain/shared/language.ts';
import type { Log } from '../../domain/shared/ports.ts';
import type { PersonTokens } from './person-token.ts';
import type { CheckSsoToken } from './sso-token.ts';

/** Why somebody sees nothing. The same for whatever is wrong with a token. */
export interface NotLetIn {
  readonly status: 401 | 403 | 503;
  readonly problem: TextKey;
}

export interface ReaderParts {
  /** What our page holds, after a ticket. */
  readonly pages: PersonTokens;
  /** The check of a token of Teams; absent in local mode, where nobody can sign in. */
  readonly checkSso?: CheckSsoToken | undefined;
  readonly log: Log;
}

/** Who asks, by the token that they bring: one that a page of ours got for a ticket, or one that Teams gave for the person in front of it. */
export async function readerOf(
  { pages, checkSso, log }: ReaderParts,
  { authorization, requestId }: { readonly authorization: string | undefined; readonly requestId: string },
  language: Language,
): Promise<DeskReader | NotLetIn> {
  const [, token] = /^Bearer (\S{1,12000})$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) return { status: 401, problem: 'renewals-tab.closed' };
  const own = pages.read(token);
  if (own !== undefined) return { person: own.person, tenant: tenantOf(own.person), language };
  if (checkSso === undefined || !isTeams(token)) return { status: 401, problem: 'renewals-tab.closed' };
  const verdict = await checkSso(token);
  if (verdict.verdict === 'valid') return { person: verdict.who.person, tenant: verdict.who.tenant, language };
  log.warn({ requestId, verdict: verdict.verdict, ...('reason' in verdict ? { reason: verdict.reason } : {}) }, 'a sign-in on a tab was refused');
  return { status: verdict.verdict === 'refused' ? 401 : 503, problem: 'renewals-tab.sign-in-failed' };
}

/** A token of Teams has three parts (RFC 7515), ours has four. */
function isTeams(token: string): boolean {
  return token.split('.').length === 3;
}
