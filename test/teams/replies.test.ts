import assert from 'node:assert/strict';
import type { Incoming, Reply } from '../../domain/shared/turn.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import type { FakeConnector } from '../support/fake-connector.ts';
import { aDoor, echoCard } from './a-door.ts';
import type { Door, DoorOptions } from './a-door.ts';
import { aClick, aMessage, anActivity, assistant, jana } from './activities.ts';

interface World {
  readonly door: Door;
  readonly connector: FakeConnector;
}

async function inWorld(options: DoorOptions, use: (world: World) => Promise<void>): Promise<void> {
  const connector = await startFakeConnector();
  const door = await aDoor(options);
  try {
    await use({ door, connector });
  } finally {
    await Promise.all([door.close(), connector.close()]);
  }
}

const silent: DoorOptions = { handleTurn: async () => ({ kind: 'nothing' }) };
const faultCard = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'Something broke', body: [] } as const;
const broken: DoorOptions = {
  handleTurn: () => Promise.reject(new Fault('book-damaged')),
  onFault: (_, errorId) => ({ kind: 'card', card: { ...faultCard, fallbackText: `Something broke: ${errorId}` } }),
};

/** An answer that is given when the test says so. */
function slowly(): { readonly handleTurn: (incoming: Incoming) => Promise<Reply>; give(): void } {
  const given: { give: () => void } = { give: () => undefined };
  const answer = new Promise<Reply>((resolve) => {
    given.give = () => resolve({ kind: 'card', card: echoCard });
  });
  return { handleTurn: () => answer, give: () => given.give() };
}

describe('the answer to a written message', () => {
  it('is one new message: the card, and its plain words for the toast', () =>
    inWorld({}, async ({ door, connector }) => {
      const response = await door.post(aMessage(connector.serviceUrl, 'help'));
      assert.deepEqual([response.status, await response.text()], [200, '']);
      assert.equal(connector.arrivals.length, 1);
      const arrival = connector.arrivals[0];
      assert.ok(arrival);
      assert.deepEqual([arrival.method, arrival.path], ['POST', '/v3/conversations/a%3A1jana/activities/1700000000001']);
      assert.deepEqual(arrival.activity.attachments, [{ contentType: 'application/vnd.microsoft.card.adaptive', content: echoCard }]);
      assert.equal(arrival.activity.summary, 'Echo');
      assert.deepEqual([arrival.activity.from, arrival.activity.recipient.id], [assistant, jana.id]);
    }));

  it('goes below the path of the service URL', () =>
    inWorld({}, async ({ door, connector }) => {
      await door.post(aMessage(`${connector.serviceUrl}/_connector/`, 'help'));
      assert.equal(connector.arrivals[0]?.path, '/_connector/v3/conversations/a%3A1jana/activities/1700000000001');
    }));

  it('may be silence', () =>
    inWorld(silent, async ({ door, connector }) => {
      assert.equal((await door.post(aMessage(connector.serviceUrl, 'help'))).status, 200);
      assert.deepEqual(connector.arrivals, []);
    }));

  it('comes back in the response for a caller who expects it there', () =>
    inWorld({}, async ({ door, connector }) => {
      const response = await door.post(aMessage(connector.serviceUrl, 'help', { deliveryMode: 'expectReplies' }));
      const { activities } = JSON.parse(await response.text());
      assert.deepEqual([response.status, activities.length, activities[0].attachments[0].content], [200, 1, echoCard]);
      assert.deepEqual(connector.arrivals, []);
    }));

  it('in a channel goes to the one-to-one chat, too', () => {
    const alsoTo = (incoming: Incoming): Reply => ({
      kind: 'card',
      card: echoCard,
      alsoTo: { address: { ...incoming.address, conversation: 'a:alone', scope: 'personal' }, card: { ...echoCard, fallbackText: 'Here we are' } },
    });
    return inWorld({ handleTurn: async (incoming) => alsoTo(incoming) }, async ({ door, connector }) => {
      await door.post(aMessage(connector.serviceUrl, 'help', { conversation: { id: '19:general;messageid=5', conversationType: 'channel' } }));
      assert.deepEqual(
        connector.arrivals.map(({ path, activity }) => [path, String(activity.summary)]),
        [
          ['/v3/conversations/19%3Ageneral%3Bmessageid%3D5/activities/1700000000001', 'Echo'],
          ['/v3/conversations/a%3Aalone/activities', 'Here we are'],
        ],
      );
    });
  });

  it('that Teams does not take is given up, and said in the log', () =>
    inWorld({}, async ({ door, connector }) => {
      connector.answer({ status: 403, body: { error: { code: 'ConversationBlockedByUser', message: 'secret words' } } });
      assert.equal((await door.post(aMessage(connector.serviceUrl, 'help'))).status, 200);
      const line = door.lines.find(({ message }) => message === 'the answer was not taken');
      assert.deepEqual(line?.fields.failure, { kind: 'blocked', by: 'user' });
      assert.equal(connector.arrivals.length, 1);
    }));
});

