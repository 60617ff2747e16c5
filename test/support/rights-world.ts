import { conversations } from '../../bot/flows/index.ts';
import type { FlowId } from '../../cards/actions.ts';
import { CompanyRole, SupportedCompanies } from '../../domain/company/records.ts';
import type { PartnerUser } from '../../domain/company/records.ts';
import type { Relationship } from '../../domain/delegated-admin/records.ts';
import { isActive } from '../../domain/delegated-admin/term.ts';
import { RelationshipId } from '../../domain/shared/ids.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { clockAt, fill, userRecord } from './book.ts';
import { cloudy, day, petr } from './builders.ts';
import { buttonsOf } from './card-reading.ts';
import { anAssistant, chatOf } from './chat.ts';
import type { Chat } from './chat.ts';
import { memoryStore } from './fakes/memory-store.ts';
import { today } from './given.ts';
import { relationships } from './rights-matrix.ts';
import { cardKey, stocked } from './transcript-book.ts';
import { aSide } from './two-sides.ts';

export const own = aSide('zzown', cloudy, 4);
/** Buttons and commands of this book about this customer, and about the clerk where they are about a person. */
export const about = { ...own, boss: own.clerk };
export const everything = relationships['GDAP, Global Administrator'] ?? [];

export type Rights = Pick<PartnerUser, 'companyRole' | 'supportedCompanies'>;

/** Every role in the own company with every access to customers, and nobody entered. */
export const everyRights: Readonly<Record<string, Rights | undefined>> = {
  'not entered': undefined,
  ...Object.fromEntries(
    CompanyRole.options.flatMap((companyRole) =>
      SupportedCompanies.options.map((supportedCompanies) => [`${companyRole}, ${supportedCompanies}`, { companyRole, supportedCompanies }]),
    ),
  ),
};

/** The book with one person of these rights, and what the customer has granted. The clerk is another of the own people, and asks for a right. */
export function bookWith(rights: Rights | undefined, granted: readonly Relationship[] = everything): readonly Put[] {
  const others = own.records.filter(({ kind }) => kind !== 'partner-user' && kind !== 'relationship');
  const clerk = userRecord({ ...petr(), person: own.clerk, name: 'Clerk', companyRole: 'none', supportedCompanies: 'none' });
  const user: PartnerUser = { ...petr(), person: own.boss, name: 'Boss', companyRole: 'none', supportedCompanies: 'none', ...rights };
  const address = others.flatMap((put) => (put.kind === 'address' ? [{ ...put, id: own.admin, value: { ...put.value, person: own.admin } }] : []));
  const id = RelationshipId.parse(own.relationship);
  const relationship = granted.map((value): Put => ({
    kind: 'relationship',
    id,
    value: { ...value, id, offer: own.offer, customer: own.customer, partner: own.partner },
  }));
  return [...others, ...address, clerk, ...relationship, stocked(cardKey(1)), ...(rights === undefined ? [] : [userRecord(user)])];
}

export interface World {
  readonly chat: Chat;
  readonly store: Store;
  /** How many commits told of something that happened: turns that only remember where a conversation stands tell nothing. */
  readonly happened: () => number;
}

export async function aWorld(book: readonly Put[], talks = conversations): Promise<World> {
  const inner = memoryStore();
  await fill(inner, book);
  let happened = 0;
  const store: Store = {
    ...inner,
    commit: async (change) => {
      const result = await inner.commit(change);
      if (result.kind === 'committed' && change.events.length > 0) happened += 1;
      return result;
    },
  };
  const chat = chatOf(anAssistant(store, clockAt(), talks), own.boss, { locale: 'en', name: 'Boss' });
  await chat.says('hi');
  return { chat, store, happened: () => happened };
}

/** An offer is sent again to those who have not answered it; what was bought with keys is renewed with keys. */
export function bookFor(verb: string, book: readonly Put[]): readonly Put[] {
  if (verb === 'send-offer-again') return book.filter(({ kind }) => kind !== 'offer-answer');
  if (verb !== 'record-renewal') return book;
  return book.map((put): Put => (put.kind === 'subscription' ? { ...put, value: { ...put.value, channel: 'csp' } } : put));
}

/** What is not there, or over already, cannot be ended. */
export const isOver = (verb: string, granted: readonly Relationship[]): boolean =>
  verb === 'end-delegated-admin' && !granted.some((each) => isActive(each, day(today)));

/** Begins this conversation afresh, about the customer. */
export async function begins(chat: Chat, flow: FlowId): Promise<void> {
  const data = { flow, about: flow === 'keep-partner-user' ? {} : { customer: own.customer } };
  await chat.clicksOn({ actions: [{ type: 'Action.Execute', title: flow, verb: 'begin', data }] }, flow);
  const instead = buttonsOf(chat.last).find((button) => button.data['afresh'] !== undefined);
  if (instead !== undefined) await chat.clicksOn(chat.last, instead.title);
}
