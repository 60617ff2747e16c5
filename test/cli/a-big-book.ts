import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes customers.csv with so many customers and subscriptions.csv with three subscriptions for each; resolves with the paths. */
export async function writeBigBook(folder: string, customers: number): Promise<readonly string[]> {
  const files = { 'customers.csv': customerLines(customers), 'subscriptions.csv': subscriptionLines(customers) };
  for (const [name, lines] of Object.entries(files)) await pipeline(Readable.from(lines), createWriteStream(join(folder, name)));
  return Object.keys(files).map((name) => join(folder, name));
}

function* customerLines(customers: number): Generator<string> {
  yield 'customer,domain,tenantId,country,language,contactName,contactEmail,owner,partnerOfRecord\n';
  for (let index = 0; index < customers; index++) {
    const domain = domainOf(index);
    yield `"Zákazník č. ${index}",${domain},,CZ,cs,Jiří Novák,jiri@${domain},,true\n`;
  }
}

function* subscriptionLines(customers: number): Generator<string> {
  yield 'customerDomain;subscriptionId;plan;channel;seats;startsOn;endsOn;autoRenews;term;partnerOfRecord\n';
  const plans = ['business-basic', 'business-standard', 'business-premium'];
  for (let index = 0; index < customers * 3; index++) {
    const day = `${1 + (index % 28)}.${1 + (index % 12)}`;
    yield `${domainOf(Math.floor(index / 3))};44444444-0000-4000-8000-${String(index).padStart(12, '0')};${plans[index % 3] ?? ''};csp;${1 + (index % 300)};${day}.2025;${day}.2026;ne;P1Y;\n`;
  }
}

function domainOf(index: number): string {
  return `customer-${index}.example`;
}
