import { z } from 'zod';
import { sealKey } from '../../../domain/product-keys/sealed-key.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import { day, oneOf, optional, plan, productKey, required, seats, text } from './cell.ts';
import type { ImportFile } from './import-file.ts';
import { readRow } from './import-file.ts';

const Line = z.object({
  key: productKey,
  plan: required(...plan),
  seats: optional(...seats),
  boughtOn: optional(...day),
  orderRef: optional(...text(100)),
  state: optional(...oneOf(['in-stock', 'used'])),
});

/** The stock of product keys. A key is sealed as soon as it is read. */
export const keysFile: ImportFile = {
  name: 'keys.csv',
  required: ['key', 'plan'],
  columns: Object.keys(Line.shape),
  isSecret: true,
  begin:
    ({ partner, secrets, newId }) =>
    (row) =>
      readRow(Line, row, ({ key: plain, seats: count, state, ...line }) => {
        const key = sealKey(secrets, plain);
        const command = { type: 'import-product-key', partner, key, seats: count ?? undefined, state: state ?? undefined, ...line } as const;
        return {
          kind: 'ready',
          about: key.fingerprint,
          lane: key.fingerprint,
          carryOut: (execute) => execute({ ...command, commandId: CommandId.parse(newId()) }),
        };
      }),
};

/** The export of the stock without the keys themselves. */
export const keyEndingsFile: ImportFile = {
  name: 'keys.csv',
  required: ['ending', 'plan', 'seats', 'state'],
  columns: ['ending', 'plan', 'seats', 'boughtOn', 'orderRef', 'state', 'usedOn'],
};
