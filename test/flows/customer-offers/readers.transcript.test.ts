import assert from 'node:assert/strict';
import { executor } from '../../../bot/commands/execute.ts';
import { offerAnswerId } from '../../../domain/offers/records.ts';
import { Instant } from '../../../domain/shared/dates.ts';
import { CommandId, ObjectId, personId } from '../../../domain/shared/ids.ts';
import type { PersonId } from '../../../domain/shared/ids.ts';
import type { Put } from '../../../domain/shared/store.port.ts';
import { customerIdOf, customerUserIdOf } from '../../../domain/shared/record-ids.ts';
import { cloudy, petr } from '../../support/builders.ts';
import { testSecrets } from '../../support/chat.ts';
import { contosoHere, customerTranscript, customerWorld, karel, lenka, sellersBook, vit } from '../../support/customer-side.ts';
import type { CustomerWorld } from '../../support/customer-side.ts';
import { aDelegationOffer, aPurchase, aTrial, contosoTenant, fabrikamTenant, gdap, personAt } from '../../support/offers.ts';
import { bookedContoso, customerRecord } from '../../support/transcript-book.ts';
import { clicks, hides, holds, offers, offersNot, plays, shows } from '../../support/transcript.ts';

const at = Instant.parse('2026-03-01T10:00:00.000Z');
const admins = ['Alena Malá', 'Karel Contoso'];
const fabrikamAdmin = personAt(fabrikamTenant);
const openTrial = aTrial();
const organisation = { organisation: 'Fabrikam', domain: 'fabrikam.sk' };
const answerAt = async ({ store, offer }: CustomerWorld, customer: ReturnType<typeof customerIdOf>) =>
  (await store.read('offer-answer', offerAnswerId(offer.id, customer)))?.value;
const fabrikamId = customerIdOf(testSecrets, cloudy, 'fabrikam.sk');

/** Karel stands in the book by sign-in name only. */
const unbound = sellersBook().map((put): Put => {
  if (put.kind !== 'customer-user' || put.value.upn !== 'karel@contoso.cz') return put;
  const { objectId: _, ...value } = put.value;
  return { ...put, value };
});

/** Petr's word on whether this person is an admin. */
async function settles({ store, clock, offer }: CustomerWorld, person: PersonId, verdict: 'name' | 'refuse') {
  const by = { partner: offer.partner, by: petr().person, byName: petr().name };
  const command = { type: 'settle-admin-request', commandId: CommandId.parse('settle'), customer: contosoHere.id, person, verdict } as const;
  const result = await executor({ store, clock })({ ...command, ...by, adminUser: customerUserIdOf(testSecrets, contosoHere.id, 'vit@contoso.cz') });
  assert.equal(result.kind, 'done');
}

describe('somebody of the customer who is no admin', () => {
  customerTranscript('reads the offer and is told whom to ask, by name', { as: lenka, name: 'Lenka Contosová' }, (say, { code }) => [
    [
      code,
      shows(say('customer-offer.heading-purchase'), say('customer-offer.only-admins'), say('customer-offer.who-can', say.list(admins)), 'obchod@cloudy.cz'),
      offersNot(say('customer-offer.accept'), say('customer-offer.decline'), say('customer-offer.name-me')),
    ],
  ]);

  it('changes nothing by a forged click', async () => {
    const world = await customerWorld({ as: lenka, name: 'Lenka Contosová' });
    for (const verb of ['accept-offer', 'decline-offer', 'ask-to-be-admin'])
      await world.chat.sends({ kind: 'clicked', verb, data: { offer: world.offer.id, withDelegation: false, sure: true, seats0: '1' } });
    assert.equal(await answerAt(world, contosoHere.id), undefined);
    assert.equal(await world.store.count('admin-requests-of-partner', { key: cloudy }), 0);
  });
});

