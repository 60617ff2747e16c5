import assert from 'node:assert/strict';
import { once } from 'node:events';
import { WebSocket } from 'undici';
import { z } from 'zod';

/**
 * A person at a Microsoft 365 Agents Playground, over its HTTP and WebSocket API: a client of Teams that nobody here wrote.
 *
 * Everything waits for what the assistant does, with a deadline; nothing sleeps.
 */
export interface PlaygroundChat {
  /** The person whose chat it is: always the Playground's current user. */
  readonly user: { readonly id: string; readonly name: string; readonly objectId: string };
  readonly conversation: string;
  /** Installs the assistant, as opening the app for the first time does. */
  install(): Promise<void>;
  say(text: string): Promise<void>;
  /** The next message of the assistant that was not asked for yet: new ones, and cards that it replaced by itself. */
  shown(): Promise<Shown>;
  /** Says it and gives the answer. */
  ask(text: string): Promise<Shown>;
  /** Clicks a button of the newest state of a message, with what stands in its inputs; `inputs` go by label or id. Gives the card that takes its place. */
  click(message: Shown, title: string, inputs?: Readonly<Record<string, string>>): Promise<Shown>;
  /** Speaks to the assistant in a channel of the team, by a mention. Gives its answer there; what it writes into this chat comes with `shown`. */
  askInChannel(text: string): Promise<Shown>;
  /** Any activity, verbatim, as the "Custom activity" of the page. */
  send(activity: object): Promise<void>;
  /** What Teams tells of this person in this chat besides words and clicks (removed, edited, reacted): these fields over the Playground's own template. */
  tell(fields: object): Promise<void>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** What stands in the chat at one place: words, or a card. */
export interface Shown {
  readonly messageId: string;
  readonly text: string;
  readonly card: Card | undefined;
}

const Card = z.looseObject({ type: z.literal('AdaptiveCard'), version: z.string() });
export type Card = z.infer<typeof Card>;

const Element = z.looseObject({ type: z.string() });
const Button = z.looseObject({ type: z.literal('Action.Execute'), title: z.string(), verb: z.string(), data: z.record(z.string(), z.unknown()).default({}) });
const Input = z.looseObject({ type: z.string().startsWith('Input.'), id: z.string(), label: z.string().optional(), value: z.unknown().optional() });
const Message = z.object({
  messageId: z.string(),
  text: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).nullish(),
});
const Streamed = z.object({ action: z.string(), actionConversationId: z.string().optional(), message: Message.nullish() });
const Person = z.object({ id: z.string(), name: z.string(), aadObjectId: z.string() });
const Team = z.object({ channels: z.tuple([z.object({ id: z.string() })]).rest(z.unknown()) });
const Config = z.object({
  config: z.object({
    bot: z.object({ id: z.string(), name: z.string() }),
    currentUser: Person,
    personalChat: z.object({ id: z.string() }),
    teams: z.tuple([Team]).rest(z.unknown()),
  }),
});
const Posted = z.object({ messageId: z.string(), postConversationId: z.string().optional() });
const Template = z.looseObject({ type: z.string() });
const InvokeAnswer = z.object({ type: z.string(), value: z.unknown().optional() });

const patience = 15_000;

/** Joins the one-to-one chat of the Playground's current user. The socket is open before anything is sent, so nothing is missed. */
export async function openPlaygroundChat(address: string): Promise<PlaygroundChat> {
  const { bot, currentUser, personalChat, teams } = Config.parse(await fetched(`${address}/_internal/v1/config`)).config;
  const conversation = personalChat.id;
  const [{ channels }] = teams;
  const channel = channels[0].id;
  const inbox = await openInbox(address);
  const post = (path: string, body: object): Promise<unknown> => fetched(`${address}${path}`, body);
  const messagesOf = (place: string): string => `/_conversation/v1/conversations/${encodeURIComponent(place)}/messages`;
  const from = { id: currentUser.id };

  const chat: PlaygroundChat = {
    user: { id: currentUser.id, name: currentUser.name, objectId: currentUser.aadObjectId },
    conversation,
    install: async () => {
      await post(`/_debug/conversation/${encodeURIComponent(conversation)}/installation`, {});
    },
    say: async (text) => {
      await post(messagesOf(conversation), { from, text, textFormat: 'plain' });
    },
    shown: () => inbox.next(conversation),
    ask: async (text) => {
      await chat.say(text);
      return chat.shown();
    },
    click: async (message, title, inputs = {}) => {
      const answer = await post('/_conversation/v1/invoke', { from, conversation: { id: conversation }, ...clickOn(message, title, inputs) });
      return replaced(message, InvokeAnswer.parse(answer));
    },
    askInChannel: async (text) => {
      const mention = `<at>${bot.name}</at>`;
      const mentions = [{ mentioned: { id: bot.id }, text: mention }];
      const posted = Posted.parse(await post(messagesOf(channel), { from, text: `${mention} ${text}`, textFormat: 'plain', mentions }));
      return inbox.next(posted.postConversationId ?? channel);
    },
    send: async (activity) => {
      await post('/_internal/v1/customActivities', activity);
    },
    tell: async (fields) => {
      const template = `/_internal/v1/customActivities/template?conversationId=${encodeURIComponent(conversation)}&type=uninstall`;
      await chat.send({ ...Template.parse(await fetched(`${address}${template}`)), ...fields });
    },
    close: () => inbox.close(),
    [Symbol.asyncDispose]: () => inbox.close(),
  };
  return chat;
}

