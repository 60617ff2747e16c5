import assert from 'node:assert/strict';
import { customerOfferCard } from '../../cards/customer-offer.card.ts';
import { fits } from '../../cards/fits.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { Language } from '../../domain/shared/language.ts';
import { worstCustomerOffer } from './views/customer-offers.ts';

const messages = {
  'of a thousand lines': '\n\nž'.repeat(667).slice(0, 2000),
  'of one line': 'ž'.repeat(2000),
  'of quotes, which take two characters each in a card': '"'.repeat(2000),
  'of forty long lines': `${'ž'.repeat(49)}\n`.repeat(40),
  'of emoji': '😀'.repeat(1000),
};

describe('the card of an offer for a customer', () => {
  for (const language of Language.options) {
    for (const [what, message] of Object.entries(messages)) {
      for (const readerOf of Object.keys(worstCustomerOffer)) {
        it(`is never bigger than Teams takes, with everything there is and a message ${what}, for ${readerOf} (${language})`, () => {
          const view = worstCustomerOffer[readerOf];
          assert.ok(view);
          const card = customerOfferCard(sayIn(language), { ...view, offer: { ...view.offer, message } });
          assert.ok(fits(card), `${String(new TextEncoder().encode(JSON.stringify(card)).length)} bytes`);
          assert.ok(card.actions.length > 0 && JSON.stringify(card).includes(message.trim().slice(0, 1) === '"' ? '\\"' : message.trim().slice(0, 1)));
        });
      }
    }
  }
});
