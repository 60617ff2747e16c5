import { z } from 'zod';
import { companyFormCard, companyReceiptCard, companyReviewCard } from '../../cards/company-information.card.ts';
import type { Say } from '../../cards/messages/say.ts';
import type { ConfirmCompanyInformation, ConfirmCompanyInformationRefusal } from '../../domain/company/commands.ts';
import { CompanyInformationConfirmed } from '../../domain/company/commands.ts';
import { confirmedInformation, confirmedUntil } from '../../domain/company/confirmed.ts';
import type { Partner } from '../../domain/company/records.ts';
import { mayActInCompany } from '../../domain/company/rights.ts';
import type { Day } from '../../domain/shared/dates.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import { flowOf, form, review } from '../conversation/flow.ts';
import type { At, Flow, RefusalReply, Step } from '../conversation/flow.ts';

const oneLine = (most: number) =>
  z
    .string()
    .transform((words) => words.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().min(1).max(most));
const Phone = oneLine(40).refine((phone) => /^[+()\d ./-]+$/.test(phone) && phone.replace(/\D/g, '').length >= 6);
const Email = z
  .string()
  .transform((words) => words.trim().toLowerCase())
  .pipe(z.email().max(254));
const Information = z.object({ name: oneLine(100), phone: Phone, email: Email, address: oneLine(200) });

const Answers = z.object({ information: z.object({ name: z.string(), phone: z.string(), email: z.string(), address: z.string() }) }).partial();
type Answers = Required<z.infer<typeof Answers>>;

/** A global admin confirms what customers see of the company; nothing goes to a customer before (mission, row 12). */
export const confirmCompanyInformation: Flow = flowOf<Answers, 'confirm-company-information'>({
  id: 'confirm-company-information',
  version: 1,
  title: 'company.title',
  permits: ({ partner, user }) => {
    if (!mayActInCompany(user, 'company-information')) return { kind: 'not-allowed', because: (say) => say('company.only-admin') };
    return partner === undefined ? { kind: 'not-allowed', because: (say) => say('eligibility.company-unknown') } : { kind: 'allowed' };
  },
  steps: [informationStep(), reviewStep()],
  answers: Answers,
  command: (at) => Promise.resolve(commandOf(at)),
  outcome: CompanyInformationConfirmed,
  done: async ({ on, changed }, { who, say, book }) => {
    // As it is now, also when an older receipt is asked for again.
    const partner = (await book.read('partner', who.tenant))?.value;
    const company = confirmedInformation(partner, on);
    if (partner?.confirmedOn === undefined || company === undefined) return undefined;
    return companyReceiptCard(say, { company, until: confirmedUntil(partner.confirmedOn), changed: changed.length > 0 });
  },
  refused,
});

function informationStep(): Step<Answers> {
  return form<Answers>()({
    id: 'information',
    inputs: Information,
    wrong: { name: 'company.name-missing', phone: 'company.phone-wrong', email: 'company.email-wrong', address: 'company.address-missing' },
    look: ({ who, now }) => Promise.resolve(untilOf(who.partner, dayOf(now))),
    known: ({ who: { partner }, answers: { information } }) => ({
      name: partner?.name,
      phone: partner?.phone,
      email: partner?.email,
      address: partner?.address,
      ...information,
    }),
    judge: (information) => Promise.resolve({ kind: 'taken', answers: { information } }),
    card: ({ frame, values: { name, phone, email, address }, facts: until }, say) =>
      companyFormCard(say, { frame, values: { name, phone, email, address }, ...(until === undefined ? {} : { confirmedUntil: until }) }),
  });
}

function untilOf(partner: Partner | undefined, today: Day): Day | undefined {
  const confirmed = confirmedInformation(partner, today) !== undefined;
  return confirmed && partner?.confirmedOn !== undefined ? confirmedUntil(partner.confirmedOn) : undefined;
}

function reviewStep(): Step<Answers> {
  return review<Answers>()({
    id: 'review',
    stands: ({ say, who: { partner } }) =>
      Promise.resolve(
        (['name', 'phone', 'email', 'address'] as const).flatMap((field) => {
          const value = partner?.[field];
          return value === undefined ? [] : [[say(`company.${field}`), value] as const];
        }),
      ),
    show: ({ say, frame, answers: { information } }) =>
      Promise.resolve(companyReviewCard(say, { frame, company: information ?? { name: '', phone: '', email: '', address: '' } })),
  });
}

function commandOf({ who, run, answers: { information } }: At<Answers>): ConfirmCompanyInformation | undefined {
  if (information === undefined) return undefined;
  return { type: 'confirm-company-information', commandId: run, partner: who.tenant, by: who.person, byName: who.name, ...information };
}

function refused(refusal: ConfirmCompanyInformationRefusal, say: Say): RefusalReply {
  switch (refusal.kind) {
    case 'not-a-global-admin':
      return { text: say('company.only-admin') };
    case 'company-unknown':
      return { text: say('eligibility.company-unknown') };
  }
}
