import type { Customer } from '../customers/records.ts';
import type { Day, Instant } from '../shared/dates.ts';
import type { CommandId, CustomerId, PersonId } from '../shared/ids.ts';
import { tenantOf } from '../shared/ids.ts';
import type { Outgoing } from '../shared/outbox.ts';
import { outgoing } from '../shared/outbox.ts';
import type { Put } from '../shared/store.port.ts';
import type { Offer, OfferAnswer } from './records.ts';

/** The offer itself, to each of these admins. One that still waits for somebody is that message from now on: they get it once. */
export function tellSent(offer: Offer, admins: readonly PersonId[], at: Instant): readonly Put[] {
  return admins.map((recipient) =>
    outgoing(`offer-sent|${offer.id}|${recipient}`, { partner: offer.partner, recipient, dueAt: at }, { topic: 'offer-sent', offer: offer.id }),
  );
}

/** What a message about a change needs. */
interface Change {
  readonly causedBy: PersonId;
  readonly commandId: CommandId;
  readonly at: Instant;
}

/** Everybody in whose chat the offer stands sees it change. */
export function tellChanged(offer: Pick<Offer, 'id' | 'partner'>, change: Change): Put {
  return changed(offer, change, { topic: 'offer-changed', offer: offer.id });
}

/** What came of it for one customer: it changes the cards of that customer's people, of who answered, and of the partner's; nobody else's. */
export function tellChangedFor(customer: CustomerId, offer: Pick<Offer, 'id' | 'partner'>, change: Change): Put {
  return changed(offer, change, { topic: 'offer-changed', offer: offer.id, customer });
}

function changed({ id, partner }: Pick<Offer, 'id' | 'partner'>, { causedBy, commandId, at }: Change, what: Outgoing): Put {
  return outgoing(`offer-changed|${id}|${commandId}`, { partner, recipient: causedBy, dueAt: at }, what);
}

/** The id of the message that this customer has answered: made once for each state, however many click. */
export function answeredMessageId(offer: Offer, customer: CustomerId, state: OfferAnswer['state'], recipient: PersonId): string {
  return `offer-answered|${offer.id}|${customer}|${state}|${recipient}`;
}

/** That this customer has answered, to the partner. */
export function tellAnswered(offer: Offer, { customer, state }: Pick<OfferAnswer, 'customer' | 'state'>, recipient: PersonId, at: Instant): Put {
  const id = answeredMessageId(offer, customer, state, recipient);
  return outgoing(id, { partner: offer.partner, recipient, dueAt: at }, { topic: 'offer-answered', offer: offer.id, customer });
}

/** The id of the message that many answers wait to be confirmed: one for each offer and day. */
export function answersWaitId(offer: Pick<Offer, 'id'>, day: Day, recipient: PersonId): string {
  return `answers-wait|${offer.id}|${day}|${recipient}`;
}

/** The id of the message that somebody asks to be named as an admin; asked again, it may still wait. */
export function adminAskedMessageId(customer: CustomerId, asker: PersonId, recipient: PersonId): string {
  return `admin-asked|${customer}|${asker}|${recipient}`;
}

/** The id of the partner's answer to that. */
export function adminSettledMessageId(customer: CustomerId, asker: PersonId): string {
  return `admin-settled|${customer}|${asker}`;
}

/** How many answers wait to be confirmed, to the partner: in place of a message for each. */
export function tellAnswersWait(offer: Offer, day: Day, recipient: PersonId, at: Instant): Put {
  return outgoing(answersWaitId(offer, day, recipient), { partner: offer.partner, recipient, dueAt: at }, { topic: 'answers-wait', offer: offer.id });
}

/**
 * Whom to tell at the partner: who sent it if the assistant can write to them, else who looks after the customer, else who does by default;
 * else who sent it all the same, and the message waits for them. `reachable` names nobody who is none of the partner's people any more.
 */
export function recipientAtPartner(offer: Pick<Offer, 'sentBy'>, customer: Pick<Customer, 'owner'> | undefined, reachable: readonly PersonId[]): PersonId {
  const wanted = [offer.sentBy, ...(customer?.owner === undefined ? [] : [customer.owner])];
  const standIn = reachable.find((person) => tenantOf(person) === tenantOf(offer.sentBy));
  return wanted.find((person) => reachable.includes(person)) ?? standIn ?? offer.sentBy;
}
