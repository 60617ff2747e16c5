import type { Partner, PartnerUser, ProgrammeKind } from './records.ts';
import { mayActForCustomers, rightNeeded } from './rights.ts';

/** Jobs that depend on the company's standing and the person's right (mission, Eligibility). */
export type Job = 'product-keys' | 'partner-of-record' | 'trial-invitation' | 'purchase-offer' | 'delegation-in-offer' | 'delegated-admin-offer';

/** Whether a person may do a job; if not, what is missing and who can change it, before anything is typed. */
export type Eligibility =
  | { readonly kind: 'eligible' }
  /** The person has no right in supported companies that allows it; a global admin can give it. */
  | { readonly kind: 'person-lacks-right'; readonly needed: 'limited' | 'full' }
  /** The company's standing does not allow it; a global admin keeps these facts. */
  | { readonly kind: 'company-lacks'; readonly missing: Need }
  | { readonly kind: 'company-unknown' };

/**
 * The eligibility table of the mission (row 10); the person's right comes from `rights.ts`. The order of the needs is the order in
 * which they are told.
 *
 * Product keys: an advisor, or today's indirect reseller, with an authorised distributor on file; a direct-bill partner by its own contract.
 * Partner of record: an advisor, or an indirect reseller by its own ID; a direct-bill partner sells itself, and has no other partner of record.
 * Delegation: an advisor who is certified for it, on its own only when enrolled, too; of a CSP any Admin agent.
 */
export function eligibility(job: Job, partner: Partner | undefined, user: PartnerUser | undefined): Eligibility {
  if (partner === undefined) return { kind: 'company-unknown' };
  // A person of another company has no right in this one, whatever their own company gave them.
  const own = user?.tenant === partner.tenant ? user : undefined;
  if (!mayActForCustomers(own, job)) return { kind: 'person-lacks-right', needed: rightNeeded[job] };
  const missing = needs[job][partner.standing.programme].find((need) => !has(partner, need));
  return missing === undefined ? { kind: 'eligible' } : { kind: 'company-lacks', missing };
}

/** A fact about the company that a job rests on. `indirect-reseller`: a CSP who sells through a provider. */
export type Need = 'standing' | 'distributor' | 'partner-id' | 'indirect-reseller' | 'enrolled' | 'certified';

const sellsItself = { unknown: ['standing'], advisor: [], 'csp-indirect-reseller': [], 'csp-direct': [] } as const;
const needs: Readonly<Record<Job, Readonly<Record<ProgrammeKind, readonly Need[]>>>> = {
  'product-keys': { unknown: ['standing'], advisor: ['distributor'], 'csp-indirect-reseller': ['distributor'], 'csp-direct': [] },
  'partner-of-record': { unknown: ['standing'], advisor: [], 'csp-indirect-reseller': ['partner-id'], 'csp-direct': ['indirect-reseller'] },
  'trial-invitation': sellsItself,
  'purchase-offer': sellsItself,
  'delegation-in-offer': { ...sellsItself, advisor: ['certified'] },
  'delegated-admin-offer': { ...sellsItself, advisor: ['enrolled', 'certified'] },
};

function has({ standing, partnerId }: Partner, need: Need): boolean {
  switch (need) {
    case 'standing':
      return standing.programme !== 'unknown';
    case 'distributor':
      return standing.distributor !== undefined;
    case 'partner-id':
      return partnerId !== undefined;
    case 'indirect-reseller':
      return standing.programme === 'csp-indirect-reseller';
    case 'enrolled':
      return standing.enrolled;
    case 'certified':
      return standing.certifiedForDelegation;
  }
}
