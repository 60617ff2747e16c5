export const customerOffers = {} as const;
