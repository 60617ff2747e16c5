import type { Notifier, Timers } from '../../domain/shared/ports.ts';
import type { ConversationAddress } from '../../domain/shared/turn.ts';
import type { PublishedLimits } from './published-limits.ts';

/** A channel without a network that keeps to the published limits. @param answersAfterMs from the call to the answer. */
export function limitedChannel(limits: PublishedLimits, timers: Timers, answersAfterMs: () => number): Notifier {
  let count = 0;

  async function call({ tenant, conversation }: ConversationAddress, isMessage: boolean): Promise<number | undefined> {
    const wait = limits.refuses({ tenant, conversation, isMessage });
    await new Promise<void>((resolve) => {
      timers.after(answersAfterMs(), resolve);
    });
    return wait;
  }

  return {
    async send(address) {
      const wait = await call(address, true);
      count += 1;
      return wait === undefined
        ? { kind: 'sent', activityId: `sent-${String(count)}` }
        : { kind: 'later', pause: 'tenant', afterMs: wait, reason: 'throttled' };
    },
    async update(address, activityId) {
      const wait = await call(address, false);
      return wait === undefined ? { kind: 'sent', activityId } : { kind: 'later', pause: 'tenant', afterMs: wait, reason: 'throttled' };
    },
  };
}
