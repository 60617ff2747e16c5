import { setTimeout as pause } from 'node:timers/promises';
import type { Customer } from '../../domain/customers/records.ts';
import { answerCardId, offerAnswerId } from '../../domain/offers/records.ts';
import { CustomerId, ObjectId, TenantId, personId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import type { Said } from '../../domain/shared/turn.ts';
import { openBookIn } from '../store/lowdb/open-book.ts';
import { fill, partnerRecord, userRecord } from '../support/book.ts';
import { contoso, jana } from '../support/builders.ts';
import { chatOf, testSecrets } from '../support/chat.ts';
import { nobodyAnswers, startMortalOffers } from '../support/crash-child.ts';
import type { MortalAssistant } from '../support/crash-child.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import type { FakeConnector } from '../support/fake-connector.ts';
import { chanceOf } from '../support/load-chance.ts';
import { clockOfLife, offerAssistant } from '../support/offer-assistant.ts';
import { aCustomerUser, aSeller, aTrial, addressRecord, customerRecord, customerUserRecord, offerRecord, withCode } from '../support/offers.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import type { OfferKillPlan } from './offer-kill-server.ts';

export interface OfferKillsSize {
  readonly kills: number;
  /** Customers who accept in each life of the process, all at once. */
  readonly atOnce: number;
  readonly seed: number;
  readonly plantedFault?: OfferKillPlan['plantedFault'];
}

export interface OfferKillsCount {
  readonly kills: number;
  readonly customers: number;
  /** Acceptances in the book. */
  readonly accepted: number;
  /** Acceptances that their customer was told of, and that are not in the book. */
  readonly lost: number;
  /** Messages that the partner got more than once. */
  readonly twice: number;
  /** Acceptances of which the partner was not told, and whose message is not marked as one that may have arrived. */
  readonly untold: number;
  /** Marked as "maybe sent": in flight when the process was killed. Of them, those that had arrived. */
  readonly maybeSent: number;
  readonly maybeSentAndArrived: number;
  /** Messages still waiting in the end. */
  readonly waiting: number;
}

/** So long does a life last at most after the book is open. */
const longestLifeMs = 80;
/** So long is a message waited for that is to be in flight. */
const longestWaitMs = 2000;
/** So long does the channel take at most to answer. */
const slowestAnswerMs = 15;
const offer = withCode(aTrial(), testSecrets);

/**
 * Customers accept one offer while the process is killed (SIGKILL) at random moments: of accepting, of telling the partner, of changing cards.
 * Each time it is started again, and whoever has no answer clicks again. In the end the partner has one message for each.
 */
export async function killWhileAccepting({ kills, atOnce, seed, plantedFault }: OfferKillsSize): Promise<OfferKillsCount> {
  const chance = chanceOf(seed);
  const connector = await startFakeConnector(() => pause(chance(slowestAnswerMs)));
  const firms = Array.from({ length: kills * atOnce }, (_, n) => aFirm(n));
  try {
    return await inTempFolder(async (folder) => {
      await prepare(folder, firms, connector);
      const told = new Set<CustomerId>();
      let begun = 0;
      for (let life = 0; life < kills; life += 1) {
        const plan: OfferKillPlan = { folder, life, ...(plantedFault === undefined ? {} : { plantedFault }) };
        const assistant = startMortalOffers(plan);
        await assistant.ready;
        begun += atOnce;
        const clicks = firms.slice(0, begun).filter(({ customer }) => !told.has(customer.id));
        const answered = Promise.all(clicks.map((firm) => accepts(assistant, firm, told)));
        await momentOfDeath(connector, chance);
        await assistant.kill();
        await answered;
      }
      return { kills, customers: firms.length, ...(await verdict(folder, kills, firms, told, connector)) };
    });
  } finally {
    await connector.close();
  }
}

/** At any moment of the work; or while the channel has a message and has not answered yet. */
async function momentOfDeath(connector: FakeConnector, chance: (below: number) => number): Promise<void> {
  if (chance(2) === 0) await pause(chance(longestLifeMs));
  else await Promise.race([connector.arrived(connector.arrivals.length + 1 + chance(3)), pause(longestWaitMs)]);
}

interface Firm {
  readonly customer: Customer & { readonly tenant: TenantId };
  readonly admin: PersonId;
  readonly put: readonly Put[];
}

/** A customer with a directory of its own, and an admin. */
function aFirm(n: number): Firm {
  const number = String(n).padStart(4, '0');
  const tenant = TenantId.parse(`dddddddd-0000-4000-8000-00000000${number}`);
  const objectId = ObjectId.parse(`eeeeeeee-0000-4000-8000-00000000${number}`);
  const customer = { ...contoso({ id: CustomerId.parse(`firm-${number}`), name: `Firm ${number}`, domain: `firm-${number}.example` }), tenant };
  const admin = personId(tenant, objectId);
  const user = aCustomerUser(1, `Admin ${number}`, { customer: customer.id, upn: `admin@firm-${number}.example`, objectId });
  return { customer, admin, put: [customerRecord(customer), customerUserRecord(user)] };
}

async function prepare(folder: string, firms: readonly Firm[], { serviceUrl }: FakeConnector): Promise<void> {
  const store = await openBookIn(folder);
  const addresses = [jana().person, ...firms.map(({ admin }) => admin)].map((person) => at(serviceUrl, addressRecord(person)));
  await fill(store, [partnerRecord(aSeller()), userRecord(jana()), offerRecord(offer), ...addresses, ...firms.flatMap(({ put }) => put)]);
  await store.close();
}

function at(serviceUrl: string, put: Put): Put {
  return put.kind === 'address' ? { ...put, value: { ...put.value, address: { ...put.value.address, serviceUrl } } } : put;
}

async function accepts(assistant: Pick<MortalAssistant, 'turn'>, { customer, admin }: Firm, told: Set<CustomerId>): Promise<void> {
  const said: Said = { kind: 'clicked', verb: 'accept-offer', data: { offer: offer.id, withDelegation: false } };
  try {
    await chatOf(assistant, admin, { name: 'Admin', locale: 'en' }).sends(said, { activityKey: `click ${customer.id}` });
    told.add(customer.id);
  } catch (error) {
    if (error !== nobodyAnswers) throw error;
  }
}

type Verdict = Omit<OfferKillsCount, 'kills' | 'customers'>;

/** Lets the last process finish in peace, and counts. */
async function verdict(folder: string, life: number, firms: readonly Firm[], told: ReadonlySet<CustomerId>, connector: FakeConnector): Promise<Verdict> {
  const clock = clockOfLife(life);
  const store = await openBookIn(folder, { clock });
  const assistant = offerAssistant(store, clock);
  const everybody = new Set(told);
  for (const firm of firms) await accepts(assistant, firm, everybody);
  assistant.outbox.wake();
  await assistant.outbox.drained();
  const counts = await Promise.all(firms.map((firm) => countOf(store, firm, connector)));
  const waiting = await store.count('outbox-by-due', { key: 'all' });
  await assistant.close();
  await store.close();
  const sum = (of: (count: FirmCount, firm: Firm) => boolean): number => counts.filter((count, n) => of(count, firms[n] ?? aFirm(n))).length;
  return {
    accepted: sum(({ isAccepted }) => isAccepted),
    lost: sum(({ isAccepted }, { customer }) => told.has(customer.id) && !isAccepted),
    twice: sum(({ messages }) => messages > 1),
    untold: sum(({ isAccepted, messages, isMaybe }) => isAccepted && messages === 0 && !isMaybe),
    maybeSent: sum(({ isMaybe }) => isMaybe),
    maybeSentAndArrived: sum(({ isMaybe, messages }) => isMaybe && messages === 1),
    waiting,
  };
}

interface FirmCount {
  readonly isAccepted: boolean;
  /** New messages in the partner's chat that name this customer. */
  readonly messages: number;
  readonly isMaybe: boolean;
}

async function countOf(store: Store, { customer }: Firm, { arrivals }: FakeConnector): Promise<FirmCount> {
  const [answer, card] = await Promise.all([
    store.read('offer-answer', offerAnswerId(offer.id, customer.id)),
    store.read('offer-card', answerCardId(offer.id, jana().person, customer.id)),
  ]);
  const isHis = ({ method, path, activity }: FakeConnector['arrivals'][number]): boolean =>
    method === 'POST' && decodeURIComponent(path).includes(jana().person) && JSON.stringify(activity).includes(customer.name);
  return { isAccepted: answer?.value.state === 'accepted', messages: arrivals.filter(isHis).length, isMaybe: card?.value.delivery === 'maybe-sent' };
}
