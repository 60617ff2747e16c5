export const partnerOfRecord = {} as const;
