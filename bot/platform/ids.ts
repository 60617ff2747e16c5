import { randomBytes, randomUUID } from 'node:crypto';
import { OfferCode } from '../../domain/shared/ids.ts';
import type { NewCode, NewId } from '../../domain/shared/ports.ts';

/** A random UUID from the machine's source of chance. */
export const newId: NewId = () => randomUUID();

/** 128 bits from the machine's source of chance, in base64url. */
export const newCode: NewCode = () => OfferCode.parse(randomBytes(16).toString('base64url'));
