import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runExport } from '../../bot/cli/export.ts';
import { executor } from '../../bot/commands/execute.ts';
import { newId } from '../../bot/platform/ids.ts';
import { readKeys } from '../../domain/product-keys/product-key.ts';
import { ObjectId, personId } from '../../domain/shared/ids.ts';
import type { PersonId, TenantId } from '../../domain/shared/ids.ts';
import type { Reply, Said } from '../../domain/shared/turn.ts';
import { openBookIn } from '../store/lowdb/open-book.ts';
import { clockAt, userRecord, fill } from '../support/book.ts';
import { cloudy, jana, petr, rival } from '../support/builders.ts';
import { inputsOf } from '../support/card-reading.ts';
import type { CardJson } from '../support/card-reading.ts';
import { beginsAfresh, chatOf, testSecrets } from '../support/chat.ts';
import type { Chat } from '../support/chat.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { beginComposedBook, startComposed } from '../support/hostile-child.ts';
import { httpTurn } from '../support/hostile-http.ts';
import { contosoTenant, fillHostileWorld } from '../support/hostile-world.ts';
import { aRedeemer, colleague, redemptionMoves } from '../support/load-redeemer.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import { cardKey, cardKeys } from '../support/transcript-book.ts';
import type { HostileOrder } from './hostile-server.ts';

export interface LeaksSize {
  /** How many whole redemptions, each by somebody else. */
  readonly redemptions: number;
  readonly keysEach: number;
  readonly plantedFault?: HostileOrder['plantedFault'];
}

export interface LeaksCount {
  /** Whole keys that were in stock or typed, and half ones that were typed. */
  readonly keys: number;
  readonly cards: number;
  /** Characters searched, by place. */
  readonly searched: Readonly<Record<string, number>>;
  /** Places where a key stands in clear. */
  readonly leaks: readonly string[];
}

/** Typed, but not in stock: one taken on the person's word; and what is no key, which may stand in the field again to be mended, and nowhere else. */
const unknownKey = 'WXYZ2-34679-CDFGH-JKMNP-QRTVW';
const malformed = ['TTTTT-99999-TTTTT-99999-TTTT', 'TTTTT-99999-TTTTT-99999-TT?TT'];

/** Has people redeem keys in every way, right and wrong, and then looks for the keys wherever the assistant has left something. */
export async function lookForKeys({ redemptions, keysEach, plantedFault }: LeaksSize): Promise<LeaksCount> {
  return inTempFolder(async (folder) => {
    const data = join(folder, 'data');
    const inStock = redemptions * keysEach + 2;
    const book = await beginComposedBook(data);
    await fillHostileWorld(book, inStock);
    await fill(
      book,
      Array.from({ length: redemptions }, (_, n) => userRecord(colleague(n))),
      'colleagues',
    );
    await book.close();
    const connector = await startFakeConnector();
    const assistant = await startComposed({ folder: data, ...(plantedFault === undefined ? {} : { plantedFault }) });
    const cards: CardJson[] = [];
    const turn = httpTurn({ url: assistant.url, connector });
    await converse(async (incoming) => kept(cards, await turn(incoming)), { redemptions, keysEach });
    const metrics = await (await fetch(`${assistant.url}/metrics`)).text();
    await assistant.end();
    await connector.close();

    const places = {
      ...(await filesIn(data, 'data')),
      log: assistant.log(),
      metrics,
      cards: JSON.stringify(cards.map(withoutKeysField)),
      ...(await exported(data, join(folder, 'export'))),
    };
    const keys = [...cardKeys(inStock).split('\n'), cardKey(900), unknownKey, ...malformed];
    return {
      keys: keys.length,
      cards: cards.length,
      searched: Object.fromEntries(Object.entries(places).map(([place, text]) => [place, text.length])),
      leaks: Object.entries(places).flatMap(([place, text]) => (foundIn(text, keys) ? [place] : [])),
    };
  });
}

function kept(cards: CardJson[], reply: Reply): Reply {
  if (reply.kind === 'card') cards.push(Object.fromEntries(Object.entries(reply.card)));
  return reply;
}

