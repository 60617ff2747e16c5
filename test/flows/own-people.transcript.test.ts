import assert from 'node:assert/strict';
import type { PartnerUser } from '../../domain/company/records.ts';
import { ObjectId, personId } from '../../domain/shared/ids.ts';
import { partnerRecord, userRecord } from '../support/book.ts';
import { aHandOff, aPartner, cloudy, eva, fabrikam, jana, petr, rita } from '../support/builders.ts';
import { chatOf } from '../support/chat.ts';
import { addressRecord } from '../support/offers.ts';
import { bookedContoso, cloudysBook, customerRecord, rivalsBook } from '../support/transcript-book.ts';
import { aChat, clicks, fills, hides, holds, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';
import type { Row } from '../support/transcript.ts';
import { unasked } from '../support/unasked.ts';

const newId = 'aaaaaaaa-0000-4000-8000-0000000000aa';
const newcomer = personId(cloudy, ObjectId.parse(newId));
const userAdmin = (): PartnerUser => ({ ...jana(), companyRole: 'user-admin' });
const withUserAdmin = [partnerRecord(aPartner()), userRecord(petr()), userRecord(userAdmin()), userRecord(eva())];

const presets = [
  ['sales-agent', 'limited'],
  ['helpdesk-agent', 'limited'],
  ['admin-agent', 'full'],
  ['none', 'none'],
] as const;

describe('the own people', () => {
  transcript('are listed with what they may do, and each has a card', { as: eva(), book: cloudysBook() }, (say) => [
    [
      'our people',
      shows(
        say('people.heading'),
        jana().name,
        petr().name,
        say('people.role-and-access', say('rights.role-none'), say('rights.limited')),
        say('people.role-and-access', say('rights.role-global-admin'), say('rights.full')),
      ),
      offersNot(say('intent.keep-partner-user')),
    ],
    [clicks(say('people.show')), shows(say('people.person-heading'), eva().name, say('people.you'), say('rights.none')), offersNot(say('people.change'))],
  ]);

  transcript(
    'are entered by a global admin, who sees exactly what before',
    { as: petr(), book: cloudysBook() },
    (say) => [
      ['people', offers(say('intent.keep-partner-user'))],
      [clicks(say('intent.keep-partner-user')), shows(say('people.who-heading'), say('people.who-hint'))],
      [
        fills({ objectId: 'nobody', name: ' ', email: 'x' }),
        shows(say('people.who-heading'), say('people.object-id-wrong'), say('people.name-missing'), say('people.email-wrong')),
        holds({ objectId: 'nobody', email: 'x' }),
      ],
      [fills({ objectId: ` ${newId.toUpperCase()} `, name: 'Olga  Nová', email: 'OLGA@cloudy.cz' }), shows(say('people.rights-heading'), 'Olga Nová')],
      [fills({ preset: 'helpdesk-agent', timeZone: 'Brno' }), shows(say('people.rights-heading'), say('people.time-zone-wrong'))],
      [
        fills({ preset: 'helpdesk-agent', companyRole: 'billing-admin', language: 'sk', timeZone: 'Europe/Bratislava' }),
        shows(say('people.review-heading'), 'Olga Nová', 'olga@cloudy.cz', say('rights.limited'), say('rights.role-billing-admin'), 'Europe/Bratislava'),
      ],
      [clicks(say('people.confirm')), shows(say('people.receipt-heading'), 'Olga Nová', say('people.book-only'))],
      [clicks(say('people.show')), shows(say('people.person-heading'), 'Olga Nová', say('rights.task-product-keys'))],
    ],
    async ({ store }) => {
      assert.deepEqual((await store.read('partner-user', newcomer))?.value, {
        person: newcomer,
        tenant: cloudy,
        name: 'Olga Nová',
        companyRole: 'billing-admin',
        supportedCompanies: 'limited',
        preset: 'helpdesk-agent',
        email: 'olga@cloudy.cz',
        language: 'sk',
        timeZone: 'Europe/Bratislava',
      });
    },
  );

  transcript('get what each preset is: Sales and Helpdesk agent limited, Admin agent full', { as: petr(), book: cloudysBook() }, (say) => [
    ...presets.flatMap(([preset, level]): readonly Row[] => [
      ['add user'],
      [fills({ objectId: newId, name: 'Olga' })],
      [fills({ preset }), shows(say('people.review-heading'), say(`rights.${level}`))],
      [clicks(say('people.confirm')), shows(say('people.receipt-heading'))],
    ]),
  ]);

  transcript('keep the preset they were given', { as: petr(), book: cloudysBook() }, (say) => [
    ['add user'],
    [fills({ objectId: newId, name: 'Adam' })],
    [fills({ preset: 'helpdesk-agent' }), shows(say('people.review-heading'))],
    [clicks(say('people.confirm')), shows(say('people.receipt-heading'))],
    ['people'],
    [clicks(say('people.show')), shows(say('people.person-heading'), 'Adam')],
    [clicks(say('people.change')), shows(say('people.rights-heading'), 'Adam'), holds({ preset: 'helpdesk-agent' })],
  ]);

  transcript('have no preset made up for them where nobody has said it', { as: petr(), book: cloudysBook() }, (say) => [
    ['add user'],
    [fills({ objectId: jana().person.slice(37), name: jana().name }), shows(say('people.rights-heading'), jana().name), holds({ preset: '' })],
    [fills({}), shows(say('people.rights-heading'), say('people.choose'))],
    [fills({ preset: 'sales-agent' }), shows(say('people.review-heading'), say('rights.limited'))],
  ]);

  transcript('are changed from their card, beginning with what stands in the book', { as: petr(), book: cloudysBook() }, (say) => [
    ['people'],
    [clicks(say('people.show')), shows(say('people.person-heading'), eva().name), offers(say('people.change'), say('people.remove'))],
    [clicks(say('people.change')), shows(say('people.rights-heading'), eva().name), holds({ preset: 'none', companyRole: 'none', language: 'teams' })],
    [fills({ companyRole: 'global-admin' }), shows(say('people.review-heading'), say('people.becomes-global'), say('people.is-known'))],
    [clicks(say('people.confirm')), shows(say('people.receipt-heading'), eva().name)],
  ]);

  transcript(
    'are removed once somebody is sure',
    { as: petr(), book: cloudysBook() },
    (say) => [
      ['people'],
      [clicks(say('people.show')), shows(say('people.person-heading'), eva().name)],
      [clicks(say('people.remove')), shows(say('people.remove-heading'), eva().name, say('people.remove-what'))],
      [clicks(say('people.keep')), shows(say('people.person-heading'), eva().name)],
      [clicks(say('people.remove'))],
      [clicks(say('people.remove-yes')), shows(say('people.heading'), say('people.removed'), petr().name)],
    ],
    async ({ store }) => assert.equal(await store.read('partner-user', eva().person), undefined),
  );

  transcript(
    'are removed knowing whose customers and open tasks pass to whom',
    {
      as: petr(),
      book: cloudysBook(customerRecord(bookedContoso({ owner: eva().person })), customerRecord(fabrikam({ owner: eva().person })), {
        kind: 'hand-off',
        id: aHandOff().id,
        value: { ...aHandOff({ customer: bookedContoso().id }), owner: eva().person, ownerName: eva().name },
      }),
    },
    (say) => [
      ['people'],
      [clicks(say('people.show')), shows(say('people.person-heading'), eva().name)],
      [
        clicks(say('people.remove')),
        shows(say('people.remove-heading'), [say('people.remove-customers'), '2'].join(': '), [say('people.remove-tasks'), '1'].join(': ')),
      ],
      [clicks(say('people.remove-yes')), shows(say('people.heading'), say('people.removed'))],
      ['find contoso', shows(say('customers.card-heading'), [say('customers.owner'), petr().name].join(': '))],
      ['to do', shows(say('to-do.heading'), say('to-do.redeem-keys', 'Contoso'), say('to-do.passed-on', eva().name))],
      [clicks(say('hand-off.confirm')), shows(say('to-do.heading'), say('to-do.none'))],
    ],
  );

  transcript('keep their last global admin', { as: petr(), book: [partnerRecord(aPartner()), userRecord(petr())] }, (say) => [
    ['people'],
    [clicks(say('people.show'))],
    [clicks(say('people.remove'))],
    [clicks(say('people.remove-yes')), shows(say('people.heading'), say('people.last-global-admin'))],
    [clicks(say('people.show'))],
    [clicks(say('people.change'))],
    [fills({ companyRole: 'none' }), shows(say('people.review-heading'))],
    [clicks(say('people.confirm')), shows(say('people.rights-heading'), say('people.last-global-admin'))],
  ]);

  transcript('are managed by a user admin, but for global admins', { as: userAdmin(), book: withUserAdmin }, (say) => [
    ['add colleague', shows(say('people.who-heading'))],
    [fills({ objectId: petr().person.slice(37), name: 'Petr' }), shows(say('people.rights-heading'))],
    [fills({ companyRole: 'none' }), shows(say('people.review-heading'))],
    [clicks(say('people.confirm')), shows(say('people.rights-heading'), say('people.global-admins-only'))],
    [clicks(say('form.stop'))],
    ['add colleague'],
    [clicks(say('conversation.start-again'))],
    [fills({ objectId: newId, name: 'Olga' })],
    [fills({ companyRole: 'global-admin' }), shows(say('people.review-heading'))],
    [clicks(say('people.confirm')), shows(say('people.rights-heading'), say('people.global-admins-only'))],
  ]);

  transcript('are no business of who manages nobody', { as: jana(), book: cloudysBook() }, (say) => [
    ['add user', shows(say('conversation.not-allowed-heading'), say('people.only-admins')), offersNot(say('form.next'))],
  ]);

  it('can be entered from a request, which is answered by it', async () => {
    const asking = { ...eva(), person: newcomer, name: 'Olga Nová' };
    const played = await aChat({ as: asking, book: cloudysBook(addressRecord(petr().person)) });
    const { chat, say, store } = played;
    await plays(chat, [['redeem'], [clicks(say('rights.ask')), shows(say('rights.asked-heading'))]]);
    const admin = chatOf(played, petr().person, { locale: 'en', name: petr().name });
    await plays(admin, [
      ['people'],
      [clicks(say('people.show')), shows(say('people.person-heading'), 'Olga Nová', say('rights.not-in-book'))],
      [clicks(say('people.change')), shows(say('people.rights-heading'), 'Olga Nová')],
      [fills({ preset: 'admin-agent' })],
      [clicks(say('people.confirm')), shows(say('people.receipt-heading'))],
      ['people', shows(say('people.heading'), 'Olga Nová'), hides('asks for a right')],
    ]);
    assert.equal((await store.read('partner-user', newcomer))?.value.supportedCompanies, 'full');
    const [told] = await unasked(played, newcomer, 'en');
    assert.ok(told);
    shows(say('rights.yes-heading'), say('rights.full'))(told);
  });

  it('of another company are found by no forged button', async () => {
    const played = await aChat({ as: petr(), book: [...cloudysBook(), ...rivalsBook()] });
    for (const [verb, data] of [
      ['show-person', { person: rita().person }],
      ['remove-partner-user', { person: rita().person }],
      ['remove-partner-user', { person: rita().person, sure: true }],
      ['settle-right-request', { person: rita().person, verdict: 'grant' }],
      ['begin', { flow: 'keep-partner-user', about: { person: rita().person } }],
    ] as const) {
      const reply = await played.chat.sends({ kind: 'clicked', verb, data });
      assert.ok(reply.kind === 'card', verb);
      hides(rita().name)({ ...reply.card });
    }
    assert.deepEqual((await played.store.read('partner-user', rita().person))?.value, rita());
  });

  it('lose nobody by a forged removal, or one by who may not', async () => {
    const played = await aChat({ as: jana(), book: cloudysBook() });
    for (const person of [eva().person, petr().person, jana().person])
      await played.chat.sends({ kind: 'clicked', verb: 'remove-partner-user', data: { person, sure: true } });
    assert.equal(await played.store.count('users-of-partner', { key: cloudy }), 3);
  });
});
