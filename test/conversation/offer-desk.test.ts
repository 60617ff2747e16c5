import assert from 'node:assert/strict';
import { createOfferDesk } from '../../bot/conversation/offers/desk.ts';
import { executor } from '../../bot/commands/execute.ts';
import type { OfferDesk, OfferReader } from '../../domain/offers/desk.port.ts';
import { offerAnswerId } from '../../domain/offers/records.ts';
import { CommandId, tenantOf } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { customerIdOf } from '../../domain/shared/record-ids.ts';
import { auditOf } from '../support/book.ts';
import { cloudy, jana, petr } from '../support/builders.ts';
import { buttonsOf, inputsOf, textsOf } from '../support/card-reading.ts';
import { testSecrets } from '../support/chat.ts';
import { contosoHere, customerWorld, karel, lenka, sellersBook, vit } from '../support/customer-side.ts';
import type { CustomerScene, CustomerWorld } from '../support/customer-side.ts';
import { aCode, aDelegationOffer, aPurchase, aTrial, aTriedSubscription, fabrikamTenant, gdap, personAt } from '../support/offers.ts';
import { hides } from '../support/transcript.ts';

const visitor: OfferReader = { kind: 'visitor', language: 'en' };
const contact = { contactName: 'Vít Host', contactEmail: 'vit@fabrikam.sk', contactPhone: '+421 900 123 456' };
const fabrikam = { organisation: 'Fabrikam', domain: 'https://www.Fabrikam.SK/' };
const fabrikamId = customerIdOf(testSecrets, cloudy, 'fabrikam.sk');

function signedIn(person: PersonId, facts: Partial<Extract<OfferReader, { kind: 'signed-in' }>> = {}): OfferReader {
  return { kind: 'signed-in', person, tenant: tenantOf(person), name: 'Somebody', isDirectoryAdmin: false, via: 'page', language: 'en', ...facts };
}

interface AtDesk extends CustomerWorld {
  readonly desk: OfferDesk;
  clicks(reader: OfferReader, verb: string, inputs?: object, id?: string): Promise<Shown>;
}
interface Shown {
  readonly lines: readonly string[];
  readonly titles: readonly string[];
  readonly card: object | undefined;
}

const seen = (card: object | undefined): Shown => ({
  card,
  lines: card === undefined ? [] : textsOf({ ...card }),
  titles: card === undefined ? [] : buttonsOf({ ...card }).map(({ title }) => title),
});

async function atTheDesk(scene: CustomerScene = {}): Promise<AtDesk> {
  const world = await customerWorld(scene);
  const { store, clock, secrets, offer } = world;
  const desk = createOfferDesk({ book: store, execute: executor({ store, clock }), secrets, clock });
  let clicked = 0;
  return {
    ...world,
    desk,
    async clicks(reader, verb, inputs = {}, id) {
      clicked += 1;
      const data = { offer: offer.id, withDelegation: false, ...inputs };
      return seen(await desk.answer(offer.id, reader, { verb, data }, CommandId.parse(id ?? `click-${String(clicked)}`)));
    },
  };
}

const answerOf = async ({ store, offer }: AtDesk, customer = contosoHere.id) => (await store.read('offer-answer', offerAnswerId(offer.id, customer)))?.value;

