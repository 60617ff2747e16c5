import assert from 'node:assert/strict';
import { executor } from '../../../bot/commands/execute.ts';
import { offerAnswerId } from '../../../domain/offers/records.ts';
import { CommandId, TenantId } from '../../../domain/shared/ids.ts';
import type { PersonId } from '../../../domain/shared/ids.ts';
import { customerIdOf, customerUserIdOf } from '../../../domain/shared/record-ids.ts';
import type { Put } from '../../../domain/shared/store.port.ts';
import { auditOf, partnerRecord } from '../../support/book.ts';
import { cloudy, petr, rival } from '../../support/builders.ts';
import { testSecrets } from '../../support/chat.ts';
import { alena, contosoHere, customerTranscript, customerWorld, karel, lenka, sellersBook, vit } from '../../support/customer-side.ts';
import type { CustomerScene, CustomerWorld } from '../../support/customer-side.ts';
import { aSeller, contosoTenant, fabrikamTenant, personAt } from '../../support/offers.ts';
import { customerRecord } from '../../support/transcript-book.ts';
import { clicks, hides, offers, plays, shows } from '../../support/transcript.ts';

/** Contoso's people by sign-in name only, in a directory that the book knows, or does not. */
function bookWith(directory: 'known' | 'unknown', ...more: readonly Put[]): readonly Put[] {
  const { tenant: _tenant, ...bare } = contosoHere;
  return sellersBook(...more).map((put): Put => {
    if (put.kind === 'customer' && put.id === contosoHere.id && directory === 'unknown') return customerRecord(bare);
    if (put.kind !== 'customer-user') return put;
    const { objectId: _object, ...value } = put.value;
    return { ...put, value };
  });
}
const named: CustomerScene = { book: bookWith('known'), profiles: { [karel]: { upn: 'Karel@contoso.cz' }, [lenka]: { upn: 'lenka@contoso.cz' } } };
const unknown: CustomerScene = { ...named, book: bookWith('unknown') };

const userAt = async ({ store }: CustomerWorld, upn: string) =>
  (await store.read('customer-user', customerUserIdOf(testSecrets, contosoHere.id, upn)))?.value.objectId;
const tenantAt = async ({ store }: CustomerWorld, id = contosoHere.id) => (await store.read('customer', id))?.value.tenant;

async function sentAgain({ store, clock, offer }: CustomerWorld): Promise<number> {
  const by = { partner: cloudy, by: petr().person, byName: petr().name };
  const result = await executor({ store, clock })({ type: 'send-offer-again', commandId: CommandId.parse('again'), offer: offer.id, ...by });
  return result.kind === 'done' ? result.outcome.recipients : 0;
}

async function installs(world: CustomerWorld): Promise<void> {
  await world.chat.sends({ kind: 'installed' });
}

describe('an admin whom the book knows by sign-in name only', () => {
  it('gets offers from the moment they have the assistant', async () => {
    const world = await customerWorld(named);
    assert.equal(await sentAgain(world), 0);
    await installs(world);
    assert.equal(await userAt(world, 'karel@contoso.cz'), karel.slice(-36));
    assert.equal(await sentAgain({ ...world }), 1);
    assert.deepEqual((await auditOf(world.store)).map(({ what }) => what).slice(0, 1), ['person-recognised']);
  });

  it('is asked after once: the channel is not asked again when the book knows them', async () => {
    const world = await customerWorld(named);
    await installs(world);
    await plays(world.chat, [['offers'], ['help'], [world.code], [clicks('Accept')]]);
    assert.equal(world.asked(), 1);
  });

  it('and whom nobody can match is asked after once a day', async () => {
    const world = await customerWorld({ ...named, as: vit, profiles: { [vit]: { upn: 'vit@contoso.cz' } } });
    await plays(world.chat, [['hello'], ['help'], ['offers']]);
    assert.equal(world.asked(), 1);
    world.clock.setTo('2026-03-02');
    await plays(world.chat, [['help']]);
    assert.equal(world.asked(), 2);
  });

  it('becomes known among colleagues, who stay no admins', async () => {
    const world = await customerWorld({ ...named, as: lenka, name: 'Lenka Contosová' });
    await plays(world.chat, [[world.code, shows('A purchase offer for your organisation', 'Only an administrator')]]);
    assert.equal(await userAt(world, 'lenka@contoso.cz'), lenka.slice(-36));
  });
});

