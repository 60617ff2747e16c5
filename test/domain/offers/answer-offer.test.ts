import assert from 'node:assert/strict';
import type { AnswerOfferState } from '../../../domain/offers/answer-offer.ts';
import { decideAnswerOffer, mostDeclared } from '../../../domain/offers/answer-offer.ts';
import { aPartner, cloudy, contoso, day, instant, jana, petr } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import {
  aDelegationOffer,
  aLine,
  aPurchase,
  aSeller,
  aTriedSubscription,
  aVisitor,
  anAnswer,
  anAnswering,
  anOffer,
  answers,
  classic,
  contosoInTeams,
  contosoTenant,
  fabrikamTenant,
  personAt,
  signedIn,
} from '../../support/offers.ts';

const given = deciding(decideAnswerOffer);
const withdrawn = { at: instant('2026-02-28T10:00:00.000Z'), person: petr().person, name: petr().name };
const decline = { kind: 'decline' } as const;

/** So many visitors' answers wait, so many of them since today. */
const waitingFor = (count: number, today = 0): AnswerOfferState['waiting'] => ({ all: count, today, visitors: count });

describe('an offer that cannot be answered', () => {
  it('was withdrawn', () => {
    given(anAnswering({ offer: anOffer({ withdrawn }) }))
      .when(answers())
      .refuses({ kind: 'withdrawn' });
  });

  it('is over since its last day, and can be accepted on that day', () => {
    given(anAnswering())
      .when(answers(), '2026-04-01')
      .refuses({ kind: 'expired', on: day('2026-03-31') });
    given(anAnswering({ partner: aSeller({ confirmedOn: day('2026-03-31') }) }))
      .when(answers(), '2026-03-31')
      .yields({ state: 'accepted' });
  });

  it('is answered for the company that sent it, which is no customer', () => {
    given(anAnswering({ customer: undefined, users: [], partner: aSeller({ domain: 'cloudy.cz' }) }))
      .when(answers({ organisation: { customer: contoso().id, name: 'Cloudy', domain: 'cloudy.cz' } }))
      .refuses({ kind: 'own-offer' });
  });

  it('comes from a company whose information nobody has confirmed', () => {
    given(anAnswering({ partner: aPartner() }))
      .when(answers())
      .refuses({ kind: 'company-not-confirmed' });
  });
});

describe('the one outcome of an offer and a customer', () => {
  it('stays: who comes later hears that it is answered, whatever they click', () => {
    for (const state of ['accepted', 'declined'] as const) {
      for (const answer of [answers().answer, decline]) {
        given(anAnswering({ answer: anAnswer({ state }) }))
          .when(answers({ answer }))
          .refuses({ kind: 'already-answered' });
      }
    }
  });

  it('is told before a withdrawal, an expiry or a company that is not confirmed any more', () => {
    const answer = anAnswer();
    given(anAnswering({ answer, offer: anOffer({ withdrawn }) }))
      .when(answers())
      .refuses({ kind: 'already-answered' });
    given(anAnswering({ answer, partner: aPartner() }))
      .when(answers(), '2026-05-01')
      .refuses({ kind: 'already-answered' });
  });

  it('may be a "no", by whom and when', () => {
    const decided = given(anAnswering({ offer: aPurchase({ delegation: classic }) })).when(answers({ answer: decline }));
    const answer = decided.record('offer-answer');
    assert.deepEqual([answer.state, answer.delegation, answer.lines, answer.subscriptions], ['declined', 'left-out', [], []]);
    assert.deepEqual(decided.events(), ['offer-declined']);
    assert.equal(decided.puts('customer'), 0);
  });
});

