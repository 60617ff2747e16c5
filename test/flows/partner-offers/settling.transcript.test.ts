import assert from 'node:assert/strict';
import { adminRequestId } from '../../../domain/offers/records.ts';
import type { AdminRequest, Offer } from '../../../domain/offers/records.ts';
import type { Relationship } from '../../../domain/delegated-admin/records.ts';
import { ObjectId, personId } from '../../../domain/shared/ids.ts';
import { customerUserIdOf } from '../../../domain/shared/record-ids.ts';
import type { Put } from '../../../domain/shared/store.port.ts';
import { fill, userRecord } from '../../support/book.ts';
import { cloudy, day, eva, instant, jana, petr } from '../../support/builders.ts';
import { testSecrets } from '../../support/chat.ts';
import { contosoHere, sellersBook, sent } from '../../support/customer-side.ts';
import {
  aDelegationOffer,
  aPurchase,
  aRelationship,
  aTrial,
  aTriedSubscription,
  aVisitor,
  anAnswer,
  answerRecord,
  contosoTenant,
  gdap,
  offerRecord,
  roleIds,
} from '../../support/offers.ts';
import { subscriptionRecord } from '../../support/transcript-book.ts';
import { aChat, clicks, hides, offers, offersNot, plays, shows, transcript } from '../../support/transcript.ts';

const trial = sent(aTrial());
const declared = (offer: Offer): Put =>
  answerRecord(anAnswer({ offer: offer.id, customer: contosoHere.id, state: 'declared', by: aVisitor(), phone: '+420 777 111 222' }));

describe('an answer without signing in', () => {
  transcript(
    'is confirmed by somebody who knows them: then it is accepted, in the book, and on the list for Microsoft',
    { as: jana(), book: sellersBook(offerRecord(trial), declared(trial)) },
    (say) => [
      ['offers', shows(say('offers.heading'), say('offers.to-confirm', 1))],
      [
        clicks(say('offers.show-offer')),
        shows(say('offer.kind-trial'), 'Contoso · contoso.cz', say('offers.declared'), say('offers.not-signed-in'), say('offers.phone', '+420 777 111 222')),
        offers(say('offers.confirm-answer'), say('offers.dismiss-answer')),
      ],
      [
        clicks(say('offers.confirm-answer')),
        shows(say('offer.kind-trial'), say('offers.accepted'), say('to-do.set-up-trial', 'Contoso')),
        offersNot(say('offers.confirm-answer')),
        offers(say('offers.make-purchase-offer')),
      ],
      ['to do', shows(say('to-do.heading'), say('to-do.set-up-trial', 'Contoso'))],
    ],
    async ({ store }) => assert.equal(await store.count('subscriptions-of-customer', { key: contosoHere.id }), 1),
  );

  transcript(
    'is not confirmed for strangers: then the offer is open to that customer again',
    { as: jana(), book: sellersBook(offerRecord(trial), declared(trial)) },
    (say) => [
      ['offers'],
      [clicks(say('offers.show-offer'))],
      [
        clicks(say('offers.dismiss-answer')),
        shows(say('offer.kind-trial'), say('offers.dismissed'), say('offers.open', trial.validUntil)),
        offersNot(say('offers.confirm-answer')),
      ],
      ['offers', shows(say('offers.heading')), hides(say('offers.to-confirm', 1))],
    ],
    async ({ store }) => assert.equal(await store.count('subscriptions-of-customer', { key: contosoHere.id }), 0),
  );

  transcript(
    'to a trial that they have had is refused, with the reason',
    { as: jana(), book: sellersBook(offerRecord(trial), declared(trial), subscriptionRecord(aTriedSubscription({ customer: contosoHere.id }))) },
    (say) => [
      ['offers'],
      [clicks(say('offers.show-offer'))],
      [clicks(say('offers.confirm-answer')), shows(say('offer.kind-trial'), say('offers.trial-used', 'Microsoft 365 Business Standard'))],
    ],
  );

  it('is settled once: a second click shows what the first has done, and a colleague’s late one that it is done', async () => {
    const purchase = sent(aPurchase());
    const { chat, say, store } = await aChat({ as: petr(), book: sellersBook(offerRecord(purchase), declared(purchase)) });
    await plays(chat, [['offers'], [clicks(say('offers.show-offer'))]]);
    const card = chat.last;
    await chat.clicksOn(card, say('offers.confirm-answer'));
    const first = chat.last;
    assert.deepEqual(await chat.clicksOn(card, say('offers.confirm-answer')), first);
    await plays(chat, [
      [(each) => each.clicksOn(card, say('offers.dismiss-answer')), shows(say('offer.kind-purchase'), say('offers.settled-already'), say('offers.accepted'))],
    ]);
    assert.equal(await store.count('subscriptions-of-customer', { key: contosoHere.id }), 1);
  });

  it('is not for who may only read, from the first card on or since', async () => {
    const { chat, say, store } = await aChat({ as: jana(), book: sellersBook(offerRecord(trial), declared(trial)) });
    await plays(chat, [['offers'], [clicks(say('offers.show-offer'))]]);
    const card = chat.last;
    await fill(store, [userRecord({ ...jana(), supportedCompanies: 'none' })], 'none');
    await plays(chat, [
      [
        (each) => each.clicksOn(card, say('offers.confirm-answer')),
        shows(say('offer.kind-trial'), say('eligibility.person-limited')),
        offersNot(say('offers.confirm-answer')),
      ],
      [(each) => each.clicksOn(card, say('offers.withdraw')), shows(say('offers.withdraw-heading'))],
      [clicks(say('offers.withdraw-yes')), shows(say('offer.kind-trial'), say('eligibility.person-limited'), say('offers.open', trial.validUntil))],
    ]);
  });
});

