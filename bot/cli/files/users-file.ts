import { z } from 'zod';
import { CompanyRole, SupportedCompanies } from '../../../domain/company/records.ts';
import { CommandId, ObjectId, personId, TenantId } from '../../../domain/shared/ids.ts';
import { email, guid, language, oneOf, optional, parsedBy, required, text, timeZone } from './cell.ts';
import type { ImportFile } from './import-file.ts';
import { readRow, wrong } from './import-file.ts';

const Line = z.object({
  tenantId: optional(...parsedBy(TenantId, guid)),
  objectId: required(...parsedBy(ObjectId, guid)),
  name: required(...text(200)),
  email: optional(...email),
  companyRole: required(...oneOf(CompanyRole.options)),
  supportedCompanies: required(...oneOf(SupportedCompanies.options)),
  language: optional(...language),
  timeZone: optional(...timeZone),
});

/** The partner's own people. One lane, so that the last global admin is counted by one line at a time. */
export const usersFile: ImportFile = {
  name: 'users.csv',
  required: ['objectId', 'name', 'companyRole', 'supportedCompanies'],
  columns: Object.keys(Line.shape),
  begin:
    ({ partner, newId }) =>
    (row) =>
      readRow(Line, row, ({ tenantId, objectId, ...user }) => {
        if (tenantId && tenantId !== partner) return wrong('tenantId', `is not this partner's (${partner})`);
        const person = personId(partner, objectId);
        return {
          kind: 'ready',
          about: person,
          lane: partner,
          carryOut: (execute) => execute({ type: 'import-partner-user', commandId: CommandId.parse(newId()), partner, person, user }),
        };
      }),
};
