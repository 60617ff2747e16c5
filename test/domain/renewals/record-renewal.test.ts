import assert from 'node:assert/strict';
import { decideRecordRenewal } from '../../../domain/renewals/record-renewal.ts';
import type { RecordRenewalState } from '../../../domain/renewals/record-renewal.ts';
import { aSubscription, aTerm, day, eva, instant, jana, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import { sold, toRecord } from '../../support/renewals.ts';

const given = deciding(decideRecordRenewal);
const state = (facts: Partial<RecordRenewalState> = {}): RecordRenewalState => ({ user: jana(), subscription: sold(), ...facts });
const known = (on: string) => ({ on: day(on), by: jana().name });

describe('recording that an end was renewed at Microsoft', () => {
  it('adds a term of as many licences for as long after the old end', () => {
    const decided = given(state()).when(toRecord());
    const next = aTerm('2026-03-11', { id: 'next', known: known('2026-03-01') });
    assert.deepEqual(decided.record('subscription').terms, [aTerm('2025-03-11', { renewedBy: next.id }), next]);
    decided.yields({ endsOn: day('2027-03-10'), by: jana().name });
    assert.equal(decided.event('subscription-renewed').customer, 'contoso');
  });

  it('keeps the length of the term: a month follows a month', () => {
    const term = aTerm('2026-02-11', { endsOn: day('2026-03-10'), length: 'P1M', seats: 3 });
    const [, next] = given(state({ subscription: sold({ terms: [term] }) }))
      .when(toRecord())
      .record('subscription').terms;
    assert.deepEqual([next?.startsOn, next?.endsOn, next?.length, next?.seats], ['2026-03-11', '2026-04-10', 'P1M', 3]);
  });

  it('follows the old end while the licences can be used, and begins that day once they are disabled', () => {
    const started = (on: string) => given(state()).when(toRecord(), on).record('subscription').terms[1]?.startsOn;
    assert.deepEqual([started('2026-04-09'), started('2026-04-10'), started('2026-07-08')], ['2026-03-11', '2026-04-10', '2026-07-08']);
    given(state()).when(toRecord(), '2026-07-09').refuses({ kind: 'over-already' });
  });

  it('does not renew what was bought with keys, a trial, nor what is cancelled', () => {
    given(state({ subscription: aSubscription() }))
      .when(toRecord())
      .refuses({ kind: 'renewed-with-keys' });
    given(state({ subscription: sold({ channel: 'trial' }) }))
      .when(toRecord())
      .refuses({ kind: 'trial-is-bought' });
    given(state({ subscription: sold({ cancelled: { at: instant('2026-02-01T10:00:00.000Z'), name: 'Petr' } }) }))
      .when(toRecord())
      .refuses({ kind: 'over-already' });
  });

  it('is done once: the card of an end that is renewed is told so', () => {
    const terms = given(state()).when(toRecord()).record('subscription').terms;
    given(state({ subscription: sold({ terms }) }))
      .when(toRecord({ commandId: toRecord().commandId }))
      .refuses({ kind: 'end-changed' });
  });

  it('is for people with a right at customers, and of nobody else’s subscription', () => {
    given(state({ user: eva() }))
      .when(toRecord())
      .refuses({ kind: 'person-lacks-right' });
    given(state({ subscription: sold({ partner: rival }) }))
      .when(toRecord())
      .refuses({ kind: 'subscription-not-found' });
  });
});
