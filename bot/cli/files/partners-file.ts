import { z } from 'zod';
import { CommandId } from '../../../domain/shared/ids.ts';
import { PartnerIdKind } from '../../../domain/partner-of-record/records.ts';
import { oneOf, optional, partnerId, required, text } from './cell.ts';
import type { ImportFile } from './import-file.ts';
import { readRow, wrong } from './import-file.ts';

const Line = z.object({
  partnerId: required(...partnerId),
  name: optional(...text(200)),
  kind: required(...oneOf(PartnerIdKind.options)),
});

/** Other partners by their Microsoft Partner ID. `unknown` is how an export writes one that was only typed; all others need a name. */
export const partnersFile: ImportFile = {
  name: 'partners.csv',
  required: ['partnerId', 'name', 'kind'],
  columns: Object.keys(Line.shape),
  begin:
    ({ partner, newId }) =>
    (row) =>
      readRow(Line, row, (known) =>
        known.kind !== 'unknown' && typeof known.name !== 'string'
          ? wrong('name', 'is empty')
          : {
              kind: 'ready',
              about: known.partnerId,
              lane: known.partnerId,
              carryOut: (execute) => execute({ type: 'import-known-partner', commandId: CommandId.parse(newId()), partner, known }),
            },
      ),
};
