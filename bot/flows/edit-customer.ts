import { z } from 'zod';
import { editCustomerFormCard, editCustomerReviewCard, unknownLanguage } from '../../cards/edit-customer.card.ts';
import type { CustomerEntry } from '../../cards/edit-customer.card.ts';
import type { Say } from '../../cards/messages/say.ts';
import { mayActForCustomers } from '../../domain/company/rights.ts';
import type { PartnerUser } from '../../domain/company/records.ts';
import { CustomerEdited } from '../../domain/customers/acting-commands.ts';
import type { EditCustomer, EditCustomerRefusal } from '../../domain/customers/acting-commands.ts';
import type { Customer } from '../../domain/customers/records.ts';
import { PersonId } from '../../domain/shared/ids.ts';
import { Language } from '../../domain/shared/language.ts';
import { aboutCustomer } from '../conversation/customers/about.ts';
import { customerCardOf } from '../conversation/customers/customer-cards.ts';
import { ownerOf } from '../conversation/customers/owners.ts';
import { flowOf, form, review } from '../conversation/flow.ts';
import type { At, Flow, RefusalReply, Step } from '../conversation/flow.ts';
import { ChosenCustomer, chooseCustomerStep, ownCustomer } from '../conversation/steps/choose-customer.ts';

const Entry = z.object({
  name: z.string(),
  contactName: z.string().optional(),
  contactEmail: z.string().optional(),
  language: Language.optional(),
  owner: PersonId.optional(),
});
const Answers = z.object({ customer: ChosenCustomer, entry: Entry }).partial();
type Answers = Required<z.infer<typeof Answers>>;

const mostPeople = 100;
const line = z.string().transform((words) => words.replace(/\s+/gu, ' ').trim());

/** Name, contact, language and owner of a customer, as our book keeps them (mission, row 11). */
export const editCustomer: Flow = flowOf<Answers, 'edit-customer'>({
  id: 'edit-customer',
  version: 1,
  title: 'edit-customer.title',
  permits: ({ user }) =>
    mayActForCustomers(user, 'checklist')
      ? { kind: 'allowed' }
      : { kind: 'not-allowed', because: (say) => say('eligibility.person-limited'), ask: 'checklist' },
  startsWith: aboutCustomer,
  steps: [chooseCustomerStep<Answers>({ heading: 'edit-customer.customer-heading', forgets: ['entry'] }), entryStep(), reviewStep()],
  answers: Answers,
  command: (at) => Promise.resolve(commandOf(at)),
  outcome: CustomerEdited,
  done: async ({ customer, changed }, after) => {
    const own = await ownCustomer(after, customer);
    const done = after.say(changed.length === 0 ? 'edit-customer.unchanged' : 'edit-customer.saved');
    return own === undefined ? undefined : customerCardOf(after, own, done);
  },
  refused,
});

interface Facts {
  readonly customer: Customer | undefined;
  /** Who looks after them today. */
  readonly owner: PersonId | undefined;
  readonly people: readonly PartnerUser[];
}

