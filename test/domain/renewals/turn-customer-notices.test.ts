import assert from 'node:assert/strict';
import type { TurnCustomerNotices } from '../../../domain/renewals/commands.ts';
import { decideTurnCustomerNotices } from '../../../domain/renewals/turn-customer-notices.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import { aPartner, cloudy, day, instant, jana, petr, rita } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import { aSeller } from '../../support/offers.ts';

const given = deciding(decideTurnCustomerNotices);
const turn = (on: boolean): TurnCustomerNotices => ({
  ...{ type: 'turn-customer-notices', commandId: CommandId.parse('command'), partner: cloudy, by: petr().person, byName: petr().name, on },
});
const notices = (on: boolean) => ({ on, since: day('2026-02-01'), at: instant('2026-02-01T09:00:00.000Z'), by: 'Petr' });

describe('the notices to customers', () => {
  it('are turned on from today on, by name', () => {
    const decided = given({ user: petr(), partner: aSeller() }).when(turn(true));
    const { customerNotices } = decided.record('partner');
    assert.deepEqual(customerNotices, { on: true, since: '2026-03-01', at: '2026-03-01T10:00:00.000Z', by: petr().name });
    assert.deepEqual(decided.event('customer-notices-turned').before, { on: false });
  });

  it('begin anew from the day on which they are turned on again', () => {
    const decided = given({ user: petr(), partner: aSeller({ customerNotices: notices(false) }) }).when(turn(true));
    assert.equal(decided.record('partner').customerNotices?.since, '2026-03-01');
  });

  it('turned the same way again stay as they are', () => {
    const decided = given({ user: petr(), partner: aSeller({ customerNotices: notices(true) }) }).when(turn(true));
    decided.yields({ on: true, at: notices(true).at });
    decided.changesNothing();
    given({ user: petr(), partner: aSeller() }).when(turn(false)).changesNothing();
  });

  it('are not turned on before a person has confirmed what customers see; turned off at any time', () => {
    given({ user: petr(), partner: aPartner() }).when(turn(true)).refuses({ kind: 'company-not-confirmed' });
    const off = given({ user: petr(), partner: aPartner({ customerNotices: notices(true) }) }).when(turn(false));
    assert.deepEqual(off.record('partner').customerNotices, { ...notices(true), on: false, at: '2026-03-01T10:00:00.000Z', by: petr().name });
  });

  it('are a global admin’s, of the own company', () => {
    for (const user of [undefined, jana(), rita()]) given({ user, partner: aSeller() }).when(turn(true)).refuses({ kind: 'not-global-admin' });
    given({ user: petr(), partner: undefined }).when(turn(true)).refuses({ kind: 'company-not-in-book' });
  });
});