describe('somebody of the customer whom the book does not know by object id', () => {
  customerTranscript(
    'is an admin when the channel gives the sign-in name of one, and the channel is not asked again afterwards',
    { book: unbound, profiles: { [karel]: { upn: 'karel@contoso.cz' } } },
    (say, { code }) => [
      [code, offers(say('customer-offer.accept'))],
      [clicks(say('customer-offer.accept')), shows(say('customer-offer.heading-accepted'))],
    ],
    async (world) => {
      const before = world.asked();
      await plays(world.chat, [[world.code, shows(world.say('customer-offer.heading-accepted'))]]);
      assert.equal(world.asked(), before);
    },
  );

  it('is an admin by the e-mail address of their own directory, where the sign-in name is another', async () => {
    const world = await customerWorld({ book: unbound, profiles: { [karel]: { upn: 'karel@contoso.onmicrosoft.com', email: 'karel@contoso.cz' } } });
    await plays(world.chat, [
      [world.code, offers('Accept')],
      [clicks('Accept'), shows('This offer has been accepted')],
    ]);
  });

  it('is not asked about at all when the book knows them', async () => {
    const world = await customerWorld();
    await plays(world.chat, [[world.code], [clicks('Accept')]]);
    assert.equal(world.asked(), 0);
  });

  it('is nobody else by a sign-in name whose record belongs to another object id', async () => {
    const world = await customerWorld({ as: vit, name: 'Vít', profiles: { [vit]: { upn: 'karel@contoso.cz' } } });
    await plays(world.chat, [[world.code, shows('A purchase offer for your organisation', 'Only an administrator'), offersNot('Accept')]]);
  });

  customerTranscript(
    'asks the partner to be named, is told so, and can answer once they are',
    { as: vit, name: 'Vít Contoso' },
    (say, { code }) => [
      [
        code,
        shows(say('customer-offer.heading-purchase'), say('customer-offer.unknown-person'), say('customer-offer.who-can', say.list(admins))),
        offers(say('customer-offer.name-me')),
        offersNot(say('customer-offer.accept')),
      ],
      [clicks(say('customer-offer.name-me')), shows(say('customer-offer.asked-heading'), '+420 222 333 444', 'obchod@cloudy.cz')],
      [
        clicks(say('customer-offer.open')),
        shows(say('customer-offer.heading-purchase'), say('customer-offer.asked', say.instant(at))),
        offersNot(say('customer-offer.name-me')),
      ],
    ],
    async (world) => {
      await settles(world, vit, 'name');
      await plays(world.chat, [
        [world.code, offers(world.say('customer-offer.accept'))],
        [clicks(world.say('customer-offer.accept')), shows(world.say('customer-offer.heading-accepted'))],
      ]);
    },
  );

  it('is told when the partner has decided not to name them, and whom to ask', async () => {
    const world = await customerWorld({ as: vit, name: 'Vít Contoso' });
    await plays(world.chat, [[world.code], [clicks('Ask to be named as administrator')]]);
    await settles(world, vit, 'refuse');
    await plays(world.chat, [
      [
        world.code,
        shows('A purchase offer for your organisation', 'decided not to name you', 'Karel Contoso'),
        offersNot('Accept', 'Ask to be named as administrator'),
      ],
    ]);
  });
});

