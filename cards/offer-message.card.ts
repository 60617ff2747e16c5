import { Language } from '../domain/shared/language.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { aboutWhom, field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import { note } from './kit.ts';
import { sayIn } from './messages/say.ts';
import type { Say } from './messages/say.ts';

export interface OfferMessageView {
  readonly frame: Frame;
  readonly message: string;
  readonly language: string;
}

export const longestMessage = 2000;

/** The partner's own words to the customer, with a template to begin from. */
export function offerMessageCard(say: Say, view: OfferMessageView): AdaptiveCard {
  const { frame, message, language } = view;
  return formCard(say, frame, {
    heading: say('offer.message-heading'),
    body: [
      ...aboutWhom(frame),
      ...field(say, frame, { type: 'Input.Text', id: 'message', label: say('offer.message'), isMultiline: true, maxLength: longestMessage, value: message }),
      ...field(say, frame, {
        type: 'Input.ChoiceSet',
        id: 'language',
        label: say('offer.language'),
        style: 'compact',
        value: Language.safeParse(language).data ?? say.language,
        choices: Language.options.map((each) => ({ title: sayIn(each)('language.name'), value: each })),
      }),
      note(say('offer.message-hint')),
    ],
    submit: say('form.next'),
  });
}
