import { z } from 'zod';
import type { About } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { keepCustomerUserFormCard, keepCustomerUserReviewCard, noLicence } from '../../cards/keep-customer-user.card.ts';
import type { KeepCustomerUserFormView } from '../../cards/keep-customer-user.card.ts';
import type { Say } from '../../cards/messages/say.ts';
import { mayActForCustomers } from '../../domain/company/rights.ts';
import { CustomerUserKept } from '../../domain/customers/acting-commands.ts';
import type { KeepCustomerUser, KeepCustomerUserRefusal } from '../../domain/customers/acting-commands.ts';
import { usableSeats } from '../../domain/customers/import-customer-user.ts';
import type { CustomerUser } from '../../domain/customers/records.ts';
import { isOver } from '../../domain/renewals/terms.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import { HandOffId, SubscriptionId } from '../../domain/shared/ids.ts';
import { customerUserIdOf } from '../../domain/shared/record-ids.ts';
import { aboutCustomer } from '../conversation/customers/about.ts';
import { customerCardOf } from '../conversation/customers/customer-cards.ts';
import { taskSubjectsOf } from '../conversation/customers/task-subjects.ts';
import { flowOf, form, review } from '../conversation/flow.ts';
import type { After, At, Flow, RefusalReply, Step } from '../conversation/flow.ts';
import { ChosenCustomer, chooseCustomerStep, ownCustomer } from '../conversation/steps/choose-customer.ts';

const Entry = z.object({ name: z.string(), upn: z.string(), isAdmin: z.boolean(), licensedIn: SubscriptionId.optional() });
const Answers = z
  .object({
    customer: ChosenCustomer,
    /** Record id of somebody who is there already and is to be changed. */
    known: z.string(),
    entry: Entry,
  })
  .partial();
type Answers = Required<z.infer<typeof Answers>>;
const mostSubscriptions = 100;

/** Enters a person of a customer in our book, or changes what they are and hold; never more licences than seats (mission, row 11). */
export const keepCustomerUser: Flow = flowOf<Answers, 'keep-customer-user'>({
  id: 'keep-customer-user',
  version: 1,
  title: 'keep-user.title',
  permits: ({ user }) =>
    mayActForCustomers(user, 'checklist')
      ? { kind: 'allowed' }
      : { kind: 'not-allowed', because: (say) => say('eligibility.person-limited'), ask: 'checklist' },
  startsWith,
  steps: [chooseCustomerStep<Answers>({ heading: 'keep-user.customer-heading', forgets: ['known', 'entry'] }), entryStep(), reviewStep()],
  answers: Answers,
  command: (at) => Promise.resolve(commandOf(at)),
  outcome: CustomerUserKept,
  done: receipt,
  refused,
});

/** The customer's card, with what was just done: in our book, and what is left at Microsoft. */
async function receipt({ customer, isNew, left }: CustomerUserKept, after: After): Promise<AdaptiveCard | undefined> {
  const own = await ownCustomer(after, customer);
  if (own === undefined) return undefined;
  const { book, say } = after;
  const handOff = left === undefined ? undefined : (await book.read('hand-off', left.handOff))?.value;
  const task = handOff === undefined || left === undefined ? undefined : { handOff, run: left.commandId, about: await taskSubjectsOf({ book }, handOff) };
  return customerCardOf(after, own, say(isNew ? 'keep-user.added' : 'keep-user.changed'), task);
}

async function startsWith(about: About, at: At<Answers>): Promise<Partial<Answers>> {
  const chosen = await aboutCustomer(about, at);
  const user = about.user === undefined ? undefined : (await at.book.read('customer-user', about.user))?.value;
  const isTheirs = user?.partner === at.who.tenant && user.customer === chosen.customer?.customer;
  return isTheirs && about.user !== undefined ? { ...chosen, known: about.user } : chosen;
}

interface Facts {
  readonly known: CustomerUser | undefined;
  readonly licences: KeepCustomerUserFormView['licences'];
}

