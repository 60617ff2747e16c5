import assert from 'node:assert/strict';
import type { ImportSubscription } from '../../../domain/customers/import-subscription.ts';
import type { ImportSubscriptionState } from '../../../domain/customers/import-subscription.ts';
import { decideImportSubscription } from '../../../domain/customers/import-subscription.ts';
import { CommandId, CustomerId, OfferId, SubscriptionId, TermId } from '../../../domain/shared/ids.ts';
import { aKey, aPartner, aSubscription, aTerm, cloudy, contoso, day, fabrikam, instant, jana } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const given = deciding(decideImportSubscription);

describe('importing a subscription', () => {
  it('takes a new one with one term and the id it has elsewhere', () => {
    const { id, reference, verification, terms, createdOn } = given({ customer: contoso(), subscription: undefined }).when(line({})).record('subscription');
    assert.deepEqual(
      { id, reference, verification, createdOn },
      { id: 'derived', reference: 'from-the-file', verification: 'verified', createdOn: '2026-03-01' },
    );
    assert.deepEqual(terms, [aTerm('2025-03-11', { id: 'new-term', known: { on: day('2026-03-01') } })]);
  });

  it('changes nothing when the line says what the book says', () => {
    given({ customer: contoso(), subscription: aSubscription() }).when(line({})).changesNothing();
  });

  it('changes the end of the term, which stays the same term', () => {
    const decided = given({ customer: contoso(), subscription: aSubscription() }).when(line({ endsOn: day('2026-09-30') }));
    decided.yields({ kind: 'changed', columns: ['endsOn'] });
    assert.deepEqual(decided.record('subscription').terms, [aTerm('2025-03-11', { endsOn: day('2026-09-30'), known: { on: day('2026-03-01') } })]);
  });

  it('leaves an end known since the day it came into the book, whatever else of the term changes', () => {
    const known = { on: day('2025-03-11'), by: jana().name };
    const subscription = aSubscription({ terms: [aTerm('2025-03-11', { known })] });
    const { terms } = given({ customer: contoso(), subscription })
      .when(line({ seats: 7 }))
      .record('subscription');
    assert.deepEqual([terms[0]?.seats, terms[0]?.known], [7, known]);
  });

  it('changes the start of the only term there is', () => {
    given({ customer: contoso(), subscription: aSubscription() })
      .when(line({ startsOn: day('2025-04-01') }))
      .yields({ kind: 'changed', columns: ['startsOn'] });
  });

  it('adds a further term for a further line of the same subscription', () => {
    const decided = given({ customer: contoso(), subscription: aSubscription() }).when({
      ...line({ startsOn: day('2025-10-01'), seats: 2 }),
      earlierLine: 'another-start',
    });
    assert.deepEqual(
      decided.record('subscription').terms.map((term) => [term.startsOn, term.seats]),
      [
        ['2025-03-11', 5],
        ['2025-10-01', 2],
      ],
    );
  });

  it('finds the term of a line by its first day, and does not guess when none has it', () => {
    const subscription = aSubscription({ terms: [aTerm('2025-03-11'), aTerm('2025-10-01', { id: 'second', seats: 2 })] });
    const state = { customer: contoso(), subscription };
    given(state)
      .when(line({ startsOn: day('2025-10-01'), endsOn: day('2026-09-30'), seats: 3 }))
      .yields({ kind: 'changed', columns: ['seats'] });
    given(state)
      .when(line({ startsOn: day('2025-12-01') }))
      .refuses({ kind: 'term-not-clear', terms: 2, startsOn: day('2025-12-01') });
  });

  it('leaves two terms that begin on one day when both lines describe them, and does not guess otherwise', () => {
    const subscription = aSubscription({ terms: [aTerm('2025-03-11'), aTerm('2025-03-11', { id: 'second', seats: 2 })] });
    const state = { customer: contoso(), subscription };
    given(state)
      .when({ ...line({ seats: 2 }), earlierLine: 'same-start' })
      .changesNothing();
    given(state)
      .when({ ...line({ seats: 3 }), earlierLine: 'same-start' })
      .refuses({ kind: 'term-not-clear', terms: 2, startsOn: day('2025-03-11') });
  });

  it('refuses further lines that say something else of the subscription itself', () => {
    const state = { customer: contoso(), subscription: aSubscription() };
    given(state)
      .when({ ...line({ startsOn: day('2025-10-01') }, { autoRenews: true }), earlierLine: 'another-start' })
      .refuses({ kind: 'lines-disagree', columns: ['autoRenews'] });
  });

  it('does not change what redeemed keys have paid for', () => {
    const subscription = aSubscription({ terms: [aTerm('2025-03-11', { keys: [aKey('k').fingerprint] })] });
    given({ customer: contoso(), subscription })
      .when(line({ seats: 9 }))
      .refuses({ kind: 'paid-by-keys' });
    given({ customer: contoso(), subscription })
      .when(line({}, { autoRenews: true }))
      .yields({ kind: 'changed', columns: ['autoRenews'] });
  });

  it('leaves no fewer licences than people hold', () => {
    const terms = [aTerm('2025-03-11'), aTerm('2025-10-01', { id: 'second', seats: 2 })];
    const state = { customer: contoso(), subscription: aSubscription({ terms }), held: 5 };
    given(state)
      .when(line({ seats: 2 }))
      .refuses({ kind: 'fewer-than-held', held: 5, left: 4 });
    given(state)
      .when(line({ seats: 3 }))
      .yields({ kind: 'changed', columns: ['seats'] });
  });

  it('takes an end as it is, and more licences, however many people hold', () => {
    const state = { customer: contoso(), subscription: aSubscription(), held: 9 };
    given(state)
      .when(line({ endsOn: day('2025-09-30') }))
      .yields({ kind: 'changed', columns: ['endsOn'] });
    given(state)
      .when(line({ seats: 6 }))
      .yields({ kind: 'changed', columns: ['seats'] });
  });

  it('refuses a customer who is not in the book, and a subscription of another one', () => {
    given({ customer: undefined, subscription: undefined }).when(line({})).refuses({ kind: 'customer-not-found', domain: 'contoso.cz' });
    given({ customer: fabrikam(), subscription: aSubscription() }).when(line({})).refuses({ kind: 'subscription-of-another-customer' });
  });

  it('refuses a term that ends before it starts, more seats than the plan has, and a channel it is not sold through', () => {
    const state = { customer: contoso(), subscription: undefined };
    const [startsOn, endsOn] = [day('2026-03-11'), day('2026-03-10')];
    given(state).when(line({ startsOn, endsOn })).refuses({ kind: 'ends-before-it-starts', startsOn, endsOn });
    given(state)
      .when(line({ seats: 26 }))
      .refuses({ kind: 'too-many-seats', plan: 'small-business', maxSeats: 25, seats: 26 });
    given(state)
      .when(line({}, { channel: 'csp' }))
      .refuses({ kind: 'not-sold-that-way', plan: 'small-business', channel: 'csp', channels: ['key', 'direct'] });
  });

  it('keeps since when Microsoft has it suspended, until a file says that it is active', () => {
    const state = { customer: contoso(), subscription: aSubscription() };
    const suspended = { since: day('2026-02-01') };
    given(state)
      .when(line({}, { status: 'suspended' }))
      .yields({ kind: 'changed', columns: ['status'] });
    assert.deepEqual(
      given(state)
        .when(line({}, { status: 'suspended' }))
        .record('subscription').suspended,
      { since: '2026-03-01' },
    );
    const held = { customer: contoso(), subscription: aSubscription({ suspended }) };
    given(held)
      .when(line({}, { status: 'suspended' }))
      .changesNothing();
    given(held).when(line({})).changesNothing();
    assert.equal(
      given(held)
        .when(line({}, { status: 'active' }))
        .record('subscription').suspended,
      undefined,
    );
    assert.deepEqual(
      given(held)
        .when(line({ seats: 7 }))
        .record('subscription').suspended,
      suspended,
    );
  });

  it('keeps what no file tells: that it was cancelled here, and the offer it came from', () => {
    const cancelled = { at: instant('2026-02-01T10:00:00.000Z'), name: jana().name };
    const offer = OfferId.parse('offer');
    const decided = given({ customer: contoso(), subscription: aSubscription({ cancelled, offer }) }).when(line({ seats: 7 }));
    assert.deepEqual([decided.record('subscription').cancelled, decided.record('subscription').offer], [cancelled, offer]);
  });

  it('takes an end that never comes', () => {
    given({ customer: contoso(), subscription: undefined })
      .when(line({ endsOn: day('9999-12-31') }))
      .yields({ kind: 'taken' });
  });
});

