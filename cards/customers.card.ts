import type { Customer } from '../domain/customers/records.ts';
import type { Day } from '../domain/shared/dates.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, Element, ExecuteAction } from './adaptive-card.ts';
import { homeButton } from './intent-button.ts';
import { buttons, card, note, problem, text } from './kit.ts';
import type { Say } from './messages/say.ts';

export interface CustomerRow {
  readonly customer: Pick<Customer, 'id' | 'name' | 'domain' | 'country'>;
  readonly subscriptions: number;
  /** The soonest end that is ahead; absent where there is none. */
  readonly endsOn?: Day;
}

export interface CustomersView {
  /** At most six, in the order of the reader's language. */
  readonly rows: readonly CustomerRow[];
  /** How many rows were shown before. */
  readonly from: number;
  /** How many there are to show in all. */
  readonly total: number;
  /** What was searched for. */
  readonly find?: string;
  /** How many the partner has, where the list would be too long: search first. */
  readonly tooManyToList?: number;
  /** More were found than are shown at all. */
  readonly more?: boolean;
  /** The search ended before its end: there may be others. */
  readonly stopped?: boolean;
}

/** So many on a card: on a phone it is read to its end. */
export const customersAtOnce = 6;

/** The partner's customers, six at a time, or a search where they are many. */
export function customersCard(say: Say, view: CustomersView): AdaptiveCard {
  const { rows, find, total } = view;
  const counted = find === undefined ? say('customers.count', view.tooManyToList ?? total) : foundText(say, view);
  return card(say, {
    heading: say('customers.heading'),
    speak: [say('customers.heading'), counted, ...rows.map(({ customer }) => customer.name)].join(' · '),
    body: [...search(say, view), ...list(say, view), ...turning(say, view)],
    actions: [
      ...(find === undefined ? [] : [execute(say('customers.heading'), { verb: 'show', page: 'customers' }, { associatedInputs: 'none' })]),
      homeButton(say),
    ],
  });
}

/** Nobody of that id in this partner's book: told the same way whoever else may have them. */
export function customerNotFoundCard(say: Say): AdaptiveCard {
  return card(say, {
    heading: say('customers.card-heading'),
    speak: say('customers.not-found'),
    body: [problem([say('customers.not-found')])],
    actions: [execute(say('customers.heading'), { verb: 'show', page: 'customers' }, { associatedInputs: 'none' }), homeButton(say)],
  });
}

function search(say: Say, { tooManyToList, find, total }: CustomersView): readonly Element[] {
  if (tooManyToList === undefined && find === undefined && total <= customersAtOnce) return [];
  return [
    ...(tooManyToList === undefined ? [] : [note(say('customer.search-first', tooManyToList))]),
    { type: 'Input.Text', id: 'find', label: say('customer.find'), maxLength: 100, ...(find === undefined ? {} : { value: find }) },
    buttons([execute(say('customers.find'), { verb: 'find-customers' }, { style: 'positive' })]),
  ];
}

function list(say: Say, { rows, find, tooManyToList, total, from, more, stopped }: CustomersView): readonly Element[] {
  if (rows.length === 0 && stopped === true) return [problem([say('customer.search-stopped')])];
  if (rows.length === 0 && find !== undefined) return [problem([say('customer.none-found', find)])];
  if (rows.length === 0) return tooManyToList === undefined ? [problem([say('customer.none')])] : [];
  const first = find === undefined ? say('customers.count', total) : say('customers.found', total);
  const place = total <= rows.length ? [] : [say('customers.of', from + 1, from + rows.length, total)];
  return [
    note([first, ...place].join(' · ')),
    ...(more === true ? [note(say('customer.first', total))] : []),
    ...(stopped === true ? [note(say('customer.search-stopped'))] : []),
    ...rows.map((row) => rowOf(say, row)),
  ];
}

/** Of a search that ended before its end, nobody knows that there is none. */
function foundText(say: Say, { total, stopped }: CustomersView): string {
  return total === 0 && stopped === true ? say('customer.search-stopped') : say('customers.found', total);
}

function rowOf(say: Say, { customer: { id, name, domain, country }, subscriptions, endsOn }: CustomerRow): Element {
  const facts = [
    domain,
    say.country(country),
    say('customers.subscriptions', subscriptions),
    ...(endsOn === undefined ? [] : [say('customers.next-end', endsOn)]),
  ];
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      text(name, { weight: 'Bolder' }),
      note(facts.join(' · ')),
      buttons([execute(say('customers.open'), { verb: 'show-customer', customer: id }, { associatedInputs: 'none' })]),
    ],
  };
}

/** On and back. What is searched for goes along in its field, never behind a button. */
function turning(say: Say, { rows, from, total, find }: CustomersView): readonly Element[] {
  const to = (title: string, start: number): ExecuteAction =>
    find === undefined
      ? execute(title, { verb: 'show', page: 'customers', after: String(start) }, { associatedInputs: 'none' })
      : execute(title, { verb: 'find-customers', after: String(start) });
  const ways = [
    ...(from + rows.length < total ? [to(say('to-do.more'), from + rows.length)] : []),
    ...(from > 0 ? [to(say('customers.previous'), Math.max(0, from - customersAtOnce))] : []),
  ];
  return ways.length === 0 ? [] : [buttons(ways)];
}
