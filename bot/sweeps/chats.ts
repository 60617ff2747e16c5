import type { PersonId } from '../../domain/shared/ids.ts';
import type { Windows } from './pace.ts';
import { leewayMs, publishedLimits, windowsOf } from './pace.ts';

/** When the next message into each person's chat keeps within what is published for one conversation. */
export interface Chats {
  free(person: PersonId, now: number): number;
  take(person: PersonId, moment: number): void;
}

const own = publishedLimits.messagesOfConversation.map(({ most, within }) => ({ most, within: within + leewayMs }));
const mostRemembered = 10_000;

export function createChats(): Chats {
  const chats = new Map<PersonId, Windows>();

  /** Chats in which nothing was said for an hour are forgotten, as soon as there are many. */
  function forgetIdle(now: number): void {
    for (const [person, windows] of chats) if (windows.isIdle(now)) chats.delete(person);
  }

  return {
    free: (person, now) => chats.get(person)?.free(now) ?? now,
    take(person, moment) {
      const known = chats.get(person);
      const windows = known ?? windowsOf(own);
      windows.take(moment);
      if (known !== undefined) return;
      if (chats.size > 0 && chats.size % mostRemembered === 0) forgetIdle(moment);
      chats.set(person, windows);
    },
  };
}
