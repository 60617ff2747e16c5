import type { Part } from '../catalogue.ts';
import type { acting as english } from '../en/acting.ts';

export const acting = {} satisfies Part<typeof english>;
