/** One line of a text as an editor counts it, from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
  /** Longer than `longestLine`: `text` holds its beginning only. */
  readonly isTooLong: boolean;
}

/** Longer than any honest line; keeps a file without line ends from filling the memory. In characters. */
export const longestLine = 65_536;

// A return at the very end of a piece waits for the next one: its line feed may come there.
const lineEnd = /\r\n|\n|\r(?!$)/;

/** The lines of a text that comes in pieces. Ends of all three kinds count (LF, CR LF, CR). */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 1;
  let rest = '';
  let isTooLong = false;
  for await (const piece of pieces) {
    const parts = `${rest}${piece}`.split(lineEnd);
    rest = parts.pop() ?? '';
    for (const text of parts) {
      yield line(number, text, isTooLong);
      number++;
      isTooLong = false;
    }
    if (rest.length <= longestLine) continue;
    rest = rest.slice(0, longestLine) + (rest.endsWith('\r') ? '\r' : '');
    isTooLong = true;
  }
  if (rest !== '') yield line(number, rest.endsWith('\r') ? rest.slice(0, -1) : rest, isTooLong);
}

function line(number: number, text: string, wasTooLong: boolean): Line {
  const isTooLong = wasTooLong || text.length > longestLine;
  return { number, text: isTooLong ? text.slice(0, longestLine) : text, isTooLong };
}
