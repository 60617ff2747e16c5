import assert from 'node:assert/strict';
import type { DelegationTerms } from '../../../domain/delegated-admin/records.ts';
import type { Notice, ToldStep } from '../../../domain/renewals/records.ts';
import type { Put } from '../../../domain/shared/store.port.ts';
import { RelationshipId, SubscriptionId, TermId } from '../../../domain/shared/ids.ts';
import { partnerRecord, userRecord } from '../../support/book.ts';
import { aTerm, cloudy, contoso, day, instant, jana, petr, rita } from '../../support/builders.ts';
import {
  addressRecord,
  adminRecord,
  atContoso,
  bookOf,
  confirmed,
  customerRecord,
  delegated,
  dueOn,
  itsCustomer,
  noticeRecord,
  ours,
  planRecord,
  relationshipRecord,
  said,
  silentToCustomers,
  subscriptionRecord,
  usual,
} from './due-world.ts';

const ended = day('2026-06-30');
const isTold = (step: number, facts: Partial<ToldStep> = {}): ToldStep => ({ step, at: instant('2026-06-01T06:00:00.000Z'), delivery: 'sent', ...facts });
const aNotice = (facts: Partial<Notice> = {}): Notice => ({
  partner: cloudy,
  customer: contoso().id,
  recipient: jana().person,
  side: 'partner',
  ending: { kind: 'term', subscription: ours().id, term: TermId.parse('term') },
  endsOn: ended,
  told: [],
  ...facts,
});
const both = (step: number) => [`customer ${String(step)} → 1`, `partner ${String(step)} → Jana Nováková`];

describe('a subscription that ends on 30 June', () => {
  const world = () => bookOf(...usual(), subscriptionRecord(ours()));

  for (const [on, step] of [
    ['2026-05-01', 60],
    ['2026-05-31', 30],
    ['2026-06-23', 7],
    ['2026-06-29', 1],
    ['2026-06-30', 0],
    ['2026-07-30', -30],
    ['2026-10-18', -110],
  ] as const) {
    it(`is due on ${on} to the customer’s admin and to the owner at the partner`, async () =>
      assert.deepEqual(await said(dueOn(await world(), on)), both(step)));
  }

  it('is due on no day between them, once it was planned', async () => {
    const book = await world();
    for (const on of ['2026-04-30', '2026-05-03', '2026-06-20', '2026-07-02', '2026-09-01', '2026-12-01']) assert.deepEqual(await dueOn(book, on), [], on);
  });

  it('is due at its latest step after an outage of ten days, and once', async () => {
    const run = { since: day('2025-01-01'), through: day('2026-06-20') };
    assert.deepEqual(await said(dueOn(await world(), '2026-06-30', { run })), both(0));
  });

  it('is not due where sending begins today, but for the step of today', async () => {
    assert.deepEqual(await said(dueOn(await world(), '2026-06-25', { run: undefined })), []);
    assert.deepEqual(await said(dueOn(await world(), '2026-06-23', { run: undefined })), both(7));
  });

  it('is due no more to whom it was told, however it went', async () => {
    const told = [noticeRecord(aNotice({ told: [isTold(30, { delivery: 'not-reachable' })] }))];
    assert.deepEqual(await said(dueOn(await bookOf(...usual(), subscriptionRecord(ours()), ...told), '2026-05-31')), ['customer 30 → 1']);
  });

  it('is due still while it only waits', async () => {
    const waits = noticeRecord(aNotice({ waiting: { step: 30, since: instant('2026-05-31T00:05:00.000Z') } }));
    assert.deepEqual(await said(dueOn(await bookOf(...usual(), subscriptionRecord(ours()), waits), '2026-05-31')), both(30));
  });

  it('and was told with another end date begins a new ladder', async () => {
    const told = noticeRecord(aNotice({ endsOn: day('2026-06-29'), told: [isTold(30)] }));
    assert.deepEqual(await said(dueOn(await bookOf(...usual(), subscriptionRecord(ours()), told), '2026-05-31')), both(30));
  });
});

