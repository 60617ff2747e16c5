import { z } from 'zod';
import { CardAction } from '../../cards/actions.ts';
import { Card } from './card-schema.ts';

/** What a card of this product keeps to, each rule by the name of what breaks it. A rule gives what is wrong; nothing when all is well. */
export type Rule = (card: object) => readonly string[];

const mostBytes = 25_000;
/** About one line of a phone of 320 px, in the letters of Teams; the seeds' own "adding keys is done" in Slovak is the longest. */
const longestButton = 38;
const opens = /^(View|Open|Zobrazit|Otevřít|Zobraziť|Otvoriť) /;

export const rules: Readonly<Record<string, Rule>> = {
  'something that our part of Adaptive Cards 1.5 does not have': (card) =>
    Card.safeParse(card).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [],
  'an id that is used twice': (card) => repeated(partsOf(card).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))),
  'a button that unfolds nothing': (card) => targetsOf(card).filter((target) => !partsOf(card).some(({ id }) => id === target)),
  'a button that carries more than a verb and ids': (card) => executesOf(card).flatMap(moreThanIds),
  'a button that says two things to old and new clients': (card) =>
    executesOf(card).flatMap(({ title, verb, data, fallback }) =>
      JSON.stringify(sorted({ ...data, verb })) === JSON.stringify(sorted(fallback.data)) && title === fallback.title ? [] : [title],
    ),
  'two buttons to be pressed first': (card) =>
    executesOf(card)
      .filter(({ style }) => style === 'positive')
      .slice(1)
      .map(({ title }) => title),
  'a button too long for a phone': (card) => titlesOf(card).filter((title) => title.length > longestButton),
  'a link that does not say that it opens a page': (card) => linksOf(card).filter((title) => !opens.test(title)),
  'Markdown or HTML where a client would obey it': (card) => obeyedTextsOf(card).filter((words) => /[*_`[\]<>#|~\\]|^\s*(\d+[.]|[-+]) /.test(words)),
  'marks that turn a line around': (card) => everyText(card).filter((words) => /[\u202A-\u202E\u2066-\u2069]/.test(words)),
  'a value that was never there': (card) => everyText(card).filter((words) => /\b(undefined|null|NaN|Infinity)\b|\[object/.test(words)),
  'a sentence that ends twice, or a space too many': (card) => everyText(card).filter((words) => /[^.][.]{2}$|[?!:][.]| {2}|^ |[^:] $/.test(words)),
  'more than a client takes': (card) => (size(card) > mostBytes ? [`${String(size(card))} bytes`] : []),
};

/** Everything that is wrong with a card, each with the rule it breaks. */
export function brokenBy(card: object): readonly string[] {
  return Object.entries(rules).flatMap(([name, rule]) => rule(card).map((wrong) => `${name}: ${wrong}`));
}

type Part = Readonly<Record<string, unknown>>;

/** Every object inside a card. What stands below `data` is nobody's to see. */
export function partsOf(value: unknown): readonly Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  return [Object.fromEntries(entries), ...entries.filter(([name]) => name !== 'data').flatMap(([, inner]) => partsOf(inner))];
}

function size(card: object): number {
  return Buffer.byteLength(JSON.stringify(card));
}

const payload = z.record(z.string(), z.unknown());
const Execute = z.object({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb: z.string(),
  data: payload,
  style: z.string().optional(),
  fallback: z.object({ title: z.string(), data: payload }),
});
const Unfold = z.object({ type: z.literal('Action.ToggleVisibility'), targetElements: z.array(z.string()) });
const Titled = z.object({ type: z.string().startsWith('Action.'), title: z.string() });

function executesOf(card: object): readonly z.infer<typeof Execute>[] {
  return partsOf(card).flatMap((part) => Execute.safeParse(part).data ?? []);
}

function targetsOf(card: object): readonly string[] {
  return partsOf(card).flatMap((part) => Unfold.safeParse(part).data?.targetElements ?? []);
}

function titlesOf(card: object): readonly string[] {
  return partsOf(card).flatMap((part) => Titled.safeParse(part).data?.title ?? []);
}

function linksOf(card: object): readonly string[] {
  return partsOf(card).flatMap((part) => (part['type'] === 'Action.OpenUrl' ? [String(part['title'])] : []));
}

/** Whatever the contract does not know is too much; what it knows are verbs, steps and ids. */
function moreThanIds({ title, verb, data }: z.infer<typeof Execute>): readonly string[] {
  const parsed = CardAction.safeParse({ ...data, verb });
  if (!parsed.success) return [`${title}: ${JSON.stringify(data)}`];
  const known: readonly string[] = Object.keys(parsed.data);
  return Object.keys(data)
    .filter((name) => !known.includes(name))
    .map((name) => `${title}: ${name}`);
}

const said = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'speak', 'fallbackText'] as const;

/** Every text that somebody sees or hears. */
export function everyText(card: object): readonly string[] {
  return partsOf(card).flatMap(ownTexts);
}

function ownTexts(part: Part): readonly string[] {
  return said.flatMap((name) => (typeof part[name] === 'string' ? [part[name]] : []));
}

const Expanded = z.object({ type: z.literal('Input.ChoiceSet'), style: z.literal('expanded'), choices: z.array(z.object({ title: z.string() })) });

/** Texts in which a client may read Markdown, or SSML when spoken. Runs, values, and choices in a list that opens are never read so. */
function obeyedTextsOf(card: object): readonly string[] {
  return partsOf(card).flatMap((part) => {
    const choices = Expanded.safeParse(part).data?.choices.map(({ title }) => title) ?? [];
    return typeof part['type'] !== 'string' || part['type'] === 'TextRun' ? [] : [...ownTexts(part), ...choices];
  });
}

function repeated(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function sorted(data: Part): readonly (readonly [string, unknown])[] {
  return Object.entries(data).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
