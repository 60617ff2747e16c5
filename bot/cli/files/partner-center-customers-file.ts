import { z } from 'zod';
import { CommandId, TenantId } from '../../../domain/shared/ids.ts';
import { customerIdOf } from '../../../domain/shared/record-ids.ts';
import { domain, guid, parsedBy, required, text } from './cell.ts';
import type { ImportFile } from './import-file.ts';
import { readRow } from './import-file.ts';

const Line = z.object({
  'Microsoft ID': required(...parsedBy(TenantId, guid)),
  'Company name': required(...text(200)),
  'Primary domain name': required(...domain),
});

const untouched = { language: undefined, contactName: undefined, contactEmail: undefined, owner: undefined, partnerOfRecord: undefined };

/**
 * What Partner Center writes with "Export customers" (learn.microsoft.com, "Search for customers": Microsoft ID, Company name,
 * Primary domain name, Relationship). A customer is known by the directory; the rest of the book's record is left as it is.
 */
export const partnerCenterCustomersFile: ImportFile = {
  name: "Partner Center's customers",
  required: Object.keys(Line.shape),
  columns: Object.keys(Line.shape),
  begin:
    ({ partner, secrets, newId, country }) =>
    (row) =>
      readRow(Line, row, ({ 'Microsoft ID': tenant, 'Company name': name, 'Primary domain name': primary }) => ({
        kind: 'ready',
        about: tenant,
        lane: tenant,
        carryOut: (execute) =>
          execute({
            type: 'import-customer',
            commandId: CommandId.parse(newId()),
            partner,
            id: customerIdOf(secrets, partner, primary),
            isByTenant: true,
            customer: { ...untouched, name, domain: primary, tenant, country: undefined, ...(country === undefined ? {} : { countryOfNew: country }) },
          }),
      })),
};
