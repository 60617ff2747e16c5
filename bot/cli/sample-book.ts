import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '../../domain/shared/dates.ts';
import { addDays } from '../../domain/shared/dates.ts';
import type { CellValue } from './csv/csv-text.ts';
import { byteOrderMark, csvText } from './csv/csv-text.ts';
import { sampleKeys } from './sample-keys.ts';
import { sampleCustomers, sampleCustomerUsers, samplePeople } from './sample-people.ts';
import { sampleDomain, sampleSubscriptions } from './sample-subscriptions.ts';

type Rows = readonly (readonly CellValue[])[];

/** One file of the sample book: what `npm run import` would read. */
export interface SampleFile {
  readonly name: string;
  readonly content: string;
}

/** A partner to try the assistant with: fully entitled, its people, customers, stock, and subscriptions at every stage of their term on this day. */
export function sampleBook(today: Day): readonly SampleFile[] {
  const files: Readonly<Record<string, Rows>> = {
    'company.csv': company(today),
    'users.csv': samplePeople,
    'partners.csv': samplePartners,
    'customers.csv': sampleCustomers,
    'subscriptions.csv': sampleSubscriptions(today),
    'customer-users.csv': sampleCustomerUsers,
    'keys.csv': sampleKeys(today),
  };
  return Object.entries(files).map(([name, rows]) => ({ name, content: csvText(rows) }));
}

/** Writes the sample book where a person can open it, to see what it holds and to copy keys from. Resolves with the paths, in the order to import them. */
export async function writeSampleFiles(folder: string, today: Day): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const files = sampleBook(today).map(({ name, content }) => ({ path: join(folder, name), content: `${byteOrderMark}${content}` }));
  for (const { path, content } of files) await writeFile(path, content);
  return files.map(({ path }) => path);
}

/** Others whose Microsoft Partner ID may stand on a subscription: one who is offered, and one who never may on an indirect sale. */
const samplePartners: Rows = [
  ['partnerId', 'name', 'kind'],
  ['2345678', 'Adatum IT služby', 'reseller'],
  ['3456789', 'Fabrikam Distribution', 'provider'],
];

function company(today: Day): Rows {
  const facts: Readonly<Record<string, CellValue>> = {
    name: 'Northwind Partner',
    country: 'CZ',
    phone: '+420 555 010 010',
    email: 'info@northwind-partner.example',
    address: 'Vymyšlená 12, 602 00 Brno',
    partnerId: '1234567',
    programme: 'advisor',
    enrolled: true,
    certifiedForDelegation: true,
    authorisedForDelegation: true,
    authorisedServiceProvider: true,
    distributor: 'Fabrikam Distribution',
    openAgreementNumber: undefined, // asked once in the chat
    confirmedOn: addDays(today, -30),
    domain: sampleDomain,
  };
  return [Object.keys(facts), Object.values(facts)];
}
