import assert from 'node:assert/strict';
import { decideAppointGlobalAdmin } from '../../../domain/company/appoint-global-admin.ts';
import type { AppointGlobalAdmin } from '../../../domain/company/commands.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import { cloudy, jana, petr } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

describe('appointing a global admin', () => {
  const given = deciding(decideAppointGlobalAdmin);
  const appoint: AppointGlobalAdmin = {
    type: 'appoint-global-admin',
    commandId: CommandId.parse('appoint'),
    partner: cloudy,
    person: jana().person,
    name: 'Jana N.',
  };

  it('gives a person the book does not know every right', () => {
    const decision = given({ user: undefined }).when(appoint);
    decision.yields({ kind: 'appointed' });
    assert.deepEqual(decision.record('partner-user'), {
      person: jana().person,
      tenant: cloudy,
      name: 'Jana N.',
      companyRole: 'global-admin',
      supportedCompanies: 'full',
    });
  });

  it('keeps what is known of a person', () => {
    const decision = given({ user: { ...jana(), email: 'jana@cloudy.cz', language: 'cs' } }).when(appoint);
    assert.deepEqual(decision.record('partner-user'), {
      ...jana(),
      email: 'jana@cloudy.cz',
      language: 'cs',
      companyRole: 'global-admin',
      supportedCompanies: 'full',
    });
    assert.deepEqual(decision.event('global-admin-appointed').before, { companyRole: 'none', supportedCompanies: 'limited' });
    assert.deepEqual(decision.event('global-admin-appointed').by, { kind: 'operator' });
  });

  it('changes nothing for one who is', () => {
    const decision = given({ user: petr() }).when({ ...appoint, person: petr().person });
    decision.yields({ kind: 'already-global-admin' });
    decision.changesNothing();
  });

  it('raises a global admin without every right in supported companies', () => {
    given({ user: { ...petr(), supportedCompanies: 'limited' } })
      .when(appoint)
      .yields({ kind: 'appointed' });
  });
});
