import assert from 'node:assert/strict';
import { partnerRecord } from '../../support/book.ts';
import { aPartner, jana } from '../../support/builders.ts';
import { inputsOf } from '../../support/card-reading.ts';
import { bookedContoso, cardKey, cloudysBook, customerRecord, karelRecord, stock } from '../../support/transcript-book.ts';
import { customerDetails, upToKeysReview, upToReview } from '../../support/transcript-steps.ts';
import { aChat, clicks, fills, holds, offers, plays, shows, transcript } from '../../support/transcript.ts';
import type { Row } from '../../support/transcript.ts';

const janasBook = { as: jana(), book: cloudysBook(stock(3)) };

const typedCountries = [
  ['Slovensko', 'SK'],
  ['Česko', 'CZ'],
  ['CESKO', 'CZ'],
  ['slovakia', 'SK'],
  ['Německo', 'DE'],
  ['nemecko', 'DE'],
  ['Rakúsko', 'AT'],
  ['Poland!', 'PL'],
  ['AT', 'AT'],
  ['ČR', 'CZ'],
  ['sr', 'SK'],
  ['Česká republika', 'CZ'],
  ['czech republic', 'CZ'],
  ['USA', 'US'],
  ['Anglie', 'GB'],
] as const;

describe('the domain of a new customer', () => {
  const book = [partnerRecord(aPartner({ domain: 'cloudy.cz' })), ...cloudysBook(stock(1)).slice(1)];
  transcript('is not that of the own company', { as: jana(), book }, (say) => [
    ...upToKeysReview(say, cardKey(1)),
    [fills()],
    [fills({ country: 'CZ' }), shows(say('redeem.organisation-heading'))],
    [fills({ organisation: 'Cloudy', domain: 'www.Cloudy.cz' }), shows(say('redeem.organisation-heading'), say('redeem.own-domain'))],
    [fills({ organisation: 'Woodgrove', domain: 'woodgrove.cz' }), shows(say('redeem.admin-heading'))],
  ]);
});

describe('the country of a new customer', () => {
  transcript('is listed by name, the own country, Czechia and Slovakia first', janasBook, (say) => [
    ...upToKeysReview(say, cardKey(1)),
    [
      fills(),
      shows(say('redeem.country-heading')),
      holds({ country: 'CZ' }),
      (card) => {
        const names = inputsOf(card).flatMap(({ choices }) => choices.map(({ title }) => title));
        assert.deepEqual(names.slice(0, 2), [say.country('CZ'), say.country('SK')]);
        assert.deepEqual(names.slice(2), names.slice(2).toSorted(say.compare));
        assert.equal(new Set(names).size, 249);
      },
    ],
    [fills({ country: 'Nowhere' }), shows(say('redeem.country-heading'), say('redeem.country-missing'))],
  ]);

  transcript('is understood when its name is typed in any of the languages', janasBook, (say) => [
    ...upToKeysReview(say, cardKey(1)),
    [fills()],
    ...typedCountries.flatMap(([typed, code]): readonly Row[] => [
      [typed, shows(say('redeem.organisation-heading'))],
      [clicks(say('form.back')), shows(say('redeem.country-heading')), holds({ country: code })],
    ]),
  ]);

  transcript('is not guessed from a no', janasBook, (say) => [
    ...upToKeysReview(say, cardKey(1)),
    [fills()],
    ['ne', shows(say('conversation.unknown-heading')), offers(say('conversation.go-on'))],
  ]);

  transcript('stops the conversation where the service is not available, and says where', janasBook, (say) => [
    ...upToKeysReview(say, cardKey(1)),
    [fills()],
    [fills({ country: 'RU' }), shows(say('redeem.country-heading'), say('redeem.country-unavailable', say.country('RU'))), holds({ country: 'RU' })],
    ['Írán', shows(say('redeem.country-heading'), say('redeem.country-unavailable', say.country('IR')))],
    [fills({ country: 'SK' }), shows(say('redeem.organisation-heading'))],
  ]);
});