const asker = personId(contosoTenant, ObjectId.parse('cccccccc-0000-4000-8000-000000000009'));
const asked = (facts: Partial<AdminRequest> = {}): Put => {
  const value: AdminRequest = {
    customer: contosoHere.id,
    partner: cloudy,
    person: asker,
    name: 'Nora Contosová',
    upn: 'nora@contoso.cz',
    offer: trial.id,
    at: instant('2026-02-26T08:00:00.000Z'),
    ...facts,
  };
  return { kind: 'admin-request', id: adminRequestId(value.customer, value.person), value };
};

describe('somebody of a customer who asks to be an admin', () => {
  transcript(
    'is entered by the partner, and stands in the book',
    { as: jana(), book: sellersBook(offerRecord(trial), asked()) },
    (say) => [
      [
        'offers',
        shows(say('offers.heading'), say('offers.admins-asked', 1), 'Nora Contosová · nora@contoso.cz', say('offers.customer', 'Contoso')),
        offers(say('offers.name-admin'), say('offers.refuse-admin')),
      ],
      [
        clicks(say('offers.name-admin')),
        shows(say('offers.name-heading'), 'Nora Contosová', 'nora@contoso.cz', 'Contoso'),
        hides(say('offers.learns-directory'), say('offers.other-domain', 'nora@contoso.cz', 'contoso.cz')),
      ],
      [clicks(say('offers.name-yes')), shows(say('offers.heading'), say('offers.admin-named', 'Nora Contosová')), offersNot(say('offers.name-admin'))],
    ],
    async ({ store }) => {
      const entered = await store.read('customer-user', customerUserIdOf(testSecrets, contosoHere.id, 'nora@contoso.cz'));
      assert.deepEqual([entered?.value.isAdmin, entered?.value.objectId], [true, asker.slice(-36)]);
    },
  );

  transcript(
    'is not entered when the partner does not know them',
    { as: jana(), book: sellersBook(offerRecord(trial), asked()) },
    (say) => [['offers'], [clicks(say('offers.refuse-admin')), shows(say('offers.heading'), say('offers.admin-refused', 'Nora Contosová'))]],
    async ({ store }) => assert.equal(await store.read('customer-user', customerUserIdOf(testSecrets, contosoHere.id, 'nora@contoso.cz')), undefined),
  );

  transcript('is not entered by who may only read', { as: eva(), book: sellersBook(offerRecord(trial), asked()) }, (say) => [
    ['offers'],
    [clicks(say('offers.name-admin')), shows(say('offers.heading'), say('eligibility.person-limited'))],
  ]);

  it('is entered once: every later click tells what was said first', async () => {
    const { chat, say } = await aChat({ as: jana(), book: sellersBook(offerRecord(trial), asked()) });
    await plays(chat, [['offers']]);
    const card = chat.last;
    await chat.clicksOn(card, say('offers.refuse-admin'));
    await plays(chat, [[(each) => each.clicksOn(card, say('offers.name-admin')), shows(say('offers.heading'), say('offers.admin-refused', 'Nora Contosová'))]]);
    await chat.sends({ kind: 'clicked', verb: 'settle-admin-request', data: { customer: 'nobody', person: asker, verdict: 'name' } });
  });
});

