import type { PartnerUser } from '../company/records.ts';
import { mayActForCustomers } from '../company/rights.ts';
import { adminPersons, isAdminOf } from '../customers/admins.ts';
import type { Customer, CustomerUser, HandOff } from '../customers/records.ts';
import type { Offer } from '../offers/records.ts';
import { recipientAtPartner, tellChangedFor } from '../offers/telling.ts';
import { happened } from '../shared/audit.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Instant } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { PersonId } from '../shared/ids.ts';
import { tenantOf } from '../shared/ids.ts';
import { outgoing } from '../shared/outbox.ts';
import type { Put } from '../shared/store.port.ts';
import type { DelegatedAdminEnded, EndDelegatedAdmin, EndDelegatedAdminRefusal } from './commands.ts';
import type { Relationship } from './records.ts';
import { isActive } from './term.ts';

/** What must be known to end delegated administration; each absent one is `undefined`. */
export interface EndDelegatedAdminState {
  readonly relationship: Relationship | undefined;
  /** The person, if one of the partner's own. */
  readonly user: PartnerUser | undefined;
  readonly customer: Customer | undefined;
  readonly users: readonly CustomerUser[];
  /** The offer by which it was granted. */
  readonly offer: Offer | undefined;
  /** Of both sides, those to whom the assistant can write. */
  readonly reachable: readonly PersonId[];
}

/** Ends it at once in the book; at Microsoft somebody of the partner still has to. The other side is told. */
export function decideEndDelegatedAdmin(
  state: EndDelegatedAdminState,
  command: EndDelegatedAdmin,
  now: Date,
): Decision<DelegatedAdminEnded, EndDelegatedAdminRefusal> {
  const { relationship, customer, offer } = state;
  if (relationship === undefined || customer === undefined || offer === undefined) return refuse({ kind: 'relationship-not-found' });
  const side = sideOf(relationship, customer, command.by);
  if (side === undefined) return refuse({ kind: 'relationship-not-found' });
  if (!mayEnd(state, customer, side, command.by)) return refuse({ kind: 'person-lacks-right' });
  if (!isActive(relationship, dayOf(now))) return refuse({ kind: 'over-already' });

  const at = instantOf(now);
  const { by: person, byName: name } = command;
  const ended: Relationship = { ...relationship, ended: { at, side, person, name } };
  const otherSide =
    side === 'partner'
      ? adminPersons(customer, state.users).filter((admin) => state.reachable.includes(admin))
      : [recipientAtPartner(offer, customer, state.reachable)];
  const handOff = handOffOf(ended, command, side === 'partner' ? { person, name } : { person: offer.sentBy, name: offer.sentByName }, at);
  return changes(
    { kind: 'delegated-admin-ended', relationship: ended.id, at, by: name },
    {
      put: [
        { kind: 'relationship', id: ended.id, value: ended },
        { kind: 'hand-off', id: handOff.id, value: handOff },
        ...otherSide.map((recipient) => toldOf(ended, recipient, at)),
        tellChangedFor(relationship.customer, offer, { causedBy: person, commandId: command.commandId, at }),
      ],
      events: [
        happened({ ...command, partner: ended.partner }, at, 'delegated-admin-ended', `relationship:${ended.id}`, {
          customer: customer.id,
          after: { customer: customer.name, side },
        }),
      ],
    },
  );
}

/** Whoever is of neither side hears that there is nothing. */
function sideOf(relationship: Relationship, customer: Customer, by: PersonId): 'partner' | 'customer' | undefined {
  const tenant = tenantOf(by);
  if (tenant === relationship.partner) return 'partner';
  return tenant === customer.tenant ? 'customer' : undefined;
}

function mayEnd({ user, users }: EndDelegatedAdminState, customer: Customer, side: 'partner' | 'customer', by: PersonId): boolean {
  if (side === 'customer') return isAdminOf(by, customer, users);
  return user?.tenant === customer.partner && mayActForCustomers(user, 'delegated-admin-offer');
}

function handOffOf(
  relationship: Relationship,
  command: EndDelegatedAdmin,
  owner: { readonly person: PersonId; readonly name: string },
  createdAt: Instant,
): HandOff {
  const { partner, customer } = relationship;
  return {
    ...{ id: command.handOff, partner, customer, owner: owner.person, ownerName: owner.name, createdAt },
    what: 'end-delegated-admin',
    relationship: relationship.id,
  };
}

function toldOf({ id, partner }: Relationship, recipient: PersonId, at: Instant): Put {
  return outgoing(`delegation-ended|${id}|${recipient}`, { partner, recipient, dueAt: at }, { topic: 'delegation-ended', relationship: id });
}
