import type { PartnerUser } from '../company/records.ts';
import type { TenantId } from '../shared/ids.ts';

/**
 * Who looks after a customer, or after something that is to be done: the person named, as long as they are one of the partner's people; else
 * the default one (mission, rows 11 and 13). The one place that says so, for cards, lists, tasks and notices.
 *
 * `named`: what the book knows of them today, `undefined` for nobody, for somebody it never knew and for somebody who was removed.
 */
export function effectiveOwner(partner: TenantId, named: PartnerUser | undefined, byDefault: PartnerUser | undefined): PartnerUser | undefined {
  return [named, byDefault].find((each) => each?.tenant === partner);
}

/** The default owner: the first global admin by name, of the rows of `global-admins-of-partner`; `except` for somebody who is about to go. */
export function defaultOwner(globalAdmins: readonly PartnerUser[], except?: PartnerUser['person']): PartnerUser | undefined {
  return globalAdmins.find(({ person }) => person !== except);
}
