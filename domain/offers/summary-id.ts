import type { OfferKind } from './records.ts';

const letters: Readonly<Record<OfferKind, string>> = { trial: 'T', purchase: 'P', 'delegated-admin': 'D' };
/** Crockford's base 32: neither I, L, O nor U, so that it can be read out on the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 9;

/**
 * What people read to each other on the telephone: `T-7K2M9QPXA`. The same `derived` (an id in hexadecimal digits, as `deriveId` gives it)
 * always has the same one; nothing can be read back from it.
 */
export function summaryIdOf(kind: OfferKind, derived: string): string {
  const digits = BigInt(`0x0${derived.replace(/[^0-9a-f]/gi, '')}`);
  const characters = Array.from({ length }, (_, place) => alphabet.charAt(Number((digits >> BigInt(5 * place)) & 31n)));
  return `${letters[kind]}-${characters.join('')}`;
}
