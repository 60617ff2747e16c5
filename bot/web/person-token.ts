import { timingSafeEqual } from 'node:crypto';
import { PersonId } from '../../domain/shared/ids.ts';
import type { Clock, NewId, Secrets } from '../../domain/shared/ports.ts';

/** Proof that we know who somebody is, for one use and a while: a ticket that the chat gives, or what a page holds after it. */
export interface PersonTokens {
  issue(person: PersonId): string;
  /** Undefined when it is none of ours, for another use, or too old. */
  read(token: string): { readonly id: string; readonly person: PersonId } | undefined;
}

/** What a token is good for, and how long. One for another use is worth nothing. */
export interface TokenUse {
  readonly use: 'tab-ticket' | 'tab-page';
  readonly lifetimeMs: number;
}

/** `<directory>_<object>.<id>.<end>.<digest>`: nothing is kept for it. Whoever takes it only once burns its id. */
export function createPersonTokens(
  { secrets, clock, newId }: { readonly secrets: Pick<Secrets, 'deriveId'>; readonly clock: Clock; readonly newId: NewId },
  { use, lifetimeMs }: TokenUse,
): PersonTokens {
  const digestOf = (person: string, id: string, end: string) => Buffer.from(secrets.deriveId(use, person, id, end));
  return {
    issue: (person) => {
      const [who, id, end] = [person.replace('/', '_'), newId(), String(clock.now().getTime() + lifetimeMs)];
      return [who, id, end, digestOf(who, id, end).toString()].join('.');
    },
    read: (token) => {
      const [, who, id, end, digest] = /^([0-9a-f-]{36}_[0-9a-f-]{36})\.([\w-]{1,64})\.(\d{1,16})\.([\w-]{36})$/.exec(token) ?? [];
      if (who === undefined || id === undefined || end === undefined || digest === undefined) return undefined;
      const isOurs = timingSafeEqual(Buffer.from(digest), digestOf(who, id, end));
      return isOurs && Number(end) > clock.now().getTime() ? { id, person: PersonId.parse(who.replace('_', '/')) } : undefined;
    },
  };
}
