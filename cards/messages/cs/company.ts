import type { Part } from '../catalogue.ts';
import type { company as english } from '../en/company.ts';

export const company = {} satisfies Part<typeof english>;
