import type { Element } from '../../cards/adaptive-card.ts';
import type { Say } from '../../cards/messages/say.ts';
import type { Secrets } from '../../domain/shared/ports.ts';
import type { Progress, ShownReview } from './engine.ts';
import { answersMark } from './run.ts';

interface Here {
  readonly secrets: Pick<Secrets, 'deriveId'>;
  readonly now: Date;
  readonly say: Say;
}

interface Said {
  readonly body: readonly Element[];
  /** What a yes would replace and the card does not show. */
  readonly stands: readonly (readonly [label: string, value: string])[];
}

/**
 * What a review says as things stand now, and the mark of it: the answers, the day, every word of the card, and what a yes would replace.
 *
 * Whatever has changed in the book since and makes the card say something else gives another mark: a yes is to what was read.
 */
export function shownReview({ secrets, now, say }: Here, progress: Pick<Progress, 'run' | 'answers'>, { body, stands }: Said): ShownReview {
  const mark = secrets.deriveId('shown', answersMark({ secrets, now }, progress), JSON.stringify({ body, stands }));
  const replaced = stands.map(([label, value]) => say('form.stands-now', label, value));
  return { mark, language: say.language, lines: [...linesOf(body), ...replaced] };
}

const mostLines = 6;

/** What a review says now and did not say when it was last shown, in words; nothing where that cannot be told. */
export function changedSince(say: Say, before: ShownReview | undefined, now: ShownReview): readonly string[] {
  if (before === undefined || before.language !== now.language) return [];
  const changed = now.lines.filter((line) => !before.lines.includes(line));
  const isGone = before.lines.some((line) => !now.lines.includes(line));
  return changed.length === 0 && !isGone ? [] : [say('form.changed-since'), ...changed.slice(0, mostLines).map((line) => `• ${line}`)];
}

function linesOf(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => {
    if (element.type === 'TextBlock') return [element.text];
    if (element.type === 'RichTextBlock') return [element.inlines.map(({ text }) => text).join('')];
    if (element.type === 'Container') return linesOf(element.items);
    return element.type === 'ColumnSet' ? element.columns.flatMap(({ items }) => linesOf(items)) : [];
  });
}
