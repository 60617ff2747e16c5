/**
 * What the Bot Connector allows (Microsoft: "Optimize your bot with rate limiting in Teams", checked 2026-11-20; "estimates, subject to change"):
 * 50 calls a second of one app into one tenant, and so many messages into one conversation.
 */
export const publishedLimits = {
  callsPerSecondOfTenant: 50,
  messagesOfConversation: [
    { most: 7, within: 1000 },
    { most: 8, within: 2000 },
    { most: 60, within: 30_000 },
    { most: 1800, within: 3_600_000 },
  ],
} as const;

/**
 * Evenly, not in bursts: 45.5 a second deliver 0.91 of what is allowed and leave four for answers in chats. A late process catches up no faster
 * than 46 a second: so a second holds no more than 50 where calls arrive, though one took 60 ms longer on the way than those behind it.
 */
export const ownPace = { perSecond: 45.5, catchingUpPerSecond: 46, slackMs: 10 } as const;

/** Gives every call a moment of its own (the generic cell rate algorithm). Milliseconds. */
export interface Evenly {
  /** The next moment that nobody has. */
  free(now: number): number;
  /** Takes it. */
  take(now: number): number;
}

/** @param slackMs whoever comes so late loses nothing: the next one may come so much closer. */
export function evenly(perSecond: number, slackMs = 0): Evenly {
  const apart = 1000 / perSecond;
  let next = 0;
  const free = (now: number): number => Math.max(now, next);
  return {
    free,
    take(now) {
      const mine = free(now);
      next = Math.max(next, now - slackMs) + apart;
      return mine;
    },
  };
}

/** What travels may arrive a little closer together than it left. */
export const leewayMs = 100;

/** Counts the calls of the past exactly: several windows hold at once. Milliseconds. */
export interface Windows {
  /** The next moment at which one more keeps within all of them. */
  free(now: number): number;
  take(moment: number): void;
  /** It remembers nothing that still counts. */
  isIdle(now: number): boolean;
}

export function windowsOf(limits: readonly { readonly most: number; readonly within: number }[]): Windows {
  const longest = Math.max(...limits.map(({ within }) => within));
  let taken: readonly number[] = [];
  return {
    free(now) {
      const freeIn = limits.map(({ most, within }) => (taken.at(-most) ?? -Infinity) + within);
      return Math.max(now, ...freeIn);
    },
    take(moment) {
      taken = [...taken.filter((each) => each > moment - longest), moment];
    },
    isIdle: (now) => (taken.at(-1) ?? -Infinity) <= now - longest,
  };
}
