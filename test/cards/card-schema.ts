import { z } from 'zod';

/** The part of Adaptive Cards 1.5 that cards/adaptive-card.ts describes, for finished cards: nothing else may stand in one. */

const words = z.string().min(1);
const spacing = z.enum(['None', 'Small', 'Medium', 'Large']).optional();
const size = z.enum(['Large', 'Medium', 'Small']).optional();
const bolder = z.literal('Bolder').optional();
const subtle = z.boolean().optional();

const TextBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: words,
  wrap: z.literal(true),
  style: z.literal('heading').optional(),
  size,
  weight: bolder,
  isSubtle: subtle,
  spacing,
});

const TextRun = z.strictObject({
  type: z.literal('TextRun'),
  text: words,
  weight: bolder,
  isSubtle: subtle,
  color: z.enum(['Attention', 'Warning', 'Good']).optional(),
  fontType: z.literal('Monospace').optional(),
  size,
});

const RichTextBlock = z.strictObject({ type: z.literal('RichTextBlock'), inlines: z.array(TextRun).min(1), spacing });

const payload = z.record(z.string(), z.unknown());
const Execute = z.strictObject({
  type: z.literal('Action.Execute'),
  title: words,
  verb: words,
  data: payload,
  style: z.enum(['positive', 'destructive']).optional(),
  associatedInputs: z.literal('none').optional(),
  fallback: z.strictObject({ type: z.literal('Action.Submit'), title: words, data: payload }),
});
const OpenUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), title: words, url: z.url({ protocol: /^https$/ }) });
const ToggleVisibility = z.strictObject({ type: z.literal('Action.ToggleVisibility'), title: words, targetElements: z.array(words).min(1) });
const Action = z.discriminatedUnion('type', [Execute, OpenUrl, ToggleVisibility]);
// The store takes no card with more; clients show no more.
const sixActions = z.array(Action).max(6);

const input = { id: words, label: words, isRequired: z.boolean().optional(), errorMessage: words.optional() };
const inputs = [
  z.strictObject({
    ...input,
    type: z.literal('Input.Text'),
    value: z.string().optional(),
    placeholder: words.optional(),
    isMultiline: z.boolean().optional(),
    maxLength: z.int().positive().optional(),
    style: z.enum(['Text', 'Tel', 'Email']).optional(),
  }),
  z.strictObject({ ...input, type: z.literal('Input.Number'), value: z.number().optional(), min: z.number().optional(), max: z.number().optional() }),
  z.strictObject({ ...input, type: z.literal('Input.Date'), value: z.iso.date().optional(), min: z.iso.date().optional(), max: z.iso.date().optional() }),
  z.strictObject({ ...input, type: z.literal('Input.Toggle'), title: words, value: z.enum(['true', 'false']).optional(), wrap: z.literal(true) }),
  z
    .strictObject({
      ...input,
      type: z.literal('Input.ChoiceSet'),
      choices: z.array(z.strictObject({ title: words, value: words })).min(1),
      value: z.string().optional(),
      style: z.enum(['compact', 'expanded', 'filtered']),
      placeholder: words.optional(),
      isMultiSelect: z.boolean().optional(),
      wrap: z.boolean().optional(),
    })
    .refine(
      ({ choices, value, isMultiSelect }) =>
        value === undefined || (isMultiSelect === true ? value.split(',') : [value]).every((each) => choices.some((choice) => choice.value === each)),
      'what is chosen is none of the choices',
    ),
] as const;

const Element: z.ZodType = z.lazy(() => z.discriminatedUnion('type', [TextBlock, RichTextBlock, Container, ColumnSet, ActionSet, ...inputs]));
const elements = z.array(Element).min(1);

const Container = z.strictObject({
  type: z.literal('Container'),
  items: elements,
  style: z.enum(['emphasis', 'attention', 'warning', 'good']).optional(),
  spacing,
  separator: z.boolean().optional(),
  id: words.optional(),
  isVisible: z.boolean().optional(),
});
const Column = z.strictObject({ type: z.literal('Column'), width: z.enum(['auto', 'stretch']), items: elements });
const ColumnSet = z.strictObject({ type: z.literal('ColumnSet'), columns: z.array(Column).min(1), spacing });
const ActionSet = z.strictObject({ type: z.literal('ActionSet'), actions: sixActions.min(1) });

/** A whole card. */
export const Card = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  lang: z.enum(['en', 'cs', 'sk']),
  speak: words,
  fallbackText: words,
  body: z.tuple([TextBlock.extend({ style: z.literal('heading') })], Element),
  actions: sixActions,
  msteams: z.strictObject({ width: z.literal('Full') }),
});
