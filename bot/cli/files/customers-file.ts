import { z } from 'zod';
import { CommandId, TenantId } from '../../../domain/shared/ids.ts';
import { customerIdOf } from '../../../domain/shared/record-ids.ts';
import { country, domain, email, guid, language, optional, parsedBy, partnerOfRecord, required, text } from './cell.ts';
import type { ImportFile } from './import-file.ts';
import { readRow } from './import-file.ts';

const Line = z.object({
  customer: required(...text(200)),
  domain: required(...domain),
  tenantId: optional(...parsedBy(TenantId, guid)),
  country: required(...country),
  language: optional(...language),
  contactName: optional(...text(200)),
  contactEmail: optional(...email),
  owner: optional(...email),
  partnerOfRecord,
});

/** The partner's customers, each known by its domain. */
export const customersFile: ImportFile = {
  name: 'customers.csv',
  required: ['customer', 'domain', 'country'],
  columns: Object.keys(Line.shape),
  begin:
    ({ partner, secrets, newId }) =>
    (row) =>
      readRow(Line, row, ({ customer: name, tenantId: tenant, ...line }) => {
        const id = customerIdOf(secrets, partner, line.domain);
        const customer = { name, tenant, ...line };
        return {
          kind: 'ready',
          about: line.domain,
          // two lines that name one directory are judged one after the other
          lane: tenant ?? id,
          carryOut: (execute) => execute({ type: 'import-customer', commandId: CommandId.parse(newId()), partner, id, customer }),
        };
      }),
};
