import type { KeyFingerprint } from './ids.ts';

/** The present. Production reads the machine's clock; tests set and advance it. */
export interface Clock {
  now(): Date;
}

/** A new unguessable id (a random UUID). */
export type NewId = () => string;

/** Runs work later. Everything that waits goes through this, so that tests never sleep. */
export interface Timers {
  /** Runs `work` once, `ms` from now. Returns a function that calls it off. */
  after(ms: number, work: () => void): () => void;
  /** Runs `work` every `ms`. Returns a function that ends it. */
  every(ms: number, work: () => void): () => void;
}

/**
 * Keeps product keys and what people typed unreadable at rest.
 *
 * `context` binds a sealed text to the place it belongs to: opened elsewhere it fails.
 */
export interface Secrets {
  /** Encrypts with AES-256-GCM; never gives the same text twice. */
  seal(plain: string, context: string): string;
  /** Decrypts what `seal` made. Throws `Fault('sealed-text-damaged')` for anything else. */
  open(sealed: string, context: string): string;
  /** Keyed digest of a normalised product key, for uniqueness. */
  fingerprint(productKey: string): KeyFingerprint;
  /** Stable id from its parts: the same parts give the same id, in this installation only. */
  deriveId(...parts: readonly string[]): string;
}

/** Structured log. Never give it a key, password, token or what a person wrote. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}
export type LogFields = Readonly<Record<string, unknown>>;
