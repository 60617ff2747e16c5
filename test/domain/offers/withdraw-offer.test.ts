import assert from 'node:assert/strict';
import { decideSendOfferAgain } from '../../../domain/offers/send-offer-again.ts';
import type { SendOfferAgainState } from '../../../domain/offers/send-offer-again.ts';
import { decideWithdrawOffer } from '../../../domain/offers/withdraw-offer.ts';
import type { OfferAnswer } from '../../../domain/offers/records.ts';
import { aPartner, contoso, eva, instant, jana, petr, rita, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import { aDelegationOffer, aPurchase, aSeller, anAnswer, anOffer, byPetr, classic, contosoTenant, personAt } from '../../support/offers.ts';

const given = deciding(decideWithdrawOffer);
const givenAgain = deciding(decideSendOfferAgain);
const withdraws = (by = petr()) => ({ ...byPetr(), type: 'withdraw-offer' as const, by: by.person, byName: by.name });
const again = () => ({ ...byPetr(), type: 'send-offer-again' as const });
const withdrawn = { at: instant('2026-02-26T10:00:00.000Z'), person: petr().person, name: petr().name };

describe('withdrawing an offer', () => {
  it('stops new acceptances: who did it and when stands with the offer, which stays as it was', () => {
    const decided = given({ user: petr(), offer: anOffer() }).when(withdraws());
    assert.deepEqual(decided.record('offer'), {
      ...anOffer(),
      withdrawn: { at: '2026-03-01T10:00:00.000Z', person: petr().person, name: petr().name },
    });
    assert.deepEqual(decided.events(), ['offer-withdrawn']);
    assert.equal(decided.record('outbox', 'offer-changed|offer|petr').topic, 'offer-changed');
  });

  it('twice gives the same answer and changes nothing', () => {
    const decided = given({ user: jana(), offer: anOffer({ withdrawn }) }).when(withdraws(jana()));
    decided.yields({ kind: 'offer-withdrawn', offer: anOffer().id });
    decided.changesNothing();
  });

  it('needs the right that sending it needs', () => {
    for (const user of [undefined, eva(), rita()]) given({ user, offer: anOffer() }).when(withdraws()).refuses({ kind: 'person-lacks-right' });
    given({ user: jana(), offer: aPurchase() }).when(withdraws(jana())).yields({ kind: 'offer-withdrawn' });
    for (const offer of [aDelegationOffer(), aPurchase({ delegation: classic })]) {
      given({ user: jana(), offer }).when(withdraws(jana())).refuses({ kind: 'person-lacks-right' });
    }
  });

  it('finds no offer of another partner', () => {
    for (const offer of [undefined, anOffer({ partner: rival })]) given({ user: petr(), offer }).when(withdraws()).refuses({ kind: 'offer-not-found' });
  });
});

describe('sending an offer again', () => {
  const admin = personAt(contosoTenant);
  const offer = anOffer({ customer: contoso().id });
  const aBook = (facts: Partial<SendOfferAgainState> = {}): SendOfferAgainState => ({
    ...{ partner: aSeller(), user: petr(), offer, answer: undefined, reachable: [admin] },
    ...facts,
  });

  it('is a new message to each admin in Teams, and stands with the offer, which offers what it did', () => {
    const decided = givenAgain(aBook()).when(again());
    decided.yields({ kind: 'offer-sent-again', recipients: 1 });
    assert.equal(decided.record('outbox', `offer-sent|offer|${admin}`).topic, 'offer-sent');
    assert.deepEqual(decided.record('offer'), { ...offer, sentAgain: [{ at: '2026-03-01T10:00:00.000Z', name: petr().name }] });
  });

  it('is possible only while nobody has answered, withdrawn it, and its last day is not over', () => {
    const states: readonly OfferAnswer['state'][] = ['accepted', 'declined', 'declared'];
    for (const state of states) {
      givenAgain(aBook({ answer: anAnswer({ state }) }))
        .when(again())
        .refuses({ kind: 'not-open' });
    }
    givenAgain(aBook({ answer: anAnswer({ state: 'dismissed' }) }))
      .when(again())
      .yields({ recipients: 1 });
    givenAgain(aBook({ offer: { ...offer, withdrawn } }))
      .when(again())
      .refuses({ kind: 'not-open' });
    givenAgain(aBook()).when(again(), '2026-04-01').refuses({ kind: 'not-open' });
  });

  it('twice within a minute sends once; a minute later it goes out again', () => {
    const sentAt = instant('2026-03-01T09:59:30.000Z');
    const before = instant('2026-03-01T09:59:00.000Z');
    for (const justSent of [
      { ...offer, sentAt },
      { ...offer, sentAgain: [{ at: sentAt, name: 'Jana Nováková' }] },
    ]) {
      givenAgain(aBook({ offer: justSent }))
        .when(again())
        .refuses({ kind: 'just-sent' });
    }
    givenAgain(aBook({ offer: { ...offer, sentAgain: [{ at: before, name: 'Jana Nováková' }] } }))
      .when(again())
      .yields({ recipients: 1 });
  });

  it('is kept ten times at most, the oldest forgotten first', () => {
    const sentAgain = Array.from({ length: 10 }, (_, n) => ({ at: instant(`2026-02-1${String(n)}T10:00:00.000Z`), name: String(n) }));
    const kept = givenAgain(aBook({ offer: { ...offer, sentAgain } }))
      .when(again())
      .record('offer').sentAgain;
    assert.deepEqual([kept?.length, kept?.at(0)?.name, kept?.at(-1)?.name], [10, '1', petr().name]);
  });

  it('needs somebody in Teams to send it to', () => {
    givenAgain(aBook({ reachable: [] }))
      .when(again())
      .refuses({ kind: 'nobody-in-teams' });
  });

  it('needs the right, the partner’s own offer, and confirmed company information', () => {
    givenAgain(aBook({ user: eva() }))
      .when(again())
      .refuses({ kind: 'person-lacks-right' });
    givenAgain(aBook({ offer: anOffer({ partner: rival }) }))
      .when(again())
      .refuses({ kind: 'offer-not-found' });
    givenAgain(aBook({ partner: aPartner() }))
      .when(again())
      .refuses({ kind: 'company-not-confirmed' });
  });
});
