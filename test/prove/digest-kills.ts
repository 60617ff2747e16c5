import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Notice } from '../../domain/renewals/records.ts';
import { addDays, instantOf } from '../../domain/shared/dates.ts';
import { CustomerId, ObjectId, TenantId, TermId, personId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { openBookIn } from '../store/lowdb/open-book.ts';
import { fill, partnerRecord, userRecord } from '../support/book.ts';
import { aSubscription, contoso, day, petr } from '../support/builders.ts';
import { bundled } from '../support/bundled.ts';
import type { CountingConnector } from '../support/counting-connector.ts';
import { startCountingConnector } from '../support/counting-connector.ts';
import { digestAssistant, morningOfLife } from '../support/digest-assistant.ts';
import { chanceOf } from '../support/load-chance.ts';
import { aCustomerUser, aSeller, customerRecord, customerUserRecord } from '../support/offers.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import { reached } from '../sweeps/notice-world.ts';
import type { DigestKillPlan } from './digest-kill-server.ts';

export interface DigestKillsSize {
  readonly kills: number;
  /** Customers, each with a directory of its own, and the admins of each. Every one of them is to get a card every day. */
  readonly tenants: number;
  readonly adminsEach: number;
  readonly seed: number;
  readonly plantedFault?: DigestKillPlan['plantedFault'];
}

export interface DigestKillsCount {
  readonly kills: number;
  readonly people: number;
  /** Messages that arrived. */
  readonly messages: number;
  /** Notices that are in the book as told. */
  readonly notices: number;
  /** Steps of ends that stood on more than one card of a person. */
  readonly twice: number;
  /** Ends of which somebody was not told: nothing in the book, still waiting, or kept as sent without having arrived. */
  readonly missing: number;
  /** Kept as "maybe sent": in flight when the process was killed. Of them, those that had arrived. */
  readonly maybeSent: number;
  readonly maybeSentAndArrived: number;
  readonly waiting: number;
}

const begins = day('2026-03-01');
const longestLifeMs = 700;
/** So long is a part of the day's messages waited for; longer when there are many people. */
const longestWaitMs = (people: number): number => 4000 + people * 3;
const slowestAnswerMs = 10;
/** Rounds of 20 ms in which the last processes finish: minutes, on a machine that does other things as well. */
const mostRounds = 15_000;
const server = fileURLToPath(new URL('./digest-kill-server.ts', import.meta.url));

/**
 * Every morning each admin of every customer is to be told of an end, while the process is killed (SIGKILL) at random moments: of planning, of sending,
 * of writing down what was told. The last one may finish. Then each has stood on one card of each, or may have.
 */
export async function killWhileTelling(size: DigestKillsSize): Promise<DigestKillsCount> {
  const chance = chanceOf(size.seed);
  const connector = await startCountingConnector(/t\d+-\d+@[\d-]+:-?\d+/g, () => chance(slowestAnswerMs));
  const firms = Array.from({ length: size.tenants }, (_, n) => aFirm(n, size, connector.serviceUrl));
  const script = bundled(server);
  try {
    return await inTempFolder(async (folder) => {
      const store = await openBookIn(folder);
      await prepare(store, firms);
      await store.close();
      for (let life = 0; life < size.kills; life += 1) {
        const { plantedFault } = size;
        const plan: DigestKillPlan = { folder, life, ...(plantedFault === undefined ? {} : { plantedFault }) };
        await live(script, plan, () => momentOfDeath(connector, chance, firms.length * size.adminsEach));
      }
      return await verdict(folder, size, firms, connector);
    });
  } finally {
    await connector.close();
  }
}

async function live(script: string, plan: DigestKillPlan, death: () => Promise<void>): Promise<void> {
  const child = fork(script, [JSON.stringify(plan)], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const died = once(child, 'exit');
  await Promise.race([once(child, 'message'), died]);
  await Promise.race([death(), died]);
  child.kill('SIGKILL');
  await died;
}

/** At any moment of planning and sending; or when a part of the day's messages has arrived. */
async function momentOfDeath(connector: CountingConnector, chance: (below: number) => number, people: number): Promise<void> {
  if (chance(3) === 0) await pause(chance(longestLifeMs));
  else await Promise.race([connector.until(connector.arrived() + 1 + chance(people)), pause(longestWaitMs(people))]);
}

interface Firm {
  readonly admins: readonly PersonId[];
  readonly put: readonly Put[];
}

/** A customer with a directory of its own and admins, and for each day an end of which they are to be told 60 days before. */
function aFirm(n: number, { kills, adminsEach }: DigestKillsSize, serviceUrl: string): Firm {
  const number = String(n).padStart(8, '0');
  const tenant = TenantId.parse(`${number}-0000-4000-8000-000000000001`);
  const id = CustomerId.parse(`firm-${number}`);
  const customer = { ...contoso({ id, name: `Firm ${number}`, domain: `firm-${number}.example`, partnerOfRecord: '7777777' }), tenant };
  const users = Array.from({ length: adminsEach }, (_, m) => {
    const objectId = ObjectId.parse(`eeeeeeee-0000-4000-8000-${String(m).padStart(12, '0')}`);
    return aCustomerUser(m, `Admin ${String(m)}`, { customer: id, upn: `admin${String(m)}@firm-${number}.example`, objectId });
  });
  const admins = users.map(({ objectId }) => personId(tenant, ObjectId.parse(objectId)));
  const ends = Array.from({ length: kills }, (_, life) => {
    const endsOn = addDays(begins, life + 60);
    const term = { id: TermId.parse(`t${String(n)}-${String(life)}`), seats: 5, startsOn: addDays(endsOn, -364), endsOn, length: 'P1Y', keys: [] } as const;
    const value = aSubscription({ id: `s${String(n)}-${String(life)}`, customer: id, channel: 'direct', terms: [term] });
    return { kind: 'subscription', id: value.id, value } as const;
  });
  return { admins, put: [customerRecord(customer), ...users.map(customerUserRecord), ...admins.map((admin) => at(serviceUrl, reached(admin))), ...ends] };
}

function at(serviceUrl: string, put: Put): Put {
  return put.kind === 'address' ? { ...put, value: { ...put.value, address: { ...put.value.address, serviceUrl } } } : put;
}

async function prepare(store: Store, firms: readonly Firm[]): Promise<void> {
  const customerNotices = { on: true, since: begins, at: instantOf(new Date(begins)), by: 'Petr Svoboda' };
  const run = { kind: 'notice-run', id: aSeller().tenant, value: { partner: aSeller().tenant, since: begins, through: addDays(begins, -1) } } as const;
  await fill(store, [partnerRecord(aSeller({ customerNotices })), userRecord(petr()), run]);
  const put = firms.flatMap((firm) => firm.put);
  for (let from = 0; from < put.length; from += 500) await fill(store, put.slice(from, from + 500), `fill ${String(from)}`);
}

/** What a person's digest of a day came too late for waits for the next one. Gives what still waits after three. */
async function mornings(folder: string, first: number): Promise<number> {
  let waiting = 0;
  for (let life = first; life < first + 3; life += 1) {
    const clock = morningOfLife(life);
    const store = await openBookIn(folder, { clock });
    const assistant = digestAssistant(store, clock);
    await assistant.notices.planNow();
    assistant.outbox.start();
    const isDue = async (): Promise<boolean> => (await store.count('outbox-by-due', { key: 'all', upTo: instantOf(clock.now()) })) > 0;
    for (let round = 0; round < mostRounds && (await isDue()); round += 1) await pause(20);
    await assistant.close();
    waiting = await store.count('outbox-by-due', { key: 'all' });
    await store.close();
    if (waiting === 0) break;
  }
  return waiting;
}

/** Lets the last process finish in peace, and counts. */
async function verdict(folder: string, size: DigestKillsSize, firms: readonly Firm[], connector: CountingConnector): Promise<DigestKillsCount> {
  const waiting = await mornings(folder, size.kills);
  const store = await openBookIn(folder);
  const counts = { notices: 0, twice: 0, missing: 0, maybeSent: 0, maybeSentAndArrived: 0 };
  for (const [n, { admins }] of firms.entries()) {
    for (let life = 0; life < size.kills; life += 1) {
      const { rows } = await store.list('notices-of-subscription', { key: `s${String(n)}-${String(life)}`, limit: 500 });
      for (const admin of admins) judge(rows.find(({ value }) => value.recipient === admin)?.value, connector, counts);
    }
  }
  await store.close();
  return { kills: size.kills, people: size.tenants * size.adminsEach, messages: connector.arrived(), ...counts, waiting };
}

type Counts = Pick<DigestKillsCount, 'notices' | 'twice' | 'missing' | 'maybeSent' | 'maybeSentAndArrived'>;

function judge(notice: Notice | undefined, connector: CountingConnector, counts: { -readonly [Name in keyof Counts]: number }): void {
  if (notice === undefined || notice.waiting !== undefined || notice.told.length === 0 || notice.ending.kind !== 'term') {
    counts.missing += 1;
    return;
  }
  for (const { step, delivery } of notice.told) {
    const said = connector.said(`chat ${notice.recipient}`, `${notice.ending.term}@${notice.endsOn}:${String(step)}`);
    counts.notices += 1;
    if (said > 1) counts.twice += 1;
    if (said === 0 && delivery !== 'maybe-sent') counts.missing += 1;
    if (delivery === 'maybe-sent') counts.maybeSent += 1;
    if (delivery === 'maybe-sent' && said > 0) counts.maybeSentAndArrived += 1;
  }
}
