import type { Action, ActionSet, AdaptiveCard, Container, Element, OpenUrlAction, RichTextBlock, TextBlock, TextRun } from './adaptive-card.ts';
import type { Say } from './messages/say.ts';

/** What every card has: a heading in our words, a body, at most six buttons. */
export interface CardParts {
  readonly heading: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
  /** What a screen reader or a toast says; the heading when absent. */
  readonly speak?: string;
}

/** The frame of every card: version, language, spoken and fallback text. */
export function card(say: Say, parts: CardParts): AdaptiveCard {
  const spoken = withoutMarkup(parts.speak ?? parts.heading);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: say.language,
    speak: spoken,
    fallbackText: spoken,
    body: [heading(parts.heading), ...parts.body],
    actions: parts.actions ?? [],
    msteams: { width: 'Full' },
  };
}

function heading(text: string): TextBlock {
  return { type: 'TextBlock', text, wrap: true, style: 'heading', size: 'Large', weight: 'Bolder' };
}

/** A smaller heading inside a card. Our own words only. */
export function subheading(text: string): TextBlock {
  return { type: 'TextBlock', text, wrap: true, style: 'heading', size: 'Medium', weight: 'Bolder', spacing: 'Medium' };
}

/**
 * What somebody typed, as one line that cannot turn its neighbours around.
 *
 * Letters of right-to-left scripts stay; the invisible marks that reverse everything after them go, and so do line breaks.
 * For texts outside a paragraph (titles of choices); paragraphs do it themselves.
 */
export function plain(words: string): string {
  return words.replace(/[\u202A-\u202E\u2066-\u2069]/g, '').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** For texts that a client may read as SSML or Markdown (spoken and fallback text), which a name may look like. */
export function withoutMarkup(words: string): string {
  return plain(words)
    .replace(/[<>&*_`[\]|#~\\]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** A paragraph. Safe for whatever people typed: no Markdown, no HTML. */
export function text(words: string, look: Omit<TextRun, 'type' | 'text'> = {}): RichTextBlock {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: plain(words), ...look }] };
}

/** A quiet paragraph: explanations, sources, what comes next. */
export function note(words: string): RichTextBlock {
  return { ...text(words, { isSubtle: true, size: 'Small' }), spacing: 'Small' };
}

/** Label and value, one below the other so that a phone does not cut them. Values may be anything. */
export function facts(rows: readonly (readonly [label: string, value: string])[]): Container {
  return {
    type: 'Container',
    spacing: 'Small',
    items: rows.map(([label, value]) => ({
      type: 'RichTextBlock' as const,
      spacing: 'Small' as const,
      inlines: [
        { type: 'TextRun' as const, text: `${label}: `, isSubtle: true },
        { type: 'TextRun' as const, text: plain(value), weight: 'Bolder' as const },
      ],
    })),
  };
}

/** Lines with a bullet. */
export function bullets(lines: readonly string[]): Container {
  return { type: 'Container', spacing: 'Small', items: lines.map((line) => ({ ...text(`• ${line}`), spacing: 'Small' as const })) };
}

/** What to do, one after the other. */
export function steps(lines: readonly string[]): Container {
  return { type: 'Container', spacing: 'Small', items: lines.map((line, index) => ({ ...text(`${String(index + 1)}. ${line}`), spacing: 'Small' as const })) };
}

/** The first few of many, and how many more there are: "K7M2P, QX4TN and 98 more". */
export function firstOf(say: Say, items: readonly string[], most: number): string {
  return items.length <= most ? say.list(items) : say.list([...items.slice(0, most), say('list.more', items.length - most)]);
}

/** Something that stands in the way; read first. */
export function problem(lines: readonly string[]): Container {
  return { type: 'Container', style: 'attention', items: lines.map((line) => text(line)) };
}

/** Something to know before going on. */
export function warning(lines: readonly string[]): Container {
  return { type: 'Container', style: 'warning', items: lines.map((line) => text(line)) };
}

/** Something that went well. */
export function good(lines: readonly string[]): Container {
  return { type: 'Container', style: 'good', items: lines.map((line) => text(line)) };
}

/** Elements that are hidden until a button shows them. */
export function folded(id: string, title: string, items: readonly Element[]): readonly Element[] {
  return [
    { type: 'ActionSet', actions: [{ type: 'Action.ToggleVisibility', title, targetElements: [id] }] },
    { type: 'Container', id, isVisible: false, items },
  ];
}

/** Buttons inside the body, beside what they belong to. */
export function buttons(actions: readonly Action[]): ActionSet {
  return { type: 'ActionSet', actions };
}

/** Opens a page outside Teams; the title says so ("View on …"). */
export function link(title: string, url: string): OpenUrlAction {
  return { type: 'Action.OpenUrl', title, url };
}
