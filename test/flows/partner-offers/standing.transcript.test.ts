import type { HandOff } from '../../../domain/customers/records.ts';
import { acceptanceIdsOf } from '../../../domain/offers/acceptance-ids.ts';
import type { Offer } from '../../../domain/offers/records.ts';
import type { Relationship } from '../../../domain/delegated-admin/records.ts';
import type { Put } from '../../../domain/shared/store.port.ts';
import { CustomerId } from '../../../domain/shared/ids.ts';
import { cloudy, day, instant, petr } from '../../support/builders.ts';
import { testSecrets } from '../../support/chat.ts';
import { contosoHere, sellersBook, sent } from '../../support/customer-side.ts';
import { aDelegationOffer, aPurchase, aRelationship, aTrial, aVisitor, anAnswer, answerRecord, gdap, offerRecord, roleIds } from '../../support/offers.ts';
import { clicks, hides, offers, offersNot, shows, transcript } from '../../support/transcript.ts';

const purchase = sent(aPurchase({ customer: contosoHere.id }));
const withdrawn = { at: instant('2026-02-27T08:00:00.000Z'), person: petr().person, name: 'Petr Svoboda' };
const helpdesk = gdap({ roles: roleIds('helpdesk-administrator') });
const delegation = sent(aDelegationOffer({ customer: contosoHere.id, delegation: helpdesk }));
const granted = (facts: Partial<Relationship> = {}, offer: Offer = delegation): readonly Put[] => {
  const value = { ...aRelationship({ offer: offer.id, customer: contosoHere.id, terms: helpdesk }), ...facts };
  return [
    offerRecord(offer),
    { kind: 'relationship', id: value.id, value },
    answerRecord(anAnswer({ offer: offer.id, customer: contosoHere.id, lines: [], delegation: 'accepted', relationship: value.id })),
  ];
};

describe('the link and the ready e-mail of an offer', () => {
  for (const [what, records] of [
    ['withdrawn', [offerRecord({ ...purchase, withdrawn })]],
    ['run out', [offerRecord({ ...purchase, validUntil: day('2026-02-28') })]],
    ['accepted', [offerRecord(purchase), answerRecord(anAnswer({ offer: purchase.id, customer: contosoHere.id }))]],
  ] as const) {
    transcript(`are gone once it is ${what}`, { as: petr(), book: sellersBook(...records) }, (say) => [
      ['offers'],
      [clicks(say('checklist.show')), shows(say('offer.kind-purchase')), hides(say('offers.nobody-in-teams')), offersNot(say('offers.mail'))],
    ]);
  }

  transcript('are gone from one for everybody, too', { as: petr(), book: sellersBook(offerRecord(sent(aTrial({ withdrawn })))) }, (say) => [
    ['offers'],
    [clicks(say('checklist.show')), shows(say('offer.kind-trial')), hides(say('offers.for-anyone')), offersNot(say('offers.mail'))],
  ]);

  transcript('are there while it stands open', { as: petr(), book: sellersBook(offerRecord(purchase)) }, (say) => [
    ['offers'],
    [clicks(say('checklist.show')), shows(say('offer.kind-purchase'), say('offers.nobody-in-teams')), offers(say('offers.mail'))],
  ]);
});

describe('delegated administration that is over', () => {
  transcript('stands so in the list and with the offer: run out', { as: petr(), book: sellersBook(...granted({ endsOn: day('2026-02-20') })) }, (say) => [
    ['offers', shows(say('offers.heading'), `${say('offers.accepted')} · ${say('offers.delegation-expired', day('2026-02-20'))}`)],
    [
      clicks(say('checklist.show')),
      shows(say('offer.kind-delegated-admin'), `${say('offers.accepted')} · ${say('offers.delegation-expired', day('2026-02-20'))}`),
    ],
  ]);

  transcript(
    'stands so in the list and with the offer: ended',
    {
      as: petr(),
      book: sellersBook(...granted({ ended: { at: instant('2026-02-25T08:00:00.000Z'), person: petr().person, name: 'Petr Svoboda', side: 'partner' } })),
    },
    (say) => [['offers', shows(say('offers.heading'), `${say('offers.accepted')} · ${say('offers.delegation-over', day('2026-02-25'))}`)]],
  );
});

