import type { CardAction } from '../../cards/actions.ts';
import { notAllowedCard } from '../../cards/conversation.card.ts';
import { toDoCard } from '../../cards/to-do.card.ts';
import type { ToDoView } from '../../cards/to-do.card.ts';
import type { HandOff } from '../../domain/customers/records.ts';
import { commandOfClick } from '../conversation/clicked.ts';
import type { Answered, Context, Page } from '../conversation/context.ts';
import { customerTasks } from '../conversation/customers/customer-tasks.ts';
import { placeAfter } from '../conversation/customers/list.ts';
import { toDoOf } from '../conversation/customers/owners.ts';
import { taskSubjectsOf } from '../conversation/customers/task-subjects.ts';
import { mendOf } from '../conversation/own-company/mending.ts';
import { ownCustomer } from '../conversation/steps/choose-customer.ts';
import type { PartnerPerson } from '../conversation/who.ts';

type Here = Context<PartnerPerson>;
const rowsPerCard = 5;

/** What this person still has to do at Microsoft. */
export const toDo: Page = { show: async (context, after) => toDoCard(context.say, await listed(context, after)) };

/** "Microsoft has taken the keys": recorded with name and day, and the list is shown without it. */
export async function confirmHandOff(context: Here, action: Extract<CardAction, { readonly verb: 'confirm-hand-off' }>): Promise<Answered> {
  const { who, say, book, execute } = context;
  const commandId = commandOfClick(context);
  const result = await execute({ type: 'confirm-hand-off', commandId, partner: who.tenant, by: who.person, byName: who.name, handOff: action.handOff });
  if (result.kind === 'done') {
    const stored = await book.read('hand-off', action.handOff);
    const from = stored === undefined || action.from === undefined ? undefined : await ownCustomer(context, stored.value.customer);
    if (from !== undefined) return { card: await customerTasks(context, from, undefined, stored?.value) };
    const card = toDoCard(say, {
      ...(await listed(context)),
      ...(stored === undefined ? {} : { confirmed: { handOff: stored.value, customer: await customerName(context, stored.value) } }),
    });
    return { card };
  }
  switch (result.refusal.kind) {
    case 'hand-off-not-found':
      return { card: toDoCard(say, { ...(await listed(context)), notFound: true }) };
    case 'person-lacks-right':
      return {
        card: notAllowedCard(say, { title: 'intent.to-do', because: say('eligibility.person-limited'), ask: 'checklist', mend: await mendOf(context) }),
      };
  }
}

async function listed(context: Here, after?: string): Promise<ToDoView> {
  const { total, rows: rowsOf } = await toDoOf(context);
  const from = placeAfter(after, total);
  const handOffs = await rowsOf(from, rowsPerCard);
  const rows = await Promise.all(
    handOffs.map(async (handOff) => ({
      handOff,
      ...passedFrom(context, handOff),
      customer: await customerName(context, handOff),
      about: await taskSubjectsOf(context, handOff),
    })),
  );
  const next = from + rows.length;
  return { rows, ...(next < total ? { next: String(next) } : {}) };
}

/** Whose it was, where it has passed to the reader. */
function passedFrom({ who }: Here, { owner, ownerName }: HandOff): { readonly passedFrom?: string } {
  return owner === who.person ? {} : { passedFrom: ownerName };
}

async function customerName({ book }: Here, { customer }: HandOff): Promise<string> {
  return (await book.read('customer', customer))?.value.name ?? customer;
}
