import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import { note, plain, problem } from './kit.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';

/** The value of the choice "anybody who has the link". No customer has this id. */
export const anyone = '*';

export interface ChooseCustomerView {
  readonly frame: Frame;
  readonly heading: TextKey;
  /** In the order in which they are shown: at most 99 of a list, 50 of a search. */
  readonly customers: readonly { readonly id: string; readonly name: string; readonly domain: string }[];
  /** How many the partner has, where the list would be too long: search first. */
  readonly tooManyToList?: number;
  /** What was searched for. */
  readonly find?: string;
  /** More were found than are listed. */
  readonly more?: boolean;
  /** The search ended before its end: there may be others. */
  readonly stopped?: boolean;
  /** It may be for whoever has the link. */
  readonly orAnyone?: boolean;
  readonly chosen?: string;
}

/** Which customer it is about: a list of those there are, or a search where they are many. */
export function chooseCustomerCard(say: Say, view: ChooseCustomerView): AdaptiveCard {
  return formCard(say, view.frame, {
    heading: say(view.heading),
    body: [...search(say, view), ...list(say, view)],
    submit: say('form.next'),
  });
}

function search(say: Say, { frame, tooManyToList, find }: ChooseCustomerView): readonly Element[] {
  if (tooManyToList === undefined && find === undefined) return [];
  return [
    ...(tooManyToList === undefined ? [] : [note(say('customer.search-first', tooManyToList))]),
    ...field(say, frame, { type: 'Input.Text', id: 'find', label: say('customer.find'), maxLength: 100, ...(find === undefined ? {} : { value: find }) }),
  ];
}

function list(say: Say, view: ChooseCustomerView): readonly Element[] {
  const { customers, more, stopped, orAnyone, chosen } = view;
  const choices = [...(orAnyone === true ? [{ title: say('customer.anyone'), value: anyone }] : []), ...titled(customers)];
  return [
    ...(customers.length === 0 ? nothing(say, view) : []),
    ...(choices.length === 0
      ? []
      : field(say, view.frame, {
          type: 'Input.ChoiceSet',
          id: 'customer',
          label: say('customer.list'),
          // a list that opens: names of customers are never read as Markdown there; filtered, because a compact one that takes the place
          // of another in the same message goes on showing the choices of that (Microsoft's Fluent renderer)
          style: 'filtered',
          placeholder: say('customer.placeholder'),
          ...(chosen === undefined ? {} : { value: chosen }),
          choices,
        })),
    ...(more === true ? [note(say('customer.first', customers.length))] : []),
    ...(stopped === true && customers.length > 0 ? [note(say('customer.search-stopped'))] : []),
  ];
}

function nothing(say: Say, { find, tooManyToList, stopped }: ChooseCustomerView): readonly Element[] {
  if (stopped === true) return [problem([say('customer.search-stopped')])];
  if (find !== undefined) return [problem([say('customer.none-found', find)])];
  return tooManyToList === undefined ? [problem([say('customer.none')])] : [];
}

/** What all titles together may weigh, so that Teams takes the card whatever the names are. */
const bytesOfTitles = 14_000;
const longestTitle = 300;

function titled(customers: ChooseCustomerView['customers']): readonly { readonly title: string; readonly value: string }[] {
  const most = Math.min(longestTitle, Math.floor(bytesOfTitles / Math.max(1, customers.length)));
  return customers.map(({ id, name, domain }) => ({ title: shortened(plain(`${name} · ${domain}`), most), value: id }));
}

function shortened(title: string, most: number): string {
  if (weightOf(title) <= most) return title;
  const letters = [...title];
  while (letters.length > 0 && weightOf(letters.join('')) > most - 3) letters.pop();
  return `${letters.join('')}…`;
}

function weightOf(words: string): number {
  return new TextEncoder().encode(JSON.stringify(words)).length;
}
