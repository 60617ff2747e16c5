import { z } from 'zod';
import { correctCustomerCard, correctEmailCard, correctReceiptCard, correctReviewCard } from '../../cards/correct-admin-email.card.ts';
import type { Say } from '../../cards/messages/say.ts';
import { mayActInCompany } from '../../domain/company/rights.ts';
import { AdminEmailCorrected } from '../../domain/customers/commands.ts';
import type { CorrectAdminEmail, CorrectAdminEmailRefusal } from '../../domain/customers/commands.ts';
import { domainName } from '../../domain/customers/domain-name.ts';
import { CustomerId } from '../../domain/shared/ids.ts';
import { customerIdOf, customerUserIdOf } from '../../domain/shared/record-ids.ts';
import { adminsOf } from '../conversation/customers/known-users.ts';
import { flowOf, form, review } from '../conversation/flow.ts';
import type { At, Flow, RefusalReply, Step } from '../conversation/flow.ts';
import { ownCustomer } from '../conversation/steps/choose-customer.ts';

const Answers = z
  .object({
    customer: z.object({ domain: z.string(), customer: CustomerId, name: z.string() }),
    email: z.object({ admin: z.string(), name: z.string(), before: z.string(), newEmail: z.string() }),
  })
  .partial();
type Answers = Required<z.infer<typeof Answers>>;

/** Puts right a mistyped e-mail of a customer's admin, afterwards, by a global admin (mission, row 1; audited). */
export const correctAdminEmail: Flow = flowOf<Answers, 'correct-admin-email'>({
  id: 'correct-admin-email',
  version: 1,
  title: 'correct.title',
  permits: (who) =>
    mayActInCompany(who.user, 'correct-admin-email') ? { kind: 'allowed' } : { kind: 'not-allowed', because: (say) => say('eligibility.global-admin') },
  startsWith: async ({ customer: id }, at) => {
    const own = id === undefined ? undefined : await ownCustomer(at, id);
    if (own === undefined || (await ownAdminsOf(at, own.id)).length === 0) return {};
    return { customer: { domain: own.domain, customer: own.id, name: own.name } };
  },
  steps: [customerStep(), emailStep(), reviewStep()],
  answers: Answers,
  command: (at) => Promise.resolve(commandOf(at)),
  outcome: AdminEmailCorrected,
  done: (outcome, { say }) => Promise.resolve(correctReceiptCard(say, outcome)),
  refused,
});

function customerStep(): Step<Answers> {
  return form<Answers>()({
    id: 'customer',
    inputs: z.object({
      domain: z.string().transform(domainName).pipe(z.string()),
    }),
    wrong: { domain: 'correct.domain-missing' },
    look: () => Promise.resolve(undefined),
    known: ({ answers: { customer } }) => ({ domain: customer?.domain }),
    judge: async ({ domain }, at, _facts, draft) => {
      const found = await at.book.read('customer', customerIdOf(at.secrets, at.who.tenant, domain));
      const wrong = (text: string) => ({ kind: 'problems', answers: {}, draft, problems: [{ field: 'domain', text }] }) as const;
      if (found === undefined) return wrong(at.say('correct.customer-not-found'));
      const customer = { domain, customer: found.value.id, name: found.value.name };
      if ((await ownAdminsOf(at, customer.customer)).length === 0) return wrong(at.say('correct.no-admin'));
      return { kind: 'taken', answers: { customer, email: undefined } };
    },
    hears: (text) => (text.includes('.') ? { domain: text } : undefined),
    card: ({ frame, values: { domain } }, say) => correctCustomerCard(say, { frame, ...(domain === undefined ? {} : { domain }) }),
  });
}

function emailStep(): Step<Answers> {
  return form<Answers>()({
    id: 'email',
    inputs: z.object({
      admin: z.string().min(1),
      newEmail: z
        .string()
        .transform((text) => text.trim().toLowerCase())
        .pipe(z.email().max(254)),
    }),
    wrong: { admin: 'correct.admin-missing', newEmail: 'redeem.admin-email-wrong' },
    look: (at) => ownAdminsOf(at, at.answers.customer?.customer),
    known: ({ answers: { email } }) => ({ admin: email?.admin, newEmail: email?.newEmail }),
    judge: ({ admin, newEmail }, at, admins, draft) => {
      const chosen = admins.find((each) => each.id === admin);
      const wrong = (field: string, text: string) => Promise.resolve({ kind: 'problems', answers: {}, draft, problems: [{ field, text }] } as const);
      if (chosen === undefined) return wrong('admin', at.say('correct.admin-missing'));
      if (chosen.email === newEmail) return wrong('newEmail', at.say('correct.same-email'));
      return Promise.resolve({ kind: 'taken', answers: { email: { admin, name: chosen.name, before: chosen.email, newEmail } } });
    },
    card: ({ frame, values: { admin, newEmail }, facts, at }, say) =>
      correctEmailCard(say, {
        frame,
        customer: at.answers.customer?.name ?? '',
        admins: facts,
        ...(admin === undefined ? {} : { admin }),
        ...(newEmail === undefined ? {} : { newEmail }),
      }),
  });
}

function reviewStep(): Step<Answers> {
  return review<Answers>()({
    id: 'review',
    show: ({ say, frame, answers: { customer, email } }) =>
      Promise.resolve(
        correctReviewCard(say, { frame, customer: customer?.name ?? '', admin: email?.name ?? '', before: email?.before ?? '', after: email?.newEmail ?? '' }),
      ),
  });
}

interface Admin {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

async function ownAdminsOf(at: At<Answers>, customer: CustomerId | undefined): Promise<readonly Admin[]> {
  const admins = customer === undefined ? [] : await adminsOf(at.book, customer);
  return admins.filter(({ value }) => value.partner === at.who.tenant).map(({ id, value: { name, upn } }) => ({ id, name, email: upn }));
}

function commandOf({ who, run, secrets, answers: { customer, email } }: At<Answers>): CorrectAdminEmail | undefined {
  if (customer === undefined || email === undefined) return undefined;
  return {
    type: 'correct-admin-email',
    commandId: run,
    partner: who.tenant,
    by: who.person,
    byName: who.name,
    customer: customer.customer,
    userId: email.admin,
    newUserId: customerUserIdOf(secrets, customer.customer, email.newEmail),
    newEmail: email.newEmail,
  };
}

function refused(refusal: CorrectAdminEmailRefusal, say: Say): RefusalReply {
  switch (refusal.kind) {
    case 'not-a-global-admin':
      return { text: say('eligibility.global-admin') };
    case 'customer-not-found':
      return { text: say('correct.customer-not-found'), goTo: 'customer' };
    case 'admin-not-found':
      return { text: say('correct.admin-not-found'), goTo: 'customer' };
    case 'same-email':
      return { text: say('correct.same-email'), goTo: 'email' };
    case 'email-taken':
      return { text: say('correct.email-taken', refusal.name), goTo: 'email' };
  }
}