const delegation = sent(aDelegationOffer({ customer: contosoHere.id, delegation: gdap({ roles: roleIds('helpdesk-administrator') }) }));
const granted = (facts: Partial<Relationship> = {}): readonly Put[] => {
  const value = { ...aRelationship({ offer: delegation.id, customer: contosoHere.id, terms: gdap({ roles: roleIds('helpdesk-administrator') }) }), ...facts };
  return [
    offerRecord(delegation),
    { kind: 'relationship', id: value.id, value },
    answerRecord(anAnswer({ offer: delegation.id, customer: contosoHere.id, lines: [], delegation: 'accepted', relationship: value.id })),
  ];
};

describe('delegated administration that was granted', () => {
  transcript(
    'says until when, and what the reader may do; it is ended after one question that names it',
    { as: petr(), book: sellersBook(...granted()) },
    (say) => [
      ['offers', shows(say('offers.heading'), 'Contoso', say('offers.accepted'))],
      [
        clicks(say('checklist.show')),
        shows(
          say('offer.kind-delegated-admin'),
          say('offers.delegation-until', day('2027-01-31')),
          say('offers.may-do', say.list([say('task.service-request'), say('task.password-of-user')])),
        ),
      ],
      [
        clicks(say('offers.end-delegation')),
        shows(
          say('offers.end-heading'),
          'Contoso',
          say('offer.delegation-gdap', 'Cloudy pro Contoso', 365),
          say('offers.end-what'),
          say('offers.end-microsoft'),
        ),
      ],
      [clicks(say('offers.keep')), shows(say('offer.kind-delegated-admin'), say('offers.delegation-until', day('2027-01-31')))],
      [clicks(say('offers.end-delegation'))],
      [
        clicks(say('offers.end-yes')),
        shows(say('offer.kind-delegated-admin'), say('offers.delegation-over', day('2026-03-01'))),
        offersNot(say('offers.end-delegation')),
      ],
      ['to do', shows(say('to-do.heading'), say('to-do.end-delegation', 'Contoso'))],
    ],
    async ({ store }) => assert.equal((await store.read('relationship', aRelationship().id))?.value.ended?.name, 'Petr Svoboda'),
  );

  transcript('is not ended by who has limited administration, and says what they may do with it', { as: jana(), book: sellersBook(...granted()) }, (say) => [
    ['offers'],
    [
      clicks(say('checklist.show')),
      shows(say('offer.kind-delegated-admin'), say('offers.may-do', say.list([say('task.service-request'), say('task.password-of-user')]))),
      offersNot(say('offers.end-delegation')),
    ],
  ]);

  transcript('lets who may only read do nothing, and says so', { as: eva(), book: sellersBook(...granted()) }, (say) => [
    ['offers'],
    [clicks(say('checklist.show')), shows(say('offer.kind-delegated-admin'), say('offers.may-do-nothing'))],
  ]);

  transcript('that has run out says when', { as: petr(), book: sellersBook(...granted({ endsOn: day('2026-02-20') })) }, (say) => [
    ['offers'],
    [
      clicks(say('checklist.show')),
      shows(say('offer.kind-delegated-admin'), say('offers.delegation-expired', day('2026-02-20'))),
      offersNot(say('offers.end-delegation')),
    ],
  ]);

  it('is refused to who has lost the right since the question', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book: sellersBook(...granted()) });
    await plays(chat, [['offers'], [clicks(say('checklist.show'))], [clicks(say('offers.end-delegation'))]]);
    await fill(store, [userRecord({ ...petr(), supportedCompanies: 'limited' })], 'limited');
    await plays(chat, [[clicks(say('offers.end-yes')), shows(say('offer.kind-delegated-admin'), say('eligibility.person-full'))]]);
    assert.equal((await store.read('relationship', aRelationship().id))?.value.ended, undefined);
  });
});
