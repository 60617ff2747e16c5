import { z } from 'zod';
import { anyone, chooseCustomerCard } from '../../../cards/choose-customer.card.ts';
import type { ChooseCustomerView } from '../../../cards/choose-customer.card.ts';
import type { TextKey } from '../../../cards/messages/catalogue.ts';
import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import { CustomerId } from '../../../domain/shared/ids.ts';
import { folded, wordsOf } from '../../../domain/shared/queries.ts';
import { form } from '../flow.ts';
import type { At, Shown, Step, Taken } from '../flow.ts';

/** Which customer was chosen, with the name at that time; without an id it is for whoever has the link. */
export const ChosenCustomer = z.object({ customer: CustomerId.optional(), name: z.string().optional() });
export type ChosenCustomer = z.infer<typeof ChosenCustomer>;

interface Chosen {
  readonly customer: ChosenCustomer;
}
interface Options {
  readonly heading: TextKey;
  /** Offers "anybody who has the link", too. */
  readonly orAnyone?: boolean;
  /** Answers that belong to the customer chosen before: asked again when another one is chosen. */
  readonly forgets?: readonly string[];
}

/** Fewer than this many are listed; from here on a search comes first (mission, row 11). */
const searchFrom = 100;
const mostListed = 50;
const mostRead = 500;

/**
 * The step that asks which customer a conversation is about; its answer stands under `customer`.
 *
 * Up to 99 customers are one list, sorted as the reader's language does; more are searched by the beginnings of words of name or
 * domain. A typed line is a search. Only the partner's own customers can be chosen, whatever a client sends.
 *
 * @example steps: [chooseCustomerStep<Answers>({ heading: 'partner-of-record.customer-heading' }), …]
 */
export function chooseCustomerStep<A extends Chosen>(options: Options): Step<A>;
export function chooseCustomerStep({ heading, orAnyone = false, forgets = [] }: Options): Step<Chosen> {
  const draw = (at: Shown<Chosen>, found: Found, chosen: string | undefined): AdaptiveCard =>
    chooseCustomerCard(at.say, { frame: at.frame, heading, orAnyone, ...found, ...chosenAmong(found, orAnyone, chosen) });
  return {
    ...form<Chosen>()({
      id: 'customer',
      inputs: z.object({ find: z.string().trim().max(100).default(''), customer: z.string().default('') }),
      wrong: { find: 'form.not-understood', customer: 'customer.missing' },
      look: () => Promise.resolve(undefined),
      known: () => ({}),
      judge: async ({ find, customer }, at, _facts, draft) => forgetting(forgets, at, await judged(at, { find, customer, orAnyone }, draft)),
      hears: (text) => ({ find: text.slice(0, 100), customer: '' }),
      card: ({ frame, at }) => draw({ ...at, frame, draft: undefined }, { customers: [] }, undefined),
    }),
    async show(at) {
      const { answers, draft } = at;
      const before = answers.customer === undefined ? undefined : (answers.customer.customer ?? anyone);
      return draw(at, await found(at, draft?.['find'] ?? ''), draft?.['customer'] ?? before);
    },
  };
}

/** The customer of that id, where it is this partner's: another partner's does not exist for this one. */
export async function ownCustomer({ book, who }: Pick<At<unknown>, 'book' | 'who'>, id: CustomerId): Promise<Customer | undefined> {
  const stored = await book.read('customer', id);
  return stored?.value.partner === who.tenant ? stored.value : undefined;
}

