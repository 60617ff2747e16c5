import { randomUUID } from 'node:crypto';
import type { NewId } from '../../domain/shared/ports.ts';

/** A random UUID from the machine's source of chance. */
export const newId: NewId = () => randomUUID();
