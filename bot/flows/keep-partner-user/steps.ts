import { z } from 'zod';
import { personFacts, personReviewCard, personRightsCard, whoCard } from '../../../cards/own-person.card.ts';
import { presetOf } from '../../../domain/company/presets.ts';
import type { PartnerUser } from '../../../domain/company/records.ts';
import { CompanyRole, Preset } from '../../../domain/company/records.ts';
import { mayActInCompany } from '../../../domain/company/rights.ts';
import { ObjectId, personId } from '../../../domain/shared/ids.ts';
import { Language } from '../../../domain/shared/language.ts';
import { form, review } from '../../conversation/flow.ts';
import type { At, Step } from '../../conversation/flow.ts';
import { isTimeZone } from '../../../domain/shared/time-zone.ts';
import type { Answers } from './answers.ts';

const trimmed = z.string().transform((words) => words.replace(/\s+/gu, ' ').trim());
const emptyOr = <T extends z.ZodType<string, string>>(schema: T) => trimmed.pipe(z.union([z.literal(''), schema]));

/** Who it is: the object id of the own directory, and the name. */
export const whoStep: Step<Answers> = form<Answers>()({
  id: 'person',
  inputs: z.object({
    objectId: trimmed.pipe(ObjectId),
    name: trimmed.pipe(z.string().min(1).max(100)),
    email: trimmed.transform((email) => email.toLowerCase()).pipe(z.union([z.literal(''), z.email().max(254)])),
  }),
  wrong: { objectId: 'people.object-id-wrong', name: 'people.name-missing', email: 'people.email-wrong' },
  look: () => Promise.resolve(undefined),
  known: ({ answers: { person } }) => ({ objectId: person?.objectId, name: person?.name, email: person?.email }),
  judge: ({ objectId, name, email }) => Promise.resolve({ kind: 'taken', answers: { person: { objectId, name, ...(email === '' ? {} : { email }) } } }),
  card: ({ frame, values: { objectId, name, email } }, say) => whoCard(say, { frame, values: { objectId, name, email } }),
});

/** What they may do. Fields begin with what the book says of the person. */
export const rightsStep: Step<Answers> = form<Answers>()({
  id: 'rights',
  inputs: z.object({
    preset: Preset,
    companyRole: CompanyRole,
    language: z.union([z.literal('teams'), Language]).default('teams'),
    timeZone: emptyOr(z.string().max(60).refine(isTimeZone)).default(''),
  }),
  wrong: { preset: 'people.choose', companyRole: 'people.choose', language: 'people.choose', timeZone: 'people.time-zone-wrong' },
  look: knownOf,
  known: ({ answers: { rights } }, known) => ({
    preset: rights?.preset ?? (known === undefined ? 'none' : presetOf(known)),
    companyRole: rights?.companyRole ?? known?.companyRole,
    language: rights?.language ?? known?.language,
    timeZone: rights?.timeZone ?? known?.timeZone,
  }),
  judge: ({ preset, companyRole, language, timeZone }) =>
    Promise.resolve({
      kind: 'taken',
      answers: { rights: { preset, companyRole, ...(language === 'teams' ? {} : { language }), ...(timeZone === '' ? {} : { timeZone }) } },
    }),
  card: ({ frame, values: { preset, companyRole, language, timeZone }, at: { who, answers } }, say) =>
    personRightsCard(say, {
      frame,
      name: answers.person?.name ?? '',
      values: { preset, companyRole, language, timeZone },
      roles: CompanyRole.options.filter((role) => role !== 'global-admin' || mayActInCompany(who.user, 'give-rights')),
    }),
});

/** Exactly what will be entered. */
export const personReview: Step<Answers> = review<Answers>()({
  id: 'review',
  stands: async (at) => {
    const known = await knownOf(at);
    return known === undefined ? [] : personFacts(at.say, known);
  },
  show: async (at) => {
    const { say, frame, answers } = at;
    const { preset = 'none', companyRole = 'none', language, timeZone } = answers.rights ?? {};
    return personReviewCard(say, {
      frame,
      name: answers.person?.name ?? '',
      ...(answers.person?.email === undefined ? {} : { email: answers.person.email }),
      preset,
      companyRole,
      ...(language === undefined ? {} : { language }),
      ...(timeZone === undefined ? {} : { timeZone }),
      isKnown: (await knownOf(at)) !== undefined,
    });
  },
});

async function knownOf({ who, book, answers: { person } }: At<Answers>): Promise<PartnerUser | undefined> {
  return person === undefined ? undefined : (await book.read('partner-user', personId(who.tenant, person.objectId)))?.value;
}
