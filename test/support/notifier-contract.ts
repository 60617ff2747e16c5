import assert from 'node:assert/strict';
import type { Delivered, Notifier } from '../../domain/shared/ports.ts';
import type { ConversationAddress, RenderedCard } from '../../domain/shared/turn.ts';

/** What the channel may answer, by how Microsoft documents it. */
export const channelAnswers = [
  'not-connected',
  'throttled',
  'throttled-for-a-minute',
  'precondition',
  'bad-gateway',
  'unavailable',
  'gateway-timeout',
  'connection-lost',
  'not-installed',
  'blocked-by-user',
  'blocked-by-admin',
  'conversation-gone',
  'activity-gone',
  'malformed',
  'not-authorised',
  'too-big',
  'server-error',
] as const;
export type ChannelAnswer = (typeof channelAnswers)[number];

/** What each answer means for a new message, and for a card in its place. */
export const meanings: Readonly<Record<ChannelAnswer, { readonly send: Delivered; readonly update: Delivered }>> = {
  'not-connected': both({ kind: 'later', isOutage: true, reason: 'unreachable' }),
  throttled: both({ kind: 'later', pause: 'tenant', reason: 'throttled' }),
  'throttled-for-a-minute': both({ kind: 'later', pause: 'tenant', reason: 'throttled', afterMs: 60_000 }),
  precondition: both({ kind: 'later', reason: 'precondition' }),
  'bad-gateway': both({ kind: 'later', reason: 'unavailable' }),
  unavailable: both({ kind: 'later', reason: 'unavailable' }),
  'gateway-timeout': { send: { kind: 'maybe-sent' }, update: { kind: 'later', reason: 'lost' } },
  'connection-lost': { send: { kind: 'maybe-sent' }, update: { kind: 'later', reason: 'lost' } },
  'not-installed': both({ kind: 'not-reachable', reason: 'not-installed' }),
  'blocked-by-user': both({ kind: 'not-reachable', reason: 'blocked' }),
  'blocked-by-admin': both({ kind: 'not-reachable', reason: 'blocked' }),
  'conversation-gone': both({ kind: 'not-reachable', reason: 'conversation-gone' }),
  'activity-gone': both({ kind: 'not-reachable', reason: 'card-gone' }),
  malformed: both({ kind: 'failed', reason: 'malformed' }),
  'not-authorised': both({ kind: 'later', pause: 'everything', reason: 'not-authorised' }),
  'too-big': both({ kind: 'failed', reason: 'too-big' }),
  'server-error': both({ kind: 'failed', reason: 'refused-500' }),
};

function both(delivered: Delivered) {
  return { send: delivered, update: delivered };
}

export interface NotifierUnderContract {
  readonly notifier: Notifier;
  readonly address: ConversationAddress;
  /** The next call, and no other, is answered so. */
  readonly answersNext: (answer: ChannelAnswer) => Promise<void>;
  /** How many calls have reached the channel. */
  readonly calls: () => number;
}

const card = (fallbackText: string): RenderedCard & { readonly version: '1.5'; readonly body: readonly [] } => ({
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText,
  body: [],
});

/** What a sweep relies on when it speaks up: the fake and the real notifier over a Bot Connector pass the same. */
export function notifierContract(name: string, withNotifier: (use: (under: NotifierUnderContract) => Promise<void>) => Promise<void>): void {
  describe(`a notifier, as ${name}`, () => {
    it('gives every message an id of its own, and puts a card in its place under the same id, as often as asked', () =>
      withNotifier(async ({ notifier, address }) => {
        const first = await notifier.send(address, card('One'));
        const second = await notifier.send(address, card('Two'));
        assert.ok(first.kind === 'sent' && second.kind === 'sent' && first.activityId !== '' && first.activityId !== second.activityId);
        for (const words of ['Three', 'Three']) assert.deepEqual(await notifier.update(address, first.activityId, card(words)), first);
      }));

    it('finds no card where none was sent', () =>
      withNotifier(async ({ notifier, address }) => {
        assert.deepEqual(await notifier.update(address, 'nobody-sent-this', card('One')), { kind: 'not-reachable', reason: 'card-gone' });
      }));

    for (const answer of channelAnswers) {
      it(`tries once and says what it means: ${answer}`, () =>
        withNotifier(async ({ notifier, address, answersNext, calls }) => {
          const sent = await notifier.send(address, card('One'));
          assert.ok(sent.kind === 'sent');
          await answersNext(answer);
          assert.deepEqual(await notifier.send(address, card('Two')), meanings[answer].send);
          await answersNext(answer);
          assert.deepEqual(await notifier.update(address, sent.activityId, card('Three')), meanings[answer].update);
          // a chat that is gone is made anew, once: our fake does not show that call
          if (answer !== 'conversation-gone') assert.equal(calls(), answer === 'not-connected' ? 1 : 3);
        }));
    }
  });
}