function entryStep(): Step<Answers> {
  const line = z.string().transform((words) => words.replace(/\s+/gu, ' ').trim());
  return form<Answers>()({
    id: 'entry',
    inputs: z.object({
      name: line.pipe(z.string().min(1).max(100)),
      upn: z
        .string()
        .transform((words) => words.trim().toLowerCase())
        .pipe(z.union([z.literal(''), z.email().max(254)]))
        .default(''),
      isAdmin: z.enum(['true', 'false']).default('false'),
      licence: z.string().default(noLicence),
    }),
    wrong: { name: 'keep-user.name-missing', upn: 'keep-user.upn-wrong', isAdmin: 'form.not-understood', licence: 'keep-user.licence-missing' },
    look: factsOf,
    known: ({ answers: { entry } }, { known }) => ({
      name: (entry ?? known)?.name,
      upn: entry?.upn,
      isAdmin: String((entry ?? known)?.isAdmin ?? false),
      licence: (entry ?? known)?.licensedIn,
    }),
    judge: async ({ name, upn, isAdmin, licence }, at, { known, licences }, draft) => {
      const wrong = (field: string, text: string) => ({ kind: 'problems', answers: {}, draft, problems: [{ field, text }] }) as const;
      const signIn = known?.upn ?? upn;
      if (signIn === '') return wrong('upn', at.say('keep-user.upn-wrong'));
      const there = known === undefined ? await entered(at, signIn) : undefined;
      if (there !== undefined)
        return { kind: 'problems', answers: { known: there }, draft: {}, problems: [{ field: 'name', text: at.say('keep-user.there') }] };
      const chosen = licences.find(({ id }) => id === licence);
      if (chosen === undefined && licence !== noLicence && licence !== '') return wrong('licence', at.say('keep-user.licence-missing'));
      const entry = { name, upn: signIn, isAdmin: isAdmin === 'true', ...(chosen === undefined ? {} : { licensedIn: chosen.id }) };
      return { kind: 'taken', answers: { entry } };
    },
    card: ({ frame, values, facts: { known, licences }, at }, say) =>
      keepCustomerUserFormCard(say, {
        frame,
        customer: at.answers.customer?.name ?? '',
        values,
        ...(known === undefined ? {} : { upn: known.upn }),
        licences,
      }),
  });
}

/** The record of whoever the book has under this sign-in name already: changed with open eyes, never written over. */
async function entered({ book, secrets, answers: { customer } }: At<Answers>, upn: string): Promise<string | undefined> {
  if (customer?.customer === undefined) return undefined;
  const id = customerUserIdOf(secrets, customer.customer, upn);
  return (await book.read('customer-user', id)) === undefined ? undefined : id;
}

/** Whoever is changed, and the subscriptions that are not over with what is free of them. */
async function factsOf(at: At<Answers>): Promise<Facts> {
  const { book, now, answers } = at;
  const id = answers.customer?.customer;
  const own = id === undefined ? undefined : await ownCustomer(at, id);
  if (own === undefined) return { known: undefined, licences: [] };
  const known = answers.known === undefined ? undefined : (await book.read('customer-user', answers.known))?.value;
  const page = await book.list('subscriptions-of-customer', { key: own.id, limit: mostSubscriptions });
  const today = dayOf(now);
  const running = page.rows.map(({ value }) => value).filter((subscription) => !isOver(subscription, today));
  const licences = await Promise.all(
    running.map(async (subscription) => {
      const held = await book.count('users-of-subscription', { key: subscription.id });
      return { id: subscription.id, plan: subscription.plan, free: Math.max(0, usableSeats(subscription, today) - held) };
    }),
  );
  return { known: known?.customer === own.id ? known : undefined, licences };
}

function reviewStep(): Step<Answers> {
  return review<Answers>()({
    id: 'review',
    show: async (at) => {
      const { customer, entry } = at.answers;
      const { licences } = await factsOf(at);
      const plan = licences.find(({ id }) => id === entry?.licensedIn)?.plan;
      return keepCustomerUserReviewCard(at.say, {
        frame: at.frame,
        customer: customer?.name ?? '',
        name: entry?.name ?? '',
        upn: entry?.upn ?? '',
        isAdmin: entry?.isAdmin ?? false,
        ...(plan === undefined ? {} : { plan }),
      });
    },
  });
}

function commandOf({ who, run, secrets, answers: { customer, entry } }: At<Answers>): KeepCustomerUser | undefined {
  if (customer?.customer === undefined || entry === undefined) return undefined;
  const { name, upn, isAdmin, licensedIn } = entry;
  return {
    type: 'keep-customer-user',
    commandId: run,
    partner: who.tenant,
    by: who.person,
    byName: who.name,
    customer: customer.customer,
    user: customerUserIdOf(secrets, customer.customer, upn),
    ...{ name, upn, isAdmin },
    ...(licensedIn === undefined ? {} : { licensedIn }),
    handOff: HandOffId.parse(secrets.deriveId('hand-off', run)),
  };
}

function refused(refusal: KeepCustomerUserRefusal, say: Say): RefusalReply {
  switch (refusal.kind) {
    case 'person-lacks-right':
      return { text: say('eligibility.person-limited'), ask: 'checklist' };
    case 'customer-not-found':
      return { text: say('customers.not-found'), goTo: 'customer' };
    case 'subscription-not-found':
      return { text: say('keep-user.gone'), goTo: 'entry' };
    case 'admin-stays':
      return { text: say('keep-user.admin-stays'), ask: 'password-of-admin', goTo: 'entry' };
    case 'no-free-licence':
      return { text: say('keep-user.no-free', refusal.seats), goTo: 'entry' };
  }
}
