import assert from 'node:assert/strict';
import { decidePlanRenewal } from '../../../domain/renewals/plan-renewal.ts';
import type { PlanRenewalState } from '../../../domain/renewals/plan-renewal.ts';
import { aSubscription, aTerm, day, eva, instant, jana, rita, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import { aPlan, toPlan } from '../../support/renewals.ts';

const given = deciding(decidePlanRenewal);
const state = (facts: Partial<PlanRenewalState> = {}): PlanRenewalState => ({ user: jana(), subscription: aSubscription(), plan: undefined, ...facts });
const now = instant('2026-03-01T10:00:00.000Z');
const byJana = { at: now, person: jana().person, name: jana().name };
const wish = { wish: 'end', at: now, person: jana().person, name: 'Karel' } as const;
const until = (text: string) => toPlan({ kind: 'snooze', until: day(text) });
const letEnd = toPlan({ kind: 'let-end', because: 'Firma končí.' });

describe('planning an end', () => {
  it('puts it off until a day, and says who did', () => {
    const decided = given(state()).when(until('2026-03-08'));
    assert.deepEqual(decided.record('renewal-plan', 'term|2026-03-10'), aPlan({ snoozed: { until: day('2026-03-08'), ...byJana } }));
    assert.deepEqual(decided.events(), ['renewal-put-off']);
    assert.equal(decided.event('renewal-put-off').customer, 'contoso');
  });

  it('lets it end; why stands with the end, and nowhere in the audit', () => {
    const decided = given(state()).when(letEnd);
    assert.deepEqual(decided.record('renewal-plan'), aPlan({ ending: { because: 'Firma končí.', ...byJana } }));
    assert.doesNotMatch(JSON.stringify(decided.event('renewal-let-end')), /Firma/);
  });

  it('takes the later of the two for the earlier, and leaves what the customer said', () => {
    const snoozed = aPlan({ wish, snoozed: { until: day('2026-03-08'), ...byJana } });
    assert.deepEqual(
      given(state({ plan: snoozed }))
        .when(letEnd)
        .record('renewal-plan'),
      aPlan({ wish, ending: { because: 'Firma končí.', ...byJana } }),
    );
    const ending = aPlan({ wish, ending: { because: 'X', ...byJana } });
    const back = given(state({ plan: ending })).when(until('2026-03-09'));
    assert.deepEqual(back.record('renewal-plan'), aPlan({ wish, snoozed: { until: day('2026-03-09'), ...byJana } }));
  });

  it('takes either back; where there is nothing to take back, nothing changes', () => {
    const goOn = toPlan({ kind: 'go-on' });
    const decided = given(state({ plan: aPlan({ wish, ending: { because: 'X', ...byJana } }) })).when(goOn);
    assert.deepEqual([decided.record('renewal-plan'), decided.events()], [aPlan({ wish }), ['renewal-goes-on']]);
    given(state()).when(goOn).changesNothing();
    given(state({ plan: aPlan({ wish }) }))
      .when(goOn)
      .changesNothing();
  });

  it('puts off to tomorrow at the earliest, and to the last day on which the data is there', () => {
    const wrong = { kind: 'until-wrong', from: day('2026-03-02'), upTo: day('2026-07-08') } as const;
    for (const text of ['2026-02-01', '2026-03-01', '2026-07-09', '9999-12-31']) given(state()).when(until(text)).refuses(wrong);
    for (const text of ['2026-03-02', '2026-07-08']) given(state()).when(until(text)).yields({ kind: 'renewal-planned', at: now });
  });

  it('says that the end has changed: renewed, moved, cancelled, or gone for good', () => {
    const changed = { kind: 'end-changed' } as const;
    const terms = (...all: ReturnType<typeof aTerm>[]) => state({ subscription: aSubscription({ terms: all }) });
    given(terms(aTerm('2025-03-11', { renewedBy: aTerm('2026-03-11', { id: 'next' }).id })))
      .when(letEnd)
      .refuses(changed);
    given(terms(aTerm('2025-04-11')))
      .when(letEnd)
      .refuses(changed);
    given(terms(aTerm('2025-03-11', { id: 'another' })))
      .when(letEnd)
      .refuses(changed);
    given(state({ subscription: aSubscription({ cancelled: { at: now, name: 'Petr' } }) }))
      .when(letEnd)
      .refuses(changed);
    given(state()).when(letEnd, '2026-07-09').refuses(changed);
    given(state()).when(letEnd, '2026-07-07').yields({ kind: 'renewal-planned' });
  });

  it('is for people with a right at customers, and of nobody else’s subscription', () => {
    for (const user of [undefined, eva(), rita()]) given(state({ user })).when(letEnd).refuses({ kind: 'person-lacks-right' });
    for (const subscription of [undefined, aSubscription({ partner: rival })])
      given(state({ subscription })).when(letEnd).refuses({ kind: 'subscription-not-found' });
  });
});
