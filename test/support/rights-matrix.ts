import type { CardAction, FlowId } from '../../cards/actions.ts';
import type { CommandType } from '../../domain/commands.ts';
import type { Job } from '../../domain/company/eligibility.ts';
import { eligibility } from '../../domain/company/eligibility.ts';
import type { PartnerUser } from '../../domain/company/records.ts';
import type { CompanyTask, CustomerTask } from '../../domain/company/rights.ts';
import { mayActForCustomers, mayActInCompany } from '../../domain/company/rights.ts';
import { mayActOnBehalf } from '../../domain/delegated-admin/acting.ts';
import type { Relationship } from '../../domain/delegated-admin/records.ts';
import type { DelegatedTask } from '../../domain/delegated-admin/roles.ts';
import { CustomerId } from '../../domain/shared/ids.ts';
import { aPartner, day, instant, petr } from './builders.ts';
import { today } from './given.ts';
import { aRelationship, aSeller, classic, gdap, roleIds } from './offers.ts';

/** The one question of the domain that something asks before it is done. */
export type Asks =
  | { readonly of: 'job'; readonly job: Job }
  | { readonly of: 'customers'; readonly task: CustomerTask }
  | { readonly of: 'company'; readonly task: CompanyTask }
  | { readonly of: 'acting'; readonly task: DelegatedTask }
  /** Any of the partner's own people, about themselves. */
  | { readonly of: 'anybody' }
  /** A customer's people, or whoever opens a link; never the partner's own. */
  | { readonly of: 'customer' }
  /** No button and no word: whoever runs the installation. */
  | { readonly of: 'operator' };

const job = (name: Job): Asks => ({ of: 'job', job: name });
const customers = (task: CustomerTask): Asks => ({ of: 'customers', task });
const company = (task: CompanyTask): Asks => ({ of: 'company', task });
const acting = (task: DelegatedTask): Asks => ({ of: 'acting', task });
const [anybody, customer, operator]: readonly [Asks, Asks, Asks] = [{ of: 'anybody' }, { of: 'customer' }, { of: 'operator' }];

/**
 * What each command asks. Of offers: the right that the kind of the offer takes, here a trial to send and delegated administration to handle.
 * Of a step of a service request: what each takes but sending it, which takes what opening it does.
 */
export const commandAsks: Readonly<Record<CommandType, Asks>> = {
  'redeem-product-keys': job('product-keys'),
  'attach-partner-of-record': job('partner-of-record'),
  'send-offer': job('trial-invitation'),
  'send-offer-again': customers('delegated-admin-offer'),
  'withdraw-offer': customers('delegated-admin-offer'),
  'settle-answer': customers('purchase-offer'),
  'settle-admin-request': customers('trial-invitation'),
  'end-delegated-admin': customers('delegated-admin-offer'),
  'confirm-hand-off': customers('checklist'),
  'mark-checklist': customers('checklist'),
  'edit-customer': customers('checklist'),
  'keep-customer-user': customers('checklist'),
  'change-subscription': acting('cancel-subscription'),
  'undo-change': customers('subscription-change'),
  'request-new-password': acting('password-of-admin'),
  'open-service-request': acting('service-request'),
  'move-service-request': customers('service-request'),
  'note-service-request': customers('service-request'),
  'correct-admin-email': company('correct-admin-email'),
  'confirm-company-information': company('company-information'),
  'keep-standing': company('standing'),
  'keep-partner-user': company('own-users'),
  'remove-partner-user': company('own-users'),
  'settle-right-request': company('give-rights'),
  'ask-for-right': anybody,
  'choose-language': anybody,
  'plan-renewal': customers('renewals'),
  'record-renewal': customers('renewals'),
  'move-to-direct': customers('renewals'),
  'mark-notice-mailed': customers('renewals'),
  'turn-customer-notices': company('customer-notices'),
  'answer-offer': customer,
  'ask-to-be-admin': customer,
  'recognise-person': customer,
  'wish-renewal': customer,
  'appoint-global-admin': operator,
  'import-company': operator,
  'import-partner-user': operator,
  'import-customer': operator,
  'import-subscription': operator,
  'import-customer-user': operator,
  'import-known-partner': operator,
  'import-product-key': operator,
};

/** What each conversation ends in. */
export const flowAsks: Readonly<Record<FlowId, Asks>> = {
  'redeem-product-keys': job('product-keys'),
  'attach-partner-of-record': job('partner-of-record'),
  'send-purchase-offer': job('purchase-offer'),
  'send-trial-invitation': job('trial-invitation'),
  'offer-delegated-admin': job('delegated-admin-offer'),
  'change-subscription': acting('change-subscription'),
  'open-service-request': acting('service-request'),
  'request-new-password': acting('password-of-admin'),
  'edit-customer': customers('checklist'),
  'keep-customer-user': customers('checklist'),
  'confirm-company-information': company('company-information'),
  'keep-standing': company('standing'),
  'keep-partner-user': company('own-users'),
  'correct-admin-email': company('correct-admin-email'),
  'move-to-direct': customers('renewals'),
  'customer-notices': company('customer-notices'),
};

type Shows = 'shows or leads on, and changes nothing but where a conversation stands';
const shows: Shows = 'shows or leads on, and changes nothing but where a conversation stands';

