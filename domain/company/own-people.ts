import type { PersonId, TenantId } from '../shared/ids.ts';
import type { PartnerUser } from './records.ts';
import { mayActInCompany } from './rights.ts';

/** Whom a change of the own people is about, and who makes it. */
export interface PeopleState {
  readonly user: PartnerUser | undefined;
  readonly known: PartnerUser | undefined;
  /** Global admins of the partner besides the one it is about. */
  readonly otherGlobalAdmins: number;
}

/** What the person shall have afterwards; undefined when they are taken out of the book. */
type Rights = Pick<PartnerUser, 'companyRole' | 'supportedCompanies'> | undefined;

/**
 * Whether one may give another these rights (mission, row 12): people are managed by global and user admins, global admins by their like;
 * a user admin gives nothing to themselves and full administration to nobody, and the last global admin stays one.
 */
export function mayGiveRights(
  { user, known, otherGlobalAdmins }: PeopleState,
  { by, person, partner }: { readonly by: PersonId; readonly person: PersonId; readonly partner: TenantId },
  rights: Rights,
): 'yes' | 'person-lacks-right' | 'global-admins-only' | 'last-global-admin' {
  if (user?.tenant !== partner || !mayActInCompany(user, 'own-users')) return 'person-lacks-right';
  const isGlobal = known?.companyRole === 'global-admin';
  const becomesGlobal = rights?.companyRole === 'global-admin';
  const givesFull = rights?.supportedCompanies === 'full' && known?.supportedCompanies !== 'full';
  const givesOwn = by === person && !isSame(known, rights);
  if (!mayActInCompany(user, 'give-rights') && (isGlobal || becomesGlobal || givesFull || givesOwn)) return 'global-admins-only';
  return isGlobal && !becomesGlobal && otherGlobalAdmins === 0 ? 'last-global-admin' : 'yes';
}

function isSame(known: PartnerUser | undefined, rights: Rights): boolean {
  return known?.companyRole === rights?.companyRole && known?.supportedCompanies === rights?.supportedCompanies;
}
