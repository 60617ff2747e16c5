import assert from 'node:assert/strict';
import { createRenewalDesk } from '../../bot/conversation/renewals/desk.ts';
import type { Subscription } from '../../domain/customers/records.ts';
import { RenewalsAsked } from '../../domain/renewals/desk.port.ts';
import type { DeskReader, RenewalsPage } from '../../domain/renewals/desk.port.ts';
import { addDays } from '../../domain/shared/dates.ts';
import { ObjectId, personId } from '../../domain/shared/ids.ts';
import { clockAt, fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, cloudy, contoso, day, fabrikam, jana, rival } from '../support/builders.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { contosoTenant, customerRecord } from '../support/offers.ts';
import { ending, subscriptionRecord } from '../web/a-renewals-site.ts';

const janas: DeskReader = { person: jana().person, tenant: cloudy, language: 'en' };

/** Asks the desk over a book of these subscriptions; today is 2026-03-01, a Sunday. */
async function asking(subscriptions: readonly Subscription[], asked: object, reader: DeskReader = janas): Promise<RenewalsPage | undefined> {
  const store = memoryStore();
  const customers = [contoso(), fabrikam({ owner: jana().person })].map(customerRecord);
  await fill(store, [partnerRecord(aPartner()), userRecord(jana()), ...customers, ...subscriptions.map(subscriptionRecord)]);
  return createRenewalDesk({ book: store, clock: clockAt(), partnerTenants: [cloudy, rival] }).rows(reader, RenewalsAsked.parse(asked));
}

const many = (count: number, facts: Parameters<typeof ending>[2] = {}): readonly Subscription[] =>
  Array.from({ length: count }, (_, n) => ending(addDays(day('2026-03-02'), n % 14), `many-${String(n).padStart(4, '0')}`, facts));

describe('the desk of renewals', () => {
  it('counts the ends of each week by stage, also of those that are past', async () => {
    const csp = { channel: 'csp', plan: 'business-basic' } as const;
    const page = await asking(
      [
        ending('2026-02-25', 'usable'),
        ending('2026-01-26', 'disabled'),
        ending('2026-01-27', 'disabled-too', {}, { seats: 1 }),
        ending('2026-01-30', 'usable-too', csp),
        ending('2025-11-01', 'deleted'),
        ending('2025-10-30', 'long-gone'),
      ],
      { weeks: 'ended' },
    );
    const counted = page?.weeks?.filter(({ count }) => count > 0).map(({ from, to, count, stages }) => ({ from, to, count, stages }));
    assert.deepEqual(counted, [
      { from: '2025-10-27', to: '2025-11-02', count: 2, stages: { deleted: 1, disabled: 1 } },
      { from: '2026-01-26', to: '2026-02-01', count: 3, stages: { disabled: 2, usable: 1 } },
      { from: '2026-02-23', to: '2026-03-01', count: 1, stages: { usable: 1 } },
    ]);
  });

  it('counts only, where there are more than two thousand ends', async () => {
    const page = await asking(many(2001), { weeks: '4' });
    assert.deepEqual(
      page?.weeks?.map(({ from, count, stages }) => [from, count, stages]),
      [
        ['2026-02-23', 0, undefined],
        ['2026-03-02', 1001, undefined],
        ['2026-03-09', 1000, undefined],
        ['2026-03-16', 0, undefined],
      ],
    );
    assert.equal(page.rows.length, 200);
  });

  it('looks further where most is filtered away', async () => {
    const rare = ending('2026-03-15', 'rare', { customer: fabrikam().id });
    const page = await asking([...many(900), rare], { owner: 'mine' });
    assert.deepEqual(
      page?.rows.map(({ subscription }) => subscription),
      ['rare'],
    );
    assert.equal(page.next, undefined);
  });

  it('adds up the licences that end on one day', async () => {
    const one = ending('2026-03-10', 'one');
    const [term] = one.terms;
    const terms = term === undefined ? [] : [term, { ...term, ...ending('2026-03-10', 'other', {}, { seats: 2 }).terms[0] }];
    const page = await asking([{ ...one, terms }], {});
    assert.deepEqual(
      page?.rows.map(({ seats, end }) => [seats, end]),
      [[7, 'Office 365 Small Business · 7 licences · ends on 10 March 2026, in 9 days']],
    );
  });

  const nobody = personId(cloudy, ObjectId.parse('00000000-0000-0000-0000-000000000000'));
  const others: readonly (readonly [string, DeskReader])[] = [
    ['of no partner', { ...janas, person: personId(contosoTenant, ObjectId.parse(jana().person.slice(37))), tenant: contosoTenant }],
    ['who claims another company than their directory', { ...janas, tenant: rival }],
    ['whom the channel does not name', { ...janas, person: nobody }],
  ];
  for (const [who, reader] of others) it(`has nothing for somebody ${who}`, async () => assert.equal(await asking(many(3), {}, reader), undefined));
});