describe('nothing is due', () => {
  const dueOf = async (...records: readonly Put[]) => said(dueOn(await bookOf(...usual(), ...records), '2026-05-31'));

  it('of what was renewed', async () => {
    const next = aTerm('2026-07-01', { id: 'next' });
    assert.deepEqual(await dueOf(subscriptionRecord(ours({ terms: [aTerm('2025-07-01', { renewedBy: next.id }), next] }))), []);
  });

  it('of what was cancelled', async () =>
    assert.deepEqual(await dueOf(subscriptionRecord(ours({ cancelled: { at: instant('2026-05-01T08:00:00.000Z'), name: 'Jana' } }))), []));

  it('of monthly terms that renew themselves, but of yearly ones, and of monthly ones that do not', async () => {
    const monthly = [aTerm('2026-06-01', { endsOn: ended, length: 'P1M' as const })] as const;
    assert.deepEqual(await dueOf(subscriptionRecord(ours({ terms: monthly, autoRenews: true }))), []);
    assert.deepEqual(await dueOf(subscriptionRecord(ours({ terms: monthly }))), both(30));
    assert.deepEqual(await dueOf(subscriptionRecord(ours({ autoRenews: true }))), both(30));
  });

  it('of far-future ends', async () =>
    assert.deepEqual(await dueOf(subscriptionRecord(ours({ terms: [aTerm('2025-07-01', { endsOn: day('9999-12-31') })] }))), []));

  it('of a step before the subscription came into the book', async () => {
    assert.deepEqual(await dueOf(subscriptionRecord(ours({ createdOn: day('2026-06-01') }))), []);
    assert.deepEqual(await dueOf(subscriptionRecord(ours({ createdOn: day('2026-05-31') }))), both(30));
  });

  it('of a step before its end date was changed', async () => {
    const moved = (on: string) => ours({ terms: [aTerm('2025-07-01', { known: { on: day(on), by: 'Petr' } })] });
    assert.deepEqual(await dueOf(subscriptionRecord(moved('2026-06-01'))), []);
    assert.deepEqual(await dueOf(subscriptionRecord(moved('2026-05-31'))), both(30));
  });

  it('of a book of another partner', async () => {
    const book = await bookOf(...usual(), subscriptionRecord(ours()));
    assert.deepEqual(await dueOn(book, '2026-05-31', { partner: rita().tenant }), []);
  });
});

describe('licences added in mid-term', () => {
  it('have their own ladder beside the others', async () => {
    const added = aTerm('2025-08-05', { id: 'added', seats: 2 });
    const book = await bookOf(...usual(), subscriptionRecord(ours({ terms: [aTerm('2025-07-01'), added] })));
    const on = async (today: string) =>
      (await dueOn(book, today))
        .filter(({ side }) => side === 'partner')
        .map(({ ending, step }) => (ending.kind === 'term' ? `${ending.term} ${String(step)}` : ''));
    assert.deepEqual(await on('2026-05-31'), ['term 30']);
    assert.deepEqual(await on('2026-06-05'), ['added 60']);
    assert.deepEqual(await on('2026-06-30'), ['term 0']);
    assert.deepEqual(await on('2026-07-05'), ['added 30']);
  });
});

describe('a trial', () => {
  it('is due 7 days and 1 day before its end, and on no other day', async () => {
    const book = await bookOf(...usual(), subscriptionRecord(ours({ channel: 'trial' })));
    assert.deepEqual(await said(dueOn(book, '2026-06-23')), both(7));
    assert.deepEqual(await said(dueOn(book, '2026-06-29')), both(1));
    for (const on of ['2026-05-01', '2026-05-31', '2026-07-30', '2026-10-18']) assert.deepEqual(await dueOn(book, on), [], on);
  });
});

describe('the partner', () => {
  const dueOf = async (...records: readonly Put[]) => said(dueOn(await bookOf(...usual(), partnerRecord(silentToCustomers()), ...records), '2026-05-31'));
  const toJana = ['partner 30 → Jana Nováková'];

  it('is told of what it sold, whoever is partner of record', async () =>
    assert.deepEqual(await dueOf(subscriptionRecord(ours({ channel: 'csp', partnerOfRecord: '1234567' }))), toJana));

  it('is told as partner of record, by the default of the customer, too', async () => {
    const { partnerOfRecord: _, ...byDefault } = ours();
    assert.deepEqual(await dueOf(subscriptionRecord(byDefault)), []);
    assert.deepEqual(await dueOf(subscriptionRecord(byDefault), customerRecord(itsCustomer({ partnerOfRecord: 'true' }))), toJana);
  });

  it('is not told of a subscription whose partner of record is another, or nobody', async () => {
    assert.deepEqual(await dueOf(subscriptionRecord(ours({ partnerOfRecord: '1234567' }))), []);
    assert.deepEqual(await dueOf(subscriptionRecord(ours({ partnerOfRecord: 'false' }))), []);
  });

  it('that is neither enrolled nor a CSP has no benefits of the partner of record', async () => {
    const standing = { ...confirmed().standing, enrolled: false };
    const { customerNotices: _, ...partner } = confirmed({ standing });
    assert.deepEqual(await dueOf(partnerRecord(partner), subscriptionRecord(ours())), []);
    const asReseller = { ...partner, standing: { ...standing, programme: 'csp-indirect-reseller' as const } };
    assert.deepEqual(await dueOf(partnerRecord(asReseller), subscriptionRecord(ours())), toJana);
  });

  it('is told through the first global admin who can be written to, where the owner cannot', async () => {
    assert.deepEqual(await dueOf(subscriptionRecord(ours()), addressRecord(jana().person, false)), ['partner 30 → Petr Svoboda']);
    assert.deepEqual(await dueOf(subscriptionRecord(ours()), customerRecord(itsCustomer({ owner: rita().person })), userRecord(rita())), [
      'partner 30 → Petr Svoboda',
    ]);
  });

  it('is told through the owner, and it waits, where nobody can be written to', async () =>
    assert.deepEqual(await dueOf(subscriptionRecord(ours()), addressRecord(jana().person, false), addressRecord(petr().person, false)), toJana));

  it('is not told again through somebody else what has reached one of its people', async () => {
    const reached = noticeRecord(aNotice({ recipient: petr().person, told: [isTold(30)] }));
    const missed = noticeRecord(aNotice({ recipient: petr().person, told: [isTold(30, { delivery: 'not-reachable' })] }));
    assert.deepEqual(await dueOf(subscriptionRecord(ours()), reached), []);
    assert.deepEqual(await dueOf(subscriptionRecord(ours()), missed), toJana);
  });
});