describe('what somebody only declared', () => {
  const declared = anAnswer({ state: 'declared', by: aVisitor() });

  it('waits for the partner, and creates nothing', () => {
    const decided = given(anAnswering()).when(
      answers({ by: aVisitor(), organisation: { ...answers().organisation, name: 'Contoso Ltd', domain: 'Contoso.CZ' } }),
    );
    const answer = decided.record('offer-answer');
    assert.deepEqual([answer.state, answer.organisation, answer.by], ['declared', { name: 'Contoso Ltd', domain: 'contoso.cz' }, aVisitor()]);
    assert.deepEqual(answer.lines, [{ plan: 'business-standard', seats: 25 }]);
    for (const kind of ['customer', 'customer-user', 'subscription', 'hand-off', 'relationship', 'agreement'] as const) assert.equal(decided.puts(kind), 0);
    assert.deepEqual(decided.event('offer-declared').by, aVisitor());
  });

  it('is not declared twice, nor over an answer that was given; and whoever tries hears the same as the first', () => {
    const stranger = signedIn(personAt(fabrikamTenant), { upn: 'alena@fabrikam.sk' });
    for (const by of [aVisitor({ name: 'Jiný Host' }), stranger]) {
      for (const answer of [declared, anAnswer(), anAnswer({ state: 'declined' })]) {
        const decided = given(anAnswering({ answer, subscriptions: [aTriedSubscription()] })).when(answers({ by }));
        decided.yields({ state: 'declared' });
        decided.changesNothing();
      }
    }
  });

  it('is told as it stands to who declared it, signed in; a typed address shows nobody to be its owner', () => {
    const stranger = signedIn(personAt(fabrikamTenant), { upn: 'alena@fabrikam.sk' });
    const refusals = { declared: 'already-declared', accepted: 'already-answered', declined: 'already-answered' } as const;
    for (const state of ['declared', 'accepted', 'declined'] as const)
      given(anAnswering({ answer: anAnswer({ state, by: stranger }) }))
        .when(answers({ by: stranger }))
        .refuses({ kind: refusals[state] });
    given(anAnswering({ answer: declared }))
      .when(answers({ by: aVisitor() }))
      .changesNothing();
  });

  it('gives way to an admin, who accepts or declines', () => {
    given(anAnswering({ answer: declared }))
      .when(answers())
      .yields({ state: 'accepted' });
    given(anAnswering({ answer: declared }))
      .when(answers({ answer: decline }))
      .yields({ state: 'declined' });
  });

  it('and the partner dismissed counts as nothing: it may be declared or accepted again', () => {
    const dismissed = anAnswer({ state: 'dismissed', by: aVisitor() });
    given(anAnswering({ answer: dismissed }))
      .when(answers({ by: aVisitor() }))
      .yields({ state: 'declared' });
    given(anAnswering({ answer: dismissed }))
      .when(answers())
      .yields({ state: 'accepted' });
  });

  it('is one of a hundred of visitors on one offer at most; nobody signed in is one too many', () => {
    const waiting = waitingFor(mostDeclared);
    const stranger = signedIn(personAt(fabrikamTenant), { upn: 'alena@fabrikam.sk' });
    given(anAnswering({ waiting }))
      .when(answers({ by: stranger }))
      .yields({ state: 'declared' });
    given(anAnswering({ waiting: { ...waiting, visitors: 0 } }))
      .when(answers({ by: aVisitor() }))
      .yields({ state: 'declared' });
    given(anAnswering({ waiting }))
      .when(answers({ by: aVisitor() }))
      .refuses({ kind: 'too-many-declared' });
    given(anAnswering({ waiting: waitingFor(mostDeclared - 1) }))
      .when(answers({ by: aVisitor() }))
      .yields({ state: 'declared' });
    given(anAnswering({ waiting })).when(answers()).yields({ state: 'accepted' });
  });

  it('meets the others at the offer once half of the hundred wait, so that none slips in beside the last', () => {
    const offers = (count: number) =>
      given(anAnswering({ waiting: waitingFor(count) }))
        .when(answers({ by: aVisitor() }))
        .puts('offer');
    assert.deepEqual([offers(49), offers(50), offers(99)], [0, 1, 1]);
  });
});

describe('the count of licences', () => {
  const offer = aPurchase({ lines: [aLine({ seats: 5 }), aLine({ plan: 'business-basic', seats: 3 })] });
  const seats = (counts: readonly number[] | undefined) =>
    given(anAnswering({ offer })).when(answers({ answer: { kind: 'accept', withDelegation: false, ...(counts === undefined ? {} : { seats: counts }) } }));

  it('is as offered when the customer does not change it', () => {
    assert.deepEqual(seats(undefined).record('offer-answer').lines, [
      { plan: 'business-standard', seats: 5 },
      { plan: 'business-basic', seats: 3 },
    ]);
  });

  it('may be changed for each line, from one to what the plan can have', () => {
    assert.deepEqual(
      seats([300, 1])
        .record('offer-answer')
        .lines.map((line) => line.seats),
      [300, 1],
    );
  });

  for (const wrong of [0, -1, 301, 2.5, Number.NaN]) {
    it(`is never ${String(wrong)}`, () => {
      seats([5, wrong]).refuses({ kind: 'seats-wrong', line: 1, maxSeats: 300 });
    });
  }

  it('of a trial is the plan’s, whatever somebody sends', () => {
    const decided = given(anAnswering()).when(answers({ answer: { kind: 'accept', withDelegation: false, seats: [9999] } }));
    assert.deepEqual(decided.record('offer-answer').lines, [{ plan: 'business-standard', seats: 25 }]);
  });
});

