import assert from 'node:assert/strict';
import type { HandleTurn } from '../../domain/shared/turn.ts';
import { jana } from '../support/builders.ts';
import { buttonsOf, inputsOf } from '../support/card-reading.ts';
import type { CardJson } from '../support/card-reading.ts';
import { beginsAfresh, chatOf } from '../support/chat.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import type { FakeConnector } from '../support/fake-connector.ts';
import { beginComposedBook, startComposed } from '../support/hostile-child.ts';
import type { Composed } from '../support/hostile-child.ts';
import { hostileInputs, hostileRequest } from '../support/hostile-corpus.ts';
import { httpTurn, post } from '../support/hostile-http.ts';
import type { Wire } from '../support/hostile-http.ts';
import { fillHostileWorld } from '../support/hostile-world.ts';
import type { HostileWorld } from '../support/hostile-world.ts';
import { chanceOf } from '../support/load-chance.ts';
import { aRedeemer, colleague, redemptionMoves } from '../support/load-redeemer.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import { issuerName, startTestIssuer } from '../support/test-issuer.ts';
import type { TestIssuer } from '../support/test-issuer.ts';
import { hostileBodies } from '../teams/hostile-bodies.ts';
import type { HostileOrder } from './hostile-server.ts';

export interface HostileSize {
  readonly requests: number;
  readonly seed: number;
  /** `production`: every request carries a valid token for its service URL, unless it is about tokens. */
  readonly mode: 'local' | 'production';
  readonly plantedFault?: HostileOrder['plantedFault'];
}

export interface HostileCount {
  readonly requests: number;
  /** How many were let in: answered with 2xx. */
  readonly letIn: number;
  /** Let in although their token or service URL is forged. */
  readonly forgeriesLetIn: number;
  readonly clicksOfMonkeys: number;
  readonly serverErrors: number;
  /** Requests without any answer. */
  readonly unanswered: number;
  /** Faults of turns that the log tells of. */
  readonly faults: number;
  readonly died: boolean;
  /** Answers and sent cards with a word out of the other partner's book. */
  readonly leaks: number;
  readonly megabytesAfterFirstTenth: number;
  readonly megabytesAtTheEnd: number;
  /** A whole redemption afterwards came to its receipt. */
  readonly worksAfterwards: boolean;
  /** The first of what went wrong, for whoever reads it. */
  readonly examples: readonly string[];
}

const appId = '33333333-3333-4333-8333-333333333333';
const atOnce = 8;
const keysInStock = 60;

/** Sends a generated corpus of hostile requests to the whole assistant over HTTP, among them people who press whatever a card offers with rubbish in it. */
export async function hostileInput(size: HostileSize): Promise<HostileCount> {
  return inTempFolder(async (folder) => {
    const book = await beginComposedBook(folder);
    const world = await fillHostileWorld(book, keysInStock);
    await book.close();
    const connector = await startFakeConnector();
    const issuer = size.mode === 'production' ? await startTestIssuer() : undefined;
    const production = issuer === undefined ? {} : { production: { appId, trust: issuer.trust } };
    const fault = size.plantedFault === undefined ? {} : { plantedFault: size.plantedFault };
    const assistant = await startComposed({ folder, ...production, ...fault });
    try {
      return await visit(size, world, await wireTo(assistant, connector, issuer), assistant);
    } finally {
      await assistant.end();
      await connector.close();
      await issuer?.close();
    }
  });
}

async function wireTo({ url }: Composed, connector: FakeConnector, issuer: TestIssuer | undefined): Promise<Wire> {
  if (issuer === undefined) return { url, connector };
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuerName, aud: appId, serviceurl: connector.serviceUrl, nbf: now - 60, exp: now + 7200 };
  return { url, connector, authorization: await issuer.bearer(claims) };
}

interface Tally {
  letIn: number;
  forgeriesLetIn: number;
  clicksOfMonkeys: number;
  serverErrors: number;
  unanswered: number;
  leaks: number;
  readonly examples: string[];
}

async function visit(size: HostileSize, world: HostileWorld, wire: Wire, assistant: Composed): Promise<HostileCount> {
  const tally: Tally = { letIn: 0, forgeriesLetIn: 0, clicksOfMonkeys: 0, serverErrors: 0, unanswered: 0, leaks: 0, examples: [] };
  const chance = chanceOf(size.seed);
  const bodies = hostileBodies(wire.connector.serviceUrl, Math.min(size.requests, 3000), size.seed);
  const first = Math.ceil(size.requests / 10);
  const send = (count: number) => inLanes(count, () => sendOne(chance, world, wire, bodies, tally));
  await send(first);
  const megabytesAfterFirstTenth = await megabytes(wire);
  await Promise.all([send(size.requests - first), monkey(Math.ceil(size.requests / 5), chance, wire, tally)]);
  const megabytesAtTheEnd = await megabytes(wire);
  searchForSecrets(JSON.stringify(wire.connector.arrivals), world, 'a card that was sent', tally);
  const worksAfterwards = await redeems(httpTurn(wire));
  const { examples, ...counted } = tally;
  return {
    requests: size.requests,
    ...counted,
    faults: assistant.log().split('"msg":"turn failed"').length - 1 + (assistant.log().split('"msg":"request failed"').length - 1),
    died: assistant.hasDied(),
    megabytesAfterFirstTenth,
    megabytesAtTheEnd,
    worksAfterwards,
    examples: [...examples, ...faultsIn(assistant.log())].slice(0, 5),
  };
}

