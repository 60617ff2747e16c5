import { z } from 'zod';
import { programmeCard, standingDetailsCard, standingFacts, standingReviewCard } from '../../../cards/standing.card.ts';
import type { StandingParts } from '../../../cards/standing.card.ts';
import { joinsCsp, mayBecome } from '../../../domain/company/keep-standing.ts';
import { ProgrammeKind, StandingFact } from '../../../domain/company/records.ts';
import { PartnerId } from '../../../domain/partner-of-record/records.ts';
import { form, review } from '../../conversation/flow.ts';
import type { At, Step } from '../../conversation/flow.ts';
import type { Answers } from './answers.ts';

const line = (most: number) =>
  z
    .string()
    .default('')
    .transform((words) => words.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().max(most));
const Facts = z
  .string()
  .default('')
  .transform((words) => words.split(',').filter((fact) => fact !== ''))
  .pipe(z.array(StandingFact));

/** The programme, and what holds for the company. */
export const programmeStep: Step<Answers> = form<Answers>()({
  id: 'programme',
  inputs: z.object({ programme: ProgrammeKind, facts: Facts }),
  wrong: { programme: 'standing.programme-missing', facts: 'standing.facts-wrong' },
  look: (at) => Promise.resolve(nowOf(at)),
  known: ({ who: { partner }, answers }, now) => ({
    programme: answers.programme?.programme ?? now,
    facts: (answers.programme?.facts ?? StandingFact.options.filter((fact) => partner?.standing[fact] === true)).join(','),
  }),
  judge: ({ programme, facts }, { say }, now, draft) =>
    Promise.resolve(
      mayBecome(now, programme)
        ? { kind: 'taken', answers: { programme: { programme, facts: [...new Set(facts)] } } }
        : { kind: 'problems', answers: {}, draft, problems: [{ field: 'programme', text: say('standing.no-advisor') }] },
    ),
  card: ({ frame, values: { programme, facts }, facts: now }, say) =>
    programmeCard(say, { frame, programmes: ProgrammeKind.options.filter((kind) => mayBecome(now, kind)), values: { programme, facts } }),
});

/** Partner ID, Open Agreement number and distributor; an empty field means that there is none. */
export const detailsStep: Step<Answers> = form<Answers>()({
  id: 'details',
  inputs: z.object({
    partnerId: z
      .string()
      .default('')
      .transform((digits) => digits.replace(/\s+/gu, ''))
      .pipe(z.union([z.literal(''), PartnerId])),
    openAgreementNumber: line(50),
    distributor: line(100),
  }),
  wrong: { partnerId: 'standing.partner-id-wrong', openAgreementNumber: 'standing.open-agreement-wrong', distributor: 'standing.distributor-wrong' },
  look: () => Promise.resolve(undefined),
  known: ({ who: { partner }, answers: { details } }) =>
    details ?? { partnerId: partner?.partnerId, openAgreementNumber: partner?.openAgreementNumber, distributor: partner?.standing.distributor },
  judge: (typed) => Promise.resolve({ kind: 'taken', answers: { details: Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '')) } }),
  card: ({ frame, values: { partnerId, openAgreementNumber, distributor } }, say) =>
    standingDetailsCard(say, { frame, values: { partnerId, openAgreementNumber, distributor } }),
});

/** How it will stand; what ends for good is said. */
export const standingReview: Step<Answers> = review<Answers>()({
  id: 'review',
  stands: ({ say, who: { partner } }) => Promise.resolve(partner === undefined ? [] : standingFacts(say, partner)),
  show: (at) => {
    const stands = { standing: { programme: 'unknown', ...factsOf([]) } } as const;
    const then = thenOf(at) ?? stands;
    return Promise.resolve(standingReviewCard(at.say, { frame: at.frame, joinsCsp: joinsCsp(nowOf(at), then.standing.programme), then }));
  },
});

function nowOf({ who: { partner } }: Pick<At<Answers>, 'who'>): ProgrammeKind {
  return partner?.standing.programme ?? 'unknown';
}

/** How the company will stand by these answers; undefined while a part of them is missing. */
export function thenOf({ answers: { programme, details } }: Pick<At<Answers>, 'answers'>): StandingParts | undefined {
  if (programme === undefined || details === undefined) return undefined;
  const { distributor, ...numbers } = details;
  return { standing: { programme: programme.programme, ...factsOf(programme.facts), ...(distributor === undefined ? {} : { distributor }) }, ...numbers };
}

function factsOf(facts: readonly StandingFact[]): Readonly<Record<StandingFact, boolean>> {
  const holds = (fact: StandingFact): boolean => facts.includes(fact);
  return {
    enrolled: holds('enrolled'),
    certifiedForDelegation: holds('certifiedForDelegation'),
    authorisedForDelegation: holds('authorisedForDelegation'),
    authorisedServiceProvider: holds('authorisedServiceProvider'),
  };
}