function entryStep(): Step<Answers> {
  return form<Answers>()({
    id: 'entry',
    inputs: z.object({
      name: line.pipe(z.string().min(1).max(100)),
      contactName: line.pipe(z.string().max(100)).default(''),
      contactEmail: line.pipe(z.union([z.literal(''), z.email().max(254).toLowerCase()])).default(''),
      language: z.union([z.literal(unknownLanguage), Language]).default(unknownLanguage),
      owner: z.string().default(''),
    }),
    wrong: {
      name: 'edit-customer.name-missing',
      contactName: 'edit-customer.name-too-long',
      contactEmail: 'edit-customer.email-wrong',
      language: 'edit-customer.language-missing',
      owner: 'edit-customer.owner-missing',
    },
    look: factsOf,
    known: ({ answers: { entry }, who }, { customer, owner }) => ({
      name: (entry ?? customer)?.name,
      contactName: entry === undefined ? customer?.contact?.name : entry.contactName,
      contactEmail: entry === undefined ? customer?.contact?.email : entry.contactEmail,
      language: (entry ?? customer)?.language,
      owner: entry?.owner ?? owner ?? who.person,
    }),
    judge: ({ name, contactName, contactEmail, language, owner }, at, { people }, draft) => {
      const wrong = (field: string, text: string) => Promise.resolve({ kind: 'problems', answers: {}, draft, problems: [{ field, text }] } as const);
      if (contactName !== '' && contactEmail === '') return wrong('contactEmail', at.say('edit-customer.contact-without-email'));
      const chosen = people.find(({ person }) => person === owner)?.person;
      if (people.length > 0 && chosen === undefined) return wrong('owner', at.say('edit-customer.owner-missing'));
      const entry = {
        name,
        ...(contactName === '' ? {} : { contactName }),
        ...(contactEmail === '' ? {} : { contactEmail }),
        ...(language === unknownLanguage ? {} : { language }),
        ...(chosen === undefined ? {} : { owner: chosen }),
      };
      return Promise.resolve({ kind: 'taken', answers: { entry } });
    },
    card: ({ frame, values, facts, at }, say) => editCustomerFormCard(say, { frame, customer: at.answers.customer?.name ?? '', values, people: facts.people }),
  });
}

async function factsOf(at: At<Answers>): Promise<Facts> {
  const id = at.answers.customer?.customer;
  const customer = id === undefined ? undefined : await ownCustomer(at, id);
  const people = await at.book.list('users-of-partner', { key: at.who.tenant, limit: mostPeople });
  const listed = people.rows.map(({ value }) => value);
  const owner = customer === undefined ? undefined : await ownerOf(at, customer);
  const isMissing = owner !== undefined && !listed.some(({ person }) => person === owner.person);
  return { customer, owner: owner?.person, people: isMissing ? [owner, ...listed] : listed };
}

function reviewStep(): Step<Answers> {
  return review<Answers>()({
    id: 'review',
    show: async (at) => {
      const { customer, owner, people } = await factsOf(at);
      const nameOf = (person: PersonId | undefined): string | undefined => people.find((each) => each.person === person)?.name;
      const { entry } = at.answers;
      const before: CustomerEntry = {
        name: customer?.name ?? '',
        contactName: customer?.contact?.name,
        contactEmail: customer?.contact?.email,
        language: customer?.language,
        ownerName: nameOf(owner),
      };
      const after: CustomerEntry = { ...entry, name: entry?.name ?? '', ownerName: nameOf(entry?.owner) };
      return editCustomerReviewCard(at.say, { frame: at.frame, customer: customer?.name ?? '', before, after });
    },
  });
}

function commandOf({ who, run, answers: { customer, entry } }: At<Answers>): EditCustomer | undefined {
  if (customer?.customer === undefined || entry === undefined) return undefined;
  const { name, contactName, contactEmail, language, owner } = entry;
  return {
    type: 'edit-customer',
    commandId: run,
    partner: who.tenant,
    by: who.person,
    byName: who.name,
    customer: customer.customer,
    name,
    ...(contactName === undefined ? {} : { contactName }),
    ...(contactEmail === undefined ? {} : { contactEmail }),
    ...(language === undefined ? {} : { language }),
    ...(owner === undefined ? {} : { owner }),
  };
}

function refused(refusal: EditCustomerRefusal, say: Say): RefusalReply {
  switch (refusal.kind) {
    case 'person-lacks-right':
      return { text: say('eligibility.person-limited'), ask: 'checklist' };
    case 'customer-not-found':
      return { text: say('customers.not-found'), goTo: 'customer' };
    case 'owner-not-found':
      return { text: say('edit-customer.owner-gone'), goTo: 'entry' };
    case 'contact-without-email':
      return { text: say('edit-customer.contact-without-email'), goTo: 'entry' };
  }
}
