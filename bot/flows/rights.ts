import type { CardAction } from '../../cards/actions.ts';
import { unknownButtonCard } from '../../cards/conversation.card.ts';
import { rightAskedCard, rightDecidedCard, rightUnchangedCard } from '../../cards/right-request.card.ts';
import { ownRightsButton } from '../../cards/mending.ts';
import { rightsCard } from '../../cards/rights.card.ts';
import { companyTasks, customerTaskOf, mayActForCustomers, mayActInCompany } from '../../domain/company/rights.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import { commandOfClick } from '../conversation/clicked.ts';
import type { Answered, Context, Page } from '../conversation/context.ts';
import { judgedTasks } from '../conversation/own-company/judged-tasks.ts';
import type { PartnerPerson } from '../conversation/who.ts';

type Here = Context<PartnerPerson>;
type Click<V extends CardAction['verb']> = Extract<CardAction, { readonly verb: V }>;

const mostPeople = 500;

/** "What may I do?", from the tables of the domain. */
export const rights: Page = {
  show: async ({ who, say, book, now }) => {
    const [people, request] = await Promise.all([
      book.list('users-of-partner', { key: who.tenant, limit: mostPeople }),
      book.read('right-request', who.person),
    ]);
    const { user } = who;
    return rightsCard(say, {
      name: who.name,
      role: user?.companyRole ?? 'none',
      access: user?.supportedCompanies ?? 'none',
      tasks: judgedTasks(who, say, dayOf(now)),
      inCompany: companyTasks.filter((task) => mayActInCompany(user, task)),
      givers: people.rows.filter(({ value }) => mayActInCompany(value, 'give-rights')).map(({ value }) => value.name),
      ...(mayActInCompany(user, 'give-rights') ? { own: who.person } : {}),
      ...(request === undefined || request.value.settled !== undefined ? {} : { waiting: request.value.task }),
    });
  },
};

/** "Ask a global admin for this right": one request for each person. */
export async function askForRight(context: Here, { task: name }: Click<'ask-for-right'>): Promise<Answered> {
  const { who, say, execute } = context;
  const task = customerTaskOf(name);
  if (task === undefined) return { card: unknownButtonCard(say) };
  if (mayActInCompany(who.user, 'give-rights') && !mayActForCustomers(who.user, task))
    return { card: rightUnchangedCard(say, say('rights.yours-to-give'), ownRightsButton(say, who.person)) };
  const result = await execute({ type: 'ask-for-right', commandId: commandOfClick(context), partner: who.tenant, by: who.person, byName: who.name, task });
  if (result.kind === 'done') return { card: rightAskedCard(say, { task, asked: result.outcome.asked }) };
  switch (result.refusal.kind) {
    case 'has-right-already':
      return { card: rightUnchangedCard(say, say('rights.has-already')) };
    case 'no-global-admin':
      return { card: rightUnchangedCard(say, say('rights.no-global-admin')) };
  }
}

/** A global admin's answer to a request. */
export async function settleRightRequest(context: Here, { person, verdict }: Click<'settle-right-request'>): Promise<Answered> {
  const { who, say, execute } = context;
  const command = { commandId: commandOfClick(context), partner: who.tenant, by: who.person, byName: who.name, person, verdict };
  const result = await execute({ type: 'settle-right-request', ...command });
  if (result.kind === 'done') return { card: rightDecidedCard(say, { settled: result.outcome }) };
  switch (result.refusal.kind) {
    case 'not-a-global-admin':
      return { card: rightUnchangedCard(say, say('rights.only-global-admin')) };
    case 'request-not-found':
      return { card: rightUnchangedCard(say, say('rights.request-gone')) };
    case 'settled-otherwise':
      return { card: rightDecidedCard(say, { settled: result.refusal.settled, isTooLate: true }) };
  }
}
