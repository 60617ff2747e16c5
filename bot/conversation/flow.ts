import type { z } from 'zod';
import type { About, FlowId } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import type { FieldProblem, Frame, Whom } from '../../cards/form.ts';
import type { TextKey } from '../../cards/messages/catalogue.ts';
import type { Say } from '../../cards/messages/say.ts';
import type { CommandOf, CommandType, Execute, OutcomeOf, RefusalOf } from '../../domain/commands.ts';
import type { CustomerTask } from '../../domain/company/rights.ts';
import type { CommandId, OfferId } from '../../domain/shared/ids.ts';
import type { Day } from '../../domain/shared/dates.ts';
import type { NewCode, Secrets } from '../../domain/shared/ports.ts';
import type { Reader } from '../../domain/shared/store.port.ts';
import type { Draft, StepShape } from './engine.ts';
import type { Answered, Links } from './context.ts';
import { chosenCustomer } from './whom.ts';
import type { PartnerPerson } from './who.ts';

/** Everything a step may look at: the person, their answers so far, the book (to read), the present. */
export interface At<A> {
  readonly who: PartnerPerson;
  readonly say: Say;
  readonly book: Reader;
  readonly secrets: Secrets;
  readonly newCode: NewCode;
  readonly links: Links;
  readonly now: Date;
  readonly run: CommandId;
  readonly answers: Partial<A>;
}

/** A step about to be drawn. */
export interface Shown<A> extends At<A> {
  readonly frame: Frame;
  readonly draft: Draft | undefined;
}

/** What a form makes of its inputs: answers, or problems to show beside the fields (answers so far are kept). */
export type Taken<A> =
  | { readonly kind: 'taken'; readonly answers: Partial<A> }
  | { readonly kind: 'problems'; readonly problems: readonly FieldProblem[]; readonly answers: Partial<A>; readonly draft: Draft };

export interface Step<A> extends StepShape {
  when(answers: Partial<A>): boolean;
  show(at: Shown<A>): Promise<AdaptiveCard>;
  take(at: At<A>, inputs: unknown): Promise<Taken<A>>;
  /** What is kept of a form that the person leaves half filled. */
  leave(at: At<A>, inputs: unknown): Promise<{ readonly answers: Partial<A>; readonly draft: Draft }>;
  /** What a yes to this review would replace and its card does not show, as label and value: a yes counts only while that is so. */
  stands(at: At<A>): Promise<readonly (readonly [label: string, value: string])[]>;
  /** Plain text said at this step, as the inputs it stands for; undefined when it means nothing here. */
  hear(at: At<A>, text: string): Draft | undefined;
}

/** Something said outside a form that belongs into one of its steps, such as a product key in a chat message. Never shown again. */
export interface Overhears {
  readonly step: string;
  /** `asked`: the person stands at the step that asks for it, so that less is enough. */
  readonly hears: (text: string, asked: boolean) => Draft | undefined;
  /** What the person is told when it was taken, and when it was not. */
  readonly taken: TextKey;
  readonly notTaken: TextKey;
}

/**
 * Whether a person may begin; if not, why, in words, and what would mend it: another conversation, or the right for a task,
 * when the reason is the person's own. Asked before the first form.
 */
export type Permission =
  { readonly kind: 'allowed' } | { readonly kind: 'not-allowed'; readonly because: (say: Say) => string; readonly way?: FlowId; readonly ask?: CustomerTask };

/** What to tell when a command is refused, and the step that mends it; without one the conversation ends. */
export interface RefusalReply {
  readonly text: string;
  readonly goTo?: string;
  /** The person lacks the right for this, and can ask for it. */
  readonly ask?: CustomerTask;
}

/** What a receipt may look at. */
export type After = Pick<At<unknown>, 'who' | 'say' | 'book' | 'secrets' | 'links' | 'now'>;

/**
 * One conversation: its steps in order, the one command they yield, a reply to every outcome and every refusal.
 *
 * @typeParam A - answers by step id; a form step `x` is settled when `answers.x` is there.
 */
