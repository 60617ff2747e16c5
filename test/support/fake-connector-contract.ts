import assert from 'node:assert/strict';
import { z } from 'zod';
import type { Connector } from '../../bot/teams/connector.ts';

export interface ConnectorUnderContract {
  readonly connector: Connector;
  readonly serviceUrl: string;
  /** A conversation that exists there. */
  readonly conversation: string;
  /** Somebody in it. */
  readonly member: string;
}

const Member = z.object({ userPrincipalName: z.string(), email: z.string(), name: z.string() });
const message = { type: 'message', text: 'Hello', from: { id: '28:bot-1' } };

/** What the assistant relies on at the other end of its calls: the fake and the real Playground pass the same. */
export function connectorContract(name: string, withConnector: (use: (under: ConnectorUnderContract) => Promise<void>) => Promise<void>): void {
  describe(`a Bot Connector, as ${name}`, () => {
    it('gives each message that it takes an id of its own, lets it be answered and replaced, and says what it does not know', () =>
      withConnector(async ({ connector, serviceUrl, conversation }) => {
        const first = await connector.send({ serviceUrl, conversation }, { ...message, conversation: { id: conversation } });
        assert.ok(first.sent && first.activityId !== '');
        const answer = await connector.send({ serviceUrl, conversation, activityId: first.activityId }, { ...message, conversation: { id: conversation } });
        assert.ok(answer.sent && answer.activityId !== '' && answer.activityId !== first.activityId);
        const replaced = { ...message, id: first.activityId, text: 'Bye', conversation: { id: conversation } };
        assert.deepEqual(await connector.update({ serviceUrl, conversation, activityId: first.activityId }, replaced), first);
        const unknown = { serviceUrl, conversation, activityId: 'nobody-sent-this' };
        assert.deepEqual(await connector.update(unknown, { ...message, id: 'nobody-sent-this' }), { sent: false, failure: { kind: 'activity-gone' } });
        assert.deepEqual(await connector.send({ serviceUrl, conversation: 'a:nowhere' }, message), { sent: false, failure: { kind: 'conversation-gone' } });
      }));

    it('knows the sign-in name, the e-mail and the name of who is in a conversation, and says nothing of a conversation it does not know', () =>
      withConnector(async ({ connector, serviceUrl, conversation, member }) => {
        const known = Member.parse(await connector.member({ serviceUrl, conversation }, member, 5000));
        assert.ok(known.userPrincipalName.includes('@') && known.email.includes('@') && known.name !== '');
        assert.equal(await connector.member({ serviceUrl, conversation: 'a:nowhere' }, member, 5000), undefined);
      }));
  });
}
