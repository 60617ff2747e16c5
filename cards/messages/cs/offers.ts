import type { Part } from '../catalogue.ts';
import type { offers as english } from '../en/offers.ts';

export const offers = {} satisfies Part<typeof english>;
