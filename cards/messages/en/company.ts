import type { Day } from '../../../domain/shared/dates.ts';
import { formatsOf } from '../locale.ts';

const { day } = formatsOf('en');

export const company = {
  'company.title': 'Company information',
  'company.heading': 'What customers see of your company',
  'company.why': 'Every card, page and notice for a customer ends with this. Nothing is sent to a customer before a global admin has confirmed it.',
  'company.confirmed-until': (until: Day) => `Confirmed; valid until ${day(until)}.`,
  'company.not-confirmed': 'Not confirmed yet, or too long ago.',
  'company.name': 'Name',
  'company.name-missing': 'Please enter the name, at most 100 characters.',
  'company.phone': 'Telephone',
  'company.phone-wrong': 'Please enter a telephone number such as +420 555 010 010.',
  'company.email': 'E-mail',
  'company.email-wrong': 'Please enter an e-mail address such as sales@contoso.com.',
  'company.address': 'Address',
  'company.address-missing': 'Please enter the address, at most 200 characters.',
  'company.review-heading': 'Is this right?',
  'company.exactly': 'Customers will see exactly this:',
  'company.confirm': 'It is right',
  'company.change': 'Change',
  'company.receipt-heading': 'The company information is confirmed',
  'company.holds': (until: Day) => `It holds until ${day(until)}. Then somebody has to confirm it again before anything goes to customers.`,
  'company.nothing-changed': 'Nothing was changed.',
  'company.only-admin': 'Only a global admin of your company may confirm what customers see of it. Please ask one of them.',
} as const;
