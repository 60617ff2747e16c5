/** One row of an index: which record, and where it stands. */
export interface Row {
  readonly sort: string;
  readonly id: string;
}

/** Rows in order of (sort, id), compared by code unit; each at most once. */
export interface SortedRows {
  readonly isEmpty: () => boolean;
  readonly add: (row: Row) => void;
  readonly drop: (row: Row) => void;
  /** How many rows stand before the border. */
  readonly rank: (isBefore: IsBefore) => number;
  /** The rows behind the border, lazily and in order. */
  readonly from: (isBefore: IsBefore) => Iterable<Row>;
}

/** Says of a row whether it stands before a border: true for all rows up to it, false for all behind it. */
export type IsBefore = (row: Row) => boolean;

const fullBlock = 512;

/**
 * Sorted rows that stay cheap to change at any size.
 *
 * One flat array would move half of itself on each insertion, which makes an import quadratic; blocks of at most
 * {@link fullBlock} rows move a few kilobytes at most, and counting adds up one length per block.
 */
export function sortedRows(): SortedRows {
  const blocks: Row[][] = [];

  function add(row: Row): void {
    const at = place(blocks, (other) => precedes(other, row));
    const block = blocks[at.block] ?? blocks.at(-1);
    if (block === undefined) {
      blocks.push([row]);
      return;
    }
    const blockIndex = Math.min(at.block, blocks.length - 1);
    const offset = blockIndex === at.block ? at.offset : block.length;
    if (isSame(block[offset], row)) return;
    block.splice(offset, 0, row);
    if (block.length > fullBlock) blocks.splice(blockIndex + 1, 0, block.splice(offset === fullBlock ? fullBlock : fullBlock / 2));
  }

  function drop(row: Row): void {
    const at = place(blocks, (other) => precedes(other, row));
    const block = blocks[at.block];
    if (block === undefined || !isSame(block[at.offset], row)) return;
    block.splice(at.offset, 1);
    if (block.length === 0) blocks.splice(at.block, 1);
  }

  function rank(isBefore: IsBefore): number {
    const at = place(blocks, isBefore);
    return blocks.slice(0, at.block).reduce((rows, block) => rows + block.length, at.offset);
  }

  function* from(isBefore: IsBefore): Iterable<Row> {
    const at = place(blocks, isBefore);
    let offset = at.offset;
    for (let index = at.block; index < blocks.length; index += 1, offset = 0) yield* (blocks[index] ?? []).slice(offset);
  }

  return { isEmpty: () => blocks.length === 0, add, drop, rank, from };
}

/** The first row that is not before the border; a block past the last one when there is none. */
function place(blocks: readonly (readonly Row[])[], isBefore: IsBefore): { readonly block: number; readonly offset: number } {
  const block = firstIndex(blocks.length, (index) => {
    const last = blocks[index]?.at(-1);
    return last !== undefined && isBefore(last);
  });
  const rows = blocks[block] ?? [];
  const offset = firstIndex(rows.length, (index) => {
    const row = rows[index];
    return row !== undefined && isBefore(row);
  });
  return { block, offset };
}

/** Binary search: the first index below `length` for which `isBefore` is false, else `length`. */
function firstIndex(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function precedes(one: Row, other: Row): boolean {
  return one.sort === other.sort ? one.id < other.id : one.sort < other.sort;
}

function isSame(one: Row | undefined, other: Row): boolean {
  return one !== undefined && one.sort === other.sort && one.id === other.id;
}
