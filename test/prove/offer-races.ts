import type { Execute } from '../../domain/commands.ts';
import { executor } from '../../bot/commands/execute.ts';
import { createSecrets } from '../../bot/platform/secrets.ts';
import type { Customer } from '../../domain/customers/records.ts';
import { acceptanceIdsOf } from '../../domain/offers/acceptance-ids.ts';
import type { AnswerOffer } from '../../domain/offers/commands.ts';
import type { Offer } from '../../domain/offers/records.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import { customerUserIdOf } from '../../domain/shared/record-ids.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { openBookIn } from '../store/lowdb/open-book.ts';
import { contoso, fabrikam, jana, petr } from '../support/builders.ts';
import { clockAt, fill, partnerRecord, userRecord } from '../support/book.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { chanceOf } from '../support/load-chance.ts';
import {
  aLine,
  aPurchase,
  aSeller,
  aTrial,
  aVisitor,
  addressRecord,
  contosoTenant,
  customerRecord,
  fabrikamTenant,
  gdap,
  offerRecord,
  personAt,
  signedIn,
} from '../support/offers.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import { judgeRound } from './offer-verdict.ts';
import type { Click, RaceCount, Told } from './offer-verdict.ts';

export interface RaceSize {
  readonly rounds: number;
  /** Clicks at the same moment in each round. */
  readonly atOnce: number;
  readonly seed: number;
  readonly book: 'in memory' | 'on a disk';
  /** Planted fault: a book that forgets what a commit expects to be true, so that a conflict is never seen. */
  readonly plantedFault?: 'forgets-expectations';
}

const secrets = createSecrets('5e'.repeat(32));
const adminsEach = 5;
const customers: readonly Customer[] = [contoso({ tenant: contosoTenant }), fabrikam({ tenant: fabrikamTenant })];

/** One open offer, two customers with several admins, visitors of the page and the partner who withdraws it: all click at the same moment. */
export async function answerAtOnce(size: RaceSize): Promise<RaceCount> {
  const chance = chanceOf(size.seed);
  let count: RaceCount | undefined;
  for (let round = 0; round < size.rounds; round += 1) {
    const judged = await withBook(size, (store) => oneRound(size, round, store, chance));
    count = count === undefined ? judged : sumOf(count, judged);
  }
  return count ?? { ...(await withBook(size, (store) => judgeRound(store, offerOf(0), customers, [], []))), rounds: 0 };
}

function sumOf(one: RaceCount, other: RaceCount): RaceCount {
  return {
    rounds: one.rounds + other.rounds,
    clicks: one.clicks + other.clicks,
    accepted: one.accepted + other.accepted,
    declined: one.declined + other.declined,
    withdrawn: one.withdrawn + other.withdrawn,
    secondOutcomes: one.secondOutcomes + other.secondOutcomes,
    createdTwice: one.createdTwice + other.createdTwice,
    messagesWrong: one.messagesWrong + other.messagesWrong,
    acceptedAfterWithdrawal: one.acceptedAfterWithdrawal + other.acceptedAfterWithdrawal,
    answeredOtherwise: one.answeredOtherwise + other.answeredOtherwise,
    toldWrong: one.toldWrong + other.toldWrong,
    faults: one.faults + other.faults,
  };
}

async function oneRound(size: RaceSize, round: number, store: Store, chance: (below: number) => number): Promise<RaceCount> {
  const offer = offerOf(round);
  await fill(store, bookOf(offer));
  const clicks = clicksOf(size.atOnce, offer, round % 3 !== 0, chance);
  const execute = executor({ store: unhurried(size, store, chance), clock: clockAt() });
  const told = await Promise.all(clicks.map((click) => tell(execute, click)));
  return judgeRound(store, offer, customers, clicks, told);
}

async function tell(execute: Execute, click: Click): Promise<Told> {
  try {
    return click.type === 'answer-offer' ? await execute(click) : await execute(click);
  } catch (error) {
    if (error instanceof Fault) return 'fault';
    throw error;
  }
}

