import type { RightRequest } from '../domain/company/people-commands.ts';
import type { PartnerUser } from '../domain/company/records.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { buttons, card, good, note, problem, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';
import { nextPage } from './next-page.ts';
import { accessWords, roleWords, taskWords } from './right-words.ts';

export interface PeopleView {
  /** At most six. */
  readonly rows: readonly PartnerUser[];
  readonly next?: string;
  /** The first three who ask for a right, and how many there are. */
  readonly requests: { readonly count: number; readonly first: readonly RightRequest[] };
  /** May this reader enter people? */
  readonly mayManage: boolean;
  readonly done?: string;
  readonly refused?: string;
}

/** The partner's own people with what they may do; above them who asks for more. */
export function peopleCard(say: Say, view: PeopleView): AdaptiveCard {
  return card(say, {
    heading: say('people.heading'),
    speak: view.refused ?? view.done ?? say('people.heading'),
    body: [
      ...(view.done === undefined ? [] : [good([view.done])]),
      ...(view.refused === undefined ? [] : [problem([view.refused])]),
      ...requests(say, view.requests),
      ...(view.rows.length === 0 ? [text(say('people.none'))] : view.rows.map((row) => rowOf(say, row))),
    ],
    actions: [
      ...nextPage(say, 'people', view.next),
      ...(view.mayManage ? [intentButton(say, 'keep-partner-user')] : []),
      intentButton(say, 'rights'),
      homeButton(say),
    ],
  });
}

function requests(say: Say, { count, first }: PeopleView['requests']): readonly Element[] {
  if (count === 0) return [];
  return [
    warning([say('people.requests', count)]),
    ...first.map(({ person, name, task }): Element => ({
      type: 'Container',
      items: [text(name, { weight: 'Bolder' }), note(taskWords(say, task)), buttons([show(say, person)])],
    })),
  ];
}

function rowOf(say: Say, { person, name, companyRole, supportedCompanies }: PartnerUser): Element {
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      text(name, { weight: 'Bolder' }),
      note(say('people.role-and-access', roleWords(say, companyRole), accessWords(say, supportedCompanies))),
      buttons([show(say, person)]),
    ],
  };
}

function show(say: Say, person: PartnerUser['person']) {
  return execute(say('people.show'), { verb: 'show-person', person }, { associatedInputs: 'none' });
}
