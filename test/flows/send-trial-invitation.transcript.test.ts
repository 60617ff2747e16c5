import assert from 'node:assert/strict';
import { trialWords } from '../../cards/offer-words.ts';
import { fill, userRecord } from '../support/book.ts';
import { CustomerId } from '../../domain/shared/ids.ts';
import { About } from '../../cards/actions.ts';
import { cloudy, day, eva, jana, petr, rival } from '../support/builders.ts';
import { beginsAfresh } from '../support/chat.ts';
import { contosoHere, sellersBook, sent } from '../support/customer-side.ts';
import { aTrial, addressRecord, gdap, offerRecord, personAt, contosoTenant } from '../support/offers.ts';
import { bookedSubscription, customerRecord, subscriptionRecord } from '../support/transcript-book.ts';
import { aChat, clicks, fills, holds, offers, plays, shows, transcript } from '../support/transcript.ts';

const book = sellersBook();
const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
const global = '62e90394-69f5-4237-9190-012177145e10';
const name = 'Cloudy s.r.o. – Contoso';

describe('sending a trial invitation', () => {
  transcript(
    'goes from the customer over plan, place and day to the message, and is one link for that customer',
    { as: jana(), book: sellersBook(addressRecord(personAt(contosoTenant, 1))) },
    (say) => [
      ['trial', shows(say('offer.customer-heading-trial'))],
      [fills({ customer: contosoHere.id }), shows(say('offer.trial-heading'), say('offer.trial-what'))],
      [fills(), shows(say('offer.trial-heading'), say('offer.plan-missing'))],
      [fills({ plan: 'small-business' }), shows(say('offer.trial-heading'), say('offer.plan-missing'))],
      [fills({ plan: 'business-premium' }), shows(say('offer.terms-heading')), holds({ country: 'CZ', validUntil: '2026-03-31' })],
      [fills({ country: 'SK' }), shows(say('offer.message-heading'))],
      [fills(), shows(say('offer.review-heading-trial'), 'Contoso', trialWords(say, 'business-premium'), say.country('SK'), say('offer.delegation-none'))],
      [clicks(say('offer.change-plan')), shows(say('offer.trial-heading')), holds({ plan: 'business-premium' })],
      [fills({ plan: 'business-basic' }), shows(say('offer.review-heading-trial'), trialWords(say, 'business-basic'))],
      [
        clicks(say('offer.send')),
        shows(say('offer.kind-trial'), say('offers.open', day('2026-03-31')), `Karel Contoso – ${say('offers.delivery-queued')}`),
        offers(say('offers.send-again'), say('offers.withdraw')),
      ],
      [clicks(say('offers.send-again')), shows(say('offer.kind-trial'), say('offers.just-sent'))],
    ],
    async ({ store }) => {
      const [row] = (await store.list('offers-of-partner', { key: cloudy, limit: 2 })).rows;
      assert.deepEqual(row?.value.content, { kind: 'trial', plan: 'business-basic' });
      assert.match(row.value.summaryId, /^T-[0-9A-HJKMNP-TV-Z]{9}$/);
    },
  );

  transcript('takes delegated administration along, with a name that nobody has, and no extension for Global Administrator', { as: petr(), book }, (say) => [
    ['trial'],
    [fills({ customer: contosoHere.id })],
    [fills({ plan: 'business-basic' })],
    [fills({ delegation: 'gdap' }), shows(say('offer.gdap-heading')), holds({ days: '365', name, autoExtends: 'false' })],
    [fills({ roles: `${helpdesk},${global}`, days: '731', name: ' ' }), shows(say('offer.gdap-heading'), say('offer.days-wrong'), say('offer.name-wrong'))],
    [fills({ roles: 'everything', days: '30', name }), shows(say('offer.gdap-heading'), say('offer.roles-missing'))],
    [fills({ roles: `${helpdesk},${global}`, days: '30', name, autoExtends: 'true' }), shows(say('offer.gdap-heading'), say('offer.extend-wrong'))],
    [fills({ roles: helpdesk, days: '30', name, autoExtends: 'true' }), shows(say('offer.message-heading'))],
    [
      fills(),
      shows(say('offer.review-heading-trial'), say('offer.delegation-gdap', name, 30), say('role.helpdesk-administrator'), say('offer.extends-itself')),
    ],
    [clicks(say('offer.send')), shows(say('offer.kind-trial'), say('offer.delegation-gdap', name, 30))],
    [clicks(say('offers.new-from-this')), shows(say('offer.review-heading-trial'), say('offer.delegation-gdap', `${name} 2`, 30))],
    [clicks(say('form.back')), shows(say('offer.message-heading'))],
    [clicks(say('form.back')), shows(say('offer.gdap-heading')), holds({ roles: helpdesk, name: `${name} 2`, autoExtends: 'true' })],
    [fills({ name }), shows(say('offer.gdap-heading'), say('offer.name-taken', name))],
    [fills({ name: name.toUpperCase() }), shows(say('offer.gdap-heading'), say('offer.name-taken', name.toUpperCase()))],
  ]);

  transcript('in the classic form says what Microsoft grants today', { as: petr(), book }, (say) => [
    ['trial'],
    [fills({ customer: '*' })],
    [fills({ plan: 'business-basic' }), shows(say('offer.terms-heading'), say('offer.classic-note'), say('offer.ask-delegation-note'))],
    [fills({ delegation: 'classic' }), shows(say('offer.message-heading'))],
    [fills(), shows(say('offer.review-heading-trial'), say('offer.delegation-classic'))],
  ]);

  transcript('is not for who may only read', { as: eva(), book }, (say) => [
    ['trial', shows(say('conversation.not-allowed-heading'), say('eligibility.person-limited'))],
  ]);

  it('begins from the card of a customer or subscription with that customer, and from what is another partner’s with nobody', async () => {
    const theirs = { ...sent(aTrial({ message: 'Secret', customer: contosoHere.id })), partner: rival };
    const strange = { ...contosoHere, id: CustomerId.parse('strange'), partner: rival };
    const held = subscriptionRecord(bookedSubscription({ customer: contosoHere.id }));
    const { chat, say } = await aChat({ as: petr(), book: [...book, held, offerRecord(theirs), customerRecord(strange)] });
    const begun = async (about: object): Promise<string> => JSON.stringify(await beginsAfresh(chat, 'send-trial-invitation', About.parse(about)));
    assert.ok((await begun({ customer: contosoHere.id })).includes(say('offer.trial-heading')));
    assert.ok((await begun({ subscription: bookedSubscription().id })).includes(say('offer.trial-heading')));
    for (const about of [{ offer: theirs.id }, { customer: strange.id }, { offer: 'nothing' }, { subscription: 'nothing' }, {}]) {
      const card = await begun(about);
      assert.ok(card.includes(say('offer.customer-heading-trial')) && !card.includes('Secret'), JSON.stringify(about));
    }
  });

  it('is refused at the end when somebody took the name in the meantime, or the right is gone', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book });
    await plays(chat, [
      ['trial'],
      [fills({ customer: contosoHere.id })],
      [fills({ plan: 'business-basic' })],
      [fills({ delegation: 'gdap' })],
      [fills({ roles: helpdesk })],
      [fills()],
    ]);
    const taken = { partner: cloudy, name, offer: sent(aTrial()).id };
    await fill(store, [{ kind: 'relationship-name', id: `${cloudy}|cloudy s.r.o. – contoso`, value: taken }], 'taken');
    await plays(chat, [[clicks(say('offer.send')), shows(say('offer.gdap-heading'), say('offer.name-taken', name))]]);
    await plays(chat, [[fills({ name: 'Another' }), shows(say('offer.review-heading-trial'))]]);
    await fill(store, [userRecord({ ...petr(), supportedCompanies: 'limited' })], 'limited');
    await plays(chat, [
      [clicks(say('offer.send')), shows(say('offer.terms-heading'), say('eligibility.person-full'))],
      [fills(), shows(say('offer.review-heading-trial'))],
    ]);
    await fill(store, [userRecord({ ...petr(), supportedCompanies: 'none' })], 'none');
    await plays(chat, [[clicks(say('offer.send')), shows(say('conversation.not-allowed-heading'), say('eligibility.person-limited'))]]);
  });

  it('keeps what an old offer asked for when a new one is made from it', async () => {
    const old = sent(
      aTrial({ content: { kind: 'trial', plan: 'business-basic', delegation: gdap({ days: 90, autoExtends: true }) }, customer: contosoHere.id }),
    );
    const { chat, say } = await aChat({ as: petr(), book: [...book, offerRecord(old)] });
    await plays(chat, [
      ['offers'],
      [clicks(say('checklist.show'))],
      [clicks(say('offers.new-from-this')), shows(say('offer.review-heading-trial'), say('offer.delegation-gdap', name, 90), say('offer.extends-itself'))],
    ]);
  });
});