describe('a customer whose domain is in the book already', () => {
  transcript(
    'gets the subscription added and stays as they are, said before the last confirmation',
    { as: jana(), book: cloudysBook(stock(1), customerRecord(bookedContoso()), karelRecord()) },
    (say) => [
      ...upToKeysReview(say, cardKey(1)),
      ...customerDetails(say, { organisation: 'Kontoso', domain: 'CONTOSO.cz', country: 'SK' }),
      [
        fills({ agreed: 'true' }),
        shows(say('redeem.review-heading-new'), say('redeem.customer-known', 'Contoso'), say('redeem.customer-kept', 'Contoso'), say.country('CZ')),
      ],
      [clicks(say('redeem.create-account')), shows(say('redeem.receipt-heading-new'), 'Contoso')],
    ],
    async ({ store }) => assert.deepEqual((await store.read('customer', bookedContoso().id))?.value, bookedContoso()),
  );
});

describe('what was typed before', () => {
  transcript('is all there on the way back, also half typed, and the way forward leads to the review', janasBook, (say) => [
    ...upToReview(say, cardKey(1)),
    [clicks(say('form.back')), shows(say('redeem.agreement-heading')), holds({ agreed: 'true' })],
    [clicks(say('form.back')), shows(say('redeem.admin-heading')), holds({ adminName: 'Alena Malá', adminEmail: 'alena@woodgrove.cz' })],
    [clicks(say('form.back'), { adminName: 'Alena Mal', adminEmail: 'alena@' }), shows(say('redeem.organisation-heading'))],
    [clicks(say('form.back')), shows(say('redeem.country-heading')), holds({ country: 'CZ' })],
    [fills({ country: 'SK' }), shows(say('redeem.review-heading-new'), say.country('SK'))],
    [clicks(say('redeem.change-admin')), shows(say('redeem.admin-heading')), holds({ adminName: 'Alena Mal', adminEmail: 'alena@' })],
    [fills({ adminName: 'Alena Velká', adminEmail: 'alena@woodgrove.cz' }), shows(say('redeem.review-heading-new'), 'Alena Velká')],
  ]);

  transcript('is there after "back" by word, too', janasBook, (say) => [
    ...upToReview(say, cardKey(1)),
    ['back', shows(say('redeem.agreement-heading')), holds({ agreed: 'true' })],
    ['zpět', shows(say('redeem.admin-heading')), holds({ adminName: 'Alena Malá' })],
    ['späť', shows(say('redeem.organisation-heading')), holds({ organisation: 'Woodgrove', domain: 'woodgrove.cz' })],
    [fills(), shows(say('redeem.review-heading-new'))],
    [clicks(say('redeem.change-admin')), holds({ adminName: 'Alena Malá', adminEmail: 'alena@woodgrove.cz' })],
  ]);

  transcript('can be changed from the review, which comes back with the change', janasBook, (say) => [
    ...upToReview(say, cardKey(1)),
    [clicks(say('redeem.change-customer')), shows(say('redeem.organisation-heading')), holds({ organisation: 'Woodgrove', domain: 'woodgrove.cz' })],
    [fills({ organisation: 'Woodgrove Banka' }), shows(say('redeem.review-heading-new'), 'Woodgrove Banka')],
    [clicks(say('redeem.change-keys')), shows(say('redeem.keys-heading'), say('redeem.keys-of', 1, 1))],
    [fills({ keys: cardKey(2) }), shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 2, 1))],
    [clicks(say('redeem.keys-done')), shows(say('redeem.review-heading-new'), 'Woodgrove Banka')],
  ]);

  transcript('of the keys is kept when the person goes back with one of them half typed', janasBook, (say) => [
    ...upToKeysReview(say, cardKey(1), 'new-subscription', '2'),
    [clicks(say('redeem.keys-add'))],
    [clicks(say('form.back'), { keys: `${cardKey(2)}\nCDFGH-J2` }), shows(say('redeem.purpose-heading')), holds({ people: '2' })],
    [fills(), shows(say('redeem.keys-review-heading'), say('redeem.keys-of', 2, 2))],
    [clicks(say('redeem.keys-add')), shows(say('redeem.keys-heading')), holds({ keys: 'CDFGH-J2' })],
  ]);

  it('of another purpose is not taken for the new one: what belongs to the old one is asked again', async () => {
    const { chat, say } = await aChat(janasBook);
    await plays(chat, [
      ...upToReview(say, cardKey(1)),
      [clicks(say('redeem.change-keys'))],
      [fills()],
      [clicks(say('redeem.change-purpose')), shows(say('redeem.purpose-heading'))],
      [fills({ purpose: 'more-users' }), shows(say('redeem.keys-review-heading'))],
      [fills(), shows(say('redeem.subscription-heading-more'))],
    ]);
  });
});
