import assert from 'node:assert/strict';
import { OfferId } from '../../domain/shared/ids.ts';
import type { Reply, Shown } from '../../domain/shared/turn.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { aDoor, echoCard } from './a-door.ts';
import { aClick, aMessage } from './activities.ts';
import type { Wire } from './activities.ts';

const offer = OfferId.parse('offer-1');
const ofAnOffer: Reply = { kind: 'card', card: echoCard, shows: offer };
const ofNone: Reply = { kind: 'card', card: echoCard };

/** What is told of the place of a card when this is answered so. */
async function toldOf(reply: Reply, wire: (serviceUrl: string) => Wire, status?: number): Promise<readonly (readonly [string, Shown | undefined])[]> {
  const connector = await startFakeConnector();
  const told: (readonly [string, Shown | undefined])[] = [];
  const door = await aDoor({
    handleTurn: async () => reply,
    onShown: async ({ activityId, shows: shown }) => {
      told.push([activityId, shown]);
    },
  });
  if (status !== undefined) connector.answer({ status });
  try {
    assert.equal((await door.post(wire(connector.serviceUrl))).status, 200);
    return told;
  } finally {
    await Promise.all([door.close(), connector.close()]);
  }
}

const inChannel = { conversation: { id: '19:x', conversationType: 'channel', tenantId: '11111111-1111-4111-8111-111111111111' } };

describe('where a card of an offer stands', () => {
  it('is the message whose card was clicked', async () => {
    assert.deepEqual(await toldOf(ofAnOffer, (url) => aClick(url, 'show-offer', {})), [['1700000000000', offer]]);
  });

  it('is the message that answers a line', async () => {
    assert.deepEqual(await toldOf(ofAnOffer, (url) => aMessage(url, 'offers')), [['sent-1', offer]]);
  });

  it('is told when something else takes its place there', async () => {
    assert.deepEqual(await toldOf(ofNone, (url) => aClick(url, 'show', {})), [['1700000000000', undefined]]);
  });

  it('is nowhere when the card shows no offer, was not taken, came back in the response, or stands in a channel', async () => {
    assert.deepEqual(await toldOf(ofNone, (url) => aMessage(url, 'offers')), []);
    assert.deepEqual(await toldOf(ofAnOffer, (url) => aMessage(url, 'offers'), 400), []);
    assert.deepEqual(await toldOf(ofAnOffer, (url) => aMessage(url, 'offers', { deliveryMode: 'expectReplies' })), []);
    assert.deepEqual(await toldOf(ofAnOffer, (url) => aClick(url, 'show-offer', {}, inChannel)), []);
    assert.deepEqual(await toldOf(ofAnOffer, (url) => aClick(url, 'show-offer', {}, { replyToId: undefined })), []);
    assert.deepEqual(await toldOf({ kind: 'nothing' }, (url) => aClick(url, 'show-offer', {})), []);
  });
});
