import type { CompanyInformation } from '../domain/company/confirmed.ts';
import { Language } from '../domain/shared/language.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, ExecuteAction } from './adaptive-card.ts';
import { card, good } from './kit.ts';
import { sayIn } from './messages/say.ts';
import type { Say } from './messages/say.ts';
import { partnerContact } from './partner-contact.ts';

/** Where else to go from here; and to people of customers, who their partners are. */
export interface LanguageCardMore {
  readonly ways?: readonly ExecuteAction[];
  readonly partners?: readonly CompanyInformation[];
}

/** The languages, each under its own name; after a choice with a line that says so. */
export function languageCard(say: Say, chosen?: Language, { ways = [], partners = [] }: LanguageCardMore = {}): AdaptiveCard {
  return card(say, {
    heading: say('language.heading'),
    body: [
      ...(chosen === undefined ? [] : [good([say('language.chosen', say('language.name'))])]),
      ...partners.flatMap((company) => partnerContact(say, company)),
    ],
    actions: [...Language.options.map((language) => execute(sayIn(language)('language.name'), { verb: 'choose-language', language })), ...ways],
  });
}
