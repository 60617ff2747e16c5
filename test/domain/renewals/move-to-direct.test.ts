import assert from 'node:assert/strict';
import { decideMoveToDirect, lostDays } from '../../../domain/renewals/move-to-direct.ts';
import type { MoveToDirectState } from '../../../domain/renewals/move-to-direct.ts';
import { aSubscription, aTerm, contoso, day, eva, fabrikam, instant, jana, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import { sold, toMove } from '../../support/renewals.ts';

const given = deciding(decideMoveToDirect);
const state = (facts: Partial<MoveToDirectState> = {}): MoveToDirectState => ({
  ...{ user: jana(), subscription: aSubscription(), customer: contoso() },
  ...facts,
});

describe('moving a subscription to direct billing', () => {
  it('begins the new term at once, ends the old one the day before, and names the days that are lost', () => {
    const decided = given(state()).when(toMove());
    const next = aTerm('2026-03-01', { id: 'next', known: { on: day('2026-03-01'), by: jana().name } });
    const { channel, terms } = decided.record('subscription');
    assert.equal(channel, 'direct');
    assert.deepEqual(terms, [aTerm('2025-03-11', { endsOn: day('2026-02-28'), renewedBy: next.id }), next]);
    decided.yields({ startsOn: day('2026-03-01'), endsOn: day('2027-02-28'), lostDays: 9, seats: 5, plan: 'Office 365 Small Business' });
  });

  it('leaves it to be done at Microsoft, by who moved it', () => {
    const { handOff, event } = ((decided) => ({ handOff: decided.record('hand-off'), event: decided.event('moved-to-direct') }))(given(state()).when(toMove()));
    const { what, owner, customer } = handOff;
    assert.deepEqual([what, owner, customer], ['move-to-direct', jana().person, 'contoso']);
    assert.deepEqual([event.before, event.customer], [{ channel: 'key', term: 'term', endsOn: '2026-03-10' }, 'contoso']);
  });

  it('loses no day on the last one and after it, and leaves an end that is past', () => {
    assert.deepEqual(
      ['2026-03-03', '2026-03-09', '2026-03-10', '2026-04-01'].map((on) => lostDays(day('2026-03-10'), day(on))),
      [7, 1, 0, 0],
    );
    const after = given(state()).when(toMove(), '2026-03-20');
    after.yields({ lostDays: 0, startsOn: day('2026-03-20') });
    assert.equal(after.record('subscription').terms[0]?.endsOn, '2026-03-10');
  });

  it('never makes a term end before it starts', () => {
    const term = aTerm('2026-03-01');
    const [old] = given(state({ subscription: aSubscription({ terms: [term] }) }))
      .when(toMove({ endsOn: term.endsOn }))
      .record('subscription').terms;
    assert.deepEqual([old?.startsOn, old?.endsOn], ['2026-03-01', '2026-03-01']);
  });

  it('is no use for what Microsoft bills already, and a trial is bought, not moved', () => {
    given(state({ subscription: aSubscription({ channel: 'direct' }) }))
      .when(toMove())
      .refuses({ kind: 'direct-already' });
    given(state({ subscription: sold({ channel: 'trial' }) }))
      .when(toMove())
      .refuses({ kind: 'not-sold-that-way' });
    given(state({ subscription: sold() }))
      .when(toMove())
      .yields({ kind: 'moved-to-direct' });
  });

  it('is not possible for one of several terms that are not over: the others stay what they are', () => {
    const [old, mid] = [aTerm('2025-03-11'), aTerm('2025-11-01', { id: 'mid' })];
    given(state({ subscription: aSubscription({ terms: [old, mid] }) }))
      .when(toMove())
      .refuses({ kind: 'one-of-several' });
    const lapsed = aTerm('2023-11-01', { id: 'lapsed' });
    const decided = given(state({ subscription: aSubscription({ terms: [lapsed, old] }) })).when(toMove());
    assert.deepEqual(decided.record('subscription').terms[0], lapsed);
  });

  it('comes too late once the data is gone, or it is cancelled', () => {
    const over = { kind: 'over-already' } as const;
    given(state()).when(toMove(), '2026-07-09').refuses(over);
    given(state({ subscription: aSubscription({ cancelled: { at: instant('2026-02-01T10:00:00.000Z'), name: 'Petr' } }) }))
      .when(toMove())
      .refuses(over);
  });

  it('is for people with a right at customers, and of nobody else’s subscription', () => {
    given(state({ user: eva() }))
      .when(toMove())
      .refuses({ kind: 'person-lacks-right' });
    for (const facts of [{ subscription: aSubscription({ partner: rival }) }, { customer: fabrikam() }, { subscription: undefined }])
      given(state(facts)).when(toMove()).refuses({ kind: 'subscription-not-found' });
  });
});
