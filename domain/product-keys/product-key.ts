/** What a person typed for one product key, judged. Nothing is ever corrected for them but case, separators and full-width forms. */
export type KeyReading = WellFormedKey | MalformedKey | RepeatedKey;

export interface WellFormedKey {
  readonly kind: 'well-formed';
  /** 25 capital letters and digits, without separators. */
  readonly key: string;
  readonly ending: string;
}

export interface MalformedKey {
  readonly kind: 'malformed';
  /** As typed, without the space around it. To be shown to the one who typed it, and to nobody and nothing else. */
  readonly typed: string;
  /** Characters without separators; 25 when only a strange one is wrong. */
  readonly length: number;
  readonly strange: readonly StrangeCharacter[];
  readonly lookAlikes: readonly LookAlike[];
}

/** A well-formed key that already stands further up in the same block. */
export interface RepeatedKey {
  readonly kind: 'repeated';
  readonly key: string;
  readonly ending: string;
  /** Which reading of the block was the first one, counted from 1. */
  readonly firstAt: number;
}

/** A character that no product key has. Positions count from 1, separators left out. */
export interface StrangeCharacter {
  readonly position: number;
  readonly character: string;
}

/** A character easily taken for another on a printed card (mission, row 1). Positions count from 1, separators left out. */
export interface LookAlike {
  readonly position: number;
  readonly character: string;
  readonly couldBe: readonly string[];
}

/** A product key has 25 letters and digits. */
export const keyLength = 25;

const lookAlikesOf: Readonly<Record<string, readonly string[]>> = {
  '0': ['O'],
  O: ['0'],
  '5': ['S'],
  S: ['5'],
  '1': ['I', 'L'],
  I: ['1', 'L'],
  L: ['1', 'I'],
  '8': ['B'],
  B: ['8'],
};

/**
 * Reads a pasted block: one key per line, or separated by commas, semicolons or tabs.
 * A key typed in groups with spaces or dashes on one line is one key; several whole keys on one line are several.
 *
 * @example readKeys('abcde-12345-fghij-67890-klmno') // [{ kind: 'well-formed', key: 'ABCDE12345FGHIJ67890KLMNO', ending: 'KLMNO' }]
 */
export function readKeys(block: string): readonly KeyReading[] {
  const firstAt = new Map<string, number>();
  return piecesOf(block).map((piece, index) => {
    const key = normalised(piece);
    if (!isWellFormed(key)) return malformed(piece, key);
    const first = firstAt.get(key);
    if (first !== undefined) return { kind: 'repeated', key, ending: endingOf(key), firstAt: first };
    firstAt.set(key, index + 1);
    return { kind: 'well-formed', key, ending: endingOf(key) };
  });
}

/** The characters of a normalised key that are easily mistaken for others. Pointed at, never corrected. */
export function lookAlikes(key: string): readonly LookAlike[] {
  return [...key].flatMap((character, index) => {
    const couldBe = lookAlikesOf[character];
    return couldBe === undefined ? [] : [{ position: index + 1, character, couldBe }];
  });
}

/** Upper case, without spaces, dashes and invisible characters; full-width forms made narrow. Anything else stays, to be pointed at. */
export function normalised(typed: string): string {
  return [...typed.replace(separators, '')].map(narrowCapital).join('');
}

// Lengthens no text and changes no letter into another: 'ß' and 'ı' stay strange characters instead of becoming SS and I.
function narrowCapital(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : character;
  return /^[a-z]$/.test(narrow) ? narrow.toUpperCase() : narrow;
}

// White space, invisible format characters, and everything that is drawn as a short horizontal line.
const separators = /[\s\p{Cf}\p{Pd}_\u02d7\u2043\u2212\u2500\u30fc\uff70]/gu;

function isWellFormed(key: string): boolean {
  return /^[A-Z0-9]{25}$/.test(key);
}

function endingOf(key: string): string {
  return key.slice(-5);
}

function malformed(piece: string, key: string): MalformedKey {
  const strange = [...key].flatMap((character, index) => (/^[A-Z0-9]$/.test(character) ? [] : [{ position: index + 1, character }]));
  return { kind: 'malformed', typed: piece.trim(), length: [...key].length, strange, lookAlikes: lookAlikes(key) };
}

function piecesOf(block: string): readonly string[] {
  return block
    .split(/[\r\n\u0085\u2028\u2029\t,;\u3001\uff0c\uff1b]+/u)
    .flatMap((line) => wholeKeysOf(line) ?? [line])
    .filter((piece) => normalised(piece) !== '');
}

// `undefined` unless every word of the line is a whole key by itself.
function wholeKeysOf(line: string): readonly string[] | undefined {
  const words = line.split(/\s+/u).filter((word) => word !== '');
  return words.length > 1 && words.every((word) => isWellFormed(normalised(word))) ? words : undefined;
}
