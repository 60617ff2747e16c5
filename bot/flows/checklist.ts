import type { CardAction } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { checklistCard, checklistProblemCard, checklistsCard } from '../../cards/checklist.card.ts';
import type { ChecklistsView } from '../../cards/checklist.card.ts';
import { mayActForCustomers } from '../../domain/company/rights.ts';
import type { Checklist } from '../../domain/customers/records.ts';
import { commandOfClick } from '../conversation/clicked.ts';
import type { SubscriptionId } from '../../domain/shared/ids.ts';
import { plans } from '../../domain/shared/plans.ts';
import type { Answered, Context, Page } from '../conversation/context.ts';
import type { PartnerPerson } from '../conversation/who.ts';

type Here = Context<PartnerPerson>;
type Click<V extends CardAction['verb']> = Extract<CardAction, { readonly verb: V }>;
const rowsPerCard = 5;

/** Subscriptions whose tasks after set-up are not all settled. */
export const checklists: Page = {
  show: async (context, after) => {
    const page = await context.book.list('checklists-of-partner', { key: context.who.tenant, limit: rowsPerCard, ...(after === undefined ? {} : { after }) });
    const rows = await Promise.all(page.rows.map(async ({ value }) => rowOf(context, value)));
    return checklistsCard(context.say, { rows, ...(page.next === undefined ? {} : { next: page.next }) });
  },
};

/** The checklist of one subscription. */
export async function showChecklist(context: Here, { subscription }: Click<'show-checklist'>): Promise<Answered> {
  return { card: await cardOf(context, subscription) };
}

/** Marks one task done, not needed, or open again. */
export async function markChecklist(context: Here, { subscription, item, status }: Click<'mark-checklist'>): Promise<Answered> {
  const { who, say, execute } = context;
  const commandId = commandOfClick(context);
  const result = await execute({ type: 'mark-checklist', commandId, partner: who.tenant, by: who.person, byName: who.name, subscription, item, status });
  if (result.kind === 'done') return { card: await cardOf(context, subscription) };
  switch (result.refusal.kind) {
    case 'checklist-not-found':
      return { card: checklistProblemCard(say, say('checklist.not-found')) };
    case 'person-lacks-right':
      return { card: checklistProblemCard(say, say('eligibility.person-limited'), 'checklist') };
  }
}

async function cardOf(context: Here, subscription: SubscriptionId): Promise<AdaptiveCard> {
  const { who, say, book } = context;
  const stored = await book.read('checklist', subscription);
  if (stored?.value.partner !== who.tenant) return checklistProblemCard(say, say('checklist.not-found'));
  const { customer, plan } = await rowOf(context, stored.value);
  return checklistCard(say, { checklist: stored.value, customer, plan, mayMark: mayActForCustomers(who.user, 'checklist') });
}

async function rowOf({ book }: Here, checklist: Checklist): Promise<ChecklistsView['rows'][number]> {
  const [customer, subscription] = await Promise.all([book.read('customer', checklist.customer), book.read('subscription', checklist.subscription)]);
  return {
    checklist,
    customer: customer?.value.name ?? checklist.customer,
    plan: subscription === undefined ? '' : plans[subscription.value.plan].name,
    open: Object.values(checklist.items).filter((item) => item.status === 'open').length,
  };
}