export interface FlowSpec<A, T extends CommandType> {
  readonly id: FlowId;
  /** Raise it when stored answers of an older version no longer fit. */
  readonly version: number;
  /** The name of the conversation, for "go on where you were". */
  readonly title: TextKey;
  readonly permits: (who: PartnerPerson, today: Day) => Permission;
  /** What is settled already when it begins from a card of something; anything that is not the partner's own yields nothing. */
  readonly startsWith?: (about: About, at: At<A>) => Promise<Partial<A>>;
  /** Whom it is about, on every card; the customer that was chosen when absent. */
  readonly whom?: (at: At<A>) => Promise<Whom | undefined>;
  readonly steps: readonly Step<A>[];
  /** Answers of a stored conversation, as the steps wrote them. */
  readonly answers: z.ZodType<Partial<A>>;
  command(at: At<A>): Promise<(CommandOf<T> & { readonly type: T }) | undefined>;
  readonly outcome: z.ZodType<OutcomeOf<T>>;
  /** The receipt, also when a finished conversation is asked about again; undefined when it is not this person's business. */
  done(outcome: OutcomeOf<T>, after: After): Promise<AdaptiveCard | undefined>;
  /** The offer that the receipt shows, so that it changes in place when the offer does. */
  readonly shows?: (outcome: OutcomeOf<T>) => OfferId;
  refused(refusal: RefusalOf<T>, say: Say): RefusalReply;
  readonly overhears?: Overhears;
}

export type Ran =
  | { readonly kind: 'done'; readonly receipt: Answered | undefined }
  | { readonly kind: 'refused'; readonly reply: RefusalReply }
  | { readonly kind: 'incomplete' };

type Answers = Readonly<Record<string, unknown>>;

/** A flow with its types closed over, so that flows of all kinds stand in one registry. */
export interface Flow extends Pick<FlowSpec<Answers, CommandType>, 'id' | 'version' | 'title' | 'permits' | 'overhears'> {
  readonly steps: readonly Step<Answers>[];
  restore(answers: unknown): Answers | undefined;
  run(at: At<Answers>, execute: Execute): Promise<Ran>;
  receipt(outcome: unknown, after: After): Promise<Answered | undefined>;
  startsWith(about: About, at: At<Answers>): Promise<Answers>;
  whom(at: At<Answers>): Promise<Whom | undefined>;
}

/** Turns a description of a conversation into one the engine can run. */
export function flowOf<A extends object, T extends CommandType>(spec: FlowSpec<A, T>): Flow {
  const { id, version, title, permits, steps, overhears } = spec;
  return {
    id,
    version,
    title,
    permits,
    steps,
    ...(overhears === undefined ? {} : { overhears }),
    restore(answers) {
      const restored = spec.answers.safeParse(answers);
      return restored.success ? { ...restored.data } : undefined;
    },
    async run(at: At<A>, execute) {
      const command = await spec.command(at);
      if (command === undefined) return { kind: 'incomplete' };
      const result = await execute<T>(command);
      return result.kind === 'done'
        ? { kind: 'done', receipt: await receiptOf(spec, result.outcome, at) }
        : { kind: 'refused', reply: spec.refused(result.refusal, at.say) };
    },
    startsWith: async (about, at: At<A>) => ({ ...(await spec.startsWith?.(about, at)) }),
    whom: (at: At<A>) => (spec.whom ?? chosenCustomer)(at),
    async receipt(outcome, after) {
      const parsed = spec.outcome.safeParse(outcome);
      return parsed.success ? receiptOf(spec, parsed.data, after) : undefined;
    },
  };
}

async function receiptOf<T extends CommandType>(
  { done, shows }: Pick<FlowSpec<never, T>, 'done' | 'shows'>,
  outcome: OutcomeOf<T>,
  after: After,
): Promise<Answered | undefined> {
  const card = await done(outcome, after);
  return card === undefined ? undefined : { card, ...(shows === undefined ? {} : { shows: shows(outcome) }) };
}

/** What the fields of a form show, by input id. */
export type Values = Readonly<Record<string, string | undefined>>;

type Fields<S extends z.ZodObject> = Extract<keyof z.infer<S>, string>;