describe('the customer', () => {
  const dueOf = async (...records: readonly Put[]) =>
    said(dueOn(await bookOf(...usual(), subscriptionRecord(ours({ partnerOfRecord: 'false' })), ...records), '2026-05-31'));

  it('is told through each admin who can be written to', async () => {
    const others = [adminRecord('2'), addressRecord(atContoso('2')), adminRecord('3'), adminRecord('4', { isAdmin: false }), addressRecord(atContoso('4'))];
    assert.deepEqual(await dueOf(...others), ['customer 30 → 1', 'customer 30 → 2']);
  });

  it('is told nothing before a global admin has turned it on, or once it is off', async () => {
    assert.deepEqual(await dueOf(partnerRecord(silentToCustomers())), []);
    const off = { on: false, since: day('2025-01-01'), at: instant('2026-01-01T08:00:00.000Z'), by: 'Petr' };
    assert.deepEqual(await dueOf(partnerRecord(confirmed({ customerNotices: off }))), []);
  });

  it('is told no step of a day before it was turned on', async () => {
    const turnedOn = (on: string) =>
      partnerRecord(confirmed({ customerNotices: { on: true, since: day(on), at: instant(`${on}T08:00:00.000Z`), by: 'Petr' } }));
    assert.deepEqual(await dueOf(turnedOn('2026-06-01')), []);
    assert.deepEqual(await dueOf(turnedOn('2026-05-31')), ['customer 30 → 1']);
  });

  it('is told nothing while nobody has confirmed what it sees of the company', async () => {
    const { confirmedOn: _, ...unconfirmed } = confirmed();
    assert.deepEqual(await dueOf(partnerRecord(unconfirmed)), []);
    assert.deepEqual(await dueOf(partnerRecord(confirmed({ confirmedOn: day('2025-05-30') }))), []);
  });

  it('is told in a preview as if it were on', async () => {
    const book = await bookOf(...usual(), partnerRecord(silentToCustomers()), subscriptionRecord(ours({ partnerOfRecord: 'false' })));
    assert.deepEqual(await said(dueOn(book, '2026-05-31', { customerNotices: 'as-if-on' })), ['customer 30 → 1']);
  });

  it('that Teams does not reach is a line for the owner, to write to', async () => {
    assert.deepEqual(await dueOf(addressRecord(atContoso('1'), false)), ['mail 30 → Jana Nováková']);
    const { tenant: _, ...unknown } = itsCustomer();
    assert.deepEqual(await dueOf(customerRecord(unknown)), ['mail 30 → Jana Nováková']);
  });

  it('is such a line once', async () => {
    const told = noticeRecord(aNotice({ side: 'mail', told: [isTold(30)] }));
    assert.deepEqual(await dueOf(addressRecord(atContoso('1'), false), told), []);
  });
});

