import type { ChecklistItemId } from '../customers/records.ts';
import type { TenantId } from './ids.ts';

/** A page of Microsoft's that says how. */
export interface Guide {
  readonly link: string;
  readonly source: string;
  readonly checkedOn: string;
}

const m365Docs = 'Path in the public repository MicrosoftDocs/microsoft-365-docs; not opened from the build machine';

function m365(page: string): Guide {
  return { link: `https://learn.microsoft.com/microsoft-365/${page}`, source: m365Docs, checkedOn: '2026-11-20' };
}

/** One guide for each task after set-up (mission, row 5). No locale in the address: Microsoft shows the reader's own. */
export const checklistGuides: Readonly<Record<ChecklistItemId, Guide>> = {
  'add-users': m365('admin/add-users/add-users'),
  'move-data': m365('admin/setup/migrate-email-and-contacts-admin'),
  domain: m365('admin/setup/add-domain'),
  'partner-of-record': m365('admin/misc/add-partner'),
  'delegated-admin': {
    link: 'https://learn.microsoft.com/partner-center/customers/gdap-introduction',
    source: 'Linked so from Microsoft’s public documentation repositories; not opened from the build machine',
    checkedOn: '2026-11-20',
  },
};

/** Where a person enters the keys at Microsoft: the hand-off of a redemption, which no public interface can do for them. */
export const redeemAtMicrosoft: Guide = {
  link: 'https://microsoft365.com/setupbusiness',
  source: 'The page Microsoft’s own guide names (microsoft-365/commerce/enter-your-product-key.md); not opened from the build machine',
  checkedOn: '2026-11-20',
};

/** For a customer, or anyone who is not a partner: Microsoft's page about entering a product key. */
export const enterYourProductKey: Guide = m365('commerce/enter-your-product-key');

/** More users or a renewal with a key: the part of Microsoft's guide for a subscription that exists. */
export const productKeyForExistingSubscription: Guide = m365('commerce/licenses/add-licenses-using-product-key');

/** Where a partner orders for customers and asks for or ends delegated administration; the steps beside it name the workspace. */
export const partnerCenter: Guide = {
  link: 'https://partner.microsoft.com/dashboard',
  source: 'Partner Center itself; workspaces as named in learn.microsoft.com/partner-center/developer/create-an-order; not opened from the build machine',
  checkedOn: '2026-11-20',
};

/** Where a customer's own admins sign in: it opens the admin centre of their own directory. */
export const ownAdminCentre: Guide = {
  link: 'https://admin.microsoft.com',
  source: 'Microsoft 365 admin centre, as Microsoft’s documentation names it; not opened from the build machine',
  checkedOn: '2026-11-20',
};

/** The admin centre of one customer, for who may administer it on their behalf; where its directory is not known, Partner Center lists it. */
export function adminCentreOf(tenant: TenantId | undefined): Guide {
  if (tenant === undefined) return partnerCenter;
  return {
    link: `https://admin.microsoft.com/Partner/BeginClientSession.aspx?CTID=${tenant}&CSDEST=o365admincenter`,
    source: 'The address behind Partner Center’s own link, as tools of partners use it; not opened from the build machine',
    checkedOn: '2026-11-20',
  };
}

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
