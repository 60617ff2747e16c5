import { z } from 'zod';
import { ProgrammeKind } from '../../../domain/company/records.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import { customerIdOf } from '../../../domain/shared/record-ids.ts';
import { boolean, country, day, domain, email, oneOf, optional, partnerId, required, text } from './cell.ts';
import type { ImportFile } from './import-file.ts';
import { readRow } from './import-file.ts';

const Line = z.object({
  name: required(...text(200)),
  country: required(...country),
  phone: optional(...text(50)),
  email: optional(...email),
  address: optional(...text(500)),
  partnerId: optional(...partnerId),
  programme: optional(...oneOf(ProgrammeKind.options)),
  enrolled: optional(...boolean),
  certifiedForDelegation: optional(...boolean),
  authorisedForDelegation: optional(...boolean),
  authorisedServiceProvider: optional(...boolean),
  distributor: optional(...text(200)),
  openAgreementNumber: optional(...text(50)),
  confirmedOn: optional(...day),
  domain: optional(...domain),
});

/** The partner company and its standing: one line. */
export const companyFile: ImportFile = {
  name: 'company.csv',
  required: ['name', 'country', 'programme'],
  columns: Object.keys(Line.shape),
  begin:
    ({ partner, secrets, newId }) =>
    (row) =>
      readRow(Line, row, (company) => ({
        kind: 'ready',
        about: partner,
        lane: partner,
        carryOut: (execute) =>
          execute({
            type: 'import-company',
            commandId: CommandId.parse(newId()),
            partner,
            company,
            ...(company.domain ? { customerOfDomain: customerIdOf(secrets, partner, company.domain) } : {}),
          }),
      })),
};
