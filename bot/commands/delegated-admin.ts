import { DelegatedAdminEnded } from '../../domain/delegated-admin/commands.ts';
import { decideEndDelegatedAdmin } from '../../domain/delegated-admin/end-delegated-admin.ts';
import type { Handler } from './handler.ts';
import { handler } from './handler.ts';
import { customerAndUsers, reachableAdmins, reachableAtPartner } from './people.ts';

export const endDelegatedAdmin: Handler<'end-delegated-admin'> = handler({
  outcome: DelegatedAdminEnded,
  load: async (command, reading) => {
    const relationship = await reading.read('relationship', command.relationship);
    const { customer, users } = await customerAndUsers(relationship?.customer, reading);
    const offer = relationship === undefined ? undefined : await reading.read('offer', relationship.offer);
    const ofPartner = offer === undefined ? [] : await reachableAtPartner(offer, customer, reading);
    return {
      relationship,
      user: await reading.read('partner-user', command.by),
      customer,
      users,
      offer,
      reachable: [...ofPartner, ...(await reachableAdmins(customer, users, reading))],
    };
  },
  decide: decideEndDelegatedAdmin,
});