describe('a customer whose directory the book does not know', () => {
  customerTranscript('is recognised by whoever of its domain writes first: from then on they are its people', unknown, (say, { offer }) => [
    ['offers', shows(say('customer-offers.heading'), say('customer-offers.open', offer.validUntil), 'obchod@cloudy.cz')],
    [clicks(say('customer-offers.show', offer.summaryId)), offers(say('customer-offer.accept'), say('customer-offer.decline'))],
    [clicks(say('customer-offer.accept')), shows(say('customer-offer.heading-accepted'))],
  ]);

  it('has its offers in the first card, and learns directory and person', async () => {
    const world = await customerWorld(unknown);
    const reply = await world.chat.sends({ kind: 'installed' });
    assert.ok(reply.kind === 'card');
    shows('Welcome to Partner Assistant', '1 offer waits for your answer')({ ...reply.card });
    assert.deepEqual([await tenantAt(world), await userAt(world, 'karel@contoso.cz')], [contosoTenant, karel.slice(-36)]);
    assert.deepEqual(
      (await auditOf(world.store)).map(({ what }) => what),
      ['customer-directory-learnt', 'person-recognised'],
    );
  });

  it('may be the customer of two partners: each learns', async () => {
    const { tenant: _, ...bare } = contosoHere;
    const atRival = { ...bare, id: customerIdOf(testSecrets, rival, 'contoso.cz'), partner: rival };
    const ofRival = [partnerRecord(aSeller({ tenant: rival, name: 'Rival a.s.' })), customerRecord(atRival)];
    for (const directory of ['known', 'unknown'] as const) {
      const world = await customerWorld({ ...named, book: bookWith(directory, ...ofRival) });
      await installs(world);
      assert.deepEqual([await tenantAt(world), await tenantAt(world, atRival.id)], [contosoTenant, contosoTenant]);
    }
  });

  const strangers: readonly (readonly [string, PersonId, string | undefined])[] = [
    ['of another domain', personAt(fabrikamTenant), 'karel@fabrikam.sk'],
    ['who is a guest under the domain of their host', personAt(fabrikamTenant), 'eve_evil.example#EXT#@contoso.cz'],
    ['with a personal Microsoft account', personAt(TenantId.parse('9188040d-6c67-4c5b-b112-36a304b66dad')), 'karel@contoso.cz'],
    ['of whom the channel says nothing', personAt(fabrikamTenant), undefined],
  ];
  for (const [who, person, upn] of strangers) {
    it(`learns nothing from somebody ${who}`, async () => {
      const profiles = upn === undefined ? {} : { [person]: { upn, email: 'karel@contoso.cz' } };
      const world = await customerWorld({ ...unknown, as: person, name: 'Eve', profiles });
      await installs(world);
      await plays(world.chat, [['offers', hides('Contoso', 'Cloudy')]]);
      assert.deepEqual([await tenantAt(world), await auditOf(world.store)], [undefined, []]);
    });
  }

  it('would be found out: a directory that anybody teaches', async () => {
    const world = await customerWorld({ ...unknown, profiles: { [karel]: { upn: 'karel@contoso.cz' } } });
    await installs(world);
    await assert.rejects(async () => assert.equal(await tenantAt(world), undefined));
  });
});

describe('somebody who cannot be shown to be of the organisation', () => {
  const of = { ...unknown, as: alena, name: 'Alena', profiles: { [alena]: { upn: 'alena@elsewhere.cz' } } };
  customerTranscript('is told so, and can ask to be named', of, (say, { code }) => [
    [
      code,
      shows(say('customer-offer.heading-purchase'), say('customer-offer.unverified')),
      hides(say('customer-offer.nobody-named'), 'Karel'),
      offers(say('customer-offer.name-me')),
    ],
  ]);

  it('can ask again from the next day, when the partner has not named them', async () => {
    const world = await customerWorld(of);
    await plays(world.chat, [[world.code], [clicks('Ask to be named as administrator'), shows('Your partner has been asked')]]);
    const by = { partner: cloudy, by: petr().person, byName: petr().name };
    const settle = { type: 'settle-admin-request', commandId: CommandId.parse('settle'), customer: contosoHere.id, person: alena } as const;
    await executor(world)({ ...settle, ...by, verdict: 'refuse', adminUser: 'x' });
    const again = 'Ask to be named as administrator';
    await plays(world.chat, [[world.code, shows('A purchase offer for your organisation', 'decided not to name you')]]);
    world.clock.setTo('2026-03-02');
    await plays(world.chat, [
      [world.code, offers(again)],
      [clicks(again), shows('Your partner has been asked')],
    ]);
    assert.equal(await world.store.count('admin-requests-of-partner', { key: cloudy }), 1);
    assert.equal(await world.store.read('offer-answer', offerAnswerId(world.offer.id, contosoHere.id)), undefined);
  });
});
