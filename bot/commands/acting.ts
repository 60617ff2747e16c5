import { ChangeUndone, NewPasswordRequested, SubscriptionChanged } from '../../domain/customers/acting-commands.ts';
import { decideChangeSubscription } from '../../domain/customers/change-subscription.ts';
import { decideRequestNewPassword } from '../../domain/customers/request-new-password.ts';
import { decideUndoChange } from '../../domain/customers/undo-change.ts';
import { ServiceRequestMoved, ServiceRequestNoted, ServiceRequestOpened } from '../../domain/service-requests/commands.ts';
import type { MoveServiceRequest, NoteServiceRequest } from '../../domain/service-requests/commands.ts';
import type { FollowServiceRequestState } from '../../domain/service-requests/move-service-request.ts';
import { decideMoveServiceRequest, decideNoteServiceRequest } from '../../domain/service-requests/move-service-request.ts';
import { decideOpenServiceRequest } from '../../domain/service-requests/open-service-request.ts';
import type { CustomerId } from '../../domain/shared/ids.ts';
import type { Handler } from './handler.ts';
import { handler } from './handler.ts';
import type { Reading } from './reading.ts';

export const changeSubscription: Handler<'change-subscription'> = handler({
  outcome: SubscriptionChanged,
  load: async (command, reading) => {
    const subscription = await reading.read('subscription', command.subscription);
    const customer = subscription === undefined ? undefined : await reading.read('customer', subscription.customer);
    return {
      ...(await whoActs(command, customer?.id, reading)),
      subscription,
      customer,
      // Whoever gives a licence of it, or opens another hand-off for it, writes the subscription: reading that guards both lists.
      assigned: (await reading.list('users-of-subscription', { key: command.subscription })).length,
      handOffs: customer === undefined ? [] : await reading.list('hand-offs-of-customer', { key: customer.id }),
    };
  },
  decide: decideChangeSubscription,
});

export const undoChange: Handler<'undo-change'> = handler({
  outcome: ChangeUndone,
  load: async (command, reading) => {
    const handOff = await reading.read('hand-off', command.handOff);
    const subscription = handOff?.what === 'change-subscription' ? await reading.read('subscription', handOff.subscription) : undefined;
    return {
      user: await reading.read('partner-user', command.by),
      handOff,
      subscription,
      customer: subscription === undefined ? undefined : await reading.read('customer', subscription.customer),
      // Whoever gives a licence of it writes the subscription, too.
      assigned: subscription === undefined ? 0 : (await reading.list('users-of-subscription', { key: subscription.id })).length,
    };
  },
  decide: decideUndoChange,
});

export const openServiceRequest: Handler<'open-service-request'> = handler({
  outcome: ServiceRequestOpened,
  load: async (command, reading) => ({
    ...(await whoActs(command, command.customer, reading)),
    customer: await reading.read('customer', command.customer),
    subscription: command.subscription === undefined ? undefined : await reading.read('subscription', command.subscription),
  }),
  decide: decideOpenServiceRequest,
});

export const moveServiceRequest: Handler<'move-service-request'> = handler({
  outcome: ServiceRequestMoved,
  load: followed,
  decide: decideMoveServiceRequest,
});

export const noteServiceRequest: Handler<'note-service-request'> = handler({
  outcome: ServiceRequestNoted,
  load: followed,
  decide: decideNoteServiceRequest,
});

async function followed(command: MoveServiceRequest | NoteServiceRequest, reading: Reading): Promise<FollowServiceRequestState> {
  const request = await reading.read('service-request', command.request);
  return { ...(await whoActs(command, request?.customer, reading)), request };
}

/** What `mayActOnBehalf` asks about: the company, the person, and what the customer ever granted. */
async function whoActs(
  { partner, by }: Pick<Parameters<typeof changeSubscription.decide>[0], 'partner' | 'by'>,
  customer: CustomerId | undefined,
  reading: Reading,
) {
  return {
    partner: await reading.read('partner', partner),
    user: await reading.read('partner-user', by),
    relationships: customer === undefined ? [] : await reading.list('relationships-of-customer', { key: customer }),
  };
}

export const requestNewPassword: Handler<'request-new-password'> = handler({
  outcome: NewPasswordRequested,
  load: async (command, reading) => ({
    ...(await whoActs(command, command.customer, reading)),
    customer: await reading.read('customer', command.customer),
    customerUser: await reading.read('customer-user', command.user),
    handOffs: await reading.list('hand-offs-of-customer', { key: command.customer }),
  }),
  decide: decideRequestNewPassword,
});
