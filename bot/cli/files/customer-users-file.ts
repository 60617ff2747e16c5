import { z } from 'zod';
import type { LicenceCell } from '../../../domain/customers/import-customer-user.ts';
import type { Cell } from '../../../domain/shared/import.ts';
import { CommandId, ObjectId, SubscriptionId } from '../../../domain/shared/ids.ts';
import { customerIdOf, customerUserIdOf, subscriptionIdOf } from '../../../domain/shared/record-ids.ts';
import { boolean, domain, email, guid, optional, parsedBy, readBoolean, reference, required, text } from './cell.ts';
import type { ImportFile, LineTools } from './import-file.ts';
import { readRow } from './import-file.ts';

const [subscriptionId] = reference;

const Line = z.object({
  customerDomain: required(...domain),
  name: required(...text(200)),
  upn: required(...email),
  objectId: optional(...parsedBy(ObjectId, guid)),
  isAdmin: optional(...boolean),
  licensed: optional((cell) => (readBoolean(cell) === undefined ? subscriptionId(cell) : cell), 'yes, no or the id of a subscription'),
});

/** The people of the customers. One lane for each customer, whose free licences are counted by one line at a time. */
export const customerUsersFile: ImportFile = {
  name: 'customer-users.csv',
  required: ['customerDomain', 'name', 'upn'],
  columns: Object.keys(Line.shape),
  begin: (tools) => (row) =>
    readRow(Line, row, ({ customerDomain, licensed, ...user }) => {
      const { partner, secrets, newId } = tools;
      const customer = customerIdOf(secrets, partner, customerDomain);
      const id = customerUserIdOf(secrets, customer, user.upn);
      const command = { type: 'import-customer-user', partner, customer, customerDomain, id, user: { ...user, licence: licenceOf(licensed, tools) } } as const;
      return { kind: 'ready', about: id, lane: customer, carryOut: (execute) => execute({ ...command, commandId: CommandId.parse(newId()) }) };
    }),
};

/** Yes: one in any subscription with a free licence. An id: one in that subscription. */
function licenceOf(cell: Cell<string>, { partner, secrets }: LineTools): LicenceCell | undefined {
  if (cell === undefined) return undefined;
  const isLicensed = cell === null ? false : readBoolean(cell);
  if (isLicensed === false) return { kind: 'none' };
  if (isLicensed === true || cell === null) return { kind: 'any' };
  return { kind: 'in', reference: cell, ids: [SubscriptionId.parse(cell), subscriptionIdOf(secrets, partner, cell)] };
}
