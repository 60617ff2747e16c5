import type { PlanId } from '../domain/shared/plans.ts';
import { plans } from '../domain/shared/plans.ts';
import type { CustomerId } from '../domain/shared/ids.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { partActions, partHead } from './customer-part.ts';
import type { PartView } from './customer-part.ts';
import { buttons, card, note, text } from './kit.ts';
import type { Say } from './messages/say.ts';

export interface UserRow {
  /** Record id. */
  readonly id: string;
  readonly name: string;
  readonly upn: string;
  readonly isAdmin: boolean;
  /** Of the subscription whose licence they hold. */
  readonly plan?: PlanId;
}

export interface UsersPartView extends PartView {
  readonly rows: readonly UserRow[];
}

/** The people of a customer, six at a time. */
export function customerUsersCard(say: Say, view: UsersPartView): AdaptiveCard {
  const head = partHead(say, view, 'users');
  const add = execute(
    say('intent.keep-customer-user'),
    { verb: 'begin', flow: 'keep-customer-user', about: { customer: view.customer.id } },
    { associatedInputs: 'none' },
  );
  return card(say, {
    ...head,
    body: [...head.body, ...(view.rows.length === 0 ? [note(say('customers.no-users'))] : view.rows.map((row) => rowOf(say, view.customer.id, row)))],
    actions: partActions(say, view, 'users', add),
  });
}

function rowOf(say: Say, customer: CustomerId, { id, name, upn, isAdmin, plan }: UserRow): Element {
  const about = { customer, user: id };
  return {
    type: 'Container',
    separator: true,
    items: [
      text(name, { weight: 'Bolder' }),
      note([upn, ...(isAdmin ? [say('customers.admin')] : []), plan === undefined ? say('customers.no-licence') : plans[plan].name].join(' · ')),
      buttons([
        execute(say('customers.edit-user'), { verb: 'begin', flow: 'keep-customer-user', about }, { associatedInputs: 'none' }),
        execute(say('customers.new-password'), { verb: 'begin', flow: 'request-new-password', about }, { associatedInputs: 'none' }),
      ]),
    ],
  };
}
