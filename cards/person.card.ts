import type { RightRequest } from '../domain/company/people-commands.ts';
import type { PartnerUser } from '../domain/company/records.ts';
import type { PersonId } from '../domain/shared/ids.ts';
import { execute } from './actions.ts';
import type { CardAction } from './actions.ts';
import type { AdaptiveCard, Element, ExecuteAction } from './adaptive-card.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { bullets, card, facts, note, problem, subheading, text, warning } from './kit.ts';
import { sayIn } from './messages/say.ts';
import type { Say } from './messages/say.ts';
import { accessWords, roleWords, tasksWith, taskWords } from './right-words.ts';

export interface PersonView {
  readonly person: PersonId;
  readonly name: string;
  /** Absent for a colleague who asks for a right and is not in the book. */
  readonly user?: PartnerUser;
  readonly request?: RightRequest;
  readonly isReader: boolean;
  /** May this reader change the person, and decide on what they ask for? */
  readonly mayManage: boolean;
  readonly mayGive: boolean;
}

/** One of the own people: who it is, what they may do, what they ask for. */
export function personCard(say: Say, view: PersonView): AdaptiveCard {
  return card(say, {
    heading: say('people.person-heading'),
    speak: [say('people.person-heading'), view.name].join(' · '),
    body: [text(view.name, { weight: 'Bolder' }), ...(view.isReader ? [note(say('people.you'))] : []), ...known(say, view.user), ...asks(say, view.request)],
    actions: ways(say, view),
  });
}

function known(say: Say, user: PartnerUser | undefined): readonly Element[] {
  if (user === undefined) return [note(say('rights.not-in-book'))];
  const may = tasksWith(say, user.supportedCompanies);
  return [
    facts([
      [say('rights.role'), roleWords(say, user.companyRole)],
      [say('rights.access'), accessWords(say, user.supportedCompanies)],
      ...(user.email === undefined ? [] : [[say('people.email'), user.email] as const]),
      ...(user.language === undefined ? [] : [[say('people.language'), sayIn(user.language)('language.name')] as const]),
      ...(user.timeZone === undefined ? [] : [[say('people.time-zone'), user.timeZone] as const]),
    ]),
    ...(may.length === 0 ? [] : [bullets(may)]),
  ];
}

function asks(say: Say, request: RightRequest | undefined): readonly Element[] {
  if (request === undefined) return [];
  return [subheading(say('rights.request-heading')), warning([taskWords(say, request.task)]), facts([[say('rights.then'), accessWords(say, request.needed)]])];
}

function ways(say: Say, { person, user, request, mayManage, mayGive }: PersonView): readonly ExecuteAction[] {
  const settle = (title: string, verdict: 'grant' | 'refuse') => quiet(title, { verb: 'settle-right-request', person, verdict });
  return [
    ...(request === undefined || !mayGive ? [] : [settle(say('rights.grant'), 'grant'), settle(say('rights.refuse'), 'refuse')]),
    ...(mayManage ? [quiet(say('people.change'), { verb: 'begin', flow: 'keep-partner-user', about: { person } })] : []),
    ...(mayManage && user !== undefined ? [quiet(say('people.remove'), { verb: 'remove-partner-user', person })] : []),
    intentButton(say, 'people'),
    homeButton(say),
  ];
}

function quiet(title: string, action: CardAction, style?: ExecuteAction['style']): ExecuteAction {
  return execute(title, action, { associatedInputs: 'none', ...(style === undefined ? {} : { style }) });
}

/** What somebody looks after, and who does when they are gone. */
export interface Passing {
  readonly customers: number;
  readonly tasks: number;
  /** Name of the default owner; absent where there is none. */
  readonly to?: string;
}

/** Asked once before somebody is taken out of the book. */
export function removePersonCard(say: Say, { person, name, companyRole, supportedCompanies }: PartnerUser, passing: Passing): AdaptiveCard {
  return card(say, {
    heading: say('people.remove-heading'),
    body: [
      facts([
        [say('people.name'), name],
        [say('rights.role'), roleWords(say, companyRole)],
        [say('rights.access'), accessWords(say, supportedCompanies)],
        ...passes(say, passing),
      ]),
      text(say('people.remove-what')),
    ],
    actions: [
      quiet(say('people.remove-yes'), { verb: 'remove-partner-user', person, sure: true }, 'destructive'),
      quiet(say('people.keep'), { verb: 'show-person', person }),
    ],
  });
}

function passes(say: Say, { customers, tasks, to }: Passing): readonly (readonly [string, string])[] {
  if (customers + tasks === 0) return [];
  return [
    [say('people.remove-customers'), say.number(customers)],
    [say('people.remove-tasks'), say.number(tasks)],
    [say('people.remove-to'), to ?? say('customers.nobody')],
  ];
}

/** No such person among the partner's own: never entered, another company's, or a forged button. One answer for all. */
export function personNotFoundCard(say: Say): AdaptiveCard {
  return card(say, {
    heading: say('people.person-heading'),
    speak: say('people.not-found'),
    body: [problem([say('people.not-found')])],
    actions: [intentButton(say, 'people'), homeButton(say)],
  });
}
