import { mayNotActCard } from '../../../cards/may-not-act.card.ts';
import type { DelegatedTask } from '../../../domain/delegated-admin/roles.ts';
import type { At, Step } from '../flow.ts';
import type { ChosenCustomer } from '../steps/choose-customer.ts';
import { mendOf } from '../own-company/mending.ts';
import { ownCustomer } from '../steps/choose-customer.ts';
import { mayNotAct } from './may-act.ts';

/**
 * A step of something done on a customer's behalf: who may not do it is told so in its place, as soon as the customer is chosen,
 * with the way to mend it. Nothing is taken from a form that may not be shown.
 *
 * The command asks again: a relationship can end while somebody types.
 */
export function whereAllowed<A extends { readonly customer: ChosenCustomer }>(taskOf: (at: At<A>) => Promise<DelegatedTask>, step: Step<A>): Step<A> {
  return {
    ...step,
    async show(at) {
      const refused = await refusalOf(at, taskOf);
      return refused === undefined ? step.show(at) : mayNotActCard(at.say, { frame: at.frame, ...refused, mend: await mendOf(at) });
    },
    async take(at, inputs) {
      const refused = await refusalOf(at, taskOf);
      return refused === undefined ? step.take(at, inputs) : { kind: 'problems', problems: [], answers: {}, draft: {} };
    },
  };
}

async function refusalOf<A extends { readonly customer: ChosenCustomer }>(at: At<A>, taskOf: (at: At<A>) => Promise<DelegatedTask>) {
  const id = at.answers.customer?.customer;
  const customer = id === undefined ? undefined : await ownCustomer(at, id);
  if (customer === undefined) return undefined;
  const task = await taskOf(at);
  const because = await mayNotAct(at, customer.id, task);
  return because === undefined ? undefined : { customer, task, because };
}
