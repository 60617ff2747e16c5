import type { z } from 'zod';
import type { CommandType, Execute, Result } from '../../../domain/commands.ts';
import type { TenantId } from '../../../domain/shared/ids.ts';
import type { NewId, Secrets } from '../../../domain/shared/ports.ts';

export type ImportCommand = Extract<CommandType, `import-${string}`>;
export type ImportResult = Result<ImportCommand>;

/** The cells of one line by the names of their columns, tidied; a column the file does not have is absent. */
export type Row = Readonly<Partial<Record<string, string>>>;

/** What lines are read with. */
export interface LineTools {
  readonly partner: TenantId;
  readonly secrets: Secrets;
  readonly newId: NewId;
  /** Of customers whose file names none; said on the command line. */
  readonly country?: string;
}

/** One line, read: wrong in itself, or ready to be carried out. */
export type ReadLine =
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'ready';
      /**
       * What the line is about. A second line about the same is refused: a file that contradicts itself would never come to rest.
       * Absent where several lines may be about the same.
       */
      readonly about?: string;
      /** Lines of one lane are carried out one after the other. */
      readonly lane: string;
      readonly carryOut: (execute: Execute) => Promise<ImportResult>;
    };

/** What is wrong with a cell. `reason` goes on from the column's name: "is empty". */
export interface Problem {
  readonly column: string;
  readonly reason: string;
}

/** One kind of file, recognised by the columns it must have. */
export interface ImportFile {
  readonly name: string;
  readonly required: readonly string[];
  /** All it may have, in the order in which they are written. */
  readonly columns: readonly string[];
  /** Its cells are never printed, not even those of the wrong column. */
  readonly isSecret?: boolean;
  /** Begins an import: what it returns reads the lines of all files of this kind in order. Absent: such a file holds nothing to import. */
  readonly begin?: (tools: LineTools) => (row: Row) => ReadLine;
}

/** Reads a row by its schema, or tells every cell that is wrong. */
export function readRow<T>(schema: z.ZodType<T, Row>, row: Row, then: (line: T) => ReadLine): ReadLine {
  const read = schema.safeParse(row);
  if (read.success) return then(read.data);
  return { kind: 'wrong', problems: read.error.issues.map((issue) => ({ column: String(issue.path[0] ?? ''), reason: issue.message })) };
}

export function wrong(column: string, reason: string): ReadLine {
  return { kind: 'wrong', problems: [{ column, reason }] };
}
