import type { Guide } from '../shared/guides.ts';

/** Domains of the own company, in Microsoft's admin centre (mission, row 12). */
export const domainsAtMicrosoft: Guide = {
  link: 'https://admin.microsoft.com/Adminportal/Home#/Domains',
  source: 'Linked so from Microsoft’s public documentation (Settings > Domains, MicrosoftDocs/microsoft-365-docs); not opened from the build machine',
  checkedOn: '2026-11-20',
};

/** Service settings of the own company, there, too. */
export const serviceSettingsAtMicrosoft: Guide = {
  link: 'https://admin.microsoft.com/Adminportal/Home#/Settings/Services',
  source: 'The page on which Microsoft’s public documentation links single services (Settings > Org settings > Services); not opened from the build machine',
  checkedOn: '2026-11-20',
};
