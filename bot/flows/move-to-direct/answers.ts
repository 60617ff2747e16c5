import { z } from 'zod';
import { Day } from '../../../domain/shared/dates.ts';
import { SubscriptionId, TermId } from '../../../domain/shared/ids.ts';
import { ChosenCustomer } from '../../conversation/steps/choose-customer.ts';

/** What the conversation has been told, by step. */
export const Answers = z
  .object({
    customer: ChosenCustomer,
    end: z.object({ subscription: SubscriptionId, term: TermId, endsOn: Day }),
  })
  .partial();
export type Answers = Required<z.infer<typeof Answers>>;
