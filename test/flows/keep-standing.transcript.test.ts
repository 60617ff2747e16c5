import assert from 'node:assert/strict';
import type { Say } from '../../cards/messages/say.ts';
import type { OwnSubscription } from '../../domain/company/records.ts';
import { CommandId, SubscriptionId } from '../../domain/shared/ids.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { auditOf, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, aSubscription, aTerm, cloudy, day, jana, petr } from '../support/builders.ts';
import { cloudysBook, stock } from '../support/transcript-book.ts';
import { aChat, clicks, fills, hides, holds, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';

const people = [userRecord(petr()), userRecord(jana())];
const book = [partnerRecord(aPartner({ partnerId: '4711001' })), ...people];
const csp = [partnerRecord(aPartner({ programme: 'csp-direct' })), ...people];

describe('keeping how the company stands', () => {
  transcript(
    'asks for the programme, the facts and the numbers, and shows all of it before',
    { as: petr(), book },
    (say) => [
      [
        'standing',
        shows(say('standing.heading'), say('standing.kept')),
        holds({ programme: 'advisor', facts: 'enrolled,certifiedForDelegation,authorisedForDelegation,authorisedServiceProvider' }),
      ],
      [fills({ facts: 'enrolled' }), shows(say('standing.details-heading')), holds({ partnerId: '4711001', distributor: 'Distri a.s.' })],
      [fills({ partnerId: 'MPN 1' }), shows(say('standing.details-heading'), say('standing.partner-id-wrong'))],
      [
        fills({ partnerId: '47 11 002', openAgreementNumber: 'OA 7', distributor: '' }),
        shows(say('standing.review-heading'), say('standing.advisor'), say('standing.enrolled'), '4711002', 'OA 7', say('own.missing')),
        hides(say('standing.joins-csp')),
      ],
      [clicks(say('standing.change-details')), holds({ partnerId: '4711002', openAgreementNumber: 'OA 7' })],
      [fills()],
      [clicks(say('standing.confirm')), shows(say('standing.receipt-heading'), '4711002', say('standing.microsoft'))],
    ],
    async ({ store }) => {
      const partner = (await store.read('partner', cloudy))?.value;
      assert.deepEqual(partner?.standing, {
        programme: 'advisor',
        enrolled: true,
        certifiedForDelegation: false,
        authorisedForDelegation: false,
        authorisedServiceProvider: false,
      });
      assert.deepEqual([partner.partnerId, partner.openAgreementNumber], ['4711002', 'OA 7']);
      const [event] = (await auditOf(store)).filter(({ what }) => what === 'standing-kept');
      assert.deepEqual([event?.before?.['partnerId'], event?.after?.['partnerId']], ['4711001', '4711002']);
    },
  );

  transcript('says before joining CSP that advisor rights end for good, and offers them never again', { as: petr(), book }, (say) => [
    ['standing'],
    [fills({ programme: 'csp-indirect-reseller' })],
    [fills(), shows(say('standing.review-heading'), say('standing.joins-csp')), offers(say('standing.confirm-csp')), offersNot(say('standing.confirm'))],
    [clicks(say('standing.confirm-csp')), shows(say('standing.receipt-heading'), say('standing.csp-indirect-reseller'))],
    ['standing', shows(say('standing.heading'), say('standing.no-advisor')), hides('"advisor"')],
    [fills({ programme: 'advisor' }), shows(say('standing.heading'), say('standing.no-advisor'))],
    [fills({ programme: 'unknown' }), shows(say('standing.heading'), say('standing.no-advisor'))],
    [fills({ programme: 'csp-direct' }), shows(say('standing.details-heading'))],
    [fills(), shows(say('standing.review-heading')), hides(say('standing.joins-csp'))],
  ]);

  transcript('changes nothing when all is as it was', { as: petr(), book: csp }, (say) => [
    ['standing'],
    [fills()],
    [fills()],
    [clicks(say('standing.confirm')), shows(say('standing.receipt-heading'), say('standing.nothing-changed'))],
  ]);

  transcript('is explained to who may not', { as: jana(), book }, (say) => [
    ['standing', shows(say('conversation.not-allowed-heading'), say('standing.only-admin')), offersNot(say('form.next'))],
  ]);

  it('refuses a way back that was opened before somebody else joined CSP', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book });
    await plays(chat, [['standing'], [fills()], [fills(), shows(say('standing.review-heading'))]]);
    const before = await store.read('partner', cloudy);
    assert.ok(before);
    const joined = aPartner({ programme: 'csp-direct' });
    await store.commit({
      commandId: CommandId.parse('joined'),
      expect: [{ kind: 'partner', id: cloudy, version: before.version }],
      put: [partnerRecord(joined)],
      remove: [],
      events: [],
      outcome: null,
    });
    await plays(chat, [
      [clicks(say('standing.confirm')), shows(say('standing.review-heading'), say('form.changed-since'))],
      [clicks(say('standing.confirm')), shows(say('standing.heading'), say('standing.no-advisor'))],
    ]);
    assert.equal((await store.read('partner', cloudy))?.value.standing.programme, 'csp-direct');
  });
});