describe('the page of an offer, in a plain browser', () => {
  it('shows an open offer with the fields for an organisation and a contact, and changes nothing', async () => {
    const at = await atTheDesk({ offer: aPurchase() });
    const card = await at.desk.show(at.offer.id, visitor);
    assert.ok(card);
    const fields = inputsOf({ ...card }).map(({ id }) => id);
    assert.deepEqual(fields, ['seats0', 'organisation', 'domain', 'contactName', 'contactEmail', 'contactPhone']);
    assert.deepEqual(seen(card).titles.slice(-1), ['Accept']);
    hides('Contoso', 'Karel')({ ...card });
    assert.deepEqual(await auditOf(at.store), []);
  });

  it('records an acceptance as declared, to be confirmed by the partner', async () => {
    const at = await atTheDesk({ offer: aPurchase() });
    const shown = await at.clicks(visitor, 'accept-offer', { ...contact, ...fabrikam, seats0: '4' });
    assert.equal(shown.lines[0], 'The acceptance waits for your partner’s confirmation');
    const answer = await answerOf(at, fabrikamId);
    assert.deepEqual(
      [answer?.state, answer?.by, answer?.phone, answer?.organisation, answer?.lines],
      [
        'declared',
        { kind: 'visitor', name: 'Vít Host', email: 'vit@fabrikam.sk' },
        '+421 900 123 456',
        { name: 'Fabrikam', domain: 'fabrikam.sk' },
        [{ plan: 'business-standard', seats: 4 }],
      ],
    );
  });

  it('says each wrong input beside its field, and what was typed stays', async () => {
    const at = await atTheDesk({ offer: aTrial() });
    const typed = { organisation: '', domain: '<b>', contactName: ' ', contactEmail: 'vit@', contactPhone: '123' };
    const { card, lines } = await at.clicks(visitor, 'accept-offer', typed);
    assert.ok(card);
    assert.deepEqual(Object.fromEntries(inputsOf({ ...card }).map(({ id, value }) => [id, value])), typed);
    for (const words of ['at most 100 characters.', 'such as contoso.com.', 'your name', 'complete e-mail', 'six digits'])
      assert.ok(
        lines.some((line) => line.includes(words)),
        words,
      );
    assert.deepEqual(await auditOf(at.store), []);
  });

  it('gives the same answer to the same click again', async () => {
    const at = await atTheDesk({ offer: aTrial() });
    const first = await at.clicks(visitor, 'accept-offer', { ...contact, ...fabrikam }, 'one');
    const again = await at.clicks(visitor, 'accept-offer', { ...contact, ...fabrikam }, 'one');
    assert.deepEqual(again.card, first.card);
    const third = await at.clicks(visitor, 'accept-offer', { ...contact, ...fabrikam }, 'another');
    assert.deepEqual(third.card, first.card);
    assert.equal((await auditOf(at.store)).length, 1);
  });

  it('gives who names an organisation one and the same card: whether it is new, was declared, has answered or has had its trial', async () => {
    const here = { ...contact, organisation: 'Contoso', domain: 'contoso.cz' };
    const stranger = signedIn(personAt(fabrikamTenant), { upn: 'alena@fabrikam.sk' });
    const tried = { ...aTriedSubscription(), customer: contosoHere.id };
    const book = sellersBook({ kind: 'subscription', id: tried.id, value: tried });
    for (const reader of [visitor, stranger]) {
      const [fresh, declared, answered, used] = await Promise.all([
        atTheDesk({ offer: aTrial() }),
        atTheDesk({ offer: aTrial() }),
        atTheDesk({ offer: aTrial() }),
        atTheDesk({ offer: aTrial(), book }),
      ]);
      await declared.clicks(visitor, 'accept-offer', { ...here, contactName: 'Jiný Host', contactEmail: 'jiny@contoso.cz' });
      await answered.clicks(signedIn(karel), 'accept-offer');
      const before = await Promise.all([declared, answered].map(async ({ store }) => (await auditOf(store)).length));
      const cards = await Promise.all([fresh, declared, answered, used].map(async (at) => (await at.clicks(reader, 'accept-offer', here)).card));
      for (const card of cards.slice(1)) assert.deepEqual(card, cards[0]);
      const after = await Promise.all([declared, answered].map(async ({ store }) => (await auditOf(store)).length));
      assert.deepEqual(after, before);
    }
  });

  it('looks the same to a visitor before and after the organisation it is addressed to has answered', async () => {
    const at = await atTheDesk();
    const before = await at.desk.show(at.offer.id, visitor);
    await at.clicks(signedIn(karel), 'accept-offer');
    assert.deepEqual(await at.desk.show(at.offer.id, visitor), before);
  });

  it('needs a sign-in for delegated administration and for a no', async () => {
    const delegation = await atTheDesk({ offer: aDelegationOffer({ customer: contosoHere.id }) });
    const shown = seen(await delegation.desk.show(delegation.offer.id, visitor));
    assert.ok(shown.lines.some((line) => line.startsWith('Delegated administration can be accepted only by somebody who is signed in.')));
    assert.deepEqual(shown.titles, []);
    for (const verb of ['accept-offer', 'decline-offer']) {
      const { lines } = await delegation.clicks(visitor, verb, { ...contact, ...fabrikam, withDelegation: true, sure: true });
      assert.ok(lines.includes('Only somebody who is signed in can do this. Open this offer in Teams.'), verb);
    }
    assert.equal(await answerOf(delegation), undefined);
  });

  it('of an addressed offer asks for the contact only: for whom is known', async () => {
    const at = await atTheDesk({ offer: aTrial({ customer: contosoHere.id, content: { kind: 'trial', plan: 'business-standard', delegation: gdap() } }) });
    const card = await at.desk.show(at.offer.id, visitor);
    assert.ok(card);
    assert.deepEqual(
      inputsOf({ ...card }).map(({ id }) => id),
      ['contactName', 'contactEmail', 'contactPhone'],
    );
    await at.clicks(visitor, 'accept-offer', { ...contact, organisation: 'Evil', domain: 'evil.example', withDelegation: true });
    assert.deepEqual([(await answerOf(at))?.state, (await answerOf(at))?.delegation], ['declared', 'left-out']);
  });

  it('gives way to a signed-in admin, whose answer takes the place of what was declared', async () => {
    const at = await atTheDesk({ offer: aTrial({ customer: contosoHere.id }) });
    await at.clicks(visitor, 'accept-offer', contact);
    const shown = seen(await at.desk.show(at.offer.id, signedIn(karel)));
    assert.equal(shown.lines[0], 'The acceptance waits for your partner’s confirmation');
    assert.deepEqual(shown.titles.slice(-2), ['Accept', 'Decline']);
    await at.clicks(signedIn(karel), 'accept-offer');
    assert.equal((await answerOf(at))?.state, 'accepted');
  });
});

