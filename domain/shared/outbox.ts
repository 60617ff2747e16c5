import { z } from 'zod';
import { Day } from './dates.ts';
import type { Instant } from './dates.ts';
import type { PersonId, TenantId } from './ids.ts';
import { CustomerId, OfferId, PersonId as Person, RelationshipId, SubscriptionId, TermId } from './ids.ts';
import type { Put } from './store.port.ts';

/**
 * What the assistant says unasked, by topic, with the ids it is about: the card is drawn from the book when it goes out,
 * so that it tells what is true then.
 */
export const Outgoing = z.discriminatedUnion('topic', [
  /** To an admin of the customer: the offer, to answer. */
  z.object({ topic: z.literal('offer-sent'), offer: OfferId }),
  /** To who sent it: this customer has answered, or somebody says they did. */
  z.object({ topic: z.literal('offer-answered'), offer: OfferId, customer: CustomerId }),
  /** To who sent it: so many answers wait to be confirmed that they are not told one by one. */
  z.object({ topic: z.literal('answers-wait'), offer: OfferId }),
  /**
   * The cards change in place: everybody's in whose chat the offer stands; those at the partner only; or those that tell of one customer,
   * theirs and the partner's. Repeating it does no harm.
   */
  z.object({ topic: z.literal('offer-changed'), offer: OfferId, only: z.literal('partner').optional(), customer: CustomerId.optional() }),
  /** To the partner's person: somebody of the customer asks to be named as admin. */
  z.object({ topic: z.literal('admin-asked'), customer: CustomerId, person: Person }),
  /** To who asked: the answer of the partner. */
  z.object({ topic: z.literal('admin-settled'), customer: CustomerId, person: Person }),
  /** To each global admin: one of the partner's people asks for a right. */
  z.object({ topic: z.literal('right-asked'), person: Person }),
  /** To who asked; for which task, and who decided. */
  z.object({ topic: z.literal('right-settled'), verdict: z.enum(['granted', 'refused']), task: z.string().max(40), by: Person }),
  /** To the side that did not end it. */
  z.object({ topic: z.literal('delegation-ended'), relationship: RelationshipId }),
  /** To one person, in their morning: everything that waits to be told them (domain/renewals/records.ts, Digest). `after`: that page of it, drawn anew. */
  z.object({ topic: z.literal('digest'), digest: z.string().max(300), after: z.string().max(20).optional() }),
  /** To the owner at the partner, at once: one change that does not wait for the digest. The record id of the news. */
  z.object({ topic: z.literal('change-told'), news: z.string().max(300) }),
  /** To the owner at the partner, at once: what the customer wants. The record id of the plan. */
  z.object({ topic: z.literal('renewal-wished'), plan: z.string().max(300) }),
  /** To everybody in whose chat a card speaks of it: the cards change in place. Repeating it does no harm; its recipient is whoever caused it. */
  z.object({ topic: z.literal('subscription-changed'), subscription: SubscriptionId, term: TermId.optional(), endsOn: Day.optional() }),
]);
export type Outgoing = z.infer<typeof Outgoing>;

/**
 * One message to one person, to be committed with what it is about. `id` makes it unique: the same message is never queued twice.
 *
 * `offer-changed` and `subscription-changed` have no single reader; their recipient is whoever caused it.
 */
export function outgoing(id: string, to: { readonly partner: TenantId; readonly recipient: PersonId; readonly dueAt: Instant }, what: Outgoing): Put {
  const { topic, ...facts } = what;
  return { kind: 'outbox', id, value: { partner: to.partner, recipient: to.recipient, topic, facts, dueAt: to.dueAt, tries: 0 } };
}
