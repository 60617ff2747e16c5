import assert from 'node:assert/strict';
import type { Relationship } from '../../domain/delegated-admin/records.ts';
import type { ServiceRequest } from '../../domain/service-requests/records.ts';
import { ServiceRequestId } from '../../domain/shared/ids.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { auditOf, partnerRecord, userRecord } from '../support/book.ts';
import { aServiceRequest } from '../support/acting.ts';
import { aPartner, cloudy, day, eva, jana, petr } from '../support/builders.ts';
import { inputsOf } from '../support/card-reading.ts';
import { aRelationship, gdap, roleIds } from '../support/offers.ts';
import { bookedContoso, bookedSubscription, cardKey, customerRecord, subscriptionRecord } from '../support/transcript-book.ts';
import { aChat, clicks, fills, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';
import type { Check, Row } from '../support/transcript.ts';
import type { Say } from '../../cards/messages/say.ts';
import { chatOf } from '../support/chat.ts';

const relationshipRecord = (value: Relationship): Put => ({ kind: 'relationship', id: value.id, value });
const helpdesk = relationshipRecord(aRelationship({ customer: bookedContoso().id, terms: gdap({ roles: roleIds('helpdesk-administrator') }) }));
const people = [
  partnerRecord(aPartner()),
  ...[jana(), petr(), eva()].map(userRecord),
  customerRecord(bookedContoso()),
  subscriptionRecord(bookedSubscription()),
];
const book = [...people, helpdesk];
const lastDay = day('2026-02-20');
const over = relationshipRecord(aRelationship({ customer: bookedContoso().id, terms: gdap({ roles: roleIds('helpdesk-administrator') }), endsOn: lastDay }));
const requestRecord = (facts: Partial<ServiceRequest>): Put => {
  const value = aServiceRequest({ customer: bookedContoso().id, ...facts });
  return { kind: 'service-request', id: value.id, value };
};
const words = { title: 'Pošta nechodí', description: 'Od rána nepřichází pošta.\nZkusili jsme restart.', severity: 'critical', recipient: 'microsoft' };

const writesDown = (say: Say): readonly Row[] => [
  ['new service request', shows(say('request.customer-heading'))],
  [fills({ customer: bookedContoso().id }), shows(say('request.form-heading'), 'Contoso')],
  [fills(words), shows(say('request.review-heading'), words.title, say('request.draft-only'))],
  [clicks(say('request.confirm')), shows(say('request.heading'), words.title, say('customers.request-draft'), say('request.at-microsoft-to-do'))],
];
const copies =
  (...pieces: readonly string[]): Check =>
  (card) => {
    const value = String(inputsOf(card).find(({ id }) => id === 'text')?.value);
    for (const piece of pieces) assert.ok(value.includes(piece), `"${piece}" is not in ${value}`);
  };

describe('service requests', () => {
  transcript(
    'are written down, sent by a person with Microsoft’s number, noted, closed and opened again',
    { as: jana(), book },
    (say) => [
      ...writesDown(say),
      [clicks(say('request.refresh')), copies(words.title, 'Zkusili jsme restart.', 'contoso.cz', say('request.severity-critical'))],
      [clicks(say('request.move-sent'), { number: '2611200040001234' }), shows(say('request.heading'), say('request.at-microsoft-sent'), '2611200040001234')],
      [clicks(say('request.add-note'), { note: '' }), shows(say('request.heading'), say('request.note-missing'))],
      [clicks(say('request.add-note'), { note: 'Volali z Microsoftu.' }), shows(say('request.heading'), 'Volali z Microsoftu.')],
      [clicks(say('request.move-open')), shows(say('request.heading'), say('request.at-microsoft-open'))],
      [clicks(say('request.move-closed')), shows(say('request.heading'), say('customers.request-closed')), offersNot(say('request.add-note'))],
      [clicks(say('intent.service-requests')), shows(say('request.list-heading'), say('request.list-none'))],
    ],
    async ({ store }) => {
      assert.equal(await store.count('open-requests-of-partner', { key: cloudy }), 0);
      const trail = JSON.stringify(await auditOf(store));
      for (const typed of [words.title, 'restart', 'Volali']) assert.ok(!trail.includes(typed), `the audit holds "${typed}"`);
    },
  );

  transcript('that are closed are found again on the customer’s card, and opened again from there', { as: jana(), book }, (say) => [
    ['find contoso', shows(say('customers.card-heading')), offersNot(say('customers.all-closed-requests'))],
    ...writesDown(say),
    [clicks(say('request.move-dropped')), shows(say('request.heading'))],
    ['find contoso', shows(say('customers.card-heading')), offers(say('customers.all-closed-requests'))],
    [clicks(say('customers.all-closed-requests')), shows(say('customers.part-closed-requests'), 'Contoso', words.title)],
    [clicks(say('checklist.show')), shows(say('request.heading'), words.title, say('customers.request-closed'))],
    [clicks(say('request.move-again')), shows(say('request.heading'), say('request.at-microsoft-open'))],
  ]);

  transcript('stand on one list until they are closed', { as: jana(), book }, (say) => [
    ...writesDown(say),
    [clicks(say('intent.service-requests')), shows(say('request.list-heading'), words.title)],
    [clicks(say('checklist.show')), shows(say('request.heading'), words.title)],
    [clicks(say('request.move-dropped')), shows(say('request.heading'))],
    [clicks(say('request.move-again')), shows(say('request.heading'), say('request.at-microsoft-open'))],
  ]);

  transcript('hold no product key', { as: jana(), book }, (say) => [
    ['new service request', shows(say('request.customer-heading'))],
    [fills({ customer: bookedContoso().id }), shows(say('request.form-heading'))],
    [fills({ ...words, description: `nejde kód ${cardKey(1)}` }), shows(say('request.form-heading'), say('request.has-key'))],
  ]);

  transcript('are told to be impossible as soon as the customer is chosen, where nothing was granted', { as: jana(), book: people }, (say) => [
    ['new service request', shows(say('request.customer-heading'))],
    [
      fills({ customer: bookedContoso().id }),
      shows(say('conversation.not-allowed-heading'), say('acting.no-relationship')),
      offers(say('intent.offer-delegated-admin')),
    ],
  ]);

  transcript(
    'are noted and closed also when the relationship is over; a draft is then kept, but not sent',
    { as: jana(), book: [...people, over, requestRecord({ id: ServiceRequestId.parse('sent'), state: 'sent', title: words.title })] },
    (say) => [
      ['service requests', shows(say('request.list-heading'), words.title)],
      [clicks(say('checklist.show')), shows(say('request.heading'), say('request.at-microsoft-sent')), offers(say('request.move-open'))],
      [clicks(say('request.add-note'), { note: 'Vyřešili si to.' }), shows(say('request.heading'), 'Vyřešili si to.')],
      [clicks(say('request.save-number'), { number: '2611200040001234' }), shows(say('request.heading'), '2611200040001234')],
      [clicks(say('request.move-closed')), shows(say('request.heading'), say('customers.request-closed'))],
      [clicks(say('request.move-again')), shows(say('request.heading'), say('request.at-microsoft-open'))],
      ['new service request', shows(say('request.customer-heading'))],
      [fills({ customer: bookedContoso().id }), shows(say('conversation.not-allowed-heading'))],
    ],
  );

  transcript(
    'that nobody has sent yet are kept and dropped when the relationship is over, but not sent',
    { as: jana(), book: [...people, over, requestRecord({ id: ServiceRequestId.parse('draft'), title: words.title })] },
    (say) => [
      ['service requests', shows(say('request.list-heading'), words.title)],
      [
        clicks(say('checklist.show')),
        shows(say('request.heading'), say('acting.relationship-over', lastDay)),
        offersNot(say('request.move-sent')),
        offers(say('intent.offer-delegated-admin'), say('request.move-dropped')),
      ],
      [clicks(say('request.move-dropped')), shows(say('request.heading'), say('customers.request-closed'))],
    ],
  );

  transcript('are not for who may only read, who may ask for the right', { as: eva(), book }, (say) => [
    ['new service request', shows(say('conversation.not-allowed-heading'), say('eligibility.person-limited')), offers(say('rights.ask'))],
  ]);

  it('are read by every colleague, and moved on only by who may act for the customer', async () => {
    const played = await aChat({ as: jana(), book });
    const { chat, say } = played;
    await plays(chat, writesDown(say));
    const evas = chatOf(played, eva().person, { locale: 'en', name: eva().name });
    await plays(evas, [
      ['service requests', shows(say('request.list-heading'), words.title)],
      [
        clicks(say('checklist.show')),
        shows(say('request.heading'), say('eligibility.person-limited')),
        offersNot(say('request.move-sent')),
        offers(say('rights.ask')),
      ],
    ]);
    // Jana's card in Eva's hand.
    await evas.clicksOn(chat.last, say('request.move-sent'));
    shows(say('request.heading'), say('customers.request-draft'), say('eligibility.person-limited'))(evas.last);
  });
});
