import { eligibilityText } from '../../cards/eligibility.ts';
import { eligibility } from '../../domain/company/eligibility.ts';
import type { Eligibility, Job } from '../../domain/company/eligibility.ts';
import type { CustomerTask } from '../../domain/company/rights.ts';
import { mayActInCompany } from '../../domain/company/rights.ts';
import type { Permission } from './flow.ts';
import type { PartnerPerson } from './who.ts';

/** Whether somebody may begin a job: their right and the company's standing (mission, row 10), with what they can do about it. */
export function permissionFor(job: Job, { partner, user }: PartnerPerson): Permission {
  const may = eligibility(job, partner, user);
  if (may.kind === 'eligible') return { kind: 'allowed' };
  const canMend = may.kind === 'company-lacks' && mayActInCompany(user, 'standing');
  return { kind: 'not-allowed', because: (say) => eligibilityText(say, may), ...askFor(job, may), ...(canMend ? { way: 'keep-standing' as const } : {}) };
}

/** What can be asked for, where it is the person's own right that lacks. */
export function askFor(task: CustomerTask, may: Eligibility): { readonly ask?: CustomerTask } {
  return may.kind === 'person-lacks-right' ? { ask: task } : {};
}
