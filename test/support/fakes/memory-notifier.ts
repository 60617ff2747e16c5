import type { Delivered, Notifier } from '../../../domain/shared/ports.ts';
import type { ConversationAddress, RenderedCard } from '../../../domain/shared/turn.ts';
import { meanings } from '../notifier-contract.ts';
import type { ChannelAnswer } from '../notifier-contract.ts';

/** One message in somebody's chat, with every card that stood there. */
export interface Spoken {
  readonly activityId: string;
  readonly conversation: string;
  readonly cards: readonly RenderedCard[];
}

export interface MemoryNotifier extends Notifier {
  /** Everything that was sent, in order; whatever the sender was told. */
  readonly spoken: readonly Spoken[];
  /** The next call is answered so; several in a row. */
  answersNext(...answers: readonly ChannelAnswer[]): void;
  /** Whoever calls waits until `letGo`. */
  hold(): void;
  letGo(): void;
  calls(): number;
}

/** A channel without a network. Passes `test/support/notifier-contract.ts`. */
export function memoryNotifier(): MemoryNotifier {
  const spoken: { activityId: string; conversation: string; cards: RenderedCard[] }[] = [];
  const queued: ChannelAnswer[] = [];
  let calls = 0;
  let gate: { readonly open: Promise<void>; readonly letGo: () => void } | undefined;

  async function called(what: 'send' | 'update'): Promise<Delivered | undefined> {
    const answer = queued.shift();
    if (answer !== 'not-connected') calls += 1;
    await gate?.open;
    return answer === undefined ? undefined : meanings[answer][what];
  }

  function taken(address: ConversationAddress, card: RenderedCard): string {
    const activityId = `sent-${String(spoken.length + 1)}`;
    spoken.push({ activityId, conversation: address.conversation, cards: [card] });
    return activityId;
  }

  return {
    spoken,
    answersNext: (...answers) => {
      queued.push(...answers);
    },
    hold: () => {
      let letGo = (): void => undefined;
      const open = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      gate = { open, letGo };
    },
    letGo: () => {
      gate?.letGo();
      gate = undefined;
    },
    calls: () => calls,

    async send(address, card) {
      const refused = await called('send');
      if (refused !== undefined && refused.kind !== 'maybe-sent') return refused;
      const activityId = taken(address, card);
      return refused ?? { kind: 'sent', activityId };
    },

    async update(_, activityId, card) {
      const refused = await called('update');
      if (refused !== undefined) return refused;
      const message = spoken.find((each) => each.activityId === activityId);
      if (message === undefined) return { kind: 'not-reachable', reason: 'card-gone' };
      message.cards.push(card);
      return { kind: 'sent', activityId };
    },
  };
}