/** In every other round a purchase of two lines with delegated administration, else a trial. */
function offerOf(round: number): Offer {
  return round % 2 === 0 ? aPurchase({ lines: [aLine(), aLine({ plan: 'business-basic' })], delegation: gdap() }) : aTrial();
}

function bookOf(offer: Offer): readonly Put[] {
  const admins = customers.flatMap((customer) =>
    Array.from({ length: adminsEach }, (_, n): Put => {
      const upn = upnOf(customer, n);
      const objectId = adminOf(customer, n).slice(-36);
      const value = { customer: customer.id, partner: customer.partner, name: upn, upn, objectId, isAdmin: true };
      return { kind: 'customer-user', id: customerUserIdOf(secrets, customer.id, upn), value };
    }),
  );
  const people = [userRecord(petr()), userRecord(jana()), addressRecord(jana().person)];
  return [partnerRecord(aSeller()), ...people, ...customers.map((customer) => customerRecord(customer)), ...admins, offerRecord(offer)];
}

const upnOf = (customer: Customer, n: number): string => `admin${String(n)}@${customer.domain}`;
const adminOf = (customer: Customer, n: number) => personAt(customer.tenant ?? contosoTenant, n + 1);

/** Mostly acceptances; some "no", some who only say who they are, some withdrawals, and second clicks of all of them. */
function clicksOf(atOnce: number, offer: Offer, withWithdrawals: boolean, chance: (below: number) => number): readonly Click[] {
  const clicks: Click[] = [];
  while (clicks.length < atOnce) {
    const id = CommandId.parse(`click${String(clicks.length)}`);
    const earlier = clicks[chance(clicks.length + 1)];
    const kind = chance(12);
    if (kind === 0 && earlier !== undefined) clicks.push(earlier);
    else if (kind === 1 && withWithdrawals)
      clicks.push({ type: 'withdraw-offer', commandId: id, partner: offer.partner, by: petr().person, byName: petr().name, offer: offer.id });
    else clicks.push(answerOf(id, offer, kind, chance));
  }
  return clicks;
}

function answerOf(commandId: CommandId, offer: Offer, kind: number, chance: (below: number) => number): AnswerOffer {
  const customer = customers[chance(customers.length)] ?? contoso();
  const n = chance(adminsEach);
  const upn = upnOf(customer, n);
  const { id, name, domain } = customer;
  return {
    type: 'answer-offer',
    commandId,
    offer: offer.id,
    by: kind === 2 ? aVisitor({ email: upn }) : signedIn(adminOf(customer, n), { name: upn, upn }),
    isDirectoryAdmin: false,
    organisation: { customer: id, name, domain },
    answer: kind === 3 || kind === 4 ? { kind: 'decline' } : { kind: 'accept', withDelegation: chance(2) === 0 },
    language: 'cs',
    newIds: acceptanceIdsOf(secrets, offer, id, upn),
  };
}

/** Reads of different clicks finish in another order each time, as they do on a busy machine. */
function unhurried(size: RaceSize, store: Store, chance: (below: number) => number): Store {
  const wait = async (): Promise<void> => {
    for (let turns = chance(6); turns > 0; turns -= 1) await Promise.resolve();
  };
  return {
    ...store,
    async read(kind, id) {
      await wait();
      return store.read(kind, id);
    },
    async list(query, slice) {
      await wait();
      return store.list(query, slice);
    },
    async commit(commit) {
      await wait();
      return store.commit(size.plantedFault === 'forgets-expectations' ? { ...commit, expect: [] } : commit);
    },
  };
}

async function withBook<T>({ book }: RaceSize, work: (store: Store) => Promise<T>): Promise<T> {
  if (book === 'in memory') return work(memoryStore());
  return inTempFolder(async (folder) => {
    const store = await openBookIn(folder);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
}