describe('what people have decided', () => {
  const by = { at: instant('2026-05-20T08:00:00.000Z'), person: jana().person, name: 'Jana' };
  const dueOf = async (on: string, ...records: readonly Put[]) => said(dueOn(await bookOf(...usual(), subscriptionRecord(ours()), ...records), on));

  it('snoozed, is silent for the partner only', async () =>
    assert.deepEqual(await dueOf('2026-05-31', planRecord({ snoozed: { ...by, until: day('2026-06-10') } })), ['customer 30 → 1']));

  it('snoozed, is no line to write to the customer either', async () =>
    assert.deepEqual(await dueOf('2026-05-31', planRecord({ snoozed: { ...by, until: day('2026-06-10') } }), addressRecord(atContoso('1'), false)), []));

  it('snoozed, is told on the day on which that is over, at the latest due step', async () => {
    const told = noticeRecord(aNotice({ recipient: atContoso('1'), side: 'customer', told: [isTold(30)] }));
    const plan = planRecord({ snoozed: { ...by, until: day('2026-06-10') } });
    assert.deepEqual(await dueOf('2026-06-09', plan, told), []);
    assert.deepEqual(await dueOf('2026-06-10', plan, told), ['partner 30 → Jana Nováková']);
  });

  it('snoozed, and renewed in the meantime, is not told', async () => {
    const next = aTerm('2026-07-01', { id: 'next' });
    const renewed = subscriptionRecord(ours({ terms: [aTerm('2025-07-01', { renewedBy: next.id }), next] }));
    assert.deepEqual(await dueOf('2026-06-10', planRecord({ snoozed: { ...by, until: day('2026-06-10') } }), renewed), []);
  });

  it('let end, or not to be renewed as the customer says, is silent to everybody before the end', async () => {
    assert.deepEqual(await dueOf('2026-05-31', planRecord({ ending: { ...by, because: 'closed' } })), []);
    assert.deepEqual(await dueOf('2026-05-31', planRecord({ wish: { ...by, wish: 'end' } })), []);
    assert.deepEqual(await dueOf('2026-05-31', planRecord({ wish: { ...by, wish: 'renew' } })), both(30));
  });

  it('let end, is told on the day of the end and after it', async () => {
    const plan = planRecord({ ending: { ...by, because: 'closed' } });
    assert.deepEqual(await dueOf('2026-06-30', plan), both(0));
    assert.deepEqual(await dueOf('2026-07-30', plan), both(-30));
  });

  it('of another end date says nothing of this one', async () =>
    assert.deepEqual(await dueOf('2026-05-31', planRecord({ endsOn: day('2026-06-29'), ending: { ...by, because: 'closed' } })), both(30)));
});

describe('delegated administration that ends on 30 June', () => {
  const dueOf = async (on: string, facts: Parameters<typeof delegated>[0] = {}) =>
    said(dueOn(await bookOf(...usual(), relationshipRecord(delegated(facts))), on));

  for (const [on, step] of [
    ['2026-05-31', 30],
    ['2026-06-23', 7],
    ['2026-06-29', 1],
    ['2026-06-30', 0],
  ] as const) {
    it(`is due on ${on} to the owner at the partner only`, async () => assert.deepEqual(await dueOf(on), [`partner ${String(step)} → Jana Nováková`]));
  }

  it('is due on no other day', async () => {
    for (const on of ['2026-05-01', '2026-06-15', '2026-07-30']) assert.deepEqual(await dueOf(on), [], on);
  });

  it('is not due while it extends itself, when it was ended, or in its classic form', async () => {
    const terms: DelegationTerms = { form: 'gdap', name: 'Help', roles: [], days: 365, autoExtends: true };
    assert.deepEqual(await dueOf('2026-06-23', { terms }), []);
    assert.deepEqual(
      await dueOf('2026-06-23', { ended: { at: instant('2026-06-01T08:00:00.000Z'), side: 'partner', person: jana().person, name: 'Jana' } }),
      [],
    );
    assert.deepEqual(await dueOf('2026-06-23', { terms: { form: 'classic' }, endsOn: day('9999-12-31') }), []);
  });

  it('granted for a few days skips the steps before it began', async () => {
    assert.deepEqual(await dueOf('2026-06-11', { startsOn: day('2026-06-11') }), []);
    assert.deepEqual(await dueOf('2026-06-23', { startsOn: day('2026-06-11') }), ['partner 7 → Jana Nováková']);
  });

  it('is due once', async () => {
    const ending = { kind: 'relationship', relationship: RelationshipId.parse('relationship') } as const;
    const told = noticeRecord(aNotice({ ending, told: [isTold(7)] }));
    assert.deepEqual(await said(dueOn(await bookOf(...usual(), relationshipRecord(delegated()), told), '2026-06-23')), []);
  });
});

describe('many ends on one day', () => {
  it('are all due, each once, over as many pages as they fill', async () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      ours({ id: `subscription-${String(index)}`, terms: [aTerm('2025-07-01', { id: `term-${String(index)}` })] }),
    );
    const due = await dueOn(await bookOf(...usual(), ...many.map(subscriptionRecord)), '2026-05-31');
    assert.equal(due.length, 500);
    assert.equal(new Set(due.map(({ side, ending }) => `${side} ${ending.kind === 'term' ? ending.subscription : SubscriptionId.parse('none')}`)).size, 500);
  });
});