async function inLanes(count: number, work: () => Promise<void>): Promise<void> {
  let left = count;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

async function sendOne(chance: (below: number) => number, world: HostileWorld, wire: Wire, bodies: readonly string[], tally: Tally): Promise<void> {
  const { body, headers, forged = [] } = hostileRequest(chance, world, wire.connector.serviceUrl, bodies);
  const shown = typeof body === 'string' ? body.slice(0, 400) : 'bytes';
  const answer = await post(wire, body, headers).catch((error: unknown) => {
    tally.unanswered += 1;
    tally.examples.push(`no answer (${String(error)}) ← ${shown}`);
  });
  if (answer === undefined) return;
  if (answer.status < 300) tally.letIn += 1;
  else if (answer.status >= 500) {
    tally.serverErrors += 1;
    tally.examples.push(`${String(answer.status)} ← ${shown}`);
  }
  if (answer.status < 300 && forged.includes(wire.authorization === undefined ? 'service-url' : 'token')) {
    tally.forgeriesLetIn += 1;
    tally.examples.push(`forged, but let in ← ${shown}`);
  }
  searchForSecrets(answer.text, world, shown, tally);
}

function searchForSecrets(text: string, { secrets }: HostileWorld, where: string, tally: Tally): void {
  const found = secrets.filter((secret) => text.includes(secret));
  if (found.length === 0) return;
  tally.leaks += 1;
  tally.examples.push(`${found.join(', ')} ← ${where}`);
}

/** Somebody entitled who presses whatever the last card offers, with rubbish in its inputs. */
async function monkey(clicks: number, chance: (below: number) => number, wire: Wire, tally: Tally): Promise<void> {
  const user = colleague(1);
  const chat = chatOf({ turn: httpTurn(wire) }, user.person, { name: '**Mon[key](http://x)**', locale: 'cs-CZ' });
  let card: CardJson = {};
  for (let click = 0; click < clicks; click += 1) {
    const buttons = buttonsOf(card).filter((button) => button.verb !== undefined && button.verb !== 'choose-language');
    const button = buttons[chance(Math.max(1, buttons.length))];
    const data = {
      ...hostileInputs(
        chance,
        inputsOf(card).map((input) => input.id),
      ),
      ...helpfulInputs(chance),
      ...button?.data,
    };
    const said = { kind: 'clicked', verb: button?.verb ?? 'begin', data: button === undefined ? { flow: 'redeem-product-keys' } : data } as const;
    const reply = await chat.sends(said).catch((error: unknown) => {
      tally.unanswered += 1;
      tally.examples.push(`no card for the monkey: ${String(error).slice(0, 300)} ← ${JSON.stringify(said).slice(0, 300)}`);
    });
    tally.clicksOfMonkeys += 1;
    card = reply?.kind === 'card' ? Object.fromEntries(Object.entries(reply.card)) : {};
  }
}

/** Now and then something right, so that it gets further. */
function helpfulInputs(chance: (below: number) => number): Readonly<Record<string, string>> {
  if (chance(3) !== 0) return {};
  const keys = { keys: 'ABCDE-12345-FGHIJ-67890-KLMNO', plan: 'business-basic', understood: 'true', purpose: 'new-subscription', people: '2', country: 'CZ' };
  return { ...keys, organisation: '<b>**Org**</b>', domain: 'org.example', adminName: '[A](x)', adminEmail: 'a@org.example', agreed: 'true' };
}

async function redeems(turn: HandleTurn): Promise<boolean> {
  const person = aRedeemer({ ...jana(), name: 'Jana' }, redemptionMoves({ customer: 'afterwards', firstKey: 1, keys: 3 }));
  try {
    await beginsAfresh(chatOf({ turn }, jana().person), 'redeem-product-keys');
    while (!person.isDone) await person.goOn(turn);
    return true;
  } catch (error) {
    assert.ok(error instanceof Error);
    return false;
  }
}

async function megabytes({ url }: Wire): Promise<number> {
  const text = await fetch(`${url}/metrics`).then(
    (response) => response.text(),
    () => '',
  );
  return Math.round(Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? 0) / 1024 / 1024);
}

function faultsIn(log: string): readonly string[] {
  return log.split('\n').filter((line) => line.includes('turn failed') || line.includes('request failed'));
}