describe('what a partner may do with what was granted', () => {
  const task = { ...{ id: acceptanceIdsOf(testSecrets, delegation, contosoHere.id, '').delegation, partner: cloudy, customer: contosoHere.id } };
  const handOff: HandOff = {
    ...task,
    ...{ owner: petr().person, ownerName: 'Petr Svoboda', createdAt: instant('2026-02-25T08:00:00.000Z') },
    ...{ what: 'request-delegated-admin', offer: delegation.id, relationship: aRelationship().id, form: 'gdap' },
  };
  const record = (value: HandOff): Put => ({ kind: 'hand-off', id: value.id, value });

  transcript('is told as coming while Microsoft’s own request is still to be made', { as: petr(), book: sellersBook(...granted(), record(handOff)) }, (say) => {
    const list = say.list([say('task.service-request'), say('task.password-of-user')]);
    return [
      ['offers'],
      [clicks(say('checklist.show')), shows(say('offer.kind-delegated-admin'), say('offers.may-do-later', list)), hides(say('offers.may-do', list))],
    ];
  });

  transcript(
    'counts once somebody has confirmed that it is approved there',
    { as: petr(), book: sellersBook(...granted(), record({ ...handOff, confirmed: { person: petr().person, name: 'Petr Svoboda', at: withdrawn.at } })) },
    (say) => {
      const list = say.list([say('task.service-request'), say('task.password-of-user')]);
      return [
        ['offers'],
        [clicks(say('checklist.show')), shows(say('offer.kind-delegated-admin'), say('offers.may-do', list)), hides(say('offers.may-do-later', list))],
      ];
    },
  );
});

describe('an offer to one customer whose answer waits for the partner’s word', () => {
  transcript(
    'can be withdrawn, and then says both; a declaration is called one',
    {
      as: petr(),
      book: sellersBook(offerRecord(purchase), answerRecord(anAnswer({ offer: purchase.id, customer: contosoHere.id, state: 'declared', by: aVisitor() }))),
    },
    (say) => [
      ['offers'],
      [
        clicks(say('checklist.show')),
        shows(say('offer.kind-purchase'), say('offers.declared'), [say.instant(anAnswer().at), say('offers.was-declared'), 'Vít Host, Contoso'].join(' · ')),
        hides([say.instant(anAnswer().at), say('offers.accepted'), 'Vít Host, Contoso'].join(' · ')),
      ],
      [clicks(say('offers.withdraw')), shows(say('offers.withdraw-heading'))],
      [
        clicks(say('offers.withdraw-yes')),
        shows(say('offer.kind-purchase'), `${say('offers.declared')} · ${say('offers.withdrawn', day('2026-03-01'))}`),
        offersNot(say('offers.withdraw')),
      ],
    ],
  );
});

describe('the history of an offer', () => {
  const invitation = sent(aTrial());
  const answered = (n: number): Put =>
    answerRecord(
      anAnswer({
        ...{ offer: invitation.id, customer: CustomerId.parse(`customer-${String(n)}`), at: instant(`2026-02-${String(10 + n)}T08:00:00.000Z`) },
        organisation: { name: `Zákazník ${String(n)}`, domain: `c${String(n)}.cz` },
      }),
    );

  transcript(
    'counts the answers that do not stand on the card',
    { as: petr(), book: sellersBook(offerRecord(invitation), ...Array.from({ length: 7 }, (_, n) => answered(n + 1))) },
    (say) => [['offers'], [clicks(say('checklist.show')), shows(say('offer.kind-trial'), say('offers.history-answers', 5, 7))]],
  );
});

describe('a customer who has accepted', () => {
  const accepted = [offerRecord(purchase), answerRecord(anAnswer({ offer: purchase.id, customer: contosoHere.id }))];

  transcript('is asked for delegated administration from there', { as: petr(), book: sellersBook(...accepted) }, (say) => [
    ['offers'],
    [clicks(say('checklist.show')), shows(say('offer.kind-purchase')), offers(say('intent.offer-delegated-admin'))],
    [clicks(say('intent.offer-delegated-admin')), shows(say('offer.form-heading'))],
  ]);

  transcript(
    'is not asked again while what they granted is active',
    { as: petr(), book: sellersBook(...granted({}, sent(aPurchase({ customer: contosoHere.id, delegation: helpdesk })))) },
    (say) => [['offers'], [clicks(say('checklist.show')), shows(say('offer.kind-purchase')), offersNot(say('intent.offer-delegated-admin'))]],
  );
});
