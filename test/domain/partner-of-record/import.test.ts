import assert from 'node:assert/strict';
import { decideImportKnownPartner } from '../../../domain/partner-of-record/import-known-partner.ts';
import type { ImportKnownPartner } from '../../../domain/partner-of-record/import-known-partner.ts';
import type { KnownPartner } from '../../../domain/partner-of-record/records.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import { cloudy } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

describe('importing whose a Partner ID is', () => {
  const given = deciding(decideImportKnownPartner);
  const line = (facts: Partial<ImportKnownPartner['known']> = {}): ImportKnownPartner => ({
    type: 'import-known-partner',
    commandId: CommandId.parse('line'),
    partner: cloudy,
    known: { partnerId: '5500111', name: 'Velký Provider a.s.', kind: 'provider', ...facts },
  });
  const typed: KnownPartner = { partner: cloudy, partnerId: '5500111', kind: 'unknown', verified: false };
  const imported: KnownPartner = { partner: cloudy, partnerId: '5500111', name: 'Velký Provider a.s.', kind: 'provider', verified: true };

  it('takes a new one as verified', () => {
    const decision = given({ known: undefined }).when(line());
    assert.deepEqual(decision.record('known-partner'), imported);
    decision.yields({ kind: 'taken' });
  });

  it('verifies one that somebody typed', () => {
    const decision = given({ known: typed }).when(line());
    assert.deepEqual(decision.record('known-partner'), imported);
    decision.yields({ kind: 'changed', columns: ['name', 'kind'] });
  });

  it('changes nothing when it says the same again', () => {
    given({ known: imported }).when(line()).changesNothing();
    given({ known: typed })
      .when(line({ name: undefined, kind: 'unknown' }))
      .changesNothing();
  });

  it('takes nothing away with an export’s “unknown”', () => {
    given({ known: imported })
      .when(line({ name: undefined, kind: 'unknown' }))
      .changesNothing();
  });
});
