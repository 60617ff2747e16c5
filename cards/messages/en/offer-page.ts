export const offerPage = {} as const;
