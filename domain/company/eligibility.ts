import type { Partner, PartnerUser, ProgrammeKind, Standing } from './records.ts';
import { mayActForCustomers, rightNeeded } from './rights.ts';

/** Jobs that depend on the company's standing and the person's right (mission, Eligibility). More come with their conversations. */
export type Job = 'product-keys';

/** Whether a person may do a job; if not, what is missing and who can change it, before anything is typed. */
export type Eligibility =
  | { readonly kind: 'eligible' }
  /** The person has no right in supported companies that allows it; a global admin can give it. */
  | { readonly kind: 'person-lacks-right'; readonly needed: 'limited' | 'full' }
  /** The company's standing does not allow it; a global admin keeps these facts. */
  | { readonly kind: 'company-lacks'; readonly missing: Need }
  | { readonly kind: 'company-unknown' };

/**
 * The eligibility table of the mission (row 10), one row for each job that has a conversation; the person's right comes from `rights.ts`.
 *
 * Product keys: an advisor, or today's indirect reseller, with an authorised distributor on file; a direct-bill partner by its own contract.
 */
export function eligibility(job: Job, partner: Partner | undefined, user: PartnerUser | undefined): Eligibility {
  if (partner === undefined) return { kind: 'company-unknown' };
  // A person of another company has no right in this one, whatever their own company gave them.
  const own = user?.tenant === partner.tenant ? user : undefined;
  if (!mayActForCustomers(own, job)) return { kind: 'person-lacks-right', needed: rightNeeded[job] };
  const missing = needs[job][partner.standing.programme].find((need) => !has(partner.standing, need));
  return missing === undefined ? { kind: 'eligible' } : { kind: 'company-lacks', missing };
}

type Need = 'standing' | 'distributor';

const needs: Readonly<Record<Job, Readonly<Record<ProgrammeKind, readonly Need[]>>>> = {
  'product-keys': {
    unknown: ['standing'],
    advisor: ['distributor'],
    'csp-indirect-reseller': ['distributor'],
    'csp-direct': [],
  },
};

function has(standing: Standing, need: Need): boolean {
  switch (need) {
    case 'standing':
      return standing.programme !== 'unknown';
    case 'distributor':
      return standing.distributor !== undefined;
  }
}
