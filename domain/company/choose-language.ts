import { happened } from '../shared/audit.ts';
import { instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes } from '../shared/decision.ts';
import type { Preference } from '../shared/records.ts';
import type { ChooseLanguage, LanguageChosen } from './commands.ts';

/** Keeps the language a person chose. It wins over the locale of their Teams (mission, row 16). */
export function decideChooseLanguage(
  state: { readonly preference: Preference | undefined },
  command: ChooseLanguage,
  now: Date,
): Decision<LanguageChosen, never> {
  const { language } = command;
  const outcome: LanguageChosen = { kind: 'language-chosen', language };
  const before = state.preference?.language;
  if (before === language) return changes(outcome, { put: [], events: [] });
  const change = { ...(before === undefined ? {} : { before: { language: before } }), after: { language } };
  return changes(outcome, {
    put: [{ kind: 'preference', id: command.by, value: { person: command.by, language } }],
    events: [happened(command, instantOf(now), 'language-chosen', `preference:${command.by}`, change)],
  });
}