describe('the own company', () => {
  const information = { phone: '+420 555 010 010', email: 'info@cloudy.cz', address: 'Vymyšlená 12, Brno', confirmedOn: day('2026-02-01') };
  const ownRecord = (id: string, terms: OwnSubscription['terms']): Put => {
    const { partner, channel, autoRenews, createdOn } = aSubscription();
    const value = { id: SubscriptionId.parse(id), partner, plan: 'business-premium', channel, autoRenews, createdOn, terms } as const;
    return { kind: 'own-subscription', id: value.id, value };
  };
  const whole = [
    partnerRecord(aPartner({ ...information, partnerId: '4711001' })),
    ...cloudysBook(stock(2)).slice(1),
    ownRecord('own', [aTerm('2026-01-01', { seats: 7 })]),
    ownRecord('over', [aTerm('2025-02-01', { seats: 3 })]),
  ];
  const links = (say: Say) => [say('own.domains'), say('own.settings')];

  transcript('shows what customers see and until when, how it stands, its keys and its own subscriptions', { as: petr(), book: whole }, (say) => [
    [
      'company',
      shows(
        say('own.heading'),
        say('own.confirmed-until', day('2027-02-01')),
        information.phone,
        say('standing.advisor'),
        '4711001',
        'Distri a.s.',
        say('keys-left.line', 2),
        say('home.because', 'Microsoft 365 Business Premium', say('own.seats-until', say('own.seats', 7), say.day(day('2026-12-31')))),
        say('own.seats-over', say('own.seats', 3), say.day(day('2026-01-31'))),
      ),
      offers(say('intent.confirm-company-information'), say('intent.keep-standing'), say('intent.people'), ...links(say)),
    ],
    [clicks(say('intent.keep-standing')), shows(say('standing.heading'))],
  ]);

  transcript('lets who may only read look, and edit nothing', { as: jana(), book: whole }, (say) => [
    [
      'naše společnost',
      shows(say('own.heading'), say('own.confirmed-until', day('2027-02-01')), say('own.subscriptions-not-yours')),
      offersNot(say('intent.confirm-company-information'), say('intent.keep-standing')),
      hides('Business Premium'),
    ],
  ]);

  transcript('says what is not confirmed, or not in the book', { as: petr(), book }, (say) => [
    ['company', shows(say('own.heading'), say('own.not-confirmed'), say('own.no-subscriptions'), say('own.no-keys'))],
  ]);

  transcript('says so when no operator has entered it', { as: petr(), book: people }, (say) => [
    ['company', shows(say('own.heading'), say('eligibility.company-unknown'))],
    ['standing', shows(say('conversation.not-allowed-heading'), say('eligibility.company-unknown'))],
  ]);
});
