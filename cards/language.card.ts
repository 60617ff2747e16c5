import { Language } from '../domain/shared/language.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, ExecuteAction } from './adaptive-card.ts';
import { card, good } from './kit.ts';
import { sayIn } from './messages/say.ts';
import type { Say } from './messages/say.ts';

/** The languages, each under its own name; after a choice with a line that says so. `ways`: where else to go from here. */
export function languageCard(say: Say, chosen?: Language, ways: readonly ExecuteAction[] = []): AdaptiveCard {
  return card(say, {
    heading: say('language.heading'),
    body: chosen === undefined ? [] : [good([say('language.chosen', say('language.name'))])],
    actions: [...Language.options.map((language) => execute(sayIn(language)('language.name'), { verb: 'choose-language', language })), ...ways],
  });
}