describe('the page of an offer, signed in', () => {
  it('answers as the admin whom the book knows', async () => {
    const at = await atTheDesk();
    const shown = await at.clicks(signedIn(karel, { name: 'Karel Contoso' }), 'accept-offer', { seats0: 9 });
    assert.equal(shown.lines[0], 'This offer has been accepted');
    assert.deepEqual((await answerOf(at))?.lines, [{ plan: 'business-standard', seats: 9 }]);
  });

  it('answers as an admin whom only the directory role shows, and knows them from then on', async () => {
    const at = await atTheDesk();
    const reader = signedIn(vit, { isDirectoryAdmin: true, upn: 'vit@contoso.cz' });
    assert.deepEqual(seen(await at.desk.show(at.offer.id, reader)).titles.slice(-2), ['Accept', 'Decline']);
    assert.equal((await at.clicks(reader, 'accept-offer')).lines[0], 'This offer has been accepted');
    assert.ok(seen(await at.desk.show(at.offer.id, signedIn(vit))).lines.includes('This offer has been accepted'));
  });

  it('lets an admin of an organisation that nobody knew accept at once, delegated administration included', async () => {
    const content = { kind: 'trial', plan: 'business-standard', delegation: gdap() } as const;
    const at = await atTheDesk({ offer: aTrial({ content }) });
    const reader = signedIn(personAt(fabrikamTenant), { isDirectoryAdmin: true, upn: 'alena@fabrikam.sk' });
    assert.ok(seen(await at.desk.show(at.offer.id, reader)).titles.includes('Accept with delegated administration'));
    const shown = await at.clicks(reader, 'accept-offer', { ...fabrikam, withDelegation: true });
    assert.equal(shown.lines[0], 'This offer has been accepted');
    assert.deepEqual([(await answerOf(at, fabrikamId))?.state, (await answerOf(at, fabrikamId))?.delegation], ['accepted', 'accepted']);
  });

  it('tells a colleague whom to ask, and changes nothing for them', async () => {
    const at = await atTheDesk();
    const shown = await at.clicks(signedIn(lenka), 'accept-offer');
    assert.ok(shown.lines.includes('These people can answer it: Alena Malá and Karel Contoso.'), shown.lines.join('\n'));
    assert.equal(await answerOf(at), undefined);
  });

  it('shows the partner’s own people the offer without a way to answer it', async () => {
    const at = await atTheDesk({ offer: aTrial() });
    const reader = signedIn(jana().person, { isDirectoryAdmin: true, upn: 'jana@cloudy.cz' });
    assert.ok(seen(await at.desk.show(at.offer.id, reader)).lines.includes('This is how the customer sees your offer. Only the customer can answer it.'));
    await at.clicks(reader, 'accept-offer', { ...contact, ...fabrikam });
    await at.clicks(reader, 'decline-offer', { sure: true });
    assert.deepEqual(await auditOf(at.store), []);
  });
});

describe('a code at the desk', () => {
  it('is looked up without reading the book; anything else is none', async () => {
    const { desk, offer, code } = await atTheDesk();
    assert.equal(desk.idOf(code), offer.id);
    for (const none of ['', 'x', `${code}x`, '../../../etc/passwd..', 'ž'.repeat(22), '__proto__']) assert.equal(desk.idOf(none), undefined, none);
  });

  it('opens nothing when unknown, withdrawn, expired, or another customer’s: for whoever reads, and whatever they click', async () => {
    const withdrawn = { at: aTrial().sentAt, person: petr().person, name: petr().name };
    const stranger = signedIn(personAt(fabrikamTenant), { isDirectoryAdmin: true, upn: 'alena@fabrikam.sk' });
    const cases: readonly (readonly [CustomerScene, readonly OfferReader[]])[] = [
      [{ offer: aTrial({ withdrawn }) }, [visitor, stranger, signedIn(karel)]],
      [{ offer: aTrial(), on: '2026-04-01' }, [visitor, stranger, signedIn(karel)]],
      [{ offer: aPurchase({ customer: contosoHere.id }) }, [stranger]],
    ];
    for (const [scene, readers] of cases) {
      const at = await atTheDesk(scene);
      const unknown = at.desk.idOf(aCode('another'));
      assert.ok(unknown);
      for (const reader of readers) {
        assert.equal(await at.desk.show(at.offer.id, reader), undefined);
        assert.equal(await at.desk.show(unknown, reader), undefined);
        for (const verb of ['accept-offer', 'decline-offer', 'ask-to-be-admin', 'show-offer', 'x'])
          assert.equal((await at.clicks(reader, verb, { ...contact, ...fabrikam, sure: true })).card, undefined, verb);
      }
      assert.deepEqual(await auditOf(at.store), []);
    }
  });
});
