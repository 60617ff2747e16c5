/** Something broke that nobody asked for. Thrown once, caught once at the adapter (a card with a short error id). */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;

  constructor(code: FaultCode, options?: { readonly detail?: string; readonly cause?: unknown }) {
    super(options?.detail === undefined ? code : `${code}: ${options.detail}`, { cause: options?.cause });
    this.code = code;
  }
}

export type FaultCode =
  | 'book-damaged'
  | 'book-in-use'
  | 'book-of-another-version'
  | 'book-write-failed'
  | 'configuration'
  | 'import-unreadable'
  | 'playground-failed'
  | 'sealed-text-damaged'
  | 'send-failed'
  | 'still-in-conflict'
  | 'unreachable';
