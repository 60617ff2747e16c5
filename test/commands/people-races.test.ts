import assert from 'node:assert/strict';
import { executor } from '../../bot/commands/execute.ts';
import { CommandId, ObjectId } from '../../domain/shared/ids.ts';
import type { PartnerUser } from '../../domain/company/records.ts';
import { auditOf, clockAt, fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, cloudy, eva, jana, petr } from '../support/builders.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';

const olga = (): PartnerUser => ({ ...jana(), companyRole: 'global-admin', supportedCompanies: 'full', name: 'Olga Malá' });

async function aBook() {
  const store = memoryStore();
  await fill(store, [partnerRecord(aPartner()), userRecord(petr()), userRecord(olga()), userRecord(eva())]);
  return { store, execute: executor({ store, clock: clockAt() }) };
}

const by = (who: PartnerUser, id: string) => ({ commandId: CommandId.parse(id), partner: cloudy, by: who.person, byName: who.name });
const demotion = (who: PartnerUser) =>
  ({ objectId: ObjectId.parse(who.person.slice(37)), name: who.name, companyRole: 'none', supportedCompanies: 'none' }) as const;

describe('the own people, when several act at once', () => {
  it('keep one global admin when two demote each other', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { store, execute } = await aBook();
      const results = await Promise.all([
        execute({ type: 'keep-partner-user', ...by(petr(), 'one'), ...demotion(olga()) }),
        execute({ type: 'keep-partner-user', ...by(olga(), 'other'), ...demotion(petr()) }),
      ]);
      assert.deepEqual(results.map(({ kind }) => kind).toSorted(), ['done', 'refused']);
      const people = await store.list('users-of-partner', { key: cloudy, limit: 10 });
      assert.equal(people.rows.filter(({ value }) => value.companyRole === 'global-admin').length, 1);
    }
  });

  it('keep one global admin when one is removed and the other steps down', async () => {
    const { store, execute } = await aBook();
    await Promise.all([
      execute({ type: 'remove-partner-user', ...by(petr(), 'remove'), person: olga().person }),
      execute({ type: 'keep-partner-user', ...by(petr(), 'step-down'), ...demotion(petr()) }),
    ]);
    const people = await store.list('users-of-partner', { key: cloudy, limit: 10 });
    assert.equal(people.rows.filter(({ value }) => value.companyRole === 'global-admin').length, 1);
  });

  it('ask once however often the button is pressed, and are answered by the first of two admins', async () => {
    const { store, execute } = await aBook();
    await Promise.all(['a', 'b', 'c'].map((id) => execute({ type: 'ask-for-right', ...by(eva(), id), task: 'product-keys' })));
    assert.equal((await auditOf(store)).filter(({ what }) => what === 'right-asked').length, 1);
    assert.equal(await store.count('outbox-by-due', { key: 'all' }), 2, 'one message for each global admin');
    const [granted, refused] = await Promise.all([
      execute({ type: 'settle-right-request', ...by(petr(), 'grant'), person: eva().person, verdict: 'grant' }),
      execute({ type: 'settle-right-request', ...by(olga(), 'refuse'), person: eva().person, verdict: 'refuse' }),
    ]);
    assert.deepEqual([granted.kind, refused.kind].toSorted(), ['done', 'refused']);
    const told = (await store.list('outbox-by-due', { key: 'all', limit: 10 })).rows.filter(({ value }) => value.topic === 'right-settled');
    assert.equal(told.length, 1);
  });

  it('would be left without a global admin by a rule that does not read the others (planted fault)', async () => {
    const { store } = await aBook();
    const careless = async (who: PartnerUser, id: string) => {
      const known = await store.read('partner-user', who.person);
      assert.ok(known);
      const others = await store.list('users-of-partner', { key: cloudy, limit: 10 });
      assert.ok(others.rows.some(({ value }) => value.person !== who.person && value.companyRole === 'global-admin'));
      return { known, id };
    };
    const both = await Promise.all([careless(petr(), 'one'), careless(olga(), 'other')]);
    for (const { known, id } of both) {
      const expect = [{ kind: 'partner-user', id: known.id, version: known.version }] as const;
      const put = [userRecord({ ...known.value, companyRole: 'none' })];
      await store.commit({ commandId: CommandId.parse(id), expect, put, remove: [], events: [], outcome: null });
    }
    const people = await store.list('users-of-partner', { key: cloudy, limit: 10 });
    assert.equal(people.rows.filter(({ value }) => value.companyRole === 'global-admin').length, 0);
  });
});
