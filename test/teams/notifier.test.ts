import assert from 'node:assert/strict';
import { createConnector } from '../../bot/teams/connector.ts';
import type { Connector } from '../../bot/teams/connector.ts';
import { createNotifier } from '../../bot/teams/notifier.ts';
import { profileOf } from '../../bot/teams/profile.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { TenantId } from '../../domain/shared/ids.ts';
import type { ConversationAddress } from '../../domain/shared/turn.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import type { ConnectorAnswer, FakeConnector } from '../support/fake-connector.ts';
import { memoryNotifier } from '../support/fakes/memory-notifier.ts';
import { notifierContract } from '../support/notifier-contract.ts';
import type { ChannelAnswer } from '../support/notifier-contract.ts';
import { echoCard, logInto } from './a-door.ts';
import { assistant, jana, partnerTenant } from './activities.ts';
import { handClock } from './hand-clock.ts';
import type { HandClock } from './hand-clock.ts';

interface World {
  readonly connector: Connector;
  readonly remote: FakeConnector;
  readonly time: HandClock;
  readonly address: ConversationAddress;
}

async function inWorld(use: (world: World) => Promise<void>, bearer: () => Promise<string | undefined> = async () => undefined): Promise<void> {
  const remote = await startFakeConnector();
  const time = handClock();
  const connector = createConnector({ bearer, ...time, log: logInto([]) });
  try {
    await use({ connector, remote, time, address: addressAt(remote.serviceUrl) });
  } finally {
    await Promise.all([connector.close(), remote.close()]);
  }
}

function addressAt(serviceUrl: string): ConversationAddress {
  const tenant = TenantId.parse(partnerTenant);
  return { channel: 'msteams', conversation: 'a:1jana', scope: 'personal', serviceUrl, bot: assistant, user: jana, tenant };
}

const coded = (status: number, code: string): ConnectorAnswer => ({ status, body: { error: { code, message: 'x' } } });

/** How the Bot Connector answers (Microsoft: "Status codes from bot conversational APIs"). */
const httpAnswers: Readonly<Record<Exclude<ChannelAnswer, 'not-connected'>, ConnectorAnswer>> = {
  throttled: { status: 429 },
  'throttled-for-a-minute': { status: 429, headers: { 'retry-after': '60' } },
  precondition: { status: 412 },
  'bad-gateway': { status: 502 },
  unavailable: { status: 503 },
  'gateway-timeout': { status: 504 },
  'connection-lost': { status: 201, hangsUp: true },
  'not-installed': coded(403, 'BotNotInConversationRoster'),
  'blocked-by-user': coded(403, 'ConversationBlockedByUser'),
  'blocked-by-admin': coded(403, 'BotDisabledByAdmin'),
  'conversation-gone': coded(404, 'ConversationNotFound'),
  'activity-gone': coded(404, 'ActivityNotFoundInConversation'),
  malformed: { status: 400 },
  'not-authorised': { status: 401 },
  'too-big': { status: 413 },
  'server-error': { status: 500 },
};

notifierContract('our fake', async (use) => {
  const notifier = memoryNotifier();
  await use({
    notifier,
    address: addressAt('http://127.0.0.1:1/'),
    answersNext: async (answer) => notifier.answersNext(answer),
    calls: () => notifier.calls(),
  });
});

notifierContract('ours over a Bot Connector', (use) =>
  inWorld(async ({ connector, remote, address }) => {
    const notifier = createNotifier(connector);
    const answersNext = async (answer: ChannelAnswer): Promise<void> => {
      if (answer === 'not-connected') await remote.close();
      else if (answer === 'conversation-gone') remote.answer(httpAnswers[answer], httpAnswers[answer]);
      else remote.answer(httpAnswers[answer]);
    };
    await use({ notifier, address, answersNext, calls: () => remote.arrivals.length });
  }),
);

describe('a card that the assistant sends by itself', () => {
  it('is a new message, answers nothing, and says its plain words in the toast', () =>
    inWorld(async ({ connector, remote, address }) => {
      await createNotifier(connector).send(address, echoCard);
      const arrival = remote.arrivals[0];
      assert.ok(arrival);
      assert.deepEqual([arrival.method, arrival.path], ['POST', '/v3/conversations/a%3A1jana/activities']);
      assert.deepEqual([arrival.activity.summary, arrival.activity.from, arrival.activity.replyToId], ['Echo', assistant, undefined]);
    }));

  it('takes the place of an older one under its id', () =>
    inWorld(async ({ connector, remote, address }) => {
      await createNotifier(connector).update(address, '1:x/y', echoCard);
      const arrival = remote.arrivals[0];
      assert.ok(arrival);
      assert.deepEqual([arrival.method, arrival.path], ['PUT', '/v3/conversations/a%3A1jana/activities/1%3Ax%2Fy']);
      assert.deepEqual([arrival.activity.id, arrival.activity.attachments[0].content], ['1:x/y', echoCard]);
    }));

  it('waits while our own token cannot be had', () =>
    inWorld(
      async ({ connector, remote, address }) => {
        assert.deepEqual(await createNotifier(connector).send(address, echoCard), { kind: 'later', pause: 'everything', reason: 'no-token' });
        assert.equal(remote.arrivals.length, 0);
      },
      () => Promise.reject(new Fault('unreachable')),
    ));
});

describe('what Teams knows of a person', () => {
  it('is their sign-in name in lower case, their e-mail and their name', () =>
    inWorld(async ({ connector, remote, address }) => {
      assert.deepEqual(await profileOf(connector, address), { upn: 'karel.benes@contoso.cz', email: 'karel.benes@contoso.cz', name: 'Karel Beneš' });
      assert.deepEqual([remote.arrivals[0]?.method, remote.arrivals[0]?.path], ['GET', `/v3/conversations/a%3A1jana/members/${encodeURIComponent(jana.id)}`]);
    }));

  const unknown: readonly (readonly [string, ConnectorAnswer])[] = [
    ['refuses', { status: 403 }],
    ['knows no such member', { status: 404 }],
    ['is throttled', { status: 429 }],
    ['breaks', { status: 500 }],
    ['answers nonsense', { status: 200, body: 'x' }],
  ];
  for (const [title, answer] of unknown) {
    it(`is nothing when it ${title}, and it is not asked again`, () =>
      inWorld(async ({ connector, remote, address }) => {
        remote.answer(answer);
        assert.equal(await profileOf(connector, address), undefined);
        assert.equal(remote.arrivals.length, 1);
      }));
  }

  it('is as much as it says', () =>
    inWorld(async ({ connector, remote, address }) => {
      remote.answer({ status: 200, body: { id: 'x', userPrincipalName: 7, email: 'Karel@contoso.cz', name: null } });
      assert.deepEqual(await profileOf(connector, address), { email: 'Karel@contoso.cz' });
    }));

  it('is nothing when it takes more than two seconds', () =>
    inWorld(
      async ({ connector, time, address }) => {
        const asked = profileOf(connector, address);
        await time.waiting(2000);
        time.advance(2000);
        assert.equal(await asked, undefined);
      },
      () => new Promise(() => undefined),
    ));

  it('is nothing when nobody answers there', () =>
    inWorld(async ({ connector, remote, address }) => {
      await remote.close();
      assert.equal(await profileOf(connector, address), undefined);
    }));
});
