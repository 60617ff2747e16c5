import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runExport } from '../../bot/cli/export.ts';
import { runImport } from '../../bot/cli/import.ts';
import type { OperatorCommand, OperatorTools } from '../../bot/cli/operator-tools.ts';
import { executor } from '../../bot/commands/execute.ts';
import { createSecrets } from '../../bot/platform/secrets.ts';
import { TenantId } from '../../domain/shared/ids.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';

export const northwind = TenantId.parse('11111111-1111-4111-8111-111111111111');
export const rival = TenantId.parse('99999999-9999-4999-8999-999999999999');

/** What an operator's command said and left behind. */
export interface Said {
  readonly code: number;
  readonly lines: readonly string[];
  /** All lines, for matching. */
  readonly text: string;
}

/** An operator at a book of their own, with a folder for files. */
export interface Operator {
  readonly store: Store;
  readonly tools: OperatorTools;
  readonly folder: string;
  /** Writes a file and resolves with its path. */
  readonly file: (name: string, content: string | Uint8Array) => Promise<string>;
  readonly read: (name: string) => Promise<string>;
  readonly imports: (...args: readonly string[]) => Promise<Said>;
  readonly exports: (...args: readonly string[]) => Promise<Said>;
  /** How many commits the book has taken. */
  readonly commits: () => number;
}

/** Runs a test with an operator whose clock stands still, and takes their folder away afterwards. */
export async function withOperator(
  work: (operator: Operator) => Promise<void>,
  options: { readonly partners?: readonly TenantId[]; readonly now?: string } = {},
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-assistant-'));
  try {
    await work(operatorIn(folder, memoryStore(), options));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An operator at this book. */
export function operatorIn(
  folder: string,
  book: Store,
  { partners = [northwind], now = '2026-03-01T10:00:00.000Z' }: { readonly partners?: readonly TenantId[]; readonly now?: string } = {},
): Operator {
  let commits = 0;
  let ids = 0;
  let lines: string[] = [];
  const store: Store = {
    ...book,
    commit: async (commit) => {
      commits++;
      return book.commit(commit);
    },
  };
  const clock = { now: () => new Date(now) };
  const newId = () => `command-${String(++ids)}`;
  const tools: OperatorTools = {
    store,
    execute: executor({ store, clock }),
    secrets: createSecrets('0123456789abcdef'.repeat(4)),
    clock,
    newId,
    partners,
    print: (line) => lines.push(line),
  };
  const say = async (command: OperatorCommand, args: readonly string[]): Promise<Said> => {
    lines = [];
    const code = await command(args, tools);
    return { code, lines, text: lines.join('\n') };
  };
  return {
    store,
    tools,
    folder,
    file: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    read: async (name) => readFile(join(folder, name), 'utf8'),
    imports: async (...args) => say(runImport, args),
    exports: async (...args) => say(runExport, args),
    commits: () => commits,
  };
}
