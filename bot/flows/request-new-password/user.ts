import { z } from 'zod';
import { passwordReviewCard, passwordUserCard } from '../../../cards/new-password.card.ts';
import type { PasswordUserView } from '../../../cards/new-password.card.ts';
import { taskOfPassword } from '../../../domain/customers/request-new-password.ts';
import type { CustomerUser } from '../../../domain/customers/records.ts';
import type { DelegatedTask } from '../../../domain/delegated-admin/roles.ts';
import { form, review } from '../../conversation/flow.ts';
import type { At, Shown, Step } from '../../conversation/flow.ts';
import { ChosenCustomer, ownCustomer } from '../../conversation/steps/choose-customer.ts';

/** What the conversation has been told, by step. `user`: record id. */
export const Answers = z.object({ customer: ChosenCustomer, user: z.object({ user: z.string() }) }).partial();
export type Answers = Required<z.infer<typeof Answers>>;
type Reads = Pick<At<Answers>, 'book' | 'who' | 'answers'>;

const mostListed = 40;

/** The person of the chosen customer with that record id; undefined when there is none. */
export async function userOf(at: Reads, id: string | undefined = at.answers.user?.user): Promise<CustomerUser | undefined> {
  const customer = at.answers.customer?.customer;
  const stored = id === undefined || customer === undefined ? undefined : (await at.book.read('customer-user', id))?.value;
  return stored?.partner === at.who.tenant && stored.customer === customer ? stored : undefined;
}

/** An admin's password takes more, known once somebody is chosen. */
export async function taskOf(at: Reads): Promise<DelegatedTask> {
  const user = await userOf(at);
  return user === undefined ? 'password-of-user' : taskOfPassword(user);
}

const blank = form<Answers>()({
  id: 'user',
  inputs: z.object({ find: z.string().trim().toLowerCase().max(100).default(''), user: z.string().default('') }),
  wrong: { find: 'form.not-understood', user: 'password.user-missing' },
  look: () => Promise.resolve(undefined),
  known: () => ({}),
  judge: async ({ find, user }, at, _facts, draft) => {
    const chosen = user === '' ? undefined : await userOf(at, user);
    if (chosen !== undefined && (find === '' || chosen.upn.startsWith(find))) return { kind: 'taken', answers: { user: { user } } };
    const problems = find === '' ? [{ text: at.say('password.user-missing') }] : [];
    return { kind: 'problems', answers: {}, draft: { ...draft, find, user: '' }, problems };
  },
  hears: (text) => ({ find: text.slice(0, 100), user: '' }),
  card: ({ frame }, say) => passwordUserCard(say, { frame, customer: '', users: [], more: false }),
});

/** Whose password. A typed line is a search by the beginning of the sign-in name. */
export const userStep: Step<Answers> = { ...blank, show: showUsers };

async function showUsers(at: Shown<Answers>) {
  const { say, frame, draft, answers } = at;
  const customer = answers.customer?.customer === undefined ? undefined : await ownCustomer(at, answers.customer.customer);
  const find = (draft?.['find'] ?? '').trim().toLowerCase();
  const slice = find === '' ? {} : { from: find, upTo: `${find}\u{ffff}` };
  const page = customer === undefined ? { rows: [] } : await at.book.list('users-of-customer', { key: customer.id, ...slice, limit: mostListed });
  const users = page.rows.map(({ id, value: { name, upn, isAdmin } }) => ({ id, name, upn, isAdmin }));
  const [only, second] = users;
  const chosen = answers.user?.user ?? (second === undefined ? only?.id : undefined);
  const view: PasswordUserView = { frame, customer: customer?.name ?? '', users, more: 'next' in page && page.next !== undefined };
  return passwordUserCard(say, { ...view, ...(find === '' ? {} : { find }), ...(chosen === undefined ? {} : { chosen }) });
}

/** Whose it is, for a yes. */
export const reviewStep: Step<Answers> = review<Answers>()({
  id: 'review',
  show: async (at) => {
    const user = await userOf(at);
    if (user === undefined) return showUsers({ ...at, draft: undefined });
    return passwordReviewCard(at.say, { frame: at.frame, customer: at.answers.customer?.name ?? '', user });
  },
});
