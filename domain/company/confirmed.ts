import type { Day } from '../shared/dates.ts';
import { addDays } from '../shared/dates.ts';
import type { Partner } from './records.ts';

/** What every card, page and notice for a customer ends with. */
export interface CompanyInformation {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

const confirmedForDays = 365;

/**
 * The company information that customers may see today; undefined when a part is missing or nobody has confirmed it within a year:
 * then nothing goes to a customer (mission, row 12).
 */
export function confirmedInformation(partner: Partner | undefined, today: Day): CompanyInformation | undefined {
  if (partner?.confirmedOn === undefined || confirmedUntil(partner.confirmedOn) < today) return undefined;
  const { name, phone, email, address } = partner;
  return phone === undefined || email === undefined || address === undefined ? undefined : { name, phone, email, address };
}

/** The last day on which what was confirmed that day may be shown. */
export function confirmedUntil(confirmedOn: Day): Day {
  return addDays(confirmedOn, confirmedForDays);
}
