import type { Language } from '../domain/shared/language.ts';
import { Language as Languages } from '../domain/shared/language.ts';
import type { PersonId } from '../domain/shared/ids.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { field, formCard, reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { facts, note, plain, text } from './kit.ts';
import type { Say } from './messages/say.ts';

/** Stands for "as Teams says" in the choice of a language. */
export const unknownLanguage = 'unknown';

export interface EditCustomerFormView {
  readonly frame: Frame;
  readonly customer: string;
  readonly values: Readonly<Record<string, string | undefined>>;
  /** The partner's people by name, at most a hundred. */
  readonly people: readonly { readonly person: PersonId; readonly name: string; readonly email?: string }[];
}

/** What the book keeps of a customer, to change. */
export function editCustomerFormCard(say: Say, { frame, customer, values, people }: EditCustomerFormView): AdaptiveCard {
  const valueOf = (id: string) => (values[id] === undefined ? {} : { value: values[id] });
  return formCard(say, frame, {
    heading: say('edit-customer.heading'),
    body: [
      facts([[say('redeem.customer'), customer]]),
      ...field(say, frame, { type: 'Input.Text', id: 'name', label: say('customers.name'), maxLength: 100, ...valueOf('name') }),
      ...field(say, frame, { type: 'Input.Text', id: 'contactName', label: say('edit-customer.contact-name'), maxLength: 100, ...valueOf('contactName') }),
      ...field(say, frame, {
        type: 'Input.Text',
        id: 'contactEmail',
        label: say('edit-customer.contact-email'),
        style: 'Email',
        maxLength: 254,
        ...valueOf('contactEmail'),
      }),
      ...field(say, frame, {
        type: 'Input.ChoiceSet',
        id: 'language',
        label: say('customers.language'),
        style: 'compact',
        value: values['language'] ?? unknownLanguage,
        choices: [
          { title: say('edit-customer.language-unknown'), value: unknownLanguage },
          ...Languages.options.map((language) => ({ title: say(`customers.language-${language}`), value: language })),
        ],
      }),
      ...owner(say, frame, people, values['owner']),
    ],
    submit: say('form.next'),
  });
}

function owner(say: Say, frame: Frame, people: EditCustomerFormView['people'], chosen: string | undefined): readonly Element[] {
  if (people.length === 0) return [];
  return field(say, frame, {
    type: 'Input.ChoiceSet',
    id: 'owner',
    label: say('edit-customer.owner'),
    style: 'compact',
    ...(people.some(({ person }) => person === chosen) ? { value: chosen ?? '' } : {}),
    choices: people.map(({ person, name, email }) => ({ title: plain([name, ...(email === undefined ? [] : [email])].join(' · ')), value: person })),
  });
}

/** What a person wants to keep, as they entered it. */
export interface CustomerEntry {
  readonly name: string;
  readonly contactName?: string | undefined;
  readonly contactEmail?: string | undefined;
  readonly language?: Language | undefined;
  /** Name of the owner. */
  readonly ownerName?: string | undefined;
}

/** Before and after, for a yes. What stays as it is, is not listed. */
export function editCustomerReviewCard(
  say: Say,
  { frame, customer, before, after }: { readonly frame: Frame; readonly customer: string; readonly before: CustomerEntry; readonly after: CustomerEntry },
): AdaptiveCard {
  const rows = differences(say, before, after);
  return reviewCard(say, frame, {
    heading: say('edit-customer.review-heading'),
    body: [
      facts([[say('redeem.customer'), customer]]),
      rows.length === 0 ? text(say('edit-customer.unchanged')) : facts(rows),
      note(say('edit-customer.in-book')),
    ],
    confirm: say('edit-customer.confirm'),
    edits: [{ title: say('edit-customer.change'), to: 'entry' }],
  });
}

function differences(say: Say, before: CustomerEntry, after: CustomerEntry): readonly (readonly [label: string, value: string])[] {
  const rows = [
    [say('customers.name'), before.name, after.name],
    [say('edit-customer.contact-name'), before.contactName, after.contactName],
    [say('edit-customer.contact-email'), before.contactEmail, after.contactEmail],
    [say('customers.language'), languageName(say, before.language), languageName(say, after.language)],
    [say('customers.owner'), before.ownerName, after.ownerName],
  ] as const;
  return rows.flatMap(([label, one, other]) => (one === other ? [] : [[label, [one ?? '–', other ?? '–'].join(' → ')] as const]));
}

function languageName(say: Say, language: Language | undefined): string {
  return language === undefined ? say('customers.not-known') : say(`customers.language-${language}`);
}
