import type { HandOff } from '../domain/customers/records.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { handOffButtons, handOffDetail, handOffStepLines, handOffTitle } from './hand-off.ts';
import { homeButton } from './intent-button.ts';
import { buttons, card, good, note, steps, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import { nextPage } from './next-page.ts';
import type { TaskSubjects } from './task-subjects.ts';

export interface ToDoView {
  /** At most five. */
  readonly rows: readonly {
    readonly handOff: HandOff;
    readonly customer: string;
    readonly about?: TaskSubjects;
    /** On whose list it is, where that is not the reader's. */
    readonly whose?: string;
    /** The reader may look, and confirm nothing. */
    readonly isReadOnly?: boolean;
    /** Whose it was, if they are gone and it has passed to the reader. */
    readonly passedFrom?: string;
  }[];
  readonly next?: string;
  /** Just confirmed, above the rest. */
  readonly confirmed?: { readonly customer: string; readonly handOff: HandOff };
  readonly notFound?: boolean;
}

/** What the person still has to do at Microsoft, oldest first, each with its link and its button. */
export function toDoCard(say: Say, view: ToDoView): AdaptiveCard {
  return card(say, {
    heading: say('to-do.heading'),
    body: [
      ...(view.notFound === true ? [note(say('to-do.not-found'))] : []),
      ...doneLine(say, view.confirmed),
      text(say(view.rows.length === 0 ? 'to-do.none' : 'to-do.intro')),
      ...view.rows.map((row, index) => toDoRow(say, row, index)),
    ],
    actions: [...nextPage(say, 'to-do', view.next), homeButton(say)],
  });
}

/** What has just been confirmed, above the rest. */
export function doneLine(say: Say, done: ToDoView['confirmed']): readonly Element[] {
  if (done?.handOff.confirmed === undefined) return [];
  const { name, at } = done.handOff.confirmed;
  return [good([handOffTitle(say, done.handOff, done.customer), say('hand-off.confirmed', name, say.instant(at))])];
}

/** One task with its link, its button and its steps; `from`: a customer's card, to which the answer goes back. */
export function toDoRow(say: Say, { handOff, customer, about, ...row }: ToDoView['rows'][number], index: number, from?: 'customer'): Element {
  const { passedFrom, whose, isReadOnly = false } = row;
  const [link, done] = handOffButtons(say, handOff, about, undefined, from);
  const how = `how-${String(index)}`;
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      text(handOffTitle(say, handOff, customer), { weight: 'Bolder' }),
      note([handOffDetail(say, handOff, about), say('to-do.recorded-on', say.instant(handOff.createdAt))].filter((each) => each !== undefined).join(' · ')),
      ...(whose === undefined ? [] : [note(say('to-do.whose', whose))]),
      ...(passedFrom === undefined ? [] : [note(say('to-do.passed-on', passedFrom))]),
      buttons([{ type: 'Action.ToggleVisibility', title: say('hand-off.how'), targetElements: [how] }, link, ...(isReadOnly ? [] : [done])]),
      { ...steps(handOffStepLines(say, handOff, about)), id: how, isVisible: false },
    ],
  };
}