describe('importing what the company uses itself', () => {
  const partner = aPartner({ domain: 'cloudy.cz' });
  const state = (facts: Partial<ImportSubscriptionState> = {}): ImportSubscriptionState => ({
    partner,
    customer: undefined,
    subscription: undefined,
    ...facts,
  });
  const ownLine = (term: Parameters<typeof line>[0] = {}) => ({ ...line(term), customer: { id: CustomerId.parse('nobody'), domain: 'cloudy.cz' } });
  const taken = () => given(state()).when(ownLine()).record('own-subscription');

  it('takes a line under the own domain, as no customer’s', () => {
    const decided = given(state()).when(ownLine());
    assert.deepEqual(decided.puts('subscription'), 0);
    const { id, reference, plan, terms } = decided.record('own-subscription');
    assert.deepEqual(
      [id, reference, plan, terms],
      ['derived', 'from-the-file', 'small-business', [aTerm('2025-03-11', { id: 'new-term', known: { on: day('2026-03-01') } })]],
    );
    assert.equal(decided.event('own-subscription-imported').about, 'own-subscription:derived');
  });

  it('takes a line with the own directory, once the domain is told', () => {
    const named = { ...line({}), customer: { tenant: cloudy } };
    given(state({ partner: aPartner() }))
      .when(named)
      .refuses({ kind: 'own-domain-not-told' });
    assert.equal(given(state()).when(named).record('own-subscription').id, 'derived');
  });

  it('changes nothing when the line says what the book says, and names what changed', () => {
    given(state({ own: taken() }))
      .when(ownLine())
      .changesNothing();
    given(state({ own: taken() }))
      .when(ownLine({ seats: 9, endsOn: day('2026-09-30') }))
      .yields({ kind: 'changed', columns: ['seats', 'endsOn'] });
  });

  it('holds the same rules as a customer’s', () => {
    given(state())
      .when(ownLine({ seats: 26 }))
      .refuses({ kind: 'too-many-seats', plan: 'small-business', maxSeats: 25, seats: 26 });
    given(state({ own: taken() }))
      .when({ ...ownLine({ startsOn: day('2025-10-01') }), earlierLine: 'another-start', subscription: { ...line({}).subscription, autoRenews: true } })
      .refuses({ kind: 'lines-disagree', columns: ['autoRenews'] });
  });

  it('is never a customer’s as well', () => {
    given(state({ subscription: aSubscription() }))
      .when(ownLine())
      .refuses({ kind: 'subscription-of-another-customer' });
    given(state({ customer: contoso(), own: taken() }))
      .when(line({}))
      .refuses({ kind: 'subscription-of-another-customer' });
  });
});

