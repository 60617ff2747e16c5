import assert from 'node:assert/strict';
import { fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, cloudy, day, jana, petr } from '../support/builders.ts';
import { contosoHere, sellersBook, sent } from '../support/customer-side.ts';
import { aDelegationOffer, aSeller, gdap, offerRecord, roleIds } from '../support/offers.ts';
import { aChat, clicks, fills, hides, holds, offers, plays, shows, transcript } from '../support/transcript.ts';
import { customerRecord } from '../support/transcript-book.ts';

const book = sellersBook();
const csp = [partnerRecord(aSeller({ programme: 'csp-direct' })), userRecord(petr()), customerRecord(contosoHere)];
const [helpdesk = ''] = roleIds('helpdesk-administrator');
const name = 'Cloudy s.r.o. – Contoso';

describe('offering delegated administration', () => {
  transcript(
    'of a CSP proposes today’s form: roles, days and a name, then the message, and it waits ninety days',
    { as: petr(), book: csp },
    (say) => [
      ['gdap', shows(say('offer.customer-heading-delegated-admin')), hides(say('customer.anyone'))],
      [fills({ customer: '*' }), shows(say('offer.customer-heading-delegated-admin'), say('customer.missing'))],
      [fills({ customer: contosoHere.id }), shows(say('offer.form-heading'), say('offer.classic-note')), holds({ form: 'gdap' })],
      [fills(), shows(say('offer.gdap-heading')), holds({ days: '365', name })],
      [fills({ roles: helpdesk, days: '180' }), shows(say('offer.message-heading'))],
      [
        fills(),
        shows(
          say('offer.review-heading-delegated-admin'),
          'Contoso',
          say('offer.delegation-gdap', name, 180),
          say('role.helpdesk-administrator'),
          say.day(day('2026-05-30')),
        ),
      ],
      [clicks(say('offer.change-delegation')), shows(say('offer.gdap-heading'))],
      [fills(), shows(say('offer.review-heading-delegated-admin'))],
      [clicks(say('offer.send')), shows(say('offer.kind-delegated-admin'), 'Contoso', say('offers.open', day('2026-05-30')))],
    ],
    async ({ store }) => {
      const [row] = (await store.list('offers-of-partner', { key: cloudy, limit: 2 })).rows;
      assert.deepEqual(row?.value.content, { kind: 'delegated-admin', delegation: { form: 'gdap', name, roles: [helpdesk], days: 180, autoExtends: false } });
    },
  );

  transcript('of an advisor proposes the classic form, and says that Microsoft grants it no more', { as: petr(), book }, (say) => [
    ['gdap'],
    [fills({ customer: contosoHere.id }), shows(say('offer.form-heading'), say('offer.classic-note')), holds({ form: 'classic' })],
    [fills(), shows(say('offer.message-heading'))],
    [fills(), shows(say('offer.review-heading-delegated-admin'), say('offer.delegation-classic'))],
    [clicks(say('offer.change-delegation')), shows(say('offer.form-heading')), holds({ form: 'classic' })],
    [fills({ form: 'gdap' }), shows(say('offer.gdap-heading'))],
  ]);

  for (const [who, facts, as, because] of [
    ['who has limited administration', {}, jana(), 'eligibility.person-full'],
    ['an advisor who is not enrolled', { enrolled: false }, petr(), 'eligibility.not-enrolled'],
    ['an advisor who is not certified', { certifiedForDelegation: false }, petr(), 'eligibility.not-certified'],
  ] as const) {
    const partner = aSeller();
    const company = { ...partner, standing: { ...partner.standing, ...facts } };
    transcript(`is not for ${who}`, { as, book: [partnerRecord(company), userRecord(as)] }, (say) => [
      ['gdap', shows(say('conversation.not-allowed-heading'), say(because)), offers(say('intent.home'))],
    ]);
  }

  transcript('waits for the company information to be confirmed', { as: petr(), book: [partnerRecord(aPartner()), userRecord(petr())] }, (say) => [
    ['gdap', shows(say('conversation.not-allowed-heading'), say('offer.company-not-confirmed')), offers(say('intent.confirm-company-information'))],
  ]);

  transcript(
    'is made anew from an old offer, with a name of its own',
    { as: petr(), book: [...csp, offerRecord(sent(aDelegationOffer({ customer: contosoHere.id, delegation: gdap({ name, days: 10 }) })))] },
    (say) => [
      ['offers'],
      [clicks(say('checklist.show')), shows(say('offer.kind-delegated-admin'))],
      [clicks(say('offers.new-from-this')), shows(say('offer.review-heading-delegated-admin'), say('offer.delegation-gdap', name, 10))],
    ],
  );

  it('is refused at the end when the company has lost its standing on the way', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book: csp });
    await plays(chat, [['gdap'], [fills({ customer: contosoHere.id })], [fills()], [fills({ roles: helpdesk })], [fills()]]);
    await fill(store, [partnerRecord(aSeller({ programme: 'unknown' }))], 'standing');
    await plays(chat, [[clicks(say('offer.send')), shows(say('conversation.not-allowed-heading'), say('eligibility.no-standing'))]]);
  });
});
