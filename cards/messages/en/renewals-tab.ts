export const renewalsTab = {};
