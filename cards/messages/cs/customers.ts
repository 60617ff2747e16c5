import type { Part } from '../catalogue.ts';
import type { customers as english } from '../en/customers.ts';

export const customers = {} satisfies Part<typeof english>;
