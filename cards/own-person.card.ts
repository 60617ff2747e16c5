import type { CompanyRole, PartnerUser, Preset } from '../domain/company/records.ts';
import { accessOf, CompanyRole as Roles, Preset as Presets } from '../domain/company/records.ts';
import { Language } from '../domain/shared/language.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { execute } from './actions.ts';
import { field, formCard, reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { bullets, card, facts, good, note, text, warning } from './kit.ts';
import { sayIn } from './messages/say.ts';
import type { Say } from './messages/say.ts';
import { accessWords, roleWords, tasksWith } from './right-words.ts';
import type { PersonId } from '../domain/shared/ids.ts';

/** Whom a form is about, and what their fields hold. */
export interface WhoView {
  readonly frame: Frame;
  readonly values: Readonly<Partial<Record<'objectId' | 'name' | 'email', string | undefined>>>;
}

/** Who is to be entered. */
export function whoCard(say: Say, { frame, values }: WhoView): AdaptiveCard {
  const valueOf = (id: keyof WhoView['values']) => (values[id] === undefined ? {} : { value: values[id] });
  return formCard(say, frame, {
    heading: say('people.who-heading'),
    body: [
      note(say('people.who-hint')),
      ...field(say, frame, { type: 'Input.Text', id: 'objectId', label: say('people.object-id'), maxLength: 60, ...valueOf('objectId') }),
      ...field(say, frame, { type: 'Input.Text', id: 'name', label: say('people.name'), maxLength: 100, ...valueOf('name') }),
      ...field(say, frame, { type: 'Input.Text', id: 'email', label: say('people.email'), style: 'Email', maxLength: 254, ...valueOf('email') }),
    ],
    submit: say('form.next'),
  });
}

export interface PersonRightsView {
  readonly frame: Frame;
  readonly name: string;
  readonly values: Readonly<Partial<Record<'preset' | 'companyRole' | 'language' | 'timeZone', string | undefined>>>;
  /** The roles that this reader may give. */
  readonly roles: readonly CompanyRole[];
}

/** What somebody may do, and how the assistant speaks to them. */
export function personRightsCard(say: Say, { frame, name, values, roles }: PersonRightsView): AdaptiveCard {
  const language = values.language ?? '';
  return formCard(say, frame, {
    heading: say('people.rights-heading'),
    body: [
      text(name, { weight: 'Bolder' }),
      ...field(say, frame, {
        type: 'Input.ChoiceSet',
        id: 'preset',
        label: say('people.preset'),
        style: 'compact',
        choices: Presets.options.map((preset) => ({ title: say(`people.preset-${preset}`), value: preset })),
        ...(values.preset === undefined ? {} : { value: values.preset }),
      }),
      ...field(say, frame, {
        type: 'Input.ChoiceSet',
        id: 'companyRole',
        label: say('rights.role'),
        style: 'compact',
        choices: Roles.options.filter((role) => roles.includes(role)).map((role) => ({ title: roleWords(say, role), value: role })),
        value: values.companyRole ?? 'none',
      }),
      ...field(say, frame, {
        type: 'Input.ChoiceSet',
        id: 'language',
        label: say('people.language'),
        style: 'compact',
        choices: [
          { title: say('people.language-teams'), value: 'teams' },
          ...Language.options.map((each) => ({ title: sayIn(each)('language.name'), value: each })),
        ],
        value: language === '' ? 'teams' : language,
      }),
      ...field(say, frame, {
        type: 'Input.Text',
        id: 'timeZone',
        label: say('people.time-zone'),
        maxLength: 60,
        ...(values.timeZone === undefined ? {} : { value: values.timeZone }),
      }),
    ],
    submit: say('form.next'),
  });
}

export interface PersonReviewView {
  readonly frame: Frame;
  readonly name: string;
  readonly email?: string;
  readonly preset: Preset;
  readonly companyRole: CompanyRole;
  readonly language?: Language;
  readonly timeZone?: string;
  /** The book knows this person already. */
  readonly isKnown: boolean;
}

/** Who somebody is and what they may, line by line. */
export function personFacts(say: Say, person: Omit<PartnerUser, 'person' | 'tenant'>): readonly (readonly [string, string])[] {
  const { name, email, companyRole, supportedCompanies, language, timeZone } = person;
  return [
    [say('people.name'), name],
    ...(email === undefined ? [] : [[say('people.email'), email] as const]),
    [say('rights.role'), roleWords(say, companyRole)],
    [say('rights.access'), accessWords(say, supportedCompanies)],
    [say('people.language'), language === undefined ? say('people.language-teams') : sayIn(language)('language.name')],
    ...(timeZone === undefined ? [] : [[say('people.time-zone'), timeZone] as const]),
  ];
}

/** Exactly what will be entered, for a yes. */
export function personReviewCard(say: Say, view: PersonReviewView): AdaptiveCard {
  const { frame, preset, companyRole } = view;
  const access = accessOf[preset];
  const becomes = companyRole === 'global-admin' ? [say('people.becomes-global')] : [];
  return reviewCard(say, frame, {
    heading: say('people.review-heading'),
    body: [
      facts(personFacts(say, { ...view, supportedCompanies: access })),
      ...(access === 'none' ? [] : [bullets(tasksWith(say, access))]),
      ...(becomes.length === 0 ? [] : [warning(becomes)]),
      ...(view.isKnown ? [note(say('people.is-known'))] : []),
    ],
    confirm: say('people.confirm'),
    edits: [
      { title: say('people.change-rights'), to: 'rights' },
      { title: say('people.change-who'), to: 'person' },
    ],
  });
}

/** What the book says of somebody now. */
export function personReceiptCard(say: Say, view: { readonly person: PersonId; readonly name: string; readonly changed: boolean }): AdaptiveCard {
  return card(say, {
    heading: say('people.receipt-heading'),
    body: [good([view.name]), ...(view.changed ? [] : [note(say('people.nothing-changed'))]), note(say('people.book-only'))],
    actions: [
      execute(say('people.show'), { verb: 'show-person', person: view.person }, { associatedInputs: 'none' }),
      intentButton(say, 'people'),
      intentButton(say, 'keep-partner-user'),
      homeButton(say),
    ],
  });
}
