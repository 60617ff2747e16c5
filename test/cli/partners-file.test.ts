import assert from 'node:assert/strict';
import { join } from 'node:path';
import { knownPartnerId } from '../../domain/partner-of-record/records.ts';
import type { KnownPartner } from '../../domain/partner-of-record/records.ts';
import { CommandId, SubscriptionId } from '../../domain/shared/ids.ts';
import { subscriptionIdOf } from '../../domain/shared/record-ids.ts';
import type { Operator } from './an-operator.ts';
import { northwind, withOperator } from './an-operator.ts';

const header = 'partnerId,name,kind\n';
const known = async ({ store }: Operator, partnerId: string) => (await store.read('known-partner', knownPartnerId(northwind, partnerId)))?.value;

async function typed({ store }: Operator, partnerId: string): Promise<void> {
  const value: KnownPartner = { partner: northwind, partnerId, kind: 'unknown', verified: false };
  const put = [{ kind: 'known-partner', id: knownPartnerId(northwind, partnerId), value }] as const;
  await store.commit({ commandId: CommandId.parse('typed'), expect: [], put, remove: [], events: [], outcome: null });
}

describe('partners.csv', () => {
  it('brings other partners with their names and kinds', () =>
    withOperator(async (operator) => {
      const said = await operator.imports(await operator.file('p.csv', `${header}2345678,Adatum,Reseller\n3456789,Fabrikam Distribution,provider\n`));
      assert.match(said.text, /2 lines: 2 taken/);
      assert.deepEqual(await known(operator, '3456789'), {
        partner: northwind,
        partnerId: '3456789',
        name: 'Fabrikam Distribution',
        kind: 'provider',
        verified: true,
      });
    }));

  it('verifies an ID that was typed in the chat', () =>
    withOperator(async (operator) => {
      await typed(operator, '987654');
      const said = await operator.imports(await operator.file('p.csv', `${header}987654,Wingtip,advisor\n`));
      assert.match(said.text, /1 changed/);
      assert.equal((await known(operator, '987654'))?.verified, true);
    }));

  it('says of each line what is wrong with it', () =>
    withOperator(async (operator) => {
      const said = await operator.imports(await operator.file('p.csv', `${header}12,Adatum,reseller\n2345678,,reseller\n3456789,Fabrikam,friend\n`));
      assert.match(said.text, /partnerId "12" is not a Microsoft Partner ID/);
      assert.match(said.text, /name is empty/);
      assert.match(said.text, /kind "friend" is not one of reseller, provider, advisor, unknown/);
    }));

  it('is exported with what was only typed, and importing the export changes nothing', () =>
    withOperator(async (operator) => {
      await operator.imports(await operator.file('p.csv', `${header}2345678,Adatum,reseller\n`));
      await typed(operator, '987654');
      await operator.exports('--to', operator.folder);
      assert.equal(await operator.read('partners.csv'), '\ufeffpartnerId,name,kind\n2345678,Adatum,reseller\n987654,,unknown\n');
      assert.match((await operator.imports(join(operator.folder, 'partners.csv'))).text, /2 unchanged/);
    }));
});

describe('who is partner of record of a subscription, in subscriptions.csv', () => {
  const lineOf = (partnerOfRecord: string) =>
    `customerDomain,subscriptionId,plan,channel,seats,startsOn,endsOn,autoRenews,term,partnerOfRecord\ncontoso.cz,S-1,small-business,direct,5,2026-01-01,2026-12-31,no,P1Y,${partnerOfRecord}\n`;
  const imported = async (operator: Operator, partnerOfRecord: string) => {
    await operator.imports(await operator.file('s.csv', lineOf(partnerOfRecord)));
    const id = subscriptionIdOf(operator.tools.secrets, northwind, SubscriptionId.parse('S-1'));
    return (await operator.store.read('subscription', id))?.value.partnerOfRecord;
  };

  it('is us, nobody, or another; an empty cell keeps it, a dash leaves it to the customer', () =>
    withOperator(async (operator) => {
      await operator.imports(await operator.file('c.csv', 'customer,domain,country\nContoso,contoso.cz,CZ\n'));
      assert.equal(await imported(operator, ''), undefined);
      assert.equal(await imported(operator, 'ano'), 'true');
      assert.equal(await imported(operator, ''), 'true');
      assert.equal(await imported(operator, 'false'), 'false');
      assert.equal(await imported(operator, ''), 'false');
      assert.equal(await imported(operator, '2345678'), '2345678');
      assert.equal(await imported(operator, '-'), undefined);
    }));

  it('is the same after an export and an import', () =>
    withOperator(async (operator) => {
      await operator.imports(await operator.file('c.csv', 'customer,domain,country\nContoso,contoso.cz,CZ\n'));
      for (const value of ['', 'true', 'false', '2345678']) {
        await imported(operator, value);
        await operator.exports('--to', operator.folder);
        assert.match((await operator.imports(join(operator.folder, 'subscriptions.csv'))).text, /1 unchanged/, value);
      }
    }));
});
