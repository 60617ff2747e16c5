import type { z } from 'zod';
import type { CommandOf, CommandType, OutcomeOf, RefusalOf } from '../../domain/commands.ts';
import type { Decision } from '../../domain/shared/decision.ts';
import type { Reading } from './reading.ts';

/** How one command is carried out: what must be read, and the rule that decides. */
export interface Handler<T extends CommandType> {
  /** The form in which the outcome is stored, to read it again when the command is repeated. */
  readonly outcome: z.ZodType<OutcomeOf<T>>;
  /** How long a repeat of the command is answered with its outcome; for ever when absent. */
  readonly keepOutcomeForMs?: number;
  /** Reads, then decides. Everything read is expected to be the same when the changes are committed. */
  readonly decide: (command: CommandOf<T>, reading: Reading, now: Date) => Promise<Decision<OutcomeOf<T>, RefusalOf<T>>>;
}

/**
 * Joins the reading of a command's state to its pure rule.
 *
 * @example handler<'choose-language', …>({ outcome: LanguageChosen, load: async ({ by }, reading) => ({ preference: await reading.read('preference', by) }), decide: decideChooseLanguage })
 */
export function handler<T extends CommandType, State>(parts: {
  readonly outcome: z.ZodType<OutcomeOf<T>>;
  readonly keepOutcomeForMs?: number;
  readonly load: (command: CommandOf<T>, reading: Reading) => Promise<State>;
  readonly decide: (state: State, command: CommandOf<T>, now: Date) => Decision<OutcomeOf<T>, RefusalOf<T>>;
}): Handler<T> {
  return {
    outcome: parts.outcome,
    ...(parts.keepOutcomeForMs === undefined ? {} : { keepOutcomeForMs: parts.keepOutcomeForMs }),
    decide: async (command, reading, now) => parts.decide(await parts.load(command, reading), command, now),
  };
}
