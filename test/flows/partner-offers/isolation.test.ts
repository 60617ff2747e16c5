import assert from 'node:assert/strict';
import {
  adminAskedCard,
  delegationEndedForPartner,
  offerAnsweredCard,
  partnerAnswersCard,
  partnerOfferCard,
} from '../../../bot/conversation/offers/partner-cards.ts';
import { adminRequestId } from '../../../domain/offers/records.ts';
import type { Said } from '../../../domain/shared/turn.ts';
import type { Put } from '../../../domain/shared/store.port.ts';
import { auditOf } from '../../support/book.ts';
import { cloudy, instant, petr, rita } from '../../support/builders.ts';
import { brokenBy } from '../../cards/card-rules.ts';
import { contosoHere, sellersBook, sent, vit } from '../../support/customer-side.ts';
import { aCode, aPurchase, aRelationship, aVisitor, anAnswer, answerRecord, offerRecord } from '../../support/offers.ts';
import { rivalsBook } from '../../support/transcript-book.ts';
import { aChat, clicks, fills, plays } from '../../support/transcript.ts';
import type { Played } from '../../support/transcript.ts';

const offer = sent(aPurchase({ customer: contosoHere.id, message: 'Only for Contoso' }));
const ended = { at: instant('2026-02-28T08:00:00.000Z'), side: 'customer', person: vit, name: 'Vít' } as const;
const relationship = { ...aRelationship({ offer: offer.id, customer: contosoHere.id }), ended };
const request = { customer: contosoHere.id, partner: cloudy, person: vit, name: 'Vít Host', offer: offer.id, at: instant('2026-02-28T08:00:00.000Z') };

const cloudysOffers: readonly Put[] = [
  offerRecord(offer),
  answerRecord(anAnswer({ offer: offer.id, customer: contosoHere.id, state: 'declared', by: aVisitor() })),
  { kind: 'relationship', id: relationship.id, value: relationship },
  { kind: 'admin-request', id: adminRequestId(contosoHere.id, vit), value: request },
];
const secrets = ['Only for Contoso', 'Contoso', offer.summaryId, aCode(), 'Vít'];

const click = (verb: string, data: object): Said => ({ kind: 'clicked', verb, data });
/** Every button there is about offers, with ids of Cloudy's. */
const buttons: readonly Said[] = [
  click('show-offer', { offer: offer.id }),
  click('show-answers', { offer: offer.id }),
  click('show-answers', { offer: offer.id, after: 'forged' }),
  click('accept-offer', { offer: offer.id, withDelegation: true }),
  click('decline-offer', { offer: offer.id, sure: true }),
  click('ask-to-be-admin', { offer: offer.id }),
  click('withdraw-offer', { offer: offer.id }),
  click('withdraw-offer', { offer: offer.id, sure: true }),
  click('send-offer-again', { offer: offer.id }),
  click('settle-answer', { offer: offer.id, customer: contosoHere.id, verdict: 'confirm' }),
  click('settle-answer', { offer: offer.id, customer: contosoHere.id, verdict: 'dismiss' }),
  click('settle-admin-request', { customer: contosoHere.id, person: vit, verdict: 'name' }),
  click('end-delegated-admin', { relationship: relationship.id }),
  click('end-delegated-admin', { relationship: relationship.id, sure: true }),
  click('begin', { flow: 'send-purchase-offer', about: { offer: offer.id, customer: contosoHere.id } }),
  click('begin', { flow: 'offer-delegated-admin', about: { customer: contosoHere.id } }),
  click('show', { page: 'offers' }),
  click('show', { page: 'home' }),
];

async function silent({ chat, store }: Played): Promise<void> {
  for (const said of [
    ...buttons,
    { kind: 'text', text: aCode(), hasAttachments: false } as const,
    { kind: 'text', text: 'offers', hasAttachments: false } as const,
  ]) {
    const reply = JSON.stringify(await chat.sends(said));
    for (const secret of secrets) assert.equal(reply.includes(secret), false, `${JSON.stringify(said)} tells ${secret}`);
  }
  assert.deepEqual(await auditOf(store), []);
  assert.equal((await store.read('offer', offer.id))?.value.withdrawn, undefined);
}

describe('another partner', () => {
  it('sees nothing of an offer, and changes nothing, whatever button or code it has', async () => {
    await silent(await aChat({ as: rita(), book: [...sellersBook(), ...rivalsBook(), ...cloudysOffers] }));
  });

  it('would be found out, were it told', async () => {
    await assert.rejects(silent(await aChat({ as: petr(), book: [...sellersBook(), ...cloudysOffers] })));
  });

  it('is told nothing unasked, either', async () => {
    const { store, secrets: sealing, clock } = await aChat({ as: rita(), book: [...sellersBook(), ...rivalsBook(), ...cloudysOffers] });
    const parts = { book: store, secrets: sealing, links: { offer: () => 'https://x' }, now: clock.now(), language: 'en' } as const;
    const cards = (person = rita().person) =>
      Promise.all([
        partnerOfferCard(parts, offer.id, person),
        partnerAnswersCard(parts, offer.id, person),
        offerAnsweredCard(parts, offer.id, contosoHere.id, person),
        adminAskedCard(parts, contosoHere.id, vit, person),
        delegationEndedForPartner(parts, relationship.id, person),
      ]);
    assert.deepEqual(await cards(), [undefined, undefined, undefined, undefined, undefined]);
    assert.equal((await cards(petr().person)).filter((card) => card !== undefined).length, 5);
  });
});

describe('a message of Markdown and HTML', () => {
  const hostile = '**free** [click](https://evil.example) <script>alert(1)</script>\n# heading\u202E\r\n| table |';

  it('stays what it is on every card, and reverses nothing', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book: sellersBook() });
    await plays(chat, [['trial'], [fills({ customer: contosoHere.id })], [fills({ plan: 'business-basic' })], [fills()], [fills({ message: hostile })]]);
    assert.deepEqual(brokenBy(chat.last), []);
    await plays(chat, [[clicks(say('offer.send'))]]);
    assert.deepEqual(brokenBy(chat.last), []);
    const [row] = (await store.list('offers-of-partner', { key: cloudy, limit: 1 })).rows;
    assert.equal(row?.value.message, '**free** [click](https://evil.example) <script>alert(1)</script>\n# heading\n| table |');
  });
});
