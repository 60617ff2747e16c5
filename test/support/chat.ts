import assert from 'node:assert/strict';
import type { About, FlowId } from '../../cards/actions.ts';
import { remember } from '../../bot/commands/remember.ts';
import { executor } from '../../bot/commands/execute.ts';
import type { Conversations } from '../../bot/conversation/context.ts';
import { createTurn } from '../../bot/conversation/turn.ts';
import { conversations } from '../../bot/flows/index.ts';
import { newCode, newId } from '../../bot/platform/ids.ts';
import { createSecrets } from '../../bot/platform/secrets.ts';
import type { HandleTurn, Incoming, MemberProfile, Reply, Said } from '../../domain/shared/turn.ts';
import { ObjectId, tenantOf } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Clock, Secrets } from '../../domain/shared/ports.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { clockAt } from './book.ts';
import { buttonsOf, textsOf, untouched } from './card-reading.ts';
import type { CardJson, ReadButton } from './card-reading.ts';
import { cloudy, rival } from './builders.ts';

/** A book key of the tests; no secret. */
export const testSecrets: Secrets = createSecrets('0123456789abcdef'.repeat(4));

export interface Assistant {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly clock: Clock & { setTo(day: string): void };
  readonly turn: HandleTurn;
}

/** What the channel knows of people, by their id there (`29:` and the person id). */
export type Profiles = Readonly<Record<string, MemberProfile>>;

/** The real turn over a store: everything but the channel. A restart is another `anAssistant` over the same store. */
export function anAssistant(store: Store, clock = clockAt(), talks: Conversations = conversations, profiles: Profiles = {}): Assistant {
  const turn = createTurn({
    book: store,
    execute: executor({ store, clock }),
    remember: remember({ store, clock }),
    secrets: testSecrets,
    clock,
    newId,
    newCode,
    links: { offer: (code) => `https://assistant.test/o/${code}` },
    profileOf: (address) => Promise.resolve(profiles[address.user.id]),
    noticeHour: 8,
    partnerTenants: [cloudy, rival],
    conversations: talks,
  });
  return { store, secrets: testSecrets, clock, turn };
}

/** Where and how an activity arrives; a new one in the one-to-one chat when nothing is said. */
export interface Sending {
  readonly activityKey?: string;
  readonly scope?: 'personal' | 'group' | 'channel';
  readonly serviceUrl?: string;
  readonly locale?: string;
}

export interface Chat {
  /** Says a line and gives the card that answers it. */
  says(text: string): Promise<CardJson>;
  /** Clicks the button of this title on the last card, with what was filled in; other inputs are sent as they stand, as a client does. */
  clicks(title: string, inputs?: Readonly<Record<string, string>>): Promise<CardJson>;
  /** Fills in the last card and presses its main button. */
  fills(inputs: Readonly<Record<string, string>>): Promise<CardJson>;
  /** Clicks on a card held back, as a stale one. */
  clicksOn(card: CardJson, title: string, inputs?: Readonly<Record<string, string>>): Promise<CardJson>;
  /** Sends anything else, or from somewhere else. */
  sends(said: Said, facts?: Sending): Promise<Reply>;
  readonly last: CardJson;
  /** Everything that the last card says, as lines. */
  readonly lines: readonly string[];
}

/** One person's one-to-one chat with an assistant. */
export function chatOf(assistant: Pick<Assistant, 'turn'>, person: PersonId, facts: { readonly locale?: string; readonly name?: string } = {}): Chat {
  let last: CardJson | undefined;
  const sends: Chat['sends'] = (said, sending = {}) => assistant.turn(incoming(person, said, facts, sending));
  const shown = async (said: Said): Promise<CardJson> => {
    const reply = await sends(said);
    assert.ok(reply.kind === 'card', `no card answers ${JSON.stringify(said)}`);
    last = Object.fromEntries(Object.entries(reply.card));
    return last;
  };
  const current = (): CardJson => {
    assert.ok(last, 'no card yet');
    return last;
  };
  const clicksOn: Chat['clicksOn'] = (card, title, inputs = {}) => {
    const button = buttonsOf(card).find((each) => each.title === title);
    assert.ok(
      button?.verb !== undefined,
      `no button "${title}" among ${JSON.stringify(buttonsOf(card).map((each) => each.title))}; the card says ${JSON.stringify(textsOf(card))}`,
    );
    return shown(clickOn(card, button, inputs));
  };
  const fills: Chat['fills'] = (inputs) => {
    const main = buttonsOf(current()).find((each) => each.style === 'positive');
    assert.ok(main, `no main button; the card says ${JSON.stringify(textsOf(current()))}`);
    return clicksOn(current(), main.title, inputs);
  };
  return {
    says: (text) => shown({ kind: 'text', text, hasAttachments: false }),
    clicks: (title, inputs) => clicksOn(current(), title, inputs),
    fills,
    clicksOn,
    sends,
    get last() {
      return current();
    },
    get lines() {
      return textsOf(current());
    },
  };
}

/** What a client sends for a click: the button's data, and the card's inputs as they stand with what was filled in, unless the button wants none. */
export function clickOn(card: CardJson, button: ReadButton, inputs: Readonly<Record<string, string>> = {}): Extract<Said, { kind: 'clicked' }> {
  const typed = button.associatedInputs === 'none' ? {} : { ...untouched(card), ...inputs };
  return { kind: 'clicked', verb: button.verb ?? '', data: { ...typed, ...button.data } };
}

/** Begins a conversation from a card; what is open is discarded, as the person says when asked. */
export async function beginsAfresh(chat: Chat, flow: FlowId, about?: About): Promise<Reply> {
  const reply = await chat.sends({ kind: 'clicked', verb: 'begin', data: { flow, ...(about === undefined ? {} : { about }) } });
  const card: CardJson = reply.kind === 'card' ? { ...reply.card } : {};
  const instead = buttonsOf(card).find(({ data }) => data['afresh'] !== undefined);
  return instead === undefined ? reply : chat.sends(clickOn(card, instead));
}

function incoming(
  person: PersonId,
  said: Said,
  facts: { readonly locale?: string; readonly name?: string },
  { activityKey, scope = 'personal', serviceUrl = 'http://127.0.0.1:1/', locale = facts.locale }: Sending,
): Incoming {
  const tenant = tenantOf(person);
  const objectId = ObjectId.parse(person.slice(37));
  const name = facts.name ?? 'Somebody';
  return {
    activityKey: activityKey ?? `msteams|chat|${newId()}`,
    from: { person, tenant, objectId, name },
    address: {
      channel: 'msteams',
      conversation: scope === 'personal' ? `chat-${person}` : `${scope}-1`,
      scope,
      serviceUrl,
      bot: { id: '28:bot', name: 'Partner Assistant' },
      user: { id: `29:${person}`, name },
      tenant,
    },
    ...(locale === undefined ? {} : { locale }),
    said,
    requestId: newId(),
  };
}
