import { z } from 'zod';
import { SubscriptionId, TermId } from '../../../domain/shared/ids.ts';
import { ChosenCustomer } from '../../conversation/steps/choose-customer.ts';

/** What the conversation has been told, by step. */
export const Answers = z
  .object({
    customer: ChosenCustomer,
    subscription: z.object({ subscription: SubscriptionId }),
    what: z.discriminatedUnion('what', [
      z.object({ what: z.literal('seats') }),
      /** As it was offered: a yes to switching it off is not one to switching it on. */
      z.object({ what: z.literal('auto-renewal'), autoRenews: z.boolean() }),
      z.object({ what: z.literal('cancel') }),
    ]),
    seats: z.object({ term: TermId, seats: z.number() }),
  })
  .partial();
export type Answers = Required<z.infer<typeof Answers>>;
