import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { TenantId } from '../../domain/shared/ids.ts';
import { byteOrderMark, csvLine } from './csv/csv-text.ts';
import type { ExportFile } from './export-rows.ts';
import { exportFiles } from './export-rows.ts';
import { isFileProblem, isWrongArgument } from './failures.ts';
import type { OperatorCommand, OperatorTools } from './operator-tools.ts';
import { whichPartner } from './which-partner.ts';

const usage = [
  'Usage: npm run export -- --to <folder> [--partner <tenantId>] [--with-keys]   the book as files that can be imported',
  '       npm run export -- --audit [--to <folder>] [--partner <tenantId>]       who did what, one JSON line each',
];

/**
 * Writes a partner's book as the files `npm run import` reads, or the audit as JSON lines. Importing an export changes nothing.
 *
 * Product keys are written by their last five characters, in full only with `--with-keys`. Only the owner of the files may read them.
 * Resolves 0 when everything was written, 1 when a file could not be, 2 for wrong arguments.
 */
export const runExport: OperatorCommand = async (args, tools) => {
  const asked = argumentsOf(args, tools.partners);
  if ('problem' in asked) {
    for (const line of [asked.problem, ...usage]) tools.print(line);
    return 2;
  }
  try {
    await carryOut(asked, tools);
    return 0;
  } catch (cause) {
    if (!isFileProblem(cause)) throw cause;
    tools.print(`Not everything was written: ${cause.code}`);
    return 1;
  }
};

type Asked =
  | { readonly what: 'book'; readonly folder: string; readonly partner: TenantId; readonly isWithKeys: boolean }
  | { readonly what: 'audit'; readonly folder: string | undefined; readonly partner: TenantId | undefined };

function argumentsOf(args: readonly string[], partners: readonly TenantId[]): Asked | { readonly problem: string } {
  try {
    const options = { to: { type: 'string' }, partner: { type: 'string' }, audit: { type: 'boolean' }, 'with-keys': { type: 'boolean' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const partner = values.audit === true && values.partner === undefined ? undefined : whichPartner(values.partner, partners);
    if (typeof partner === 'object') return partner;
    if (values.audit === true || partner === undefined) return { what: 'audit', folder: values.to, partner };
    if (values.to === undefined) return { problem: 'Name the folder to write to.' };
    return { what: 'book', folder: values.to, partner, isWithKeys: values['with-keys'] === true };
  } catch (cause) {
    if (isWrongArgument(cause)) return { problem: cause.message };
    throw cause;
  }
}

async function carryOut(asked: Asked, tools: OperatorTools): Promise<void> {
  if (asked.folder !== undefined) await mkdir(asked.folder, { recursive: true });
  if (asked.what === 'book') return exportBook(asked, tools);
  if (asked.folder === undefined) {
    for await (const line of auditLines(tools, asked.partner)) {
      tools.print(line);
      await tools.drained?.();
    }
    return;
  }
  const path = join(asked.folder, 'audit.jsonl');
  await writePrivately(path, withLineEnds(auditLines(tools, asked.partner)));
  tools.print(path);
}

async function exportBook({ folder, partner, isWithKeys }: Extract<Asked, { readonly what: 'book' }>, tools: OperatorTools): Promise<void> {
  for (const file of exportFiles({ store: tools.store, partner }, isWithKeys ? tools.secrets : undefined)) {
    const path = join(folder, file.name);
    const written = { rows: 0 };
    await writePrivately(path, linesOf(file, written));
    tools.print(`${path}: ${written.rows} ${written.rows === 1 ? 'line' : 'lines'}`);
  }
  if (isWithKeys) tools.print('keys.csv holds product keys in full. Keep it where only you can read it, and delete it when it has served.');
}

async function* linesOf({ columns, rows }: ExportFile, written: { rows: number }): AsyncGenerator<string> {
  yield `${byteOrderMark}${csvLine(columns)}`;
  for await (const row of rows) {
    written.rows++;
    yield csvLine(columns.map((column) => row[column]));
  }
}

async function* auditLines({ store }: OperatorTools, partner: TenantId | undefined): AsyncGenerator<string> {
  for await (const event of store.auditTrail()) if (partner === undefined || event.partner === partner) yield JSON.stringify(event);
}

async function* withLineEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

/** Writes a file that only its owner can read, whole or not at all. */
async function writePrivately(path: string, text: AsyncIterable<string>): Promise<void> {
  const unfinished = `${path}.part`;
  await rm(unfinished, { force: true });
  await pipeline(Readable.from(text), createWriteStream(unfinished, { flags: 'wx', mode: 0o600 }));
  await rename(unfinished, path);
}
