import { z } from 'zod';
import { CompanyRole, Preset } from '../../../domain/company/records.ts';
import { ObjectId } from '../../../domain/shared/ids.ts';
import { Language } from '../../../domain/shared/language.ts';

/** Who it is, and what they may do. */
export const Answers = z
  .object({
    person: z.object({ objectId: ObjectId, name: z.string(), email: z.string().optional() }),
    rights: z.object({ preset: Preset, companyRole: CompanyRole, language: Language.optional(), timeZone: z.string().optional() }),
  })
  .partial();
export type Answers = Required<z.infer<typeof Answers>>;
