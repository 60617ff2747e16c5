import type { CardAction } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { peopleCard } from '../../cards/people.card.ts';
import type { PeopleView } from '../../cards/people.card.ts';
import { personCard, personNotFoundCard, removePersonCard } from '../../cards/person.card.ts';
import type { Passing } from '../../cards/person.card.ts';
import { mayActInCompany } from '../../domain/company/rights.ts';
import { tenantOf } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { commandOfClick } from '../conversation/clicked.ts';
import type { Answered, Context, Page } from '../conversation/context.ts';
import { defaultOwnerOf } from '../conversation/customers/owners.ts';
import { peopleRefusedText } from '../conversation/own-company/people-refused.ts';
import type { PartnerPerson } from '../conversation/who.ts';

type Here = Context<PartnerPerson>;
type Click<V extends CardAction['verb']> = Extract<CardAction, { readonly verb: V }>;
const rowsPerCard = 6;
const requestsPerCard = 3;

/** The partner's own people, and who asks for a right. */
export const people: Page = { show: (context, after) => listCard(context, after) };

async function listCard({ who, say, book }: Here, after?: string, said: Pick<PeopleView, 'done' | 'refused'> = {}): Promise<AdaptiveCard> {
  const [page, requests, count] = await Promise.all([
    book.list('users-of-partner', { key: who.tenant, limit: rowsPerCard, ...(after === undefined ? {} : { after }) }),
    book.list('right-requests-of-partner', { key: who.tenant, limit: requestsPerCard }),
    book.count('right-requests-of-partner', { key: who.tenant }),
  ]);
  return peopleCard(say, {
    rows: page.rows.map(({ value }) => value),
    ...(page.next === undefined ? {} : { next: page.next }),
    requests: { count, first: requests.rows.map(({ value }) => value) },
    mayManage: mayActInCompany(who.user, 'own-users'),
    ...said,
  });
}

/** One of the own people, entered or asking for a right. */
export async function showPerson({ who, say, book }: Here, { person }: Click<'show-person'>): Promise<Answered> {
  const { user, request } = await ownPerson({ who, book }, person);
  const name = user?.name ?? request?.name;
  if (name === undefined) return { card: personNotFoundCard(say) };
  const mayGive = mayActInCompany(who.user, 'give-rights');
  const card = personCard(say, {
    person,
    name,
    ...(user === undefined ? {} : { user }),
    ...(request === undefined ? {} : { request }),
    isReader: person === who.person,
    mayManage: mayActInCompany(who.user, 'own-users') && (mayGive || user?.companyRole !== 'global-admin'),
    mayGive,
  });
  return { card };
}

async function ownPerson({ who, book }: Pick<Here, 'who' | 'book'>, person: PersonId) {
  if (tenantOf(person) !== who.tenant) return { user: undefined, request: undefined };
  const [user, request] = await Promise.all([book.read('partner-user', person), book.read('right-request', person)]);
  return { user: user?.value, request: request?.value.settled === undefined ? request?.value : undefined };
}

/** What they look after today, and who will: counted by indexes, however much it is. */
async function passingFrom(context: Here, person: PersonId): Promise<Passing> {
  const [customers, tasks, to] = await Promise.all([
    context.book.count('customers-of-owner', { key: person }),
    context.book.count('open-hand-offs-of-owner', { key: person }),
    defaultOwnerOf(context, person),
  ]);
  return { customers, tasks, ...(to === undefined ? {} : { to: to.name }) };
}

/** Takes somebody out of the book, once they are sure. */
export async function removePartnerUser(context: Here, { person, sure }: Click<'remove-partner-user'>): Promise<Answered> {
  const { who, say, execute } = context;
  const { user } = await ownPerson(context, person);
  if (user !== undefined && sure !== true) return { card: removePersonCard(say, user, await passingFrom(context, person)) };
  const result = await execute({
    type: 'remove-partner-user',
    commandId: commandOfClick(context),
    partner: who.tenant,
    by: who.person,
    byName: who.name,
    person,
  });
  // The second of two clicks finds nobody any more.
  if (result.kind === 'done' || result.refusal.kind === 'person-not-found')
    return { card: await listCard(context, undefined, { done: say('people.removed') }) };
  return { card: await listCard(context, undefined, { refused: peopleRefusedText(say, result.refusal) }) };
}
