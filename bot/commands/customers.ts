import { CustomerEdited, CustomerUserKept } from '../../domain/customers/acting-commands.ts';
import { AdminEmailCorrected, ChecklistMarked, HandOffConfirmed, PersonRecognised } from '../../domain/customers/commands.ts';
import type { ConfirmHandOff } from '../../domain/customers/commands.ts';
import type { ConfirmHandOffState } from '../../domain/customers/confirm-hand-off.ts';
import { decideConfirmHandOff } from '../../domain/customers/confirm-hand-off.ts';
import { decideCorrectAdminEmail } from '../../domain/customers/correct-admin-email.ts';
import { decideEditCustomer } from '../../domain/customers/edit-customer.ts';
import { decideKeepCustomerUser } from '../../domain/customers/keep-customer-user.ts';
import { decideMarkChecklist } from '../../domain/customers/mark-checklist.ts';
import { decideRecognisePerson } from '../../domain/customers/recognise-person.ts';
import type { Handler } from './handler.ts';
import { handler } from './handler.ts';
import { customerAndUsers, isTenantOfAnother } from './people.ts';
import type { Reading } from './reading.ts';

export const correctAdminEmail: Handler<'correct-admin-email'> = handler({
  outcome: AdminEmailCorrected,
  load: async (command, reading) => ({
    user: await reading.read('partner-user', command.by),
    customer: await reading.read('customer', command.customer),
    admin: await reading.read('customer-user', command.userId),
    taken: command.newUserId === command.userId ? undefined : await reading.read('customer-user', command.newUserId),
    // Whoever leaves another one for this person writes their record: reading that guards the list.
    handOffs: await reading.list('hand-offs-of-customer', { key: command.customer }),
  }),
  decide: decideCorrectAdminEmail,
});

export const confirmHandOff: Handler<'confirm-hand-off'> = handler({
  outcome: HandOffConfirmed,
  load: loadHandOff,
  decide: decideConfirmHandOff,
});

async function loadHandOff(command: ConfirmHandOff, reading: Reading): Promise<ConfirmHandOffState> {
  const user = await reading.read('partner-user', command.by);
  const handOff = await reading.read('hand-off', command.handOff);
  switch (handOff?.what) {
    case 'redeem-keys': {
      // Every redemption that opens another hand-off writes the subscription, so that reading it guards the list against newcomers.
      const subscription = await reading.read('subscription', handOff.subscription);
      return { user, handOff, subscription, handOffs: await reading.list('hand-offs-of-customer', { key: handOff.customer }) };
    }
    case 'attach-partner-of-record': {
      const checklists = await Promise.all(handOff.subscriptions.map((subscription) => reading.read('checklist', subscription)));
      return { user, handOff, checklists: checklists.filter((checklist) => checklist !== undefined) };
    }
    case 'set-up-accepted-offer':
    case 'request-delegated-admin':
    case 'end-delegated-admin':
    case 'change-subscription':
    case 'new-password':
    case 'customer-user':
    case 'move-to-direct':
    case undefined:
      return { user, handOff };
  }
}

export const recognisePerson: Handler<'recognise-person'> = handler({
  outcome: PersonRecognised,
  load: async (command, reading) => {
    const found = await Promise.all(command.candidates.map(async (id) => ({ id, user: await reading.read('customer-user', id) })));
    return {
      ...(await customerAndUsers(command.customer, reading)),
      found: found.flatMap(({ id, user }) => (user === undefined ? [] : [{ id, user }])),
      tenantIsAnothers: await isTenantOfAnother(command.by, command.customer, command.partner, reading),
    };
  },
  decide: decideRecognisePerson,
});

export const markChecklist: Handler<'mark-checklist'> = handler({
  outcome: ChecklistMarked,
  load: async (command, reading) => ({
    user: await reading.read('partner-user', command.by),
    checklist: await reading.read('checklist', command.subscription),
  }),
  decide: decideMarkChecklist,
});

export const editCustomer: Handler<'edit-customer'> = handler({
  outcome: CustomerEdited,
  load: async (command, reading) => {
    const customer = await reading.read('customer', command.customer);
    return {
      user: await reading.read('partner-user', command.by),
      customer,
      ownerBefore: customer?.owner === undefined ? undefined : await reading.read('partner-user', customer.owner),
      owner: command.owner === undefined ? undefined : await reading.read('partner-user', command.owner),
    };
  },
  decide: decideEditCustomer,
});

export const keepCustomerUser: Handler<'keep-customer-user'> = handler({
  outcome: CustomerUserKept,
  load: async (command, reading) => {
    const known = await reading.read('customer-user', command.user);
    const { licensedIn } = command;
    const heldIn = known?.licensedIn;
    const holders = licensedIn === undefined ? [] : await reading.list('users-of-subscription', { key: licensedIn });
    return {
      user: await reading.read('partner-user', command.by),
      customer: await reading.read('customer', command.customer),
      known,
      subscription: licensedIn === undefined ? undefined : await reading.read('subscription', licensedIn),
      heldByOthers: holders.filter((holder) => holder.upn !== known?.upn).length,
      held: heldIn === undefined ? undefined : await reading.read('subscription', heldIn),
      // Whoever leaves another one for this person writes their record: reading that guards the list.
      handOffs: await reading.list('hand-offs-of-customer', { key: command.customer }),
    };
  },
  decide: decideKeepCustomerUser,
});