async function judged(
  at: At<Chosen>,
  { find, customer, orAnyone }: { readonly find: string; readonly customer: string; readonly orAnyone: boolean },
  draft: Readonly<Record<string, string>>,
): Promise<Taken<Chosen>> {
  const wrong = (...texts: readonly string[]): Taken<Chosen> => ({
    kind: 'problems',
    answers: {},
    draft: { ...draft, customer: '' },
    problems: texts.map((text) => ({ text })),
  });
  if (customer === anyone && orAnyone) return { kind: 'taken', answers: { customer: {} } };
  const id = CustomerId.safeParse(customer);
  const own = id.success ? await ownCustomer(at, id.data) : undefined;
  // Chosen from an earlier list, while something else is being searched for: the search goes on.
  if (own !== undefined && (find === '' || matches(own, find))) return { kind: 'taken', answers: { customer: { customer: own.id, name: own.name } } };
  if (find !== '') return wrong();
  return wrong(at.say(customer === '' || customer === anyone ? 'customer.missing' : 'customer.not-yours'));
}

function forgetting(forgets: readonly string[], { answers }: At<Chosen>, taken: Taken<Chosen>): Taken<Chosen> {
  if (taken.kind !== 'taken' || answers.customer === undefined || answers.customer.customer === taken.answers.customer?.customer) return taken;
  return { ...taken, answers: { ...Object.fromEntries(forgets.map((answer) => [answer, undefined])), ...taken.answers } };
}

type Found = Pick<ChooseCustomerView, 'customers' | 'tooManyToList' | 'find' | 'more'>;

async function found(at: At<Chosen>, find: string): Promise<Found> {
  const count = await at.book.count('customers-of-partner', { key: at.who.tenant });
  const wanted = find.trim();
  if (count >= searchFrom) {
    if (wanted === '') return { customers: [], tooManyToList: count };
    const { customers, more } = await byWords(at, wanted);
    return { customers: sorted(at, customers), tooManyToList: count, find: wanted, more };
  }
  const page = await at.book.list('customers-of-partner', { key: at.who.tenant, limit: searchFrom });
  const all = page.rows.map((row) => row.value);
  if (wanted === '') return { customers: sorted(at, all) };
  return {
    customers: sorted(
      at,
      all.filter((customer) => matches(customer, wanted)),
    ),
    find: wanted,
  };
}

/** The index finds the longest of the typed words; the others must begin a word of the same customer. */
async function byWords(at: At<Chosen>, find: string): Promise<{ readonly customers: readonly Customer[]; readonly more: boolean }> {
  const longest = termsOf(find).reduce((one, other) => (other.length > one.length ? other : one), '');
  const page = await at.book.list('customers-by-word', { key: at.who.tenant, from: longest, upTo: `${longest}\u{ffff}`, limit: mostRead });
  const once = new Map(page.rows.filter((row) => matches(row.value, find)).map((row) => [row.id, row.value]));
  return { customers: [...once.values()].slice(0, mostListed), more: page.next !== undefined || once.size > mostListed };
}

function matches(customer: Customer, find: string): boolean {
  const words = wordsOf(customer);
  return termsOf(find).every((term) => words.some((word) => word.startsWith(term)));
}

/** What was typed, in the words of the index: split where names are, but a domain stays whole. */
function termsOf(find: string): readonly string[] {
  const words = folded(find)
    .split(/\s+/u)
    .flatMap((word) => (/^[\p{L}\p{N}.-]+\.\p{L}{2,}$/u.test(word) ? [word] : word.split(/[^\p{L}\p{N}]+/u)))
    .filter((word) => word !== '');
  return words.length === 0 ? [folded(find)] : words;
}

function sorted({ say }: At<Chosen>, customers: readonly Customer[]): Found['customers'] {
  return customers.toSorted((one, other) => say.compare(one.name, other.name) || say.compare(one.domain, other.domain));
}

/** What was chosen before, where it is still offered; of a search with one answer, that one. */
function chosenAmong({ customers, find }: Found, orAnyone: boolean, chosen: string | undefined): { readonly chosen?: string } {
  const [only, second] = customers;
  if (chosen !== undefined && (customers.some(({ id }) => id === chosen) || (orAnyone && chosen === anyone))) return { chosen };
  return find !== undefined && only !== undefined && second === undefined ? { chosen: only.id } : {};
}
