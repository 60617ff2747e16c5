import { z } from 'zod';
import { Day } from '../../../domain/shared/dates.ts';
import { CustomerId, SubscriptionId, TermId } from '../../../domain/shared/ids.ts';
import { PlanId, plans } from '../../../domain/shared/plans.ts';

/** A key taken so far. It is sealed with the rest of the answers wherever they rest. */
const TakenKey = z.object({
  key: z.string().length(25),
  ending: z.string().length(5),
  /** As the stock said when it was typed; the book is asked again when it is redeemed. */
  stock: z.object({ plan: PlanId, seats: z.int().positive() }).optional(),
});
export type TakenKey = z.infer<typeof TakenKey>;

/** What the conversation has been told, by step. The agreement's fields depend on its kind. */
export const Answers = z
  .object({
    /** Begun from this customer's card: their subscriptions are the ones to choose from. */
    customer: CustomerId,
    /** Begun from the card of a renewal: the plan of what is renewed, so that keys of it do not ask again which subscription. */
    renews: PlanId,
    acknowledgement: z.object({ understood: z.literal('true') }),
    purpose: z.object({ purpose: z.enum(['new-subscription', 'more-users', 'renewal']), people: z.int().positive() }),
    keys: z.array(TakenKey).min(1),
    cards: z.object({ plan: PlanId, seats: z.int().positive() }),
    subscription: z.object({ subscription: SubscriptionId, term: TermId }),
    country: z.object({ country: z.string().length(2) }),
    organisation: z.object({ organisation: z.string(), domain: z.string() }),
    admin: z.object({ adminName: z.string(), adminEmail: z.string() }),
    agreement: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('online-services-agreement') }),
      z.object({ kind: z.literal('open-agreement'), number: z.string() }),
      z.object({
        kind: z.literal('customer-agreement'),
        template: z.string(),
        contactName: z.string(),
        contactEmail: z.string(),
        contactPhone: z.string(),
        agreedOn: Day,
      }),
    ]),
  })
  .partial();
export type Answers = Required<z.infer<typeof Answers>>;

/** The keys taken so far, and what they are worth by what is known now. */
export interface Sum {
  readonly keys: readonly TakenKey[];
  readonly plan: PlanId | undefined;
  readonly seats: number;
  readonly people: number;
  readonly unverified: readonly TakenKey[];
}

export function sumOf(answers: Partial<Answers>): Sum {
  const keys = answers.keys ?? [];
  const unverified = keys.filter((key) => key.stock === undefined);
  const plan = keys.find((key) => key.stock !== undefined)?.stock?.plan ?? answers.cards?.plan;
  const seatsEach = plan === undefined || plans[plan].licencesPerKey === 'one' ? 1 : (answers.cards?.seats ?? 1);
  const seats = keys.reduce((sum, key) => sum + (key.stock?.seats ?? seatsEach), 0);
  return { keys, plan, seats, people: answers.purpose?.people ?? 1, unverified };
}

export function isNew(answers: Partial<Answers>): boolean {
  return answers.purpose?.purpose === 'new-subscription';
}
