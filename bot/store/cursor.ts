import { z } from 'zod';
import type { Row } from './sorted-rows.ts';

const Cursor = z.tuple([z.string(), z.string()]);

/** The opaque text that stands for "everything behind this row". */
export function cursorAfter(row: Row): string {
  return Buffer.from(JSON.stringify([row.sort, row.id])).toString('base64url');
}

/** The row a cursor stands for. A text that is no cursor (a forged button) reads as none: the list starts anew. */
export function rowOfCursor(cursor: string): Row | undefined {
  try {
    const parsed = Cursor.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return parsed.success ? { sort: parsed.data[0], id: parsed.data[1] } : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
