import assert from 'node:assert/strict';
import { adminRequestId } from '../../../domain/offers/records.ts';
import type { AdminRequest, Answerer } from '../../../domain/offers/records.ts';
import type { Put } from '../../../domain/shared/store.port.ts';
import { cloudy, instant, jana, petr } from '../../support/builders.ts';
import { contosoHere, sellersBook, sent, vit } from '../../support/customer-side.ts';
import { aTrial, aVisitor, anAnswer, answerRecord, fabrikamTenant, offerRecord, personAt, signedIn } from '../../support/offers.ts';
import { aChat, clicks, hides, offers, plays, shows, transcript } from '../../support/transcript.ts';
import { bookedContoso, customerRecord } from '../../support/transcript-book.ts';

const trial = sent(aTrial());
const stranger = personAt(fabrikamTenant, 7);
const declaredBy = (by: Answerer): readonly Put[] => [
  offerRecord(trial),
  answerRecord(anAnswer({ offer: trial.id, customer: contosoHere.id, state: 'declared', by })),
];
/** Contoso with a directory that the book does not know yet. */
const { tenant: _, ...withoutDirectory } = bookedContoso();

describe('an answer of somebody who has signed in, and is not shown to be of the organisation', () => {
  transcript(
    'says their sign-in name, that they have signed in, and what speaks against them; it is confirmed after one question',
    { as: jana(), book: sellersBook(...declaredBy(signedIn(stranger, { name: 'Ema Cizí', upn: 'ema@fabrikam.cz' }))) },
    (say) => [
      ['offers'],
      [
        clicks(say('offers.show-offer')),
        shows(
          say('offer.kind-trial'),
          say('offers.declared-signed-in'),
          `Ema Cizí · ema@fabrikam.cz · ${say('offers.not-shown')}`,
          say('offers.other-domain', 'ema@fabrikam.cz', 'contoso.cz'),
          say('offers.other-directory'),
          say('offers.known-admins', say.list(['Alena Malá', 'Karel Contoso'])),
        ),
        hides(say('offers.not-signed-in'), say('offers.declared')),
      ],
      [
        clicks(say('offers.confirm-answer')),
        shows(say('offers.confirm-heading'), 'Contoso · contoso.cz', 'Ema Cizí', 'ema@fabrikam.cz', say('offers.other-directory'), say('offers.confirm-what')),
      ],
      [clicks(say('offers.confirm-no')), shows(say('offer.kind-trial')), offers(say('offers.confirm-answer'))],
      [clicks(say('offers.confirm-answer'))],
      [
        clicks(say('offers.confirm-yes')),
        shows(say('offer.kind-trial'), say('offers.accepted'), say('offers.was-declared'), `Ema Cizí · ema@fabrikam.cz · ${say('offers.not-shown')}`),
        hides(say('offers.other-directory')),
      ],
    ],
    async ({ store }) => assert.equal(await store.count('subscriptions-of-customer', { key: contosoHere.id }), 1),
  );

  transcript(
    'says that their sign-in name is not known, where nothing told it',
    { as: jana(), book: sellersBook(...declaredBy(signedIn(vit, { name: 'Vít Nový' }))) },
    (say) => [
      ['offers'],
      [clicks(say('offers.show-offer')), shows(say('offer.kind-trial'), `Vít Nový · ${say('offers.sign-in-name-unknown')} · ${say('offers.not-shown')}`)],
    ],
  );

  transcript(
    'is asked about, too, where only an e-mail of another domain was given',
    { as: petr(), book: sellersBook(...declaredBy(aVisitor({ email: 'vit@fabrikam.cz' }))) },
    (say) => [
      ['offers'],
      [clicks(say('offers.show-offer')), shows(say('offer.kind-trial'), say('offers.declared'), say('offers.other-domain', 'vit@fabrikam.cz', 'contoso.cz'))],
      [clicks(say('offers.confirm-answer')), shows(say('offers.confirm-heading'), 'vit@fabrikam.cz')],
    ],
  );

  it('is not confirmed by a click that nobody asked twice about', async () => {
    const { chat, say, store } = await aChat({ as: jana(), book: sellersBook(...declaredBy(signedIn(stranger, { upn: 'ema@fabrikam.cz' }))) });
    await plays(chat, [['offers'], [clicks(say('offers.show-offer'))], [clicks(say('offers.confirm-answer'))]]);
    assert.equal(await store.count('subscriptions-of-customer', { key: contosoHere.id }), 0);
  });
});

const asked = (facts: Partial<AdminRequest> = {}): Put => {
  const value: AdminRequest = {
    ...{ customer: contosoHere.id, partner: cloudy, person: vit, name: 'Vít Nový', offer: trial.id, at: instant('2026-02-26T08:00:00.000Z') },
    ...facts,
  };
  return { kind: 'admin-request', id: adminRequestId(value.customer, value.person), value };
};

describe('entering somebody as an admin', () => {
  transcript(
    'says first that their directory becomes the customer’s, and that their sign-in name is of another domain',
    {
      as: jana(),
      book: sellersBook(offerRecord(trial), customerRecord(withoutDirectory), asked({ person: stranger, name: 'Ema Cizí', upn: 'ema@fabrikam.cz' })),
    },
    (say) => [
      ['offers', shows(say('offers.heading'), say('offers.learns-directory'), say('offers.other-domain', 'ema@fabrikam.cz', 'contoso.cz'))],
      [
        clicks(say('offers.name-admin')),
        shows(
          say('offers.name-heading'),
          'Ema Cizí',
          'ema@fabrikam.cz',
          'Contoso',
          say('offers.learns-directory'),
          say('offers.other-domain', 'ema@fabrikam.cz', 'contoso.cz'),
          say('offers.known-admins', say.list(['Alena Malá', 'Karel Contoso'])),
        ),
      ],
      [clicks(say('offers.name-no')), shows(say('offers.heading'), say('offers.admins-asked', 1))],
    ],
    async ({ store }) => assert.equal((await store.read('customer', contosoHere.id))?.value.tenant, undefined),
  );

  transcript('says so where no sign-in name is known', { as: jana(), book: sellersBook(offerRecord(trial), asked()) }, (say) => [
    ['offers'],
    [
      clicks(say('offers.name-admin')),
      shows(say('offers.name-heading'), 'Vít Nový', say('offers.sign-in-name-unknown')),
      hides(say('offers.learns-directory')),
    ],
  ]);

  it('does nothing before the yes', async () => {
    const { chat, say, store } = await aChat({ as: jana(), book: sellersBook(offerRecord(trial), asked()) });
    await plays(chat, [['offers'], [clicks(say('offers.name-admin'))]]);
    assert.equal((await store.read('admin-request', adminRequestId(contosoHere.id, vit)))?.value.settled, undefined);
  });
});
