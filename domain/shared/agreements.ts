import type { Standing } from '../company/records.ts';
import type { AgreementKind, PlanId } from './plans.ts';
import { plans } from './plans.ts';

/** An agreement as it is shown and recorded. */
export interface Agreement {
  readonly kind: AgreementKind;
  /** What the record of an acceptance says was accepted. */
  readonly version: string;
  readonly link: string;
  /** The agreement type under which Partner Center keeps the template; its id is told only by that interface. */
  readonly template?: string;
  readonly source: string;
  readonly checkedOn: string;
}

const notOpened = 'address as in public documentation; not opened from the build machine, so the newest version must be checked there';

/**
 * The three agreements of mission row 4. Microsoft dates none of these pages for us: `version` says which text was meant
 * and when it was last looked at, and changes together with `checkedOn`.
 */
export const agreements: Readonly<Record<AgreementKind, Agreement>> = {
  'online-services-agreement': {
    kind: 'online-services-agreement',
    version: 'Microsoft Online Services Agreement (today: Microsoft Online Subscription Agreement), as published on 2026-11-20',
    link: 'https://azure.microsoft.com/support/legal/subscription-agreement/',
    source: `Seed manual (cs): accepted by creating the account; ${notOpened}`,
    checkedOn: '2026-11-20',
  },
  'open-agreement': {
    kind: 'open-agreement',
    version: 'Office 365 Open Agreement, under its number',
    link: 'https://learn.microsoft.com/microsoft-365/commerce/licenses/online-service-activation-open-programs',
    source: `Seed manual (cs): accepted before, by the Open Agreement; ${notOpened}`,
    checkedOn: '2026-11-20',
  },
  'customer-agreement': {
    kind: 'customer-agreement',
    version: 'Microsoft Customer Agreement, as published on 2026-11-20',
    link: 'https://www.microsoft.com/licensing/docs/customeragreement',
    template: 'MicrosoftCustomerAgreement',
    source: `Partner Center: confirm customer acceptance of the Microsoft Customer Agreement; ${notOpened}`,
    checkedOn: '2026-11-20',
  },
};

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
