import { z } from 'zod';
import { ProgrammeKind, StandingFact } from '../../../domain/company/records.ts';

/** How the company stands, and its numbers. */
export const Answers = z
  .object({
    programme: z.object({ programme: ProgrammeKind, facts: z.array(StandingFact) }),
    details: z.object({ partnerId: z.string().optional(), openAgreementNumber: z.string().optional(), distributor: z.string().optional() }),
  })
  .partial();
export type Answers = Required<z.infer<typeof Answers>>;
