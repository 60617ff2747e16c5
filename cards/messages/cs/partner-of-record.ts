import type { Part } from '../catalogue.ts';
import type { partnerOfRecord as english } from '../en/partner-of-record.ts';

export const partnerOfRecord = {} satisfies Part<typeof english>;
