import type { RenderedCard } from '../domain/shared/turn.ts';

/**
 * The part of Adaptive Cards 1.5 that this product uses, as types.
 *
 * Text that may hold what a person typed goes into a RichTextBlock: its runs know no Markdown,
 * so a hostile name stays a name on every client. TextBlock is for our own fixed words only.
 */
export type Element = TextBlock | RichTextBlock | Container | ColumnSet | ActionSet | Input;

export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly size?: 'Large' | 'Medium' | 'Small';
  readonly weight?: 'Bolder';
  readonly isSubtle?: boolean;
  readonly spacing?: Spacing;
}

export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly isSubtle?: boolean;
  readonly color?: 'Attention' | 'Warning' | 'Good';
  readonly fontType?: 'Monospace';
  readonly size?: 'Large' | 'Medium' | 'Small';
}

export interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly spacing?: Spacing;
}

export interface Container {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly style?: 'emphasis' | 'attention' | 'warning' | 'good';
  readonly spacing?: Spacing;
  readonly separator?: boolean;
  readonly id?: string;
  readonly isVisible?: boolean;
}

export interface ColumnSet {
  readonly type: 'ColumnSet';
  readonly columns: readonly { readonly type: 'Column'; readonly width: 'auto' | 'stretch'; readonly items: readonly Element[] }[];
  readonly spacing?: Spacing;
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
}

export type Spacing = 'None' | 'Small' | 'Medium' | 'Large';

export type Input = TextInput | NumberInput | DateInput | ToggleInput | ChoiceSetInput;

interface InputBase {
  /** The domain's field name. */
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
}
export interface TextInput extends InputBase {
  readonly type: 'Input.Text';
  readonly value?: string;
  readonly placeholder?: string;
  readonly isMultiline?: boolean;
  readonly maxLength?: number;
  readonly style?: 'Text' | 'Tel' | 'Email';
}
export interface NumberInput extends InputBase {
  readonly type: 'Input.Number';
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
}
export interface DateInput extends InputBase {
  readonly type: 'Input.Date';
  readonly value?: string;
  readonly min?: string;
  readonly max?: string;
}
export interface ToggleInput extends InputBase {
  readonly type: 'Input.Toggle';
  readonly title: string;
  readonly value?: 'true' | 'false';
  readonly wrap: true;
}
export interface ChoiceSetInput extends InputBase {
  readonly type: 'Input.ChoiceSet';
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly value?: string;
  readonly style: 'compact' | 'expanded' | 'filtered';
  /** What a screen reader says for a filtered list, besides being seen while it is empty. */
  readonly placeholder?: string;
  readonly isMultiSelect?: boolean;
  readonly wrap?: boolean;
}

export type Action = ExecuteAction | OpenUrlAction | ToggleVisibilityAction;

export interface ExecuteAction {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly style?: 'positive' | 'destructive';
  readonly associatedInputs?: 'none';
  /** For clients older than universal actions: the same data, told apart by `verb` inside it. */
  readonly fallback: { readonly type: 'Action.Submit'; readonly title: string; readonly data: Readonly<Record<string, unknown>> };
}
export interface OpenUrlAction {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}
export interface ToggleVisibilityAction {
  readonly type: 'Action.ToggleVisibility';
  readonly title: string;
  readonly targetElements: readonly string[];
}

export interface AdaptiveCard extends RenderedCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: string;
  readonly speak: string;
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions: readonly Action[];
  readonly msteams: { readonly width: 'Full' };
}
