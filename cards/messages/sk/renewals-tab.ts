import type { Part } from '../catalogue.ts';
import type { renewalsTab as english } from '../en/renewals-tab.ts';

export const renewalsTab = {} satisfies Part<typeof english>;
