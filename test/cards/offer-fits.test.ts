import assert from 'node:assert/strict';
import { fits } from '../../cards/fits.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { offerReviewCard } from '../../cards/offer-review.card.ts';
import { partnerOfferCard } from '../../cards/offer-partner.card.ts';
import { paragraphsOf } from '../../cards/paragraphs.ts';
import { delegationRoles } from '../../domain/delegated-admin/roles.ts';
import { Day } from '../../domain/shared/dates.ts';
import type { Language } from '../../domain/shared/language.ts';
import { aPurchase, gdap } from '../support/offers.ts';
import { tenLines } from './views/offer-forms.ts';
import { at, longEmail, longName, recordedAt } from './views/people.ts';

/** Two thousand characters, the most a message may have, in as many lines as that can be; and letters that take the most room. */
const messages = {
  'a letter on every line': 'a\n'.repeat(1000),
  'signs of four bytes, one on a line': '😀\n'.repeat(666),
  'nothing but quotes': '"\n'.repeat(1000),
};
const content = {
  kind: 'purchase' as const,
  lines: tenLines,
  delegation: gdap({ name: longName.slice(0, 50), roles: delegationRoles.map(({ id }) => id), days: 730, autoExtends: true }),
};

function reviewOf(language: Language, message: string) {
  return offerReviewCard(sayIn(language), {
    frame: at('review', 6, 6),
    customer: longName,
    content,
    country: 'CZ',
    validUntil: Day.parse('2026-03-31'),
    message,
    contact: { name: longName, phone: '+420 222 333 444', email: longEmail, address: longName },
    edits: [
      { title: 'offer.change-lines', to: 'lines' },
      { title: 'offer.change-terms', to: 'terms' },
      { title: 'offer.change-message', to: 'message' },
    ],
  });
}

function partnersCardOf(language: Language, message: string) {
  const offer = { ...aPurchase({ content }), sentAt: recordedAt };
  return partnerOfferCard(sayIn(language), {
    offer,
    customer: longName,
    stand: { kind: 'open', until: offer.validUntil },
    deliveries: Array.from({ length: 11 }, () => ({ name: longName, state: 'maybe-sent' as const })),
    link: 'https://partner-assistant.contoso.cz/o/AAAAAAAAAAAAAAAAAAAAAA',
    mail: { subject: longName, body: message.repeat(2) },
    answers: [],
    moreAnswers: false,
    answerCount: 0,
    mayHandle: true,
  });
}

describe('an offer with the longest message and the most lines', () => {
  for (const language of ['en', 'cs', 'sk'] as const)
    for (const [how, message] of Object.entries(messages)) {
      it(`fits into one card before it is sent (${language}, ${how})`, () => {
        assert.equal(fits(reviewOf(language, message)), true);
      });
      it(`fits into its partner's card (${language}, ${how})`, () => {
        assert.equal(fits(partnersCardOf(language, message)), true);
      });
    }
});

describe('the paragraphs of a message', () => {
  it('stay as they are, without empty lines, up to forty', () => {
    const forty = Array.from({ length: 40 }, (_, line) => `line ${String(line)}`);
    assert.deepEqual(paragraphsOf(forty.join('\n\n')), forty);
  });

  it('lose no word beyond forty: the rest stands in the last one', () => {
    const words = Array.from({ length: 100 }, (_, word) => `word${String(word)}`);
    const drawn = paragraphsOf(words.join('\r\n'));
    assert.equal(drawn.length, 40);
    assert.equal(drawn.join(' '), words.join(' '));
  });
});
