export const ownCompany = {} as const;
