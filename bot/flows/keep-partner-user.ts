import { z } from 'zod';
import { personReceiptCard } from '../../cards/own-person.card.ts';
import type { KeepPartnerUser } from '../../domain/company/people-commands.ts';
import { PartnerUserKept } from '../../domain/company/people-commands.ts';
import { accessOf } from '../../domain/company/records.ts';
import { mayActInCompany } from '../../domain/company/rights.ts';
import { ObjectId, tenantOf } from '../../domain/shared/ids.ts';
import type { About } from '../../cards/actions.ts';
import { flowOf } from '../conversation/flow.ts';
import type { At, Flow } from '../conversation/flow.ts';
import { peopleRefusedText } from '../conversation/own-company/people-refused.ts';
import { Answers } from './keep-partner-user/answers.ts';
import { personReview, rightsStep, whoStep } from './keep-partner-user/steps.ts';

/** Entering one of the own people, or changing what they may do (mission, row 12). */
export const keepPartnerUser: Flow = flowOf<Answers, 'keep-partner-user'>({
  id: 'keep-partner-user',
  version: 1,
  title: 'intent.keep-partner-user',
  permits: ({ user }) => (mayActInCompany(user, 'own-users') ? { kind: 'allowed' } : { kind: 'not-allowed', because: (say) => say('people.only-admins') }),
  startsWith,
  steps: [whoStep, rightsStep, personReview],
  answers: Answers,
  command: (at) => Promise.resolve(commandOf(at)),
  outcome: PartnerUserKept,
  done: ({ person, name, changed }, { who, say }) =>
    Promise.resolve(tenantOf(person) === who.tenant ? personReceiptCard(say, { person, name, changed: changed.length > 0 }) : undefined),
  refused: (refusal, say) => ({
    text: peopleRefusedText(say, refusal),
    ...(refusal.kind === 'last-global-admin' || refusal.kind === 'global-admins-only' ? { goTo: 'rights' } : {}),
  }),
});

const Known = z.object({ name: z.string().min(1).max(100), email: z.string().optional() });

/** The person a card is about: one of the book's, or a colleague who asks for a right. */
async function startsWith({ person }: About, { who, book }: At<Answers>): Promise<Partial<Answers>> {
  if (person === undefined || tenantOf(person) !== who.tenant) return {};
  const known = Known.safeParse((await book.read('partner-user', person))?.value ?? (await book.read('right-request', person))?.value);
  if (!known.success) return {};
  const { name, email } = known.data;
  return { person: { objectId: ObjectId.parse(person.slice(37)), name, ...(email === undefined ? {} : { email }) } };
}

function commandOf({ who, run, answers: { person, rights } }: At<Answers>): (KeepPartnerUser & { readonly type: 'keep-partner-user' }) | undefined {
  if (person === undefined || rights === undefined) return undefined;
  const { preset, companyRole, language, timeZone } = rights;
  return {
    type: 'keep-partner-user',
    commandId: run,
    partner: who.tenant,
    by: who.person,
    byName: who.name,
    ...person,
    companyRole,
    supportedCompanies: accessOf[preset],
    preset,
    ...(language === undefined ? {} : { language }),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
}
