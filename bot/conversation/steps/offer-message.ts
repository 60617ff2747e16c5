import { z } from 'zod';
import { longestMessage, offerMessageCard } from '../../../cards/offer-message.card.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import type { OfferKind } from '../../../domain/offers/records.ts';
import { Language } from '../../../domain/shared/language.ts';
import type { OfferAnswers } from '../offers/making.ts';
import { form } from '../flow.ts';
import type { At, Step } from '../flow.ts';
import { ownCustomer } from './choose-customer.ts';

/** What the partner writes to the customer: a template in the customer's language, to be changed as they like. */
export function offerMessageStep(kind: OfferKind): Step<OfferAnswers> {
  return form<OfferAnswers>()({
    id: 'message',
    inputs: z.object({ message: z.string().transform(tidied).pipe(z.string().min(1).max(longestMessage)), language: Language }),
    wrong: { message: 'offer.message-missing', language: 'offer.language-missing' },
    look: async (at) => ({ language: await usualLanguage(at) }),
    known: (at, { language }) => at.answers.message ?? { language, message: templateOf(at, kind, language) },
    judge: ({ message, language }, at) => {
      const untouched = Language.options.some((each) => message === templateOf(at, kind, each));
      return Promise.resolve({ kind: 'taken', answers: { message: { message: untouched ? templateOf(at, kind, language) : message, language } } });
    },
    card: ({ frame, values: { message = '', language }, facts }, say) => offerMessageCard(say, { frame, message, language: language ?? facts.language }),
  });
}

function templateOf({ who }: Pick<At<unknown>, 'who'>, kind: OfferKind, language: Language): string {
  return tidied(sayIn(language)(`offer.template-${kind}`, who.name, who.partner?.name ?? ''));
}

/** As typed, but for the ends, for how clients write the end of a line, and for marks that turn lines around. */
function tidied(text: string): string {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/\r\n?/g, '\n')
    .trim();
}

async function usualLanguage(at: At<OfferAnswers>): Promise<Language> {
  const { customer } = at.answers;
  const chosen = customer?.customer === undefined ? undefined : await ownCustomer(at, customer.customer);
  return chosen?.language ?? at.say.language;
}
