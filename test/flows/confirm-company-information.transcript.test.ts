import assert from 'node:assert/strict';
import { confirmedInformation } from '../../domain/company/confirmed.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import { auditOf, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, cloudy, day, jana, petr } from '../support/builders.ts';
import { chatOf } from '../support/chat.ts';
import { aChat, clicks, fills, holds, offersNot, plays, shows, transcript } from '../support/transcript.ts';

const seen = { name: 'Cloudy s.r.o.', phone: '+420 555 010 010', email: 'info@cloudy.cz', address: 'Vymyšlená 12, 602 00 Brno' };
const book = [partnerRecord(aPartner()), userRecord(petr()), userRecord(jana())];
const confirmed = [partnerRecord(aPartner({ ...seen, confirmedOn: day('2026-02-01') })), userRecord(petr()), userRecord(jana())];

describe('confirming the company information', () => {
  transcript(
    'shows exactly what customers will see, and until when it holds',
    { as: petr(), book },
    (say) => [
      ['company information', shows(say('company.heading'), say('company.why'), say('company.not-confirmed')), holds({ name: 'Cloudy s.r.o.', phone: '' })],
      [
        fills({ phone: 'ring me', email: 'info', address: ' ' }),
        shows(say('company.heading'), say('company.phone-wrong'), say('company.email-wrong'), say('company.address-missing')),
        holds({ phone: 'ring me', email: 'info' }),
      ],
      [
        fills({ ...seen, email: ' INFO@cloudy.cz ', address: 'Vymyšlená 12,   602 00 Brno' }),
        shows(say('company.review-heading'), say('company.exactly'), seen.name, seen.phone, seen.email, seen.address),
      ],
      [clicks(say('company.change')), shows(say('company.heading')), holds(seen)],
      [fills(), shows(say('company.review-heading'))],
      [clicks(say('company.confirm')), shows(say('company.receipt-heading'), say('company.holds', day('2027-03-01')), seen.address)],
      ['informace o společnosti', shows(say('company.heading'), say('company.confirmed-until', day('2027-03-01'))), holds(seen)],
    ],
    async ({ store }) => {
      assert.deepEqual(confirmedInformation((await store.read('partner', cloudy))?.value, day('2026-03-01')), seen);
      const [event] = (await auditOf(store)).filter(({ what }) => what === 'company-information-confirmed');
      assert.equal(event?.after?.['address'], seen.address);
    },
  );

  transcript('confirms again what is right already', { as: petr(), book: confirmed }, (say) => [
    ['company information', shows(say('company.heading'), say('company.confirmed-until', day('2027-02-01'))), holds(seen)],
    [fills(), shows(say('company.review-heading'))],
    [clicks(say('company.confirm')), shows(say('company.receipt-heading'), say('company.nothing-changed'), say('company.holds', day('2027-03-01')))],
  ]);

  transcript('is explained to who may not: why, and who can', { as: jana(), book }, (say) => [
    ['company information', shows(say('conversation.not-allowed-heading'), say('company.only-admin')), offersNot(say('form.next'))],
  ]);

  it('is refused when the right was taken away on the way, and nothing typed is lost', async () => {
    const played = await aChat({ as: petr(), book });
    const { chat, say, store } = played;
    await plays(chat, [['company information'], [fills(seen), shows(say('company.review-heading'))]]);
    const stored = await store.read('partner-user', petr().person);
    assert.ok(stored);
    await store.commit({
      commandId: CommandId.parse('demoted'),
      expect: [{ kind: 'partner-user', id: petr().person, version: stored.version }],
      put: [userRecord({ ...petr(), companyRole: 'none' })],
      remove: [],
      events: [],
      outcome: null,
    });
    await plays(chat, [[clicks(say('company.confirm')), shows(say('conversation.not-allowed-heading'), say('company.only-admin'))]]);
    assert.equal((await store.read('partner', cloudy))?.value.confirmedOn, undefined);
  });

  it('shown again from an older card is as the company is now', async () => {
    const played = await aChat({ as: petr(), book });
    const { chat, say } = played;
    await plays(chat, [['company information'], [fills(seen), shows(say('company.review-heading'))]]);
    const review = chat.last;
    await chat.clicks(say('company.confirm'));
    const again = chatOf(played, petr().person, { locale: 'en', name: petr().name });
    await again.clicksOn(review, say('company.confirm'));
    assert.deepEqual(again.last, chat.last);
  });
});
