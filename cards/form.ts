import type { AdaptiveCard, Action, Element, Input } from './adaptive-card.ts';
import { execute } from './actions.ts';
import { card, facts, note, problem, text, warning } from './kit.ts';
import type { CommandId } from '../domain/shared/ids.ts';
import type { Say } from './messages/say.ts';

/** Something wrong with an input, said beside it; without a field, at the top. */
export interface FieldProblem {
  readonly field?: string;
  readonly text: string;
}

export type Whom = readonly [label: string, name: string];

/** Where a card stands in its conversation. */
export interface Frame {
  readonly run: CommandId;
  readonly step: string;
  /** The mark of the answers this card was drawn from; a yes carries it back. */
  readonly shown: string;
  readonly number: number;
  readonly total: number;
  /** Whom the conversation is about, as label and name. */
  readonly whom?: Whom;
  readonly problems: readonly FieldProblem[];
  /** Something to know that is not wrong. */
  readonly notices: readonly string[];
}

/** A form: what is wrong, its inputs, and the buttons every form has. */
export function formCard(
  say: Say,
  frame: Frame,
  parts: { readonly heading: string; readonly body: readonly Element[]; readonly submit: string },
): AdaptiveCard {
  const { run, step } = frame;
  return card(say, {
    heading: parts.heading,
    speak: spoken(parts.heading, frame),
    body: [...atTheTop(say, frame), ...parts.body],
    actions: [execute(parts.submit, { verb: 'submit', run, step }, { style: 'positive' }), ...leaving(say, frame)],
  });
}

/** A review: what was said so far, a yes, and a way to every step that can be changed. At most six buttons. */
export function reviewCard(
  say: Say,
  frame: Frame,
  parts: {
    readonly heading: string;
    readonly body: readonly Element[];
    readonly confirm: string;
    readonly edits: readonly { readonly title: string; readonly to: string }[];
  },
): AdaptiveCard {
  const { run, step, shown } = frame;
  return card(say, {
    heading: parts.heading,
    speak: spoken(parts.heading, frame),
    body: [...atTheTop(say, frame), ...parts.body],
    actions: [
      execute(parts.confirm, { verb: 'confirm', run, step, shown }, { style: 'positive' }),
      ...parts.edits.map(({ title, to }) => execute(title, { verb: 'edit', run, step, to })),
      ...leaving(say, frame),
    ],
  });
}

/** Whom the card is about: first, on every card that does not say it anyway. */
export function aboutWhom({ whom }: Pick<Frame, 'whom'>): readonly Element[] {
  return whom === undefined ? [] : [facts([whom])];
}

/** More than this at once nobody reads; the rest shows when these are mended. */
const mostProblems = 6;
const mostSpoken = 3;

/** An input with what is wrong with it right above. */
export function field(say: Say, frame: Pick<Frame, 'problems'>, input: Input): readonly Element[] {
  const wrong = frame.problems.filter((each) => each.field === input.id).map((each) => each.text);
  return [...readable(say, wrong).map((each) => text(each, { color: 'Attention' })), input];
}

function readable(say: Say, wrong: readonly string[]): readonly string[] {
  const more = wrong.length - mostProblems;
  return more <= 0 ? wrong : [...wrong.slice(0, mostProblems), say('form.more-problems', more)];
}

function spoken(heading: string, frame: Frame): string {
  const sentences = [heading, ...frame.problems.slice(0, mostSpoken).map((wrong) => wrong.text), ...frame.notices];
  return sentences.map((each) => (/[.?!:]$/.test(each) ? each : `${each}.`)).join(' ');
}

function atTheTop(say: Say, frame: Frame): readonly Element[] {
  const general = readable(
    say,
    frame.problems.filter((each) => each.field === undefined).map((each) => each.text),
  );
  return [
    note(say('form.step-of', frame.number, frame.total)),
    ...(general.length === 0 ? [] : [problem(general)]),
    ...(frame.notices.length === 0 ? [] : [warning(frame.notices)]),
  ];
}

function leaving(say: Say, { run, step, number }: Frame): readonly Action[] {
  const back = number > 1 ? [execute(say('form.back'), { verb: 'back', run, step })] : [];
  return [...back, execute(say('form.stop'), { verb: 'stop', run, step })];
}
