import type { CompanyRole, SupportedCompanies } from '../domain/company/records.ts';
import type { CompanyTask, CustomerTask } from '../domain/company/rights.ts';
import type { RoleSlug } from '../domain/delegated-admin/roles.ts';
import type { PersonId } from '../domain/shared/ids.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { bullets, buttons, card, facts, firstOf, note, subheading, text, warning } from './kit.ts';
import { ownRightsButton } from './mending.ts';
import type { Say } from './messages/say.ts';
import { accessWords, roleWords, taskWords } from './right-words.ts';

/** One task for customers, judged for one person. */
export interface JudgedTask {
  readonly task: CustomerTask;
  /** Why not; absent for what the person may do. */
  readonly because?: string;
  /** The person's own right is what lacks, and can be asked for. */
  readonly canAsk: boolean;
  /** Only where a customer has granted this role, or a greater one. */
  readonly least?: RoleSlug;
}

export interface RightsView {
  readonly name: string;
  readonly role: CompanyRole;
  readonly access: SupportedCompanies;
  readonly tasks: readonly JudgedTask[];
  readonly inCompany: readonly CompanyTask[];
  /** Names of the global admins. */
  readonly givers: readonly string[];
  /** The reader, who gives rights themselves and asks nobody. */
  readonly own?: PersonId;
  /** What the person has asked for, and waits. */
  readonly waiting?: CustomerTask;
}

const mostGivers = 5;
const perRow = 4;

/** "What may I do?": what this person may do, why not the rest, and who can give more. */
export function rightsCard(say: Say, view: RightsView): AdaptiveCard {
  const may = view.tasks.filter(({ because }) => because === undefined);
  const mayNot = view.tasks.filter(({ because }) => because !== undefined);
  return card(say, {
    heading: say('rights.heading'),
    speak: [say('rights.heading'), accessWords(say, view.access)].join(' · '),
    body: [
      text(view.name, { weight: 'Bolder' }),
      facts([
        [say('rights.access'), accessWords(say, view.access)],
        [say('rights.role'), roleWords(say, view.role)],
      ]),
      ...(view.waiting === undefined ? [] : [warning([say('rights.waiting', taskWords(say, view.waiting))])]),
      note(say('rights.everybody')),
      subheading(say('rights.may')),
      may.length === 0 ? text(say('rights.nothing')) : bullets(may.map((each) => taskLine(say, each))),
      ...reasons(say, mayNot),
      subheading(say('rights.in-company')),
      view.inCompany.length === 0 ? text(say('rights.nothing')) : bullets(view.inCompany.map((task) => say(`rights.company-${task}`))),
      ...asking(say, view),
      note(view.givers.length === 0 ? say('rights.no-global-admin') : say('rights.givers', firstOf(say, view.givers, mostGivers))),
    ],
    actions: [intentButton(say, 'people'), homeButton(say)],
  });
}

function taskLine(say: Say, { task, least }: JudgedTask): string {
  return least === undefined ? taskWords(say, task) : say('rights.with-role', taskWords(say, task), say(`role.${least}`));
}

function reasons(say: Say, mayNot: readonly JudgedTask[]): readonly Element[] {
  if (mayNot.length === 0) return [];
  return [subheading(say('rights.may-not')), bullets(mayNot.map(({ task, because }) => say('home.because', taskWords(say, task), because ?? '')))];
}

/** One button for each right that can be asked for; nothing while a request waits. */
function asking(say: Say, { tasks, waiting, givers, own }: RightsView): readonly Element[] {
  const lacked = tasks.filter(({ canAsk }) => canAsk).map(({ task }) => task);
  if (own !== undefined) return lacked.length === 0 ? [] : [text(say('rights.yours-to-give')), buttons([ownRightsButton(say, own)])];
  if (lacked.length === 0 || waiting !== undefined || givers.length === 0) return [];
  const asks = lacked.map((task) => execute(taskWords(say, task), { verb: 'ask-for-right' as const, task }, { associatedInputs: 'none' }));
  const rows = Array.from({ length: Math.ceil(asks.length / perRow) }, (_, row) => buttons(asks.slice(row * perRow, (row + 1) * perRow)));
  return [subheading(say('rights.ask-for')), ...rows];
}
