import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { customerTasksCard } from '../../../cards/customer-tasks.card.ts';
import type { TasksPartView } from '../../../cards/customer-tasks.card.ts';
import { mayActForCustomers } from '../../../domain/company/rights.ts';
import type { Customer, HandOff } from '../../../domain/customers/records.ts';
import type { Context } from '../context.ts';
import type { PartnerPerson } from '../who.ts';
import { placeAfter } from './list.ts';
import { defaultOwnerOf } from './owners.ts';
import { taskSubjectsOf } from './task-subjects.ts';

type Here = Pick<Context<PartnerPerson>, 'book' | 'who' | 'say'>;
const mostRead = 500;
const rowsPerCard = 4;

/** What is still to be done at Microsoft for a customer, of whoever's list; above it what has just been confirmed. */
export async function customerTasks(context: Here, customer: Customer, after?: string, confirmed?: HandOff): Promise<AdaptiveCard> {
  const { book, say, who } = context;
  const page = await book.list('hand-offs-of-customer', { key: customer.id, limit: mostRead });
  const open = page.rows.map(({ value }) => value).filter((handOff) => handOff.confirmed === undefined);
  const from = placeAfter(after, open.length);
  const isReadOnly = !mayActForCustomers(who.user, 'checklist');
  const rows = await Promise.all(
    open.slice(from, from + rowsPerCard).map(async (handOff): Promise<TasksPartView['rows'][number]> => ({
      handOff,
      isReadOnly,
      customer: customer.name,
      about: await taskSubjectsOf(context, handOff),
      whose: await whoseIs(context, handOff),
    })),
  );
  return customerTasksCard(say, {
    ...{ customer, from, total: open.length, rows },
    ...(confirmed === undefined ? {} : { confirmed: { handOff: confirmed, customer: customer.name } }),
  });
}

/** Of somebody who is gone, the default owner has it. */
async function whoseIs(context: Here, { owner, ownerName }: HandOff): Promise<string> {
  const known = (await context.book.read('partner-user', owner))?.value;
  if (known?.tenant === context.who.tenant) return ownerName;
  return (await defaultOwnerOf(context))?.name ?? ownerName;
}
