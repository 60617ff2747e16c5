import { confirmedInformation } from '../../../domain/company/confirmed.ts';
import type { Job } from '../../../domain/company/eligibility.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import type { Permission } from '../flow.ts';
import { permissionFor } from '../permission.ts';
import type { PartnerPerson } from '../who.ts';

/** Whether somebody may send an offer: their right and the company's standing first, then what customers see of the company (mission, rows 10 and 12). */
export function maySend(job: Job, who: PartnerPerson, today: Day): Permission {
  const may = permissionFor(job, who);
  if (may.kind !== 'allowed') return may;
  if (confirmedInformation(who.partner, today) !== undefined) return { kind: 'allowed' };
  return { kind: 'not-allowed', because: (say) => say('offer.company-not-confirmed'), way: 'confirm-company-information' };
}
