import type { Part } from '../catalogue.ts';
import type { ownCompany as english } from '../en/own-company.ts';

export const ownCompany = {} satisfies Part<typeof english>;
