import type { Day } from '../../../domain/shared/dates.ts';
import { formatsOf } from '../locale.ts';

const { plural, number, day } = formatsOf('en');

/** Renewals as a customer's admins see them, the e-mail to those whom Teams does not reach, and turning all of it on. */
export const notices = {
  'notice.heading': (count: number) => plural(count, { one: 'A subscription of yours needs a decision', other: '# of your subscriptions need a decision' }),
  'notice.heading-settled': 'Your subscriptions: nothing to decide now',
  'notice.heading-own': 'Your subscription',
  'notice.organisation': 'Organisation',
  'notice.auto-ended': 'It should have renewed by itself. If something does not work, write to us.',
  'notice.answer-renew': 'Your answer: we are to renew it',
  'notice.answer-direct': 'Your answer: you will pay Microsoft directly',
  'notice.answer-end': 'Your answer: you will not renew it',
  'notice.ask-renew': 'Ask our partner to renew',
  'notice.ask-offer': 'Ask our partner for an offer',
  'notice.pay-direct': 'Pay Microsoft directly',
  'notice.will-end': 'We will not renew',
  'notice.done':
    'Thank you. It is written down, and whoever looks after you with us is told. At Microsoft nothing has changed by it; you can answer differently at any time.',
  'notice.direct-how': 'Who pays Microsoft directly buys the plan in the Microsoft 365 admin centre (Billing) and gives the licences to the same people there.',
  'notice.direct-early': (left: number, from: Day) =>
    `A term bought from Microsoft begins at once: bought today, ${plural(left, { one: '# paid day is', other: '# paid days are' })} lost. Best is from ${day(from)} on.`,
  'notice.admin-centre': 'View the Microsoft 365 admin centre',
  'notice.end-what': 'No more notices will come before the end. What happens then stands above, with the days.',
  'notice.changed': 'This end is not what it was when the card was drawn. This is how it stands now.',
  'notice.over': 'The data is deleted by now: there is nothing left to renew.',
  'notice.not-found': 'There is no such subscription of your organisation.',
  'notice.only-admins': 'Only an administrator of your organisation can answer.',
  'notice.paused': 'Your partner is just checking its own details. Please come back later, or write to them.',
  'notice.show-more': 'Show more',
  'notice.show-first': 'Back to the first',
  'notice.of': (from: number, to: number, total: number) => `${number(from)}–${number(to)} of ${number(total)}`,

  'notice-text.subject': (plan: string, on: Day) => `${plan}: ends on ${day(on)}`,
  'notice-text.subject-over': (plan: string, on: Day) => `${plan}: ended on ${day(on)}`,
  'notice-text.greeting': 'Hello,',
  'notice-text.what': 'we are writing about a Microsoft subscription of your organisation:',
  'notice-text.choose': 'Please answer with what you prefer:',
  'notice-text.renew': 'You renew it for us.',
  'notice-text.offer': 'Send us an offer.',
  'notice-text.direct': 'We will pay Microsoft directly (a new term begins at once; best in the last week).',
  'notice-text.end': 'We will not renew it.',

  'customer-notices.heading-on': 'Turn on the notices to customers?',
  'customer-notices.heading-off': 'Turn off the notices to customers?',
  'customer-notices.what':
    'Each administrator of a customer whom Teams reaches gets at most one card a day, in their language, 60, 30, 7 and 1 days before an end and after it. They can answer with one click; the owner of the customer is told at once.',
  'customer-notices.are-on': (since: Day, by: string) => `They are on since ${day(since)} · ${by}`,
  'customer-notices.are-off': 'They are off: no customer gets a notice from here.',
  'customer-notices.preview': 'What would go out in the next 14 days',
  'customer-notices.none': 'Nothing: in these days no step comes.',
  'customer-notices.more': (count: number) => `and at least ${number(count)} more`,
  'customer-notices.row': (customer: string, plan: string, on: Day) => `${customer} · ${plan} · end: ${day(on)}`,
  'customer-notices.to-admins': (count: number) => plural(count, { one: 'a card to # admin', other: 'a card to # admins' }),
  'customer-notices.to-owner': 'not in Teams: an e-mail for you to send',
  'customer-notices.ends-with': 'Every card ends with your company information, as it was confirmed.',
  'customer-notices.turn-on': 'Turn on',
  'customer-notices.turn-off': 'Turn off',
  'customer-notices.turned-on': 'The notices to customers are on. Steps of days before today are told to nobody.',
  'customer-notices.turned-off': 'The notices to customers are off. Nothing more goes out to them.',
  'customer-notices.only-admin': 'Only a global admin turns the notices to customers on or off.',
  'customer-notices.confirm-first': 'First a global admin has to confirm the company information that customers see: nothing goes to a customer before.',
};
