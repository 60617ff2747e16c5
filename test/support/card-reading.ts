import { z } from 'zod';

/** A card as a client receives it. */
export type CardJson = Readonly<Record<string, unknown>>;

export interface ReadButton {
  readonly title: string;
  readonly verb?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly url?: string;
}

const Button = z.object({
  type: z.string().startsWith('Action.'),
  title: z.string(),
  verb: z.string().optional(),
  url: z.string().optional(),
  data: z.record(z.string(), z.unknown()).default({}),
});
const Labelled = z.object({ type: z.string().startsWith('Input.'), id: z.string(), label: z.string(), value: z.union([z.string(), z.number()]).optional() });

/** Every button of a card, wherever it stands, fallbacks left out. */
export function buttonsOf(card: CardJson): readonly ReadButton[] {
  return everyObject(card).flatMap((each) => {
    const { data } = Button.safeParse(each);
    return data === undefined
      ? []
      : [{ title: data.title, data: data.data, ...(data.verb === undefined ? {} : { verb: data.verb }), ...(data.url === undefined ? {} : { url: data.url }) }];
  });
}

/** Every input of a card with its label and value. */
export function inputsOf(card: CardJson): readonly z.infer<typeof Labelled>[] {
  return everyObject(card).flatMap((each) => Labelled.safeParse(each).data ?? []);
}

/** What a card says, line by line: text blocks, rich text joined, labels. */
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
