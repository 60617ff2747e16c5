import { timingSafeEqual } from 'node:crypto';
import type { OfferId } from '../../domain/shared/ids.ts';
import type { Clock, NewId, Secrets } from '../../domain/shared/ports.ts';

/** What a page brings back when somebody answers on it: proof that we drew it, for this offer, not long ago. */
export interface PageTokens {
  issue(offer: OfferId): string;
  /** The token's own id; undefined when it is none of ours, of another offer, or too old. */
  idOf(token: string, offer: OfferId): string | undefined;
}

/** A page may stay open over a working day. */
const lifetimeMs = 12 * 3_600_000;

/** `<id>.<end>.<digest>`: nothing is kept for a page that is only looked at. Used once: whoever takes it burns its id. */
export function createPageTokens({
  secrets,
  clock,
  newId,
}: {
  readonly secrets: Pick<Secrets, 'deriveId'>;
  readonly clock: Clock;
  readonly newId: NewId;
}): PageTokens {
  const digestOf = (offer: OfferId, id: string, end: string) => Buffer.from(secrets.deriveId('page-token', offer, id, end));
  return {
    issue: (offer) => {
      const [id, end] = [newId(), String(clock.now().getTime() + lifetimeMs)];
      return [id, end, digestOf(offer, id, end).toString()].join('.');
    },
    idOf: (token, offer) => {
      const [, id, end, digest] = /^([\w-]{1,64})\.(\d{1,16})\.([\w-]{36})$/.exec(token) ?? [];
      if (id === undefined || end === undefined || digest === undefined) return undefined;
      const isOurs = timingSafeEqual(Buffer.from(digest), digestOf(offer, id, end));
      return isOurs && Number(end) > clock.now().getTime() ? id : undefined;
    },
  };
}