describe('typing dots', () => {
  it('show when an answer takes longer than a second, again after three, and never after the answer', async () => {
    const slow = slowly();
    await inWorld(slow, async ({ door, connector }) => {
      const response = door.post(aMessage(connector.serviceUrl, 'help'));
      await door.time.waiting(1000);
      door.time.advance(1000);
      await connector.arrived(1);
      door.time.advance(3000);
      await connector.arrived(2);
      slow.give();
      await response;
      door.time.advance(60_000);
      assert.deepEqual(
        connector.arrivals.map(({ activity }) => String(activity.type)),
        ['typing', 'typing', 'message'],
      );
    });
  });

  it('do not show for an answer within a second', () =>
    inWorld({}, async ({ door, connector }) => {
      await door.post(aMessage(connector.serviceUrl, 'help'));
      door.time.advance(60_000);
      assert.deepEqual(
        connector.arrivals.map(({ activity }) => String(activity.type)),
        ['message'],
      );
    }));

  it('do not show for a click, whose button shows its own', async () => {
    const slow = slowly();
    await inWorld(slow, async ({ door, connector }) => {
      const response = door.post(aClick(connector.serviceUrl, 'show', {}));
      await heardOne(door);
      door.time.advance(4000);
      slow.give();
      await response;
      assert.deepEqual(connector.arrivals, []);
    });
  });
});

describe('the answer to a clicked card', () => {
  it('takes its place, in the response', () =>
    inWorld({}, async ({ door, connector }) => {
      const response = await door.post(aClick(connector.serviceUrl, 'show', { page: 'help' }));
      assert.equal(response.status, 200);
      assert.deepEqual(JSON.parse(await response.text()), { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: echoCard });
      assert.deepEqual(connector.arrivals, []);
    }));

  it('is HTTP 200 for silence, too', () =>
    inWorld(silent, async ({ door, connector }) => {
      const response = await door.post(aClick(connector.serviceUrl, 'show', {}));
      assert.equal(response.status, 200);
      assert.deepEqual(JSON.parse(await response.text()), { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' });
    }));

  it('of an older client is a new message', () =>
    inWorld({}, async ({ door, connector }) => {
      await door.post(anActivity(connector.serviceUrl, { type: 'message', value: { verb: 'show', page: 'help' } }));
      assert.deepEqual([connector.arrivals.length, door.heard[0]?.said.kind], [1, 'clicked']);
    }));

  it('does not wait for a one-to-one chat that Teams is slow to open', () => {
    const alsoTo = (incoming: Incoming): Reply => ({ kind: 'card', card: echoCard, alsoTo: { address: incoming.address, card: echoCard } });
    return inWorld({ handleTurn: async (incoming) => alsoTo(incoming) }, async ({ door, connector }) => {
      connector.answer({ status: 429, headers: { 'retry-after': '4' } });
      const response = await door.post(aClick(connector.serviceUrl, 'show', {}));
      assert.deepEqual([response.status, connector.arrivals.length], [200, 1]);
    });
  });

  it('is 400 and nothing for a kind of invoke that nobody here declares', () =>
    inWorld({}, async ({ door, connector }) => {
      const response = await door.post(anActivity(connector.serviceUrl, { type: 'invoke', name: 'composeExtension/query', value: {} }));
      assert.deepEqual([response.status, await response.text(), door.heard.length], [400, '', 0]);
    }));
});

describe('a fault in a turn', () => {
  it('is told with a short id that stands in the log, too', () =>
    inWorld(broken, async ({ door, connector }) => {
      assert.equal((await door.post(aMessage(connector.serviceUrl, 'help'))).status, 200);
      const line = door.lines.find(({ message }) => message === 'turn failed');
      assert.ok(line?.fields.fault instanceof Fault);
      assert.match(String(line.fields.errorId), /^[0-9a-f]{8}$/);
      assert.equal(connector.arrivals[0]?.activity.summary, `Something broke: ${String(line.fields.errorId)}`);
    }));

  it('takes the place of the clicked card, still with HTTP 200', () =>
    inWorld(broken, async ({ door, connector }) => {
      const response = await door.post(aClick(connector.serviceUrl, 'show', {}));
      const { statusCode, value } = JSON.parse(await response.text());
      assert.deepEqual([response.status, statusCode], [200, 200]);
      assert.match(value.fallbackText, /^Something broke: [0-9a-f]{8}$/);
    }));

  it('for which no card can be made is left to the client’s own words', () =>
    inWorld({ ...broken, onFault: () => Promise.reject(new Fault('book-damaged')) }, async ({ door, connector }) => {
      const response = await door.post(aClick(connector.serviceUrl, 'show', {}));
      const { statusCode, type, value } = JSON.parse(await response.text());
      assert.deepEqual([response.status, statusCode, type, value.code], [200, 500, 'application/vnd.microsoft.error', 'fault']);
      assert.equal((await door.post(aMessage(connector.serviceUrl, 'help'))).status, 200);
      assert.deepEqual(connector.arrivals, []);
    }));
});

async function heardOne(door: Door): Promise<void> {
  while (door.heard.length === 0) await fetch(`${door.url}/healthz`);
}