/** What each button asks that is no part of a conversation. */
export const verbAsks: Readonly<Record<CardAction['verb'], Asks | Shows>> = {
  begin: shows,
  submit: shows,
  confirm: shows,
  back: shows,
  edit: shows,
  stop: shows,
  resume: shows,
  show: shows,
  'show-checklist': shows,
  'show-offer': shows,
  'show-answers': shows,
  'find-customers': shows,
  'show-customer': shows,
  'show-customer-part': shows,
  'show-service-request': shows,
  'show-person': shows,
  'show-digest': shows,
  'show-renewal': shows,
  'show-notice-mail': shows,
  'choose-language': anybody,
  'ask-for-right': anybody,
  'confirm-hand-off': commandAsks['confirm-hand-off'],
  'undo-change': commandAsks['undo-change'],
  'mark-checklist': commandAsks['mark-checklist'],
  'withdraw-offer': commandAsks['withdraw-offer'],
  'send-offer-again': commandAsks['send-offer-again'],
  'settle-answer': commandAsks['settle-answer'],
  'settle-admin-request': commandAsks['settle-admin-request'],
  'end-delegated-admin': commandAsks['end-delegated-admin'],
  'move-service-request': commandAsks['move-service-request'],
  'note-service-request': commandAsks['note-service-request'],
  'remove-partner-user': commandAsks['remove-partner-user'],
  'settle-right-request': commandAsks['settle-right-request'],
  'snooze-renewal': commandAsks['plan-renewal'],
  'let-renewal-end': commandAsks['plan-renewal'],
  'go-on-with-renewal': commandAsks['plan-renewal'],
  'record-renewal': commandAsks['record-renewal'],
  'mark-notice-mailed': commandAsks['mark-notice-mailed'],
  'accept-offer': customer,
  'decline-offer': customer,
  'ask-to-be-admin': customer,
  'wish-renewal': customer,
};

type Rights = Pick<PartnerUser, 'companyRole' | 'supportedCompanies'>;

/** Who asks: a role in the own company and an access to customers; `undefined`: a colleague whom nobody has entered. */
export const persons: Readonly<Record<string, Rights | undefined>> = {
  'not entered': undefined,
  'may only read': { companyRole: 'none', supportedCompanies: 'none' },
  'limited access': { companyRole: 'none', supportedCompanies: 'limited' },
  'full access': { companyRole: 'none', supportedCompanies: 'full' },
  'billing admin': { companyRole: 'billing-admin', supportedCompanies: 'none' },
  'user admin': { companyRole: 'user-admin', supportedCompanies: 'none' },
  'global admin': { companyRole: 'global-admin', supportedCompanies: 'none' },
  'global admin, full access': { companyRole: 'global-admin', supportedCompanies: 'full' },
};

const whose = { customer: CustomerId.parse('customer') };

/** What a customer has granted. */
export const relationships: Readonly<Record<string, readonly Relationship[]>> = {
  'never granted': [],
  'over since yesterday': [aRelationship({ ...whose, endsOn: day('2026-02-28') })],
  'ended by one side': [aRelationship({ ...whose, ended: { at: instant('2026-02-20T08:00:00.000Z'), side: 'customer', person: petr().person, name: 'X' } })],
  'GDAP, Global Reader': [aRelationship({ ...whose, terms: gdap({ roles: roleIds('global-reader') }) })],
  'GDAP, Helpdesk Administrator': [aRelationship({ ...whose, terms: gdap({ roles: roleIds('helpdesk-administrator') }) })],
  'GDAP, Billing Administrator': [aRelationship({ ...whose, terms: gdap({ roles: roleIds('billing-administrator') }) })],
  'GDAP, Global Administrator': [aRelationship({ ...whose, terms: gdap({ roles: roleIds('global-administrator') }) })],
  classic: [aRelationship({ ...whose, terms: classic })],
};

export const companies = {
  'advisor, authorised': aSeller(),
  'advisor, not authorised': aPartner({
    standing: { programme: 'advisor', enrolled: false, certifiedForDelegation: false, authorisedForDelegation: false, authorisedServiceProvider: false },
  }),
  CSP: aSeller({ programme: 'csp-direct' }),
  unknown: aSeller({ programme: 'unknown' }),
} as const;

/** `yes`, or the word of the domain for what is missing. Of an entitled company unless said otherwise. */
export function verdict(
  asks: Asks,
  rights: Rights | undefined,
  granted: readonly Relationship[] = relationships['GDAP, Global Administrator'] ?? [],
  partner = companies['advisor, authorised'],
): string {
  const user = rights && { ...petr(), ...rights };
  switch (asks.of) {
    case 'job': {
      const may = eligibility(asks.job, partner, user);
      return may.kind === 'eligible' ? 'yes' : may.kind === 'company-lacks' ? `company-lacks ${may.missing}` : may.kind;
    }
    case 'customers':
      return mayActForCustomers(user, asks.task) ? 'yes' : 'person-lacks-right';
    case 'company':
      return mayActInCompany(user, asks.task) ? 'yes' : 'person-lacks-right';
    case 'acting': {
      const may = mayActOnBehalf({ partner, user, customer: whose.customer, relationships: granted, task: asks.task, today: day(today) });
      return may.kind === 'may-act' ? 'yes' : may.kind;
    }
    case 'anybody':
      return 'yes';
    case 'customer':
    case 'operator':
      return 'not theirs';
  }
}
