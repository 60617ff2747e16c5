import { eligibilityText } from '../../../cards/eligibility.ts';
import { confirmedInformation } from '../../../domain/company/confirmed.ts';
import { eligibility } from '../../../domain/company/eligibility.ts';
import type { Job } from '../../../domain/company/eligibility.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import type { Permission } from '../flow.ts';
import type { PartnerPerson } from '../who.ts';

/** Whether somebody may send an offer: their right and the company's standing first, then what customers see of the company (mission, rows 10 and 12). */
export function maySend(job: Job, { partner, user }: PartnerPerson, today: Day): Permission {
  const may = eligibility(job, partner, user);
  if (may.kind !== 'eligible') return { kind: 'not-allowed', because: (say) => eligibilityText(say, may) };
  if (confirmedInformation(partner, today) !== undefined) return { kind: 'allowed' };
  return { kind: 'not-allowed', because: (say) => say('offer.company-not-confirmed'), way: 'confirm-company-information' };
}
