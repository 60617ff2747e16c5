import type { CardAction } from '../../cards/actions.ts';
import { customerNotFoundCard } from '../../cards/customers.card.ts';
import { customerCardOf, customerPartCard } from '../conversation/customers/customer-cards.ts';
import { customersPage, searchedFor } from '../conversation/customers/list.ts';
import type { Answered, Clicks, Context, Page } from '../conversation/context.ts';
import { draftOf } from '../conversation/flow.ts';
import { ownCustomer } from '../conversation/steps/choose-customer.ts';
import type { PartnerPerson } from '../conversation/who.ts';

type Here = Context<PartnerPerson>;
type Click<V extends CardAction['verb']> = Extract<CardAction, { readonly verb: V }>;

/** The partner's customers: a list, or a search where there are a hundred and more. Everybody at the partner may read them. */
export const customers: Page = { show: customersPage };

/** Finding and opening customers. Whoever belongs to another partner is not in the book. */
export const customerClicks: Pick<Clicks, 'find-customers' | 'show-customer' | 'show-customer-part'> = {
  'find-customers': find,
  'show-customer': async (context, { customer }) => {
    const own = await ownCustomer(context, customer);
    return { card: own === undefined ? customerNotFoundCard(context.say) : await customerCardOf(context, own) };
  },
  'show-customer-part': async (context, { customer, part, after }) => {
    const own = await ownCustomer(context, customer);
    return { card: own === undefined ? customerNotFoundCard(context.say) : await customerPartCard(context, own, part, after) };
  },
};

async function find(context: Here, { after }: Click<'find-customers'>, inputs: object): Promise<Answered> {
  const sought = await searchedFor(context, draftOf(inputs, ['find'])['find'] ?? '', after);
  return { card: sought.kind === 'card' ? sought.card : await customerCardOf(context, sought.customer) };
}
