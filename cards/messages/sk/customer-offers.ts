import type { Part } from '../catalogue.ts';
import type { customerOffers as english } from '../en/customer-offers.ts';

export const customerOffers = {} satisfies Part<typeof english>;
