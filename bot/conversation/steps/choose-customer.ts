import { z } from 'zod';
import { anyone, chooseCustomerCard } from '../../../cards/choose-customer.card.ts';
import type { ChooseCustomerView } from '../../../cards/choose-customer.card.ts';
import type { TextKey } from '../../../cards/messages/catalogue.ts';
import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import { CustomerId } from '../../../domain/shared/ids.ts';
import { isFound } from '../../../domain/customers/search.ts';
import { customerCount, customersFound, everyCustomer, searchFrom } from '../customers/found.ts';
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

/**
 * The step that asks which customer a conversation is about; its answer stands under `customer`.
 *
 * Up to 99 customers are one list, sorted as the reader's language does; more are searched by any part of name or domain.
 * A typed line is a search. Only the partner's own customers can be chosen, whatever a client sends.
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
  if (own !== undefined && (find === '' || isFound(own, find))) return { kind: 'taken', answers: { customer: { customer: own.id, name: own.name } } };
  if (find !== '') return wrong();
  return wrong(at.say(customer === '' || customer === anyone ? 'customer.missing' : 'customer.not-yours'));
}

function forgetting(forgets: readonly string[], { answers }: At<Chosen>, taken: Taken<Chosen>): Taken<Chosen> {
  if (taken.kind !== 'taken' || answers.customer === undefined || answers.customer.customer === taken.answers.customer?.customer) return taken;
  return { ...taken, answers: { ...Object.fromEntries(forgets.map((answer) => [answer, undefined])), ...taken.answers } };
}

type Found = Pick<ChooseCustomerView, 'customers' | 'tooManyToList' | 'find' | 'more' | 'stopped'>;

async function found(at: At<Chosen>, find: string): Promise<Found> {
  const count = await customerCount(at);
  const wanted = find.trim();
  if (count >= searchFrom)
    return wanted === '' ? { customers: [], tooManyToList: count } : { ...(await customersFound(at, wanted)), tooManyToList: count, find: wanted };
  const all = await everyCustomer(at);
  return wanted === '' ? { customers: all } : { customers: all.filter((customer) => isFound(customer, wanted)), find: wanted };
}

/** What was chosen before, where it is still offered; of a search with one answer, that one. */
function chosenAmong({ customers, find, stopped }: Found, orAnyone: boolean, chosen: string | undefined): { readonly chosen?: string } {
  const [only, second] = customers;
  if (chosen !== undefined && (customers.some(({ id }) => id === chosen) || (orAnyone && chosen === anyone))) return { chosen };
  return find !== undefined && only !== undefined && second === undefined && stopped !== true ? { chosen: only.id } : {};
}
