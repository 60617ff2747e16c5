import { z } from 'zod';

/** A card as a client receives it. */
export type CardJson = Readonly<Record<string, unknown>>;

export interface ReadButton {
  readonly type: string;
  readonly title: string;
  readonly verb?: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  readonly url?: string | undefined;
  readonly style?: string | undefined;
  /** `none`: the inputs of the card are not sent along. */
  readonly associatedInputs?: string | undefined;
}

const Button = z.object({
  type: z.string().startsWith('Action.'),
  title: z.string(),
  verb: z.string().optional(),
  url: z.string().optional(),
  style: z.string().optional(),
  associatedInputs: z.string().optional(),
  data: z.record(z.string(), z.unknown()).default({}),
});
const Input = z.object({
  type: z.string().startsWith('Input.'),
  id: z.string(),
  label: z.string().default(''),
  value: z.union([z.string(), z.number()]).optional(),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).default([]),
});

/** Every button of a card, wherever it stands, fallbacks left out. */
export function buttonsOf(card: CardJson): readonly ReadButton[] {
  return everyObject(card).flatMap((each) => Button.safeParse(each).data ?? []);
}

/** Every input of a card with its label and value. */
export function inputsOf(card: CardJson): readonly z.infer<typeof Input>[] {
  return everyObject(card).flatMap((each) => Input.safeParse(each).data ?? []);
}

/** What a client sends for the inputs of a card that nobody has touched. */
export function untouched(card: CardJson): Readonly<Record<string, string>> {
  return Object.fromEntries(inputsOf(card).map(({ type, id, value }) => [id, value === undefined ? (type === 'Input.Toggle' ? 'false' : '') : String(value)]));
}

/** What a card says, line by line: text blocks and rich text, its runs joined. */
export function textsOf(card: CardJson): readonly string[] {
  return everyObject(card).flatMap((each) => {
    if (each['type'] === 'TextBlock') return [String(each['text'])];
    if (each['type'] !== 'RichTextBlock' || !Array.isArray(each['inlines'])) return [];
    return [each['inlines'].map((run) => z.object({ text: z.string() }).parse(run).text).join('')];
  });
}

function everyObject(value: unknown): readonly CardJson[] {
  if (Array.isArray(value)) return value.flatMap(everyObject);
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value).filter(([name]) => name !== 'fallback');
  return [Object.fromEntries(entries), ...entries.flatMap(([, inner]) => everyObject(inner))];
}
