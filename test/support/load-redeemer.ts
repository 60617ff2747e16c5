import assert from 'node:assert/strict';
import type { PartnerUser } from '../../domain/company/records.ts';
import { ObjectId, personId } from '../../domain/shared/ids.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import type { HandleTurn, Said } from '../../domain/shared/turn.ts';
import { newId } from '../../bot/platform/ids.ts';
import { fill, partnerRecord, userRecord } from './book.ts';
import { aPartner, cloudy } from './builders.ts';
import { buttonsOf, textsOf } from './card-reading.ts';
import type { CardJson } from './card-reading.ts';
import { anAssistant, chatOf, clickOn } from './chat.ts';
import { memoryStore } from './fakes/memory-store.ts';
import { cardKeys, stock } from './transcript-book.ts';

/** One thing a person does in a conversation: says a line, or presses the button of this verb with what was filled in. */
export type Move = { readonly says: string } | { readonly presses: string; readonly inputs?: Readonly<Record<string, string>> };

/** One redemption of a person: for which invented customer, with which of the stocked keys. */
export interface Order {
  readonly customer: string;
  readonly firstKey: number;
  readonly keys: number;
}

/** Number `n` of the partner's people who may redeem keys. */
export function colleague(n: number): PartnerUser {
  const person = personId(cloudy, ObjectId.parse(`bbbbbbbb-0000-4000-8000-${String(n).padStart(12, '0')}`));
  return { person, tenant: cloudy, name: `Colleague ${String(n)}`, companyRole: 'none', supportedCompanies: 'limited' };
}

/** An entitled partner with so many colleagues and so many keys in stock. */
export function bookFor(people: number, keys: number, firstKey = 1): readonly Put[] {
  const users = Array.from({ length: people }, (_, n) => userRecord(colleague(n)));
  return [partnerRecord(aPartner()), ...users, ...stock(keys, firstKey)];
}

/** From the first word to the receipt, and that Microsoft has taken the keys. */
export function redemptionMoves({ customer, firstKey, keys }: Order): readonly Move[] {
  const domain = `${customer}.example`;
  const submit = (inputs: Readonly<Record<string, string>>): Move => ({ presses: 'submit', inputs });
  return [
    { says: 'redeem' },
    submit({ understood: 'true' }),
    submit({ purpose: 'new-subscription', people: String(keys) }),
    submit({ keys: cardKeys(keys, firstKey) }),
    { presses: 'confirm' },
    submit({ country: 'CZ' }),
    submit({ organisation: customer, domain }),
    submit({ adminName: 'Alena Malá', adminEmail: `alena@${domain}` }),
    submit({ agreed: 'true' }),
    { presses: 'confirm' },
    { presses: 'confirm-hand-off' },
  ];
}

/** Which of the moves is the one that creates the account. */
export const creatingMove = 9;

/** What a move sends, pressed on this card. */
export function saidOf(move: Move, card: CardJson): Said {
  if ('says' in move) return { kind: 'text', text: move.says, hasAttachments: false };
  const button = buttonsOf(card).find((each) => each.verb === move.presses);
  assert.ok(button, `no button says ${move.presses}; the card says ${JSON.stringify(textsOf(card))}`);
  return clickOn(card, button, move.inputs);
}

/** How a person repeats what was not answered: Teams delivers it again, or the person clicks again. */
export type Repeat = 'delivered-again' | 'clicked-again';

/** A person in the middle of a conversation, who survives the assistant's death: repeats what was not answered, then goes on. */
export interface Redeemer {
  /** Makes the next move, or repeats the one that was not answered, and gives what the answer says. Rejects when nobody answers. */
  goOn(turn: HandleTurn, repeat?: Repeat): Promise<readonly string[]>;
  /** Presses the button of the move before once more, on its old card. */
  again(turn: HandleTurn): Promise<readonly string[]>;
  /** How many moves were answered. */
  readonly answered: number;
  readonly isWaiting: boolean;
  readonly isDone: boolean;
}

export function aRedeemer(user: PartnerUser, moves: readonly Move[]): Redeemer {
  let card: CardJson = {};
  let before: Said | undefined;
  let answered = 0;
  let pending: { readonly said: Said; readonly activityKey: string } | undefined;

  async function ask(turn: HandleTurn, said: Said, activityKey: string): Promise<CardJson | undefined> {
    const reply = await chatOf({ turn }, user.person, { name: user.name, locale: 'en' }).sends(said, { activityKey });
    return reply.kind === 'card' ? Object.fromEntries(Object.entries(reply.card)) : undefined;
  }

  return {
    async goOn(turn, repeat = 'clicked-again') {
      const move = moves[answered];
      assert.ok(move, 'the conversation is over');
      const isRepeat = pending !== undefined;
      pending ??= { said: saidOf(move, card), activityKey: newId() };
      const { said, activityKey } = pending;
      const shown = await ask(turn, said, isRepeat && repeat === 'clicked-again' ? newId() : activityKey);
      // A message that was taken is not answered twice: the person writes it again.
      const answer = shown ?? (isRepeat ? await ask(turn, said, newId()) : undefined);
      assert.ok(answer, 'no card answers');
      card = answer;
      before = said;
      pending = undefined;
      answered += 1;
      return textsOf(card);
    },
    async again(turn) {
      assert.ok(before, 'nothing was said yet');
      return textsOf((await ask(turn, before, newId())) ?? {});
    },
    get answered() {
      return answered;
    },
    get isWaiting() {
      return pending !== undefined;
    },
    get isDone() {
      return answered === moves.length;
    },
  };
}

/** What the answers to these moves say when nothing goes wrong. */
export async function undisturbed(user: PartnerUser, moves: readonly Move[], book: readonly Put[]): Promise<readonly (readonly string[])[]> {
  const store: Store = memoryStore();
  await fill(store, book);
  const { turn } = anAssistant(store);
  const person = aRedeemer(user, moves);
  const lines: (readonly string[])[] = [];
  while (!person.isDone) lines.push(await person.goOn(turn));
  return lines;
}