describe('somebody of an organisation that the book does not know', () => {
  const guest = { as: fabrikamAdmin, name: 'Alena Fabriková', offer: openTrial, profiles: { [fabrikamAdmin]: { upn: 'alena@fabrikam.sk' } } };

  customerTranscript(
    'says for which organisation an open offer is accepted, and it waits for the partner',
    guest,
    (say, { code }) => [
      [
        code,
        shows(say('customer-offer.heading-trial'), say('customer-offer.guest'), 'obchod@cloudy.cz'),
        holds({ organisation: '', domain: 'fabrikam.sk' }),
        offers(say('customer-offer.accept')),
        offersNot(say('customer-offer.decline')),
        hides('Contoso', 'Karel'),
      ],
      [
        clicks(say('customer-offer.accept'), { organisation: ' ', domain: 'not a domain' }),
        shows(say('customer-offer.heading-trial'), say('redeem.organisation-missing'), say('redeem.domain-wrong')),
        holds({ organisation: ' ', domain: 'not a domain' }),
      ],
      [
        clicks(say('customer-offer.accept'), organisation),
        shows(
          say('customer-offer.heading-waiting'),
          'Fabrikam',
          say('customer-offer.waiting', say.instant(at), 'Alena Fabriková'),
          say('customer-offer.waiting-why'),
        ),
        offersNot(say('customer-offer.accept')),
      ],
      [code, shows(say('customer-offer.heading-waiting'), 'Fabrikam')],
    ],
    async (world) => {
      const answer = await answerAt(world, fabrikamId);
      assert.deepEqual(
        [answer?.state, answer?.by],
        ['declared', { kind: 'signed-in', person: fabrikamAdmin, name: 'Alena Fabriková', upn: 'alena@fabrikam.sk', via: 'teams' }],
      );
    },
  );

  it('learns nothing about an organisation they name that has answered already', async () => {
    const world = await customerWorld({ offer: openTrial });
    await plays(world.chat, [[world.code], [clicks('Accept')]]);
    const other = world.chatAs(fabrikamAdmin, 'Somebody');
    await plays(other, [
      [world.code],
      [
        clicks('Accept', { organisation: 'Contoso', domain: 'contoso.cz' }),
        shows('The acceptance waits for your partner’s confirmation', 'Organisation: Contoso', 'Somebody'),
        hides('Karel', 'has been accepted'),
      ],
    ]);
    assert.equal((await answerAt(world, contosoHere.id))?.state, 'accepted');
  });

  it('is told that delegated administration is left out until the organisation is confirmed', async () => {
    const offer = aTrial({ content: { kind: 'trial', plan: 'business-standard', delegation: gdap() } });
    const world = await customerWorld({ ...guest, offer });
    await plays(world.chat, [
      [
        world.code,
        shows('A trial invitation for your organisation', 'Delegated administration is left out for now.'),
        offersNot('Accept with delegated administration'),
      ],
      [clicks('Accept', organisation), shows('The acceptance waits for your partner’s confirmation')],
    ]);
    assert.equal((await answerAt(world, fabrikamId))?.delegation, 'left-out');
  });

  customerTranscript(
    'finds no offer that is addressed to another customer, as with a code that opens nothing',
    { as: fabrikamAdmin, offer: aPurchase({ customer: contosoHere.id }) },
    (say, { code }) => [
      [code, shows(say('customer-offer.none-heading'), say('customer-offer.none')), hides('Cloudy', 'Contoso', 'Karel')],
      ['_____________________-', shows(say('customer-offer.none-heading'), say('customer-offer.none'))],
      ['offers', shows(say('stranger.heading'))],
    ],
  );

  it('gets word for word the same card for an unknown code, a withdrawn one, an expired one and another customer’s', async () => {
    const withdrawn = { at, person: petr().person, name: petr().name };
    const cards = await Promise.all(
      [
        aPurchase({ customer: contosoHere.id }),
        aDelegationOffer({ customer: contosoHere.id }),
        aTrial({ withdrawn }),
        aTrial({ validUntil: openTrial.validUntil, customer: contosoHere.id }),
      ].map(async (offer) => {
        const world = await customerWorld({ as: fabrikamAdmin, offer });
        return world.chat.says(world.code);
      }),
    );
    const world = await customerWorld({ as: fabrikamAdmin, offer: aTrial(), on: '2027-01-01' });
    const unknown = await world.chat.says('AAAAAAAAAAAAAAAAAAAAAA');
    for (const card of [...cards, await world.chat.says(world.code)]) assert.deepEqual(card, unknown);
  });

  it('without a directory id finds nothing', async () => {
    const nameless = personId(contosoTenant, ObjectId.parse('00000000-0000-0000-0000-000000000000'));
    const world = await customerWorld({ as: nameless });
    await plays(world.chat, [[world.code, shows('There is no such offer')]]);
  });
});

describe('a customer whose directory the book does not know', () => {
  const booked = bookedContoso();
  const book = [...unbound.filter(({ kind }) => kind !== 'customer'), customerRecord(booked)];
  const offer = aPurchase({ customer: booked.id });

  it('is answered for by an admin whom the sign-in name of its domain shows, and its directory is known from then on', async () => {
    const world = await customerWorld({ book, offer, profiles: { [karel]: { upn: 'karel@contoso.cz' } } });
    await plays(world.chat, [
      [world.code, shows('A purchase offer for your organisation', 'Contoso'), offers('Accept')],
      [clicks('Accept'), shows('This offer has been accepted')],
    ]);
    assert.equal((await world.store.read('customer', booked.id))?.value.tenant, contosoTenant);
  });

  it('is not answered for by an e-mail address, which people elsewhere choose themselves', async () => {
    const world = await customerWorld({ book, offer, as: fabrikamAdmin, profiles: { [fabrikamAdmin]: { upn: 'x@evil.example', email: 'karel@contoso.cz' } } });
    await plays(world.chat, [[world.code, offersNot('Accept'), hides('Karel', 'contoso.cz')]]);
    await world.chat.sends({ kind: 'clicked', verb: 'accept-offer', data: { offer: world.offer.id, withDelegation: false } });
    assert.equal(await answerAt(world, booked.id), undefined);
  });
});
