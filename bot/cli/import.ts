import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { executor } from '../commands/execute.ts';
import { looksLikeKeys } from '../../domain/product-keys/key-in-message.ts';
import type { TenantId } from '../../domain/shared/ids.ts';
import type { Table } from './csv/table.ts';
import { openTable } from './csv/table.ts';
import { printable } from './csv/tidied.ts';
import { dryRunStore } from './dry-run-store.ts';
import { isFileProblem, isWrongArgument } from './failures.ts';
import { country as countryCell } from './files/cell.ts';
import type { ImportFile } from './files/import-file.ts';
import { importFiles } from './files/import-files.ts';
import type { Counts } from './import-report.ts';
import { countsWords } from './import-report.ts';
import type { LineReader } from './import-table.ts';
import { importTable, lineReader } from './import-table.ts';
import type { OperatorCommand, OperatorTools } from './operator-tools.ts';
import { atMostEvery, progressInLines } from './progress.ts';
import { whichPartner } from './which-partner.ts';

const usage = 'Usage: npm run import -- [--partner <tenantId>] [--dry-run] [--country <CZ>] <file.csv>…';

/**
 * Imports files into the book, each line judged on its own. What it does twice, it does once: the same file again changes nothing.
 *
 * Resolves 0 when every line was judged, 1 when a file or a line could not be, 2 for wrong arguments.
 */
export const runImport: OperatorCommand = async (args, given) => {
  const tools: OperatorTools = { ...given, print: (line) => given.print(printable(line)) };
  const asked = argumentsOf(args, tools.partners);
  if ('problem' in asked) {
    tools.print(asked.problem);
    tools.print(usage);
    return 2;
  }
  const tables = await openTables(asked.files, tools.print);
  const counts = await importAll(tables, asked, asked.isDryRun ? rehearsing(tools) : tools);
  if (tables.length > 0) tools.print(`Together: ${countsWords(counts)}${asked.isDryRun ? '. This was a dry run: nothing has changed.' : ''}`);
  if (isBrokenOff(tools)) {
    tools.print('Broken off. The same command again goes on from here.');
    return 1;
  }
  return tables.length === asked.files.length && counts['not-judged'] === 0 ? 0 : 1;
};

interface Asked {
  readonly files: readonly string[];
  readonly partner: TenantId;
  readonly isDryRun: boolean;
  readonly country?: string;
}

function argumentsOf(args: readonly string[], partners: readonly TenantId[]): Asked | { readonly problem: string } {
  try {
    const options = { partner: { type: 'string' }, 'dry-run': { type: 'boolean' }, country: { type: 'string' } } as const;
    const { values, positionals: files } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (files.length === 0) return { problem: 'Name at least one file.' };
    const partner = whichPartner(values.partner, partners);
    if (typeof partner === 'object') return partner;
    const asked: Asked = { files, partner, isDryRun: values['dry-run'] === true };
    return values.country === undefined ? asked : withCountry(asked, values.country);
  } catch (cause) {
    if (isWrongArgument(cause)) return { problem: cause.message };
    throw cause;
  }
}

function withCountry(asked: Asked, text: string): Asked | { readonly problem: string } {
  const [read, form] = countryCell;
  const country = read(text);
  return country === undefined ? { problem: `--country is not ${form}.` } : { ...asked, country };
}

function rehearsing(tools: OperatorTools): OperatorTools {
  const store = dryRunStore(tools.store);
  return { ...tools, store, execute: executor({ store, clock: tools.clock }) };
}

/** The files that can be read, in the order in which they rest on each other; what is wrong with the others is told. */
async function openTables(paths: readonly string[], print: (line: string) => void): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const path of paths) {
    const table = await openOrTell(path, print);
    if (table !== undefined) tables.push(table);
  }
  return tables.toSorted((one, other) => importFiles.indexOf(one.file) - importFiles.indexOf(other.file));
}

async function openOrTell(path: string, print: (line: string) => void): Promise<Table | undefined> {
  const name = basename(path);
  try {
    const table = await openTable(path, importFiles);
    if (table === undefined) print(`${name}: not taken: its first line has the columns of none of ${namesOf(importFiles)}`);
    else if (table.unknownColumns.length > 0) print(`${name}: read as ${table.file.name}; ignored: ${table.unknownColumns.map(shortened).join(', ')}`);
    return table;
  } catch (cause) {
    if (!isFileProblem(cause)) throw cause;
    print(`${name}: not taken: it cannot be read (${cause.code})`);
    return undefined;
  }
}

async function importAll(tables: readonly Table[], { partner, country }: Asked, tools: OperatorTools): Promise<Counts> {
  const readers = new Map<ImportFile, LineReader>();
  const progress = tools.progress === undefined ? progressInLines(tools.clock, tools.print) : atMostEvery(200, tools.clock, tools.progress);
  let together: Counts = { taken: 0, changed: 0, unchanged: 0, refused: 0, 'not-judged': 0 };
  for (const table of tables) {
    if (isBrokenOff(tools)) break;
    if (table.file.begin === undefined) {
      tools.print(`${basename(table.path)}: a list of keys without the keys themselves; there is nothing to import in it`);
      continue;
    }
    const reader =
      readers.get(table.file) ??
      lineReader(table.file.begin({ partner, secrets: tools.secrets, newId: tools.newId, ...(country === undefined ? {} : { country }) }));
    readers.set(table.file, reader);
    together = sum(together, await importTable({ table, reader, progress, tools }));
  }
  return together;
}

// Its operator has gone. No bookmark is kept: it could lie when a file has changed, and a line that was taken is passed over in microseconds.
function isBrokenOff({ gone }: OperatorTools): boolean {
  return gone?.aborted === true;
}

function sum(one: Counts, other: Counts): Counts {
  return {
    taken: one.taken + other.taken,
    changed: one.changed + other.changed,
    unchanged: one.unchanged + other.unchanged,
    refused: one.refused + other.refused,
    'not-judged': one['not-judged'] + other['not-judged'],
  };
}

function namesOf(files: readonly ImportFile[]): string {
  return [...new Set(files.map((file) => file.name))].join(', ');
}

function shortened(column: string): string {
  if (looksLikeKeys(column)) return 'a product key';
  return column.length > 40 ? `${column.slice(0, 40)}…` : column;
}
