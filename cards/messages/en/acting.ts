export const acting = {} as const;
