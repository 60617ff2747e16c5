import type { Customer } from '../domain/customers/records.ts';
import { execute } from './actions.ts';
import type { CardAction } from './actions.ts';
import type { Element, ExecuteAction } from './adaptive-card.ts';
import { homeButton } from './intent-button.ts';
import { note, text } from './kit.ts';
import type { Say } from './messages/say.ts';

/** A part of a customer's card on a card of its own, page by page. */
export interface PartView {
  readonly customer: Pick<Customer, 'id' | 'name'>;
  /** How many rows were shown before, and how many there are; both nought where all are shown. */
  readonly from: number;
  readonly total: number;
  readonly rows: readonly unknown[];
}

export type CustomerPart = Extract<CardAction, { readonly verb: 'show-customer-part' }>['part'];

/** Which part, and whose: the card always names whom it is about. */
export function partHead(
  say: Say,
  { customer, from, total, rows }: PartView,
  part: CustomerPart,
): { readonly heading: string; readonly speak: string; readonly body: readonly Element[] } {
  const heading = say(`customers.part-${part}`);
  return {
    heading,
    speak: [heading, say('customers.speak', customer.name)].join(' · '),
    body: [
      text(customer.name, { weight: 'Bolder' }),
      ...(total > rows.length ? [note(say('customers.of', Math.min(from + 1, total), from + rows.length, total))] : []),
    ],
  };
}

/** On through the rows, back to the customer, home. */
export function partActions(
  say: Say,
  { customer, from, total, rows }: PartView,
  part: CustomerPart,
  ...more: readonly ExecuteAction[]
): readonly ExecuteAction[] {
  const next = from + rows.length;
  return [
    ...(next < total
      ? [execute(say('to-do.more'), { verb: 'show-customer-part', customer: customer.id, part, after: String(next) }, { associatedInputs: 'none' })]
      : []),
    ...more,
    execute(say('customers.back'), { verb: 'show-customer', customer: customer.id }, { associatedInputs: 'none' }),
    homeButton(say),
  ];
}
