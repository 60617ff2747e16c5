import type { Day } from '../../../domain/shared/dates.ts';
import { formatsOf } from '../locale.ts';

const { plural, day } = formatsOf('en');

const licences = (count: number): string => plural(count, { one: '# licence', other: '# licences' });

export const partnerOfRecord = {
  'por.title': 'Attaching the partner of record (POR)',
  'por.us': 'our company',
  'por.nobody': 'nobody',
  'por.other': (partnerId: string, name: string) => `${partnerId} · ${name}`,
  'por.kind-reseller': 'reseller',
  'por.kind-provider': 'provider',
  'por.kind-advisor': 'advisor',
  'por.kind-unknown': 'not verified',
  'por.customer-heading': 'Whose subscription is it?',
  'por.subscriptions-heading': 'Which subscriptions?',
  'por.subscriptions': 'Subscriptions',
  'por.one-only': 'A subscription has one partner of record. Whoever is there now is removed first, then the new one is added.',
  'por.subscription-line': (plan: string, seats: number, endsOn: Day, now: string) =>
    `${plan} · ${licences(seats)} · until ${day(endsOn)} · partner of record now: ${now}`,
  'por.subscription-endless': (plan: string, seats: number, now: string) => `${plan} · ${licences(seats)} · no end date · partner of record now: ${now}`,
  'por.subscriptions-missing': 'Please choose at least one subscription.',
  'por.subscriptions-none': 'This customer has no subscription in the book that is still running.',
  'por.subscriptions-first': (count: number) =>
    `${plural(count, { one: 'Only the first subscription is listed', other: 'Only the first # subscriptions are listed' })}.`,
  'por.subscription-not-found': 'One of these subscriptions is not in your book any more. Please choose again.',
  'por.id-heading': 'Which Microsoft Partner ID?',
  'por.id': 'Microsoft Partner ID',
  'por.id-wrong': 'A Microsoft Partner ID has 4 to 10 digits and nothing else.',
  'por.id-own': (partnerId: string, name: string) => `Your own: ${partnerId} · ${name}`,
  'por.id-no-own': 'Your company’s own ID is not in the book. A global admin can have it entered; until then type it here.',
  'por.id-indirect': 'Sold through a provider (an indirect sale): the reseller is partner of record by its own ID, never the provider.',
  'por.id-known': 'Known Partner IDs',
  'por.id-line': (partnerId: string, name: string, kind: string) => `${partnerId} · ${name} · ${kind}`,
  'por.id-more': (count: number) => `${plural(count, { one: 'Only the first one is listed', other: 'Only the first # are listed' })}; any other can be typed.`,
  'por.provider-refused': (name: string) =>
    `This is a provider’s ID (${name}). On an indirect sale the reseller is partner of record by its own ID, never the provider; Microsoft refuses it, too.`,
  'por.attached-already': 'This is the partner of record there already. Nothing would change.',
  'por.review-heading': 'Attach the partner of record?',
  'por.who': 'Partner of record',
  'por.add': (subscription: string, partnerId: string) => `${subscription}: add ${partnerId}`,
  'por.replace': (subscription: string, before: string, partnerId: string) => `${subscription}: first remove “${before}”, then add ${partnerId}`,
  'por.stays': (subscription: string) => `${subscription}: stays as it is`,
  'por.unverified': (partnerId: string) => `Nobody has confirmed yet whose ID ${partnerId} is. Please check it; the book keeps it as not verified.`,
  'por.book-only': 'This records it in your book. At Microsoft somebody has to do it: you get the steps at the end.',
  'por.confirm': 'Attach',
  'por.change-id': 'Change the ID',
  'por.change-subscriptions': 'Change subscriptions',
  'por.receipt-heading': 'The partner of record is in the book',
  'por.was': (plan: string, before: string) => `${plan} · until now: ${before}`,
  'por.superseded': 'Another partner of record has been recorded since: at Microsoft there is nothing left to do for this one.',
  'por.no-notices': 'No renewal notices until the partner of record is attached: a new subscription needs a new attachment.',
} as const;