/** All words a card shows or offers, in reading order: for asserting what a person sees. */
export function wordsOf(card: Card | undefined): string {
  const spoken = new Set(['text', 'title', 'label', 'placeholder', 'value', 'altText']);
  return leaves(card)
    .filter(([name]) => spoken.has(name))
    .map(([, text]) => text)
    .join('\n');
}

/** The titles of a card's buttons. */
export function buttonsOf({ card }: Shown): readonly string[] {
  return elements(card).flatMap((element) => Button.safeParse(element).data?.title ?? []);
}

function clickOn(message: Shown, title: string, inputs: Readonly<Record<string, string>>): object {
  const { verb, data } = buttonOf(message, title);
  const action = { type: 'Action.Execute', verb, title, data: { ...data, ...filled(message, inputs) } };
  return { name: 'adaptiveCard/action', replyToId: message.messageId, value: { action, trigger: 'manual' } };
}

function buttonOf(message: Shown, title: string): z.infer<typeof Button> {
  const found = elements(message.card).flatMap((element) => Button.safeParse(element).data ?? []);
  const button = found.find((candidate) => candidate.title === title);
  assert.ok(button, `no button "${title}" among: ${found.map((candidate) => candidate.title).join(', ')}`);
  return button;
}

/** What the client sends of a card's inputs: what stands in them, but for those that were filled. */
function filled({ card }: Shown, inputs: Readonly<Record<string, string>>): Record<string, unknown> {
  const found = elements(card).flatMap((element) => Input.safeParse(element).data ?? []);
  for (const name of Object.keys(inputs))
    assert.ok(
      found.some((input) => input.id === name || input.label === name),
      `no input "${name}" on the card`,
    );
  return Object.fromEntries(found.map((input) => [input.id, inputs[input.id] ?? inputs[input.label ?? ''] ?? input.value ?? '']));
}

function replaced(message: Shown, answer: z.infer<typeof InvokeAnswer>): Shown {
  const card = Card.safeParse(answer.value).data;
  return { messageId: message.messageId, text: typeof answer.value === 'string' ? answer.value : '', card };
}

function elements(value: unknown): readonly z.infer<typeof Element>[] {
  if (Array.isArray(value)) return value.flatMap(elements);
  if (typeof value !== 'object' || value === null) return [];
  const element = Element.safeParse(value).data;
  return [...(element === undefined ? [] : [element]), ...Object.values(value).flatMap(elements)];
}

function leaves(value: unknown, name = ''): readonly (readonly [name: string, text: string])[] {
  if (typeof value === 'string') return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, item]) => (inner === 'data' ? [] : leaves(item, inner)));
}

interface Inbox {
  /** The first message of a conversation that was not given yet. */
  next(conversation: string): Promise<Shown>;
  close(): Promise<void>;
}

async function openInbox(address: string): Promise<Inbox> {
  const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/_ws_conversation/v1/conversations/stream`);
  const arrived = new Map<string, readonly Shown[]>();
  const news = new EventTarget();
  socket.addEventListener('message', (event) => {
    const { action, actionConversationId, message } = Streamed.parse(JSON.parse(String(event.data)));
    if (message === null || message === undefined || actionConversationId === undefined || !/^(create|update)Message$/.test(action)) return;
    arrived.set(actionConversationId, [...(arrived.get(actionConversationId) ?? []), shownOf(message)]);
    news.dispatchEvent(new Event('arrived'));
  });
  await once(socket, 'open', { signal: AbortSignal.timeout(patience) });
  return {
    next: async (conversation) => {
      const deadline = AbortSignal.timeout(patience);
      while ((arrived.get(conversation) ?? []).length === 0) await once(news, 'arrived', { signal: deadline });
      const [first, ...rest] = arrived.get(conversation) ?? [];
      assert.ok(first);
      arrived.set(conversation, rest);
      return first;
    },
    close: async () => {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}

function shownOf({ messageId, text, attachments }: z.infer<typeof Message>): Shown {
  const card = attachments
    ?.map(({ content }) => Card.safeParse(typeof content === 'string' ? JSON.parse(content) : content).data)
    .find((found) => found !== undefined);
  return { messageId, text: text ?? '', card };
}

async function fetched(url: string, body?: object): Promise<unknown> {
  const post = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(url, { ...post, signal: AbortSignal.timeout(patience) });
  const text = await response.text();
  assert.ok(response.ok, `${url} answered ${String(response.status)}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