describe('importing a subscription that was changed in the chat', () => {
  const cancelled = { at: instant('2026-02-01T10:00:00.000Z'), name: 'Petr' };

  it('keeps that it is cancelled, and the offer it came by', () => {
    const subscription = aSubscription({ cancelled, offer: OfferId.parse('offer') });
    const after = given({ customer: contoso(), subscription })
      .when(line({ seats: 4 }))
      .record('subscription');
    assert.deepEqual([after.cancelled, after.offer], [cancelled, 'offer']);
  });

  it('is not cancelled any more where the file says that it renews itself', () => {
    const decided = given({ customer: contoso(), subscription: aSubscription({ cancelled }) }).when(line({}, { autoRenews: true }));
    assert.equal(decided.record('subscription').cancelled, undefined);
  });
});

function line(term: Partial<ImportSubscription['term']>, subscription: Partial<ImportSubscription['subscription']> = {}): ImportSubscription {
  const { startsOn, endsOn, seats, length } = aTerm('2025-03-11');
  return {
    type: 'import-subscription',
    commandId: CommandId.parse('line'),
    partner: cloudy,
    customer: { id: contoso().id, domain: 'contoso.cz' },
    id: SubscriptionId.parse('derived'),
    reference: SubscriptionId.parse('from-the-file'),
    term: { id: TermId.parse('new-term'), startsOn, endsOn, seats, length, ...term },
    earlierLine: 'none',
    subscription: { plan: 'small-business', channel: 'key', autoRenews: undefined, partnerOfRecord: undefined, ...subscription },
  };
}
