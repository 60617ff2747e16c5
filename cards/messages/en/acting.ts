import type { Day } from '../../../domain/shared/dates.ts';
import { formatsOf } from '../locale.ts';

const { day } = formatsOf('en');

export const acting = {
  'acting.company-not-authorised':
    'Your company is not entered as authorised for delegated administration, nor as an authorised service provider; an advisor acts for customers only as one of these. A global admin can enter it.',
  'acting.no-relationship':
    'This customer has not granted your company delegated administration. Nothing can be done on their behalf until they accept an offer of it.',
  'acting.relationship-over': (on: Day) =>
    `The delegated administration that this customer granted held until ${day(on)}. Offer it again; it works once they accept.`,
  'acting.classic-not-enough':
    'This customer granted the classic form only; a CSP partner acts under today’s form (GDAP). Offer it in today’s form; it works once they accept.',
  'acting.role-missing': (role: string) =>
    `What this customer granted does not allow this. The least role that does: ${role}. Offer delegated administration with it.`,
  'acting.role-unknown': 'What this customer granted does not allow this.',
  'acting.ask-right': 'Ask for this right',
  'to-do.change-subscription': (customer: string) => `Change the subscription · customer: ${customer}`,
  'to-do.new-password': (customer: string) => `Set a new password · customer: ${customer}`,
  'to-do.seats': (before: string, after: string) => `Licences: ${before} → ${after}`,
  'to-do.auto-renewal': (before: string, after: string) => `Automatic renewal: ${before} → ${after}`,
  'to-do.cancel': 'Cancel the subscription',
  'to-do.user': (user: string) => `User: ${user}`,
  'acting.on': 'on',
  'acting.off': 'off',
  'hand-off.confirm-change': 'Changed at Microsoft',
  'hand-off.confirm-password': 'The password is set at Microsoft',
  'hand-off.step-subscription':
    'In Partner Center, open the customer among Customers, then the subscription; the customer can do it in their admin centre, too.',
  'hand-off.step-seats': (after: string) => `Set the number of licences to ${after}. For a subscription sold through a provider, ask the provider to do it.`,
  'hand-off.step-renewal': (after: string) => `Set automatic renewal to: ${after}.`,
  'hand-off.step-cancel': 'Switch automatic renewal off, or cancel the subscription while Microsoft still allows it: it shows until when that is.',
  'hand-off.step-changed': 'When Microsoft shows the change, press the button below.',
  'hand-off.step-admin-centre': 'Open the customer’s Microsoft 365 admin centre: in Partner Center among Customers, or by the link.',
  'hand-off.step-password': (upn: string) => `Among Users, open ${upn} and choose to reset the password. Microsoft makes the new one.`,
  'hand-off.step-tell': 'Give it to the user by phone or in person, not in this chat. When it is done, press the button below.',
} as const;
