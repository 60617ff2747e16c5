import type { KeyFingerprint } from '../shared/ids.ts';
import type { Secrets } from '../shared/ports.ts';

/** A product key as it may be kept: comparable and readable again with the book's key, but not by eye. */
export interface SealedKey {
  readonly fingerprint: KeyFingerprint;
  readonly sealed: string;
  /** The last five characters, the only part ever shown. */
  readonly ending: string;
}

/** Seals a normalised product key (25 capital letters and digits). The one way in which keys come to rest, from the chat and from files. */
export function sealKey(secrets: Secrets, key: string): SealedKey {
  const fingerprint = secrets.fingerprint(key);
  return { fingerprint, sealed: secrets.seal(key, contextOf(fingerprint)), ending: key.slice(-5) };
}

/** Reads a sealed key again. Throws `Fault('sealed-text-damaged')` when it was sealed for another place or with another book key. */
export function openKey(secrets: Pick<Secrets, 'open'>, key: SealedKey): string {
  return secrets.open(key.sealed, contextOf(key.fingerprint));
}

function contextOf(fingerprint: KeyFingerprint): string {
  return `product-key:${fingerprint}`;
}
