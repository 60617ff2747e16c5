import assert from 'node:assert/strict';
import { z } from 'zod';
import type { HandleTurn, Incoming } from '../../domain/shared/turn.ts';
import type { Arrival, FakeConnector } from './fake-connector.ts';

/** Where activities go to, and where answers to messages come back. */
export interface Wire {
  /** Of the assistant, without a path. */
  readonly url: string;
  readonly connector: FakeConnector;
  readonly authorization?: string;
}

const Invoked = z.object({ statusCode: z.literal(200), value: z.looseObject({ type: z.literal('AdaptiveCard'), fallbackText: z.string() }) });
const Sent = z.object({ attachments: z.array(z.object({ content: z.looseObject({ type: z.literal('AdaptiveCard'), fallbackText: z.string() }) })).min(1) });

/** A turn as a client over HTTP sees it: a click is answered in the response, a message with a card that arrives at the Bot Connector. */
export function httpTurn(wire: Wire): HandleTurn {
  return async (incoming) => {
    const { conversation } = incoming.address;
    const isClick = incoming.said.kind === 'clicked';
    const before = cardsFor(wire.connector, conversation).length;
    const response = await post(wire, JSON.stringify(activityOf(incoming, wire.connector.serviceUrl)));
    assert.equal(response.status, 200);
    if (isClick) {
      const { value } = Invoked.parse(JSON.parse(response.text));
      return { kind: 'card', card: { ...value, type: 'AdaptiveCard' } };
    }
    const [card] = cardsFor(wire.connector, conversation).slice(before);
    return card === undefined ? { kind: 'nothing' } : { kind: 'card', card: { ...card, type: 'AdaptiveCard' } };
  };
}

/** What is answered to a body, in raw. */
export async function post(wire: Wire, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<{ status: number; text: string }> {
  const all = new Headers({ 'content-type': 'application/json', ...headers });
  if (wire.authorization !== undefined && !all.has('authorization')) all.set('authorization', wire.authorization);
  const response = await fetch(`${wire.url}/api/messages`, { method: 'POST', headers: all, body });
  return { status: response.status, text: await response.text() };
}

/** An activity as Teams sends it. */
export function activityOf({ activityKey, from, address, locale, said }: Incoming, serviceUrl: string): Readonly<Record<string, unknown>> {
  return {
    ...saidOnTheWire(said),
    id: activityKey,
    timestamp: '2026-03-01T09:00:00.1234567Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: address.user.id, name: from.name, aadObjectId: from.objectId },
    recipient: address.bot,
    conversation: { id: address.conversation, conversationType: address.scope === 'group' ? 'groupChat' : address.scope, tenantId: from.tenant },
    channelData: { tenant: { id: from.tenant } },
    ...(locale === undefined ? {} : { locale }),
  };
}

function saidOnTheWire(said: Incoming['said']): object {
  switch (said.kind) {
    case 'text':
      return { type: 'message', text: said.text, textFormat: 'plain' };
    case 'clicked':
      return {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: said.verb, data: said.data }, trigger: 'manual' },
      };
    case 'installed':
      return { type: 'installationUpdate', action: 'add' };
    case 'removed':
      return { type: 'installationUpdate', action: 'remove' };
    case 'edited':
      return { type: 'messageUpdate', text: '' };
    case 'other':
      return { type: 'messageReaction' };
  }
}

function cardsFor(connector: FakeConnector, conversation: string): readonly z.infer<typeof Sent>['attachments'][number]['content'][] {
  const path = `/v3/conversations/${encodeURIComponent(conversation)}/activities`;
  const isHere = (arrival: Arrival) => arrival.path.startsWith(path);
  return connector.arrivals.filter(isHere).flatMap(({ activity }) => Sent.safeParse(activity).data?.attachments[0]?.content ?? []);
}
