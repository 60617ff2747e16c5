import { formatsOf } from '../locale.ts';

const { plural } = formatsOf('en');

const licences = (count: number): string => plural(count, { one: '# licence', other: '# licences' });

/** Renewals as the partner's people see them. */
export const renewals = {
  'intent.renewals': 'Renewals',
  'intent.move-to-direct': 'Direct billing by Microsoft',
  'intent.customer-notices': 'Notices to customers',
  'help.renewals': 'Renewals: what ends soon, what was told to whom, and what can be done about it.',
  'help.move-to-direct': 'Direct billing: move a subscription to billing by Microsoft.',
  'help.customer-notices': 'Notices to customers: see what would be sent in the next 14 days, turn them on or off.',
  'to-do.move-to-direct': (customer: string) => `Move to direct billing by Microsoft · customer: ${customer}`,
  'to-do.licences': (count: number) => licences(count),
  'hand-off.confirm-direct': 'Billed by Microsoft now',
  'hand-off.step-direct-buy': (seats: number) =>
    `In the Microsoft 365 admin centre, the customer buys the same plan with ${licences(seats)} from Microsoft: Billing, Purchase services.`,
  'hand-off.step-direct-assign': 'They assign the new licences to the same people before the old subscription ends.',
  'hand-off.step-direct-active': 'When the new subscription is shown as active, press the button below.',
};
