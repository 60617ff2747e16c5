import type { Eligibility, Job } from '../company/eligibility.ts';
import { eligibility } from '../company/eligibility.ts';
import type { Partner, PartnerUser } from '../company/records.ts';
import { mayActForCustomers } from '../company/rights.ts';
import type { TenantId } from '../shared/ids.ts';
import type { OfferContent } from './records.ts';

/** What somebody does who sends this: each of it has its needs (mission, Eligibility). */
function jobsOf(content: OfferContent): readonly Exclude<Job, 'product-keys' | 'partner-of-record'>[] {
  const delegation = content.delegation === undefined ? [] : (['delegation-in-offer'] as const);
  switch (content.kind) {
    case 'trial':
      return ['trial-invitation', ...delegation];
    case 'purchase':
      return ['purchase-offer', ...delegation];
    case 'delegated-admin':
      return ['delegated-admin-offer'];
  }
}

/** May this person send this? The first thing that is missing, if anything is. */
export function mayBeSent(content: OfferContent, partner: Partner | undefined, user: PartnerUser | undefined): Eligibility {
  const judged = jobsOf(content).map((job) => eligibility(job, partner, user));
  return judged.find(({ kind }) => kind !== 'eligible') ?? { kind: 'eligible' };
}

/** May this person withdraw it, or send it again? Their right decides: what the company has lost since must not keep an offer open. */
export function mayHandle(content: OfferContent, partner: TenantId, user: PartnerUser | undefined): boolean {
  return user?.tenant === partner && jobsOf(content).every((job) => mayActForCustomers(user, job));
}
