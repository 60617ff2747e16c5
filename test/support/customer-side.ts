import assert from 'node:assert/strict';
import { conversations } from '../../bot/flows/index.ts';
import { sayIn } from '../../cards/messages/say.ts';
import type { Say } from '../../cards/messages/say.ts';
import type { CustomerUser } from '../../domain/customers/records.ts';
import type { Offer } from '../../domain/offers/records.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { OfferCode, PersonId } from '../../domain/shared/ids.ts';
import { Language } from '../../domain/shared/language.ts';
import { customerUserIdOf } from '../../domain/shared/record-ids.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import type { MemberProfile } from '../../domain/shared/turn.ts';
import { clockAt, fill, partnerRecord, userRecord } from './book.ts';
import { eva, jana, petr } from './builders.ts';
import { anAssistant, chatOf, testSecrets } from './chat.ts';
import type { Assistant, Chat } from './chat.ts';
import { memoryStore } from './fakes/memory-store.ts';
import { aCode, aCustomerUser, aPurchase, aSeller, contosoTenant, offerRecord, personAt, withCode } from './offers.ts';
import { plays } from './transcript.ts';
import type { Row } from './transcript.ts';
import { bookedContoso, customerRecord } from './transcript-book.ts';

/** Contoso's people in Teams: an admin, a colleague, another admin, and one whom the book does not know. */
export const karel = personAt(contosoTenant, 1);
export const lenka = personAt(contosoTenant, 2);
export const alena = personAt(contosoTenant, 3);
export const vit = personAt(contosoTenant, 4);

/** Contoso as an import would have entered it, with its directory. */
export const contosoHere = bookedContoso({ tenant: contosoTenant });

/** One of Contoso's people in the book, found by sign-in name. */
export function bookedUser(n: number, name: string, facts: Partial<CustomerUser> = {}): Put {
  const value = aCustomerUser(n, name, { customer: contosoHere.id, ...facts });
  return { kind: 'customer-user', id: customerUserIdOf(testSecrets, value.customer, value.upn), value };
}

/** The partner with confirmed information and its people; Contoso with two admins and a colleague. */
export function sellersBook(...more: readonly Put[]): readonly Put[] {
  return [
    partnerRecord(aSeller()),
    userRecord(jana()),
    userRecord(petr()),
    userRecord(eva()),
    customerRecord(contosoHere),
    bookedUser(1, 'Karel Contoso', { upn: 'karel@contoso.cz' }),
    bookedUser(2, 'Lenka Contosová', { isAdmin: false, upn: 'lenka@contoso.cz' }),
    bookedUser(3, 'Alena Malá', { upn: 'alena@contoso.cz' }),
    ...more,
  ];
}

export interface CustomerScene {
  /** A purchase offer to Contoso when absent. */
  readonly offer?: Offer;
  readonly book?: readonly Put[];
  readonly as?: PersonId;
  readonly name?: string;
  readonly profiles?: Readonly<Record<PersonId, MemberProfile>>;
  readonly on?: string;
}

export interface CustomerWorld extends Assistant {
  readonly chat: Chat;
  readonly say: Say;
  readonly code: OfferCode;
  readonly offer: Offer;
  /** How often the channel was asked who somebody is. */
  readonly asked: () => number;
  /** Another person's chat in the same book. */
  readonly chatAs: (person: PersonId, name: string, locale?: string) => Chat;
}

/** The offer as it stands in the tests' book: under the code of the tests. */
export const sent = (offer: Offer, code: OfferCode = aCode()): Offer => withCode(offer, testSecrets, code);

/** A chat of somebody of a customer over a book with one offer in it. */
export async function customerWorld(scene: CustomerScene = {}, language: Language = 'en'): Promise<CustomerWorld> {
  const store: Store = memoryStore();
  const offer = sent(scene.offer ?? aPurchase({ customer: contosoHere.id }));
  await fill(store, [...(scene.book ?? sellersBook()), offerRecord(offer)]);
  let asked = 0;
  const profiles = new Proxy(Object.fromEntries(Object.entries(scene.profiles ?? {}).map(([person, profile]) => [`29:${person}`, profile])), {
    get(known, id: string) {
      asked += 1;
      return known[id];
    },
  });
  const assistant = anAssistant(store, clockAt(scene.on), conversations, profiles);
  const chatAs: CustomerWorld['chatAs'] = (person, name, locale = language) => chatOf(assistant, person, { locale, name });
  const chat = chatAs(scene.as ?? karel, scene.name ?? 'Karel Contoso');
  return { ...assistant, chat, say: sayIn(language), code: aCode(), offer, asked: () => asked, chatAs };
}

/** A conversation of a customer as a table, played in every language. */
export function customerTranscript(
  title: string,
  scene: CustomerScene,
  rows: (say: Say, world: CustomerWorld) => readonly Row[],
  afterwards: (world: CustomerWorld) => Promise<void> | void = () => undefined,
): void {
  for (const language of Language.options) {
    it(`${title} (${language})`, async () => {
      const world = await customerWorld(scene, language);
      await plays(world.chat, rows(world.say, world));
      await afterwards(world);
    });
  }
}

/** Puts a record in place of the one that stands there. */
export async function replace(store: Store, put: Put, id = `replace-${put.id}`): Promise<void> {
  const version = (await store.read(put.kind, put.id))?.version ?? 0;
  const result = await store.commit({
    commandId: CommandId.parse(id),
    expect: [{ kind: put.kind, id: put.id, version }],
    put: [put],
    remove: [],
    events: [],
    outcome: null,
  });
  assert.equal(result.kind, 'committed');
}
