import { z } from 'zod';
import { offerTermsCard } from '../../../cards/offer-terms.card.ts';
import { latestValidUntil } from '../../../domain/offers/send-offer.ts';
import type { OfferKind } from '../../../domain/offers/records.ts';
import { countries, isServiceAvailable } from '../../../domain/shared/countries.ts';
import { Day, addDays, dayOf } from '../../../domain/shared/dates.ts';
import { noDelegationBecause } from '../offers/left-out.ts';
import type { OfferAnswers } from '../offers/making.ts';
import { form } from '../flow.ts';
import type { At, Step } from '../flow.ts';
import { ownCustomer } from './choose-customer.ts';

const usualDays = 30;

/** Usage location, last day, and whether delegated administration is asked for with it, where company and person are entitled to. */
export function offerTermsStep(kind: OfferKind): Step<OfferAnswers> {
  return form<OfferAnswers>()({
    id: 'terms',
    inputs: z.object({
      country: z
        .string()
        .toUpperCase()
        .refine((code) => countries.includes(code)),
      validUntil: Day,
      delegation: z.enum(['none', 'gdap', 'classic']).default('none'),
    }),
    wrong: { country: 'redeem.country-missing', validUntil: 'offer.valid-until-wrong', delegation: 'offer.form-missing' },
    look: async (at) => ({ country: await usualCountry(at), ...spanOf(at, kind) }),
    known: ({ answers: { terms } }, { country, usual }) => ({
      country: terms?.country ?? country,
      validUntil: terms?.validUntil ?? usual,
      delegation: terms?.delegation,
    }),
    judge: ({ country, validUntil, delegation }, at, { earliest, latest }, draft) => {
      const problems = [
        ...(isServiceAvailable(country) ? [] : [{ field: 'country', text: at.say('redeem.country-unavailable', at.say.country(country)) }]),
        ...(validUntil < earliest || validUntil > latest ? [{ field: 'validUntil', text: at.say('offer.valid-until-out', earliest, latest) }] : []),
      ];
      if (problems.length > 0) return Promise.resolve({ kind: 'problems', answers: {}, draft, problems });
      // A client may send what was not asked.
      const asked = noDelegationBecause(at) === undefined ? delegation : 'none';
      return Promise.resolve({ kind: 'taken', answers: { terms: { country, validUntil, delegation: asked } } });
    },
    card: ({ frame, values, facts: { country, usual, earliest, latest }, at }, say) => {
      const noDelegation = noDelegationBecause(at);
      const { delegation } = values;
      return offerTermsCard(say, {
        frame,
        own: at.who.partner?.country ?? 'CZ',
        country: known(values['country']) ?? country,
        validUntil: Day.safeParse(values['validUntil']).data ?? usual,
        ...{ earliest, latest },
        ...(delegation === undefined ? {} : { delegation }),
        ...(noDelegation === undefined ? {} : { noDelegation }),
      });
    },
  });
}

function known(country: string | undefined): string | undefined {
  return country !== undefined && countries.includes(country) ? country : undefined;
}

function spanOf({ now }: Pick<At<OfferAnswers>, 'now'>, kind: OfferKind): { readonly earliest: Day; readonly usual: Day; readonly latest: Day } {
  const earliest = dayOf(now);
  return { earliest, usual: addDays(earliest, usualDays), latest: latestValidUntil(kind, earliest) };
}

/** The customer's own, else the one of what it is made from, else the partner's. */
async function usualCountry(at: At<OfferAnswers>): Promise<string> {
  const { customer, known: before } = at.answers;
  if (before?.country !== undefined) return before.country;
  const chosen = customer?.customer === undefined ? undefined : await ownCustomer(at, customer.customer);
  return chosen?.country ?? at.who.partner?.country ?? 'CZ';
}
