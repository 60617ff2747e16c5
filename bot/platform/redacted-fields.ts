const unspeakable = new Set(['authorization', 'cookie', 'key', 'keys', 'passphrase', 'password', 'passwords', 'secret', 'secrets', 'text', 'token', 'tokens']);
const hidden = '[redacted]';
const tooDeep = '[deep]';
const deepest = 6;

/** Shapes that give a secret away wherever they stand: a product key, a bearer token, a JSON web token. */
const secretShapes = [
  /(?<![A-Za-z0-9])[A-Za-z0-9]{5}(?:[-\u2010-\u2015 ]?[A-Za-z0-9]{5}){4}(?![A-Za-z0-9])/g,
  /\bBearer\s+[\w.~+/=-]+/gi,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
];

/**
 * The second fence of the log: nobody may give it a key, password, token or what a person wrote, and what slips through stops here.
 *
 * A field is hidden when a word of its name says so (`productKey`, `access_token`, `text`); a count of keys is not a secret.
 * Text that looks like a product key or a token is hidden inside any string.
 */
export function redactedFields(fields: object, depth = 0): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, isUnspeakable(name, value) ? hidden : redacted(value, depth + 1)]));
}

function redacted(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return withoutSecretShapes(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return hidden;
  if (depth >= deepest) return tooDeep;
  if (value instanceof Error) return describedError(value, depth);
  if (Array.isArray(value)) return value.map((item) => redacted(item, depth + 1));
  return redactedFields(value, depth);
}

function isUnspeakable(name: string, value: unknown): boolean {
  if (typeof value === 'number' || typeof value === 'boolean' || value === undefined || value === null) return false;
  return wordsOf(name).some((word) => unspeakable.has(word));
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

function withoutSecretShapes(text: string): string {
  return secretShapes.reduce((rest, shape) => rest.replace(shape, hidden), text);
}

/** Name, code, words and stack of an error and its causes; never its other properties, which may hold a whole request. */
function describedError(error: Error, depth: number): Record<string, unknown> {
  return {
    type: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...wordsOfError(error),
    ...(error.cause === undefined ? {} : { cause: redacted(error.cause, depth + 1) }),
  };
}

/** A SyntaxError quotes the text that it could not read, which may be what a person wrote: its words stay out. */
function wordsOfError(error: Error): { message: string; stack: string | undefined } | { stack: string | undefined } {
  if (error instanceof SyntaxError) return { stack: framesOf(error) };
  return { message: withoutSecretShapes(error.message), stack: framesOf(error) };
}

function framesOf(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