/** What was typed and is no key may be shown in the field for keys, so that it can be mended. A whole key never. */
function withoutKeysField(card: CardJson): unknown {
  const typed = inputsOf(card).find((input) => input.id === 'keys')?.value;
  if (typeof typed !== 'string' || readKeys(typed).some((reading) => reading.kind !== 'malformed')) return card;
  const shown: unknown = JSON.parse(JSON.stringify(card, (name, value: unknown) => (name === 'value' && value === typed ? '' : value)));
  return shown;
}

async function converse(turn: Parameters<typeof chatOf>[0]['turn'], { redemptions, keysEach }: LeaksSize): Promise<void> {
  for (let n = 0; n < redemptions; n += 1) {
    const person = aRedeemer(colleague(n), redemptionMoves({ customer: `firm-${String(n)}`, firstKey: n * keysEach + 1, keys: keysEach }));
    while (!person.isDone) await person.goOn(turn);
  }
  for (const locale of ['en', 'cs', 'sk']) await wrongKeys(chatOf({ turn }, petr().person, { locale }), redemptions * keysEach + 1);
  const others = [chatOf({ turn }, jana().person), chatOf({ turn }, somebodyOf(contosoTenant)), chatOf({ turn }, somebodyOf(rival))];
  for (const chat of others) for (const text of [cardKey(1), unknownKey, ...malformed]) await chat.sends({ kind: 'text', text, hasAttachments: false });
  await chatOf({ turn }, jana().person).sends({ kind: 'text', text: cardKey(2), hasAttachments: false }, { scope: 'channel' });
}

function somebodyOf(tenant: TenantId): PersonId {
  return personId(tenant, ObjectId.parse(jana().person.slice(37)));
}

/** Used, unused, unknown, malformed, doubled keys, in the form and in the chat; left half-way, gone back, stopped. */
async function wrongKeys(chat: Chat, freeKey: number): Promise<void> {
  const submit = (data: object): Said => ({ kind: 'clicked', verb: 'submit', data });
  await beginsAfresh(chat, 'redeem-product-keys');
  const run = await runOf(chat);
  await chat.sends(submit({ run, step: 'acknowledgement', understood: 'true' }));
  await chat.sends(submit({ run, step: 'purpose', purpose: 'new-subscription', people: '3' }));
  for (const keys of [
    cardKey(1),
    cardKey(900),
    malformed.join('\n'),
    `${cardKey(freeKey)}\n${malformed[0] ?? ''}`,
    `${cardKey(freeKey)}, ${cardKey(freeKey)}`,
  ]) {
    await chat.sends(submit({ run, step: 'keys', keys }));
  }
  for (const text of [unknownKey, cardKey(freeKey + 1), malformed[1] ?? '', `my key is ${unknownKey}`])
    await chat.sends({ kind: 'text', text, hasAttachments: false });
  await chat.sends({ kind: 'clicked', verb: 'back', data: { run, step: 'keys', keys: `${malformed[0] ?? ''}\n${cardKey(1)}` } });
  await chat.sends({ kind: 'clicked', verb: 'stop', data: { run } });
}

/** The conversation that is open, as its buttons name it. */
async function runOf(chat: Chat): Promise<string> {
  const reply = await chat.sends({ kind: 'clicked', verb: 'begin', data: { flow: 'redeem-product-keys' } });
  return /"run":"([^"]+)"/.exec(JSON.stringify(reply))?.[1] ?? 'none';
}

async function filesIn(folder: string, place: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file): Promise<readonly [string, string]> => [`${place}/${file.slice(folder.length + 1)}`, await readFile(file, 'latin1')]),
    ),
  );
}

/** What an operator gets: the audit, and the book without its keys. */
async function exported(data: string, to: string): Promise<Readonly<Record<string, string>>> {
  const store = await openBookIn(data);
  const clock = clockAt();
  const printed: string[] = [];
  const tools = {
    store,
    execute: executor({ store, clock }),
    secrets: testSecrets,
    clock,
    newId,
    partners: [cloudy, rival],
    print: (line: string) => printed.push(line),
  };
  await runExport(['--audit'], tools);
  await runExport(['--to', to, '--partner', cloudy], tools);
  await store.close();
  return { 'audit export': printed.join('\n'), ...(await filesIn(to, 'export')) };
}

function foundIn(text: string, keys: readonly string[]): boolean {
  const plain = plainly(text);
  return keys.some((key) => plain.includes(plainly(key)));
}

function plainly(text: string): string {
  return text.replace(/[\s-]|\\n/g, '').toUpperCase();
}
