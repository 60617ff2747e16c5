import { z } from 'zod';
import { redeemAdminCard, redeemCountryCard, redeemOrganisationCard } from '../../../cards/redeem-customer.card.ts';
import { otherCountryNames } from '../../../cards/messages/phrases.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import { domainName } from '../../../domain/customers/domain-name.ts';
import { countries, isServiceAvailable } from '../../../domain/shared/countries.ts';
import { Language } from '../../../domain/shared/language.ts';
import { form } from '../../conversation/flow.ts';
import type { Step } from '../../conversation/flow.ts';
import { plainly } from '../../conversation/understand.ts';
import { isNew } from './answers.ts';
import type { Answers } from './answers.ts';

const nothingToLook = (): Promise<undefined> => Promise.resolve(undefined);
const oneLine = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().min(1).max(most));
const Email = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email().max(254));

/** Country or region; where the service is not available the conversation goes no further (mission, row 1). */
export const countryStep: Step<Answers> = form<Answers>()({
  id: 'country',
  when: isNew,
  inputs: z.object({
    country: z
      .string()
      .toUpperCase()
      .refine((code) => countries.includes(code)),
  }),
  wrong: { country: 'redeem.country-missing' },
  look: nothingToLook,
  known: ({ answers: { country } }) => ({ country: country?.country }),
  judge: ({ country }, { say }, _facts, draft) =>
    Promise.resolve(
      isServiceAvailable(country)
        ? { kind: 'taken', answers: { country: { country } } }
        : { kind: 'problems', answers: {}, draft, problems: [{ field: 'country', text: say('redeem.country-unavailable', say.country(country)) }] },
    ),
  hears: (text) => {
    const code = countryNamed(text);
    return code === undefined ? undefined : { country: code };
  },
  card: ({ frame, values: { country }, at }, say) =>
    redeemCountryCard(say, { frame, own: at.who.partner?.country ?? 'CZ', ...(country === undefined ? {} : { country }) }),
});

/** By its name, or by its code in capitals: "ne" is a no, not Niger. */
function countryNamed(text: string): string | undefined {
  const wanted = plainly(text);
  const named = (code: string): readonly string[] => [...(otherCountryNames[code] ?? []), ...Language.options.map((language) => sayIn(language).country(code))];
  return countries.find((code) => named(code).some((name) => plainly(name) === wanted)) ?? countries.find((code) => code === text.trim());
}

const Domain = z.string().transform(domainName).pipe(z.string());

export const organisationStep: Step<Answers> = form<Answers>()({
  id: 'organisation',
  when: isNew,
  inputs: z.object({ organisation: oneLine(100), domain: Domain }),
  wrong: { organisation: 'redeem.organisation-missing', domain: 'redeem.domain-wrong' },
  look: nothingToLook,
  known: ({ answers: { organisation } }) => ({ ...organisation }),
  judge: (organisation, { say, who }, _facts, draft) =>
    Promise.resolve(
      organisation.domain === who.partner?.domain
        ? { kind: 'problems', answers: {}, draft, problems: [{ field: 'domain', text: say('redeem.own-domain') }] }
        : { kind: 'taken', answers: { organisation } },
    ),
  card: ({ frame, values: { organisation, domain } }, say) =>
    redeemOrganisationCard(say, { frame, ...(organisation === undefined ? {} : { organisation }), ...(domain === undefined ? {} : { domain }) }),
});

export const adminStep: Step<Answers> = form<Answers>()({
  id: 'admin',
  when: isNew,
  inputs: z.object({ adminName: oneLine(100), adminEmail: Email }),
  wrong: { adminName: 'redeem.admin-name-missing', adminEmail: 'redeem.admin-email-wrong' },
  look: nothingToLook,
  known: ({ answers: { admin } }) => ({ ...admin }),
  judge: (admin) => Promise.resolve({ kind: 'taken', answers: { admin } }),
  card: ({ frame, values: { adminName, adminEmail } }, say) =>
    redeemAdminCard(say, { frame, ...(adminName === undefined ? {} : { adminName }), ...(adminEmail === undefined ? {} : { adminEmail }) }),
});
