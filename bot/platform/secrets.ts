import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Fault } from '../../domain/shared/fault.ts';
import { KeyFingerprint } from '../../domain/shared/ids.ts';
import type { Secrets } from '../../domain/shared/ports.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const sealedForm = /^s1\.([A-Za-z0-9_-]+)$/;

/**
 * Sealing, fingerprints and derived ids from the one key of the book (64 hex characters).
 *
 * Each use has its own key, derived by HKDF-SHA256, so that none of them says anything about another.
 *
 * @throws Fault('configuration') when the key has another form
 */
export function createSecrets(bookKeyHex: string): Secrets {
  if (!/^[0-9a-f]{64}$/i.test(bookKeyHex)) throw new Fault('configuration', { detail: 'the key of the book is not 64 hex characters' });
  const keyFor = (use: string): Buffer => Buffer.from(hkdfSync('sha256', Buffer.from(bookKeyHex, 'hex'), '', `partner-assistant/${use}/1`, 32));
  const sealingKey = keyFor('seal');
  const fingerprintKey = keyFor('fingerprint');
  const idKey = keyFor('id');
  return {
    seal: (plain, context) => seal(sealingKey, plain, context),
    open: (sealed, context) => open(sealingKey, sealed, context),
    fingerprint: (productKey) => KeyFingerprint.parse(createHmac('sha256', fingerprintKey).update(productKey, 'utf8').digest('base64url')),
    deriveId: (...parts) => uuidFrom(createHmac('sha256', idKey).update(JSON.stringify(parts), 'utf8').digest()),
  };
}

function seal(key: Buffer, plain: string, context: string): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(context, 'utf8'));
  const sealed = Buffer.concat([nonce, sealing.update(plain, 'utf8'), sealing.final(), sealing.getAuthTag()]);
  return `s1.${sealed.toString('base64url')}`;
}

function open(key: Buffer, sealed: string, context: string): string {
  const bytes = Buffer.from(sealedForm.exec(sealed)?.[1] ?? '', 'base64url');
  if (bytes.length < nonceBytes + tagBytes) throw new Fault('sealed-text-damaged');
  try {
    const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(context, 'utf8'))
      .setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([opening.update(bytes.subarray(nonceBytes, -tagBytes)), opening.final()]).toString('utf8');
  } catch (cause) {
    throw new Fault('sealed-text-damaged', { cause });
  }
}

/** A version 8 UUID (RFC 9562, custom), because Partner Center takes request ids of this form only. */
function uuidFrom(digest: Buffer): string {
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
