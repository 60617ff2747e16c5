import type { Partner, PartnerUser } from './records.ts';

/** Jobs that depend on the company's standing and the person's right (mission, Eligibility). More come with their conversations. */
export type Job = 'product-keys';

/** Whether a person may do a job; if not, what is missing and who can change it, before anything is typed. */
export type Eligibility =
  | { readonly kind: 'eligible' }
  /** The person has no right in supported companies that allows it; a global admin can give it. */
  | { readonly kind: 'person-lacks-right'; readonly needed: 'limited' | 'full' }
  /** The company's standing does not allow it; a global admin keeps these facts. */
  | { readonly kind: 'company-lacks'; readonly missing: 'standing' | 'distributor' }
  | { readonly kind: 'company-unknown' };

/**
 * The eligibility table of the mission (row 10) and the rights table (row 12), in one place.
 *
 * Product keys: an advisor, or today's CSP, with an authorised distributor on file; a direct-bill partner by its own contract.
 */
export function eligibility(job: Job, partner: Partner | undefined, user: PartnerUser | undefined): Eligibility {
  switch (job) {
    case 'product-keys':
      return productKeyEligibility(partner, user);
  }
}

function productKeyEligibility(partner: Partner | undefined, user: PartnerUser | undefined): Eligibility {
  if (partner === undefined) return { kind: 'company-unknown' };
  if (user === undefined || user.supportedCompanies === 'none') return { kind: 'person-lacks-right', needed: 'limited' };
  if (partner.standing.programme === 'unknown') return { kind: 'company-lacks', missing: 'standing' };
  if (partner.standing.programme === 'csp-direct') return { kind: 'eligible' };
  return partner.standing.distributor === undefined ? { kind: 'company-lacks', missing: 'distributor' } : { kind: 'eligible' };
}
