import type { About } from '../../../cards/actions.ts';
import type { At } from '../flow.ts';
import { ownCustomer } from '../steps/choose-customer.ts';
import type { ChosenCustomer } from '../steps/choose-customer.ts';

/** What a conversation about one customer begins with, from a card of that customer; nothing for another partner's. */
export async function aboutCustomer({ customer }: About, at: Pick<At<unknown>, 'book' | 'who'>): Promise<{ readonly customer?: ChosenCustomer }> {
  const own = customer === undefined ? undefined : await ownCustomer(at, customer);
  return own === undefined ? {} : { customer: { customer: own.id, name: own.name } };
}
