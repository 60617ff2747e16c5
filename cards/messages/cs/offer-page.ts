import type { Part } from '../catalogue.ts';
import type { offerPage as english } from '../en/offer-page.ts';

export const offerPage = {} satisfies Part<typeof english>;
