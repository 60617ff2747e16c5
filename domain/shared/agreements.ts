import type { Standing } from '../company/records.ts';
import { Day } from './dates.ts';
import type { AgreementKind, PlanId } from './plans.ts';
import { plans } from './plans.ts';

/** An agreement as it is shown and recorded. */
export interface Agreement {
  readonly kind: AgreementKind;
  /** Its own name, the same in every language. */
  readonly name: string;
  /** What the record of an acceptance says was accepted: the name, and the day on which somebody last looked at the text. */
  readonly version: string;
  readonly link: string;
  /** The agreement type under which Partner Center keeps the template; its id is told only by that interface. */
  readonly template?: string;
  readonly source: string;
  /** Microsoft dates none of these pages: the text is the one that was known on this day. */
  readonly checkedOn: Day;
}

const checkedOn = Day.parse('2026-11-20');
const notOpened = 'address as in public documentation; not opened from the build machine, so the newest version must be checked there';

/**
 * The three agreements of mission row 4.
 */
export const agreements: Readonly<Record<AgreementKind, Agreement>> = {
  'online-services-agreement': {
    kind: 'online-services-agreement',
    ...named('Microsoft Online Services Agreement'),
    link: 'https://azure.microsoft.com/support/legal/subscription-agreement/',
    source: `Seed manual (cs): accepted by creating the account; Microsoft calls it Online Subscription Agreement today; ${notOpened}`,
  },
  'open-agreement': {
    kind: 'open-agreement',
    ...named('Office 365 Open Agreement'),
    link: 'https://learn.microsoft.com/microsoft-365/commerce/licenses/online-service-activation-open-programs',
    source: `Seed manual (cs): accepted before, by the Open Agreement; ${notOpened}`,
  },
  'customer-agreement': {
    kind: 'customer-agreement',
    ...named('Microsoft Customer Agreement'),
    link: 'https://www.microsoft.com/licensing/docs/customeragreement',
    template: 'MicrosoftCustomerAgreement',
    source: `Partner Center: confirm customer acceptance of the Microsoft Customer Agreement; ${notOpened}`,
  },
};

function named(name: string): Pick<Agreement, 'name' | 'version' | 'checkedOn'> {
  return { name, version: `${name}, as known on ${checkedOn}`, checkedOn };
}

/**
 * The agreement under which this partner's customer gets the plan (mission, row 4).
 * Today's plans go by the partner's standing: the Customer Agreement from a CSP, the Online Services Agreement otherwise.
 */
export function agreementFor(plan: PlanId, standing: Pick<Standing, 'programme'>): Agreement {
  const kind = plans[plan].agreement;
  return agreements[kind === 'by-standing' ? byStanding(standing) : kind];
}

function byStanding(standing: Pick<Standing, 'programme'>): AgreementKind {
  switch (standing.programme) {
    case 'csp-direct':
    case 'csp-indirect-reseller':
      return 'customer-agreement';
    case 'advisor':
    case 'unknown':
      return 'online-services-agreement';
  }
}