describe('a trial', () => {
  it('is had once by each customer and plan; of what is declared the partner hears that when they settle it', () => {
    const subscriptions = [aTriedSubscription()];
    given(anAnswering({ subscriptions })).when(answers()).refuses({ kind: 'trial-used', plan: 'business-standard' });
    given(anAnswering({ subscriptions }))
      .when(answers({ by: aVisitor() }))
      .yields({ state: 'declared' });
  });

  it('of one plan takes none away of another, and a bought subscription is no trial', () => {
    given(anAnswering({ subscriptions: [aTriedSubscription({ plan: 'business-basic' }), aTriedSubscription({ channel: 'csp' })] }))
      .when(answers())
      .yields({ state: 'accepted' });
  });

  it('had already does not keep anybody from buying the plan', () => {
    given(anAnswering({ offer: aPurchase(), subscriptions: [aTriedSubscription()] }))
      .when(answers())
      .yields({ state: 'accepted' });
  });
});

describe('the partner', () => {
  const message = (state: string, person: string) => `offer-answered|offer|contoso|${state}|${person}`;

  it('is told once: who sent the offer, when the assistant can write to them', () => {
    const decided = given(anAnswering({ reachable: [jana().person, petr().person] })).when(answers());
    assert.equal(decided.record('outbox', message('accepted', jana().person)).recipient, jana().person);
    assert.equal(decided.puts('outbox'), 2);
  });

  it('is told through who looks after the customer, when who sent it cannot be reached', () => {
    given(anAnswering({ reachable: [petr().person] }))
      .when(answers())
      .record('outbox', message('accepted', petr().person));
  });

  it('is told later, when nobody can be reached: the message waits for who sent it', () => {
    given(anAnswering({ reachable: [] }))
      .when(answers())
      .record('outbox', message('accepted', jana().person));
  });

  it('has one message for what was declared twice, while the first one waits', () => {
    const id = message('declared', jana().person);
    const again = given(anAnswering({ answer: anAnswer({ state: 'dismissed' }), queued: [id] })).when(answers({ by: aVisitor() }));
    assert.equal(again.puts('outbox'), 1);
  });

  it('hears once a day how many wait to be confirmed, while more than five do, instead of each', () => {
    const declares = (facts: Partial<AnswerOfferState>) => given(anAnswering(facts)).when(answers({ by: aVisitor() }));
    const together = `answers-wait|offer|2026-03-01|${jana().person}`;
    declares({ waiting: waitingFor(4) }).record('outbox', message('declared', jana().person));
    const sixth = declares({ waiting: waitingFor(5, 5) });
    assert.deepEqual([sixth.puts('outbox'), sixth.record('outbox', together).topic], [2, 'answers-wait']);
    // Beyond five since yesterday, and since today.
    declares({ waiting: waitingFor(6) }).record('outbox', together);
    assert.equal(declares({ waiting: waitingFor(6, 1) }).puts('outbox'), 1);
    assert.equal(declares({ waiting: waitingFor(5), queued: [together] }).puts('outbox'), 1);
  });

  it('and the customer see the cards of the offer change, and no other customer', () => {
    for (const facts of [{}, { answer: decline }, { by: aVisitor() }]) {
      const changed = given(anAnswering()).when(answers(facts)).record('outbox', 'offer-changed|offer|answer');
      assert.deepEqual([changed.topic, changed.facts, changed.partner], ['offer-changed', { offer: 'offer', customer: 'contoso' }, cloudy]);
    }
  });
});

describe('accepting for a customer of the book', () => {
  it('is judged by its record, not by the name and domain that came with the click', () => {
    const organisation = { ...answers().organisation, name: 'Evil', domain: 'evil.example' };
    const answer = given(anAnswering()).when(answers({ organisation })).record('offer-answer');
    assert.deepEqual(answer.organisation, { name: contosoInTeams().name, domain: contosoInTeams().domain });
  });

  it('makes the person who clicked the one who answered', () => {
    const by = signedIn(personAt(contosoTenant, 1), { via: 'page' });
    assert.deepEqual(
      given(anAnswering({ offer: aDelegationOffer() }))
        .when(answers({ by }))
        .record('offer-answer').by,
      by,
    );
  });
});
