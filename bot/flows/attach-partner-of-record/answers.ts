import { z } from 'zod';
import { SubscriptionId } from '../../../domain/shared/ids.ts';
import { ChosenCustomer } from '../../conversation/steps/choose-customer.ts';

/** What the conversation has been told, by step. */
export const Answers = z
  .object({
    customer: ChosenCustomer,
    subscriptions: z.object({ subscriptions: z.array(SubscriptionId).min(1) }),
    partner: z.object({ partnerId: z.string() }),
  })
  .partial();
export type Answers = Required<z.infer<typeof Answers>>;
