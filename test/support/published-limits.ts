/** One call as the Bot Connector counts it. */
export interface CountedCall {
  readonly tenant: string;
  readonly conversation: string;
  /** New messages count in their conversation, too. */
  readonly isMessage: boolean;
}

/** The limits that Microsoft publishes, enforced: each window holds at every moment. */
export interface PublishedLimits {
  /** Takes the call, or gives in how many milliseconds one more is taken. */
  readonly refuses: (call: CountedCall) => number | undefined;
  /** When calls of a tenant were taken. */
  readonly taken: (tenant: string) => readonly number[];
  /** How many messages were taken in a conversation. */
  readonly takenIn: (conversation: string) => number;
  /** How many calls were refused. */
  readonly refused: () => number;
}

interface Window {
  readonly most: number;
  readonly within: number;
}

/** Microsoft: "Optimize your bot with rate limiting in Teams". Written down here once more, so that a slip in the assistant's own numbers is found. */
const ofTenant: readonly Window[] = [{ most: 50, within: 1000 }];
const ofConversation: readonly Window[] = [
  { most: 7, within: 1000 },
  { most: 8, within: 2000 },
  { most: 60, within: 30_000 },
  { most: 1800, within: 3_600_000 },
];

/** @param now milliseconds. */
export function publishedLimits(now: () => number): PublishedLimits {
  const tenants = new Map<string, number[]>();
  const conversations = new Map<string, number[]>();
  let refused = 0;
  return {
    refuses({ tenant, conversation, isMessage }) {
      const inTenant = listIn(tenants, tenant);
      const inConversation = listIn(conversations, conversation);
      const at = now();
      const wait = Math.max(waitFor(inTenant, ofTenant, at), isMessage ? waitFor(inConversation, ofConversation, at) : 0);
      if (wait > 0) {
        refused += 1;
        return wait;
      }
      inTenant.push(at);
      if (isMessage) inConversation.push(at);
      return undefined;
    },
    taken: (tenant) => tenants.get(tenant) ?? [],
    takenIn: (conversation) => conversations.get(conversation)?.length ?? 0,
    refused: () => refused,
  };
}

function listIn(map: Map<string, number[]>, key: string): number[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function waitFor(taken: readonly number[], windows: readonly Window[], at: number): number {
  return Math.max(...windows.map(({ most, within }) => (taken.at(-most) ?? -Infinity) + within - at), 0);
}
