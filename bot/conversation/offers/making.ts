import { z } from 'zod';
import type { DelegationTerms } from '../../../domain/delegated-admin/records.ts';
import { RoleId } from '../../../domain/delegated-admin/records.ts';
import { PurchaseLine } from '../../../domain/offers/records.ts';
import type { OfferContent, OfferKind } from '../../../domain/offers/records.ts';
import { Day } from '../../../domain/shared/dates.ts';
import { OfferId } from '../../../domain/shared/ids.ts';
import { Language } from '../../../domain/shared/language.ts';
import { PlanId } from '../../../domain/shared/plans.ts';
import { ChosenCustomer } from '../steps/choose-customer.ts';

/** What the conversations that send an offer have been told, by step. Each of them asks for a part of it. */
export const OfferAnswers = z
  .object({
    customer: ChosenCustomer,
    lines: z.array(PurchaseLine).min(1),
    plan: z.object({ plan: PlanId }),
    form: z.object({ form: z.enum(['gdap', 'classic']) }),
    terms: z.object({ country: z.string().length(2), validUntil: Day, delegation: z.enum(['none', 'gdap', 'classic']) }),
    roles: z.object({ roles: z.array(RoleId).min(1), days: z.int(), name: z.string(), autoExtends: z.boolean() }),
    message: z.object({ message: z.string(), language: Language }),
    /** What the card knew on which it began: shown where it is asked for. `leftOut`: what this person may not ask for again. */
    known: z.object({ plan: PlanId.optional(), country: z.string().optional(), leftOut: z.literal('delegation').optional() }),
    madeFrom: OfferId,
  })
  .partial();
export type OfferAnswers = Required<z.infer<typeof OfferAnswers>>;

/** Asked for in today's form: then its roles are asked, too. */
export function isGdap({ terms, form }: Partial<OfferAnswers>): boolean {
  return terms?.delegation === 'gdap' || form?.form === 'gdap';
}

/** What is offered by the answers so far; undefined while a part of it is missing. */
export function contentOf(kind: OfferKind, answers: Partial<OfferAnswers>): OfferContent | undefined {
  const { lines, plan, terms, form } = answers;
  const delegation = delegationOf(answers, kind === 'delegated-admin' ? form?.form : terms?.delegation);
  if (delegation === 'missing') return undefined;
  switch (kind) {
    case 'trial':
      return plan === undefined ? undefined : { kind, plan: plan.plan, ...(delegation === undefined ? {} : { delegation }) };
    case 'purchase':
      return lines === undefined ? undefined : { kind, lines, ...(delegation === undefined ? {} : { delegation }) };
    case 'delegated-admin':
      return delegation === undefined ? undefined : { kind, delegation };
  }
}

function delegationOf({ roles }: Partial<OfferAnswers>, form: 'none' | 'gdap' | 'classic' | undefined): DelegationTerms | 'missing' | undefined {
  switch (form) {
    case undefined:
    case 'none':
      return undefined;
    case 'classic':
      return { form };
    case 'gdap':
      return roles === undefined ? 'missing' : { form, ...roles };
  }
}