/** What makes a form: its inputs (schema), the words for a wrong one, how its card looks, what it keeps. */
export interface FormSpec<A, S extends z.ZodObject, Facts> {
  readonly id: Extract<keyof A, string>;
  readonly when?: (answers: Partial<A>) => boolean;
  readonly inputs: S;
  /** For every input the words when it is missing or malformed. */
  readonly wrong: Readonly<Record<Fields<S>, TextKey>>;
  /** Reads what the card and the judgement need. */
  readonly look: (at: At<A>) => Promise<Facts>;
  /** What the fields show when nothing was typed yet: earlier answers, known values. */
  readonly known: (at: At<A>, facts: Facts) => Values;
  readonly judge: (value: z.infer<S>, at: At<A>, facts: Facts, typed: Draft) => Promise<Taken<A>>;
  readonly card: (view: { readonly frame: Frame; readonly values: Values; readonly facts: Facts; readonly at: At<A> }, say: Say) => AdaptiveCard;
  /** What is kept when the person goes back; what was typed when absent. */
  readonly leave?: (at: At<A>, typed: Draft) => Promise<{ readonly answers: Partial<A>; readonly draft: Draft }>;
  /** The one field plain text can fill. */
  readonly hears?: (text: string, at: At<A>) => Draft | undefined;
}

const longestInput = 20_000;

/** Makes a form step. The schema is the single source of its fields, their order, validation and persistence. */
export function form<A>() {
  return <S extends z.ZodObject, Facts>(spec: FormSpec<A, S, Facts>): Step<A> => ({
    id: spec.id,
    kind: 'form',
    when: spec.when ?? (() => true),
    async show(at) {
      const facts = await spec.look(at);
      return spec.card({ frame: at.frame, values: { ...spec.known(at, facts), ...at.draft }, facts, at }, at.say);
    },
    async take(at, inputs) {
      const typed = draftOf(inputs, Object.keys(spec.inputs.shape));
      const parsed = spec.inputs.safeParse(typed);
      if (!parsed.success) {
        const wrong: Readonly<Record<string, TextKey>> = spec.wrong;
        const fields = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
        return {
          kind: 'problems',
          answers: {},
          draft: typed,
          problems: fields.map((field) => ({ field, text: at.say(wrong[field] ?? 'form.not-understood') })),
        };
      }
      return spec.judge(parsed.data, at, await spec.look(at), typed);
    },
    async leave(at, inputs) {
      const typed = draftOf(inputs, Object.keys(spec.inputs.shape));
      if (spec.leave !== undefined) return spec.leave(at, typed);
      // What the field proposed is not kept as if it had been typed: it may propose something else when it is shown again.
      const known = spec.known(at, await spec.look(at));
      return { answers: {}, draft: Object.fromEntries(Object.entries(typed).filter(([field, value]) => value !== (known[field] ?? ''))) };
    },
    stands: () => Promise.resolve([]),
    hear: (at, text) => spec.hears?.(text, at),
  });
}

/** Makes a review step: it shows, the person says yes, goes back, or changes a step. */
export function review<A>() {
  return (spec: {
    readonly id: string;
    readonly when?: (answers: Partial<A>) => boolean;
    readonly show: (at: Shown<A>) => Promise<AdaptiveCard>;
    readonly stands?: Step<A>['stands'];
  }): Step<A> => ({
    id: spec.id,
    kind: 'review',
    when: spec.when ?? (() => true),
    show: spec.show,
    stands: spec.stands ?? (() => Promise.resolve([])),
    take: () => Promise.resolve({ kind: 'problems', problems: [], answers: {}, draft: {} }),
    leave: () => Promise.resolve({ answers: {}, draft: {} }),
    hear: () => undefined,
  });
}

/** The known inputs of a click, as text; whatever else a client sends is left out. */
export function draftOf(inputs: unknown, fields: readonly string[]): Draft {
  if (typeof inputs !== 'object' || inputs === null) return {};
  const given = new Map<string, unknown>(Object.entries(inputs));
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = given.get(field);
      if (typeof value === 'string') return [[field, value.slice(0, longestInput)]];
      return typeof value === 'number' || typeof value === 'boolean' ? [[field, String(value)]] : [];
    }),
  );
}
