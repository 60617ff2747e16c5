import type { Subscription, Term } from './records.ts';

/** Why licences are not simply changed: product keys pay for each of them (mission, row 2), or they are a trial's. */
export type LicencesFixed = 'paid-by-keys' | 'trial';

/** Why the number of licences of a term cannot be set; `undefined` where it can. */
export function seatsFixedBy({ channel }: Pick<Subscription, 'channel'>, { keys }: Pick<Term, 'keys'>): LicencesFixed | undefined {
  if (channel === 'trial') return 'trial';
  return channel === 'key' || keys.length > 0 ? 'paid-by-keys' : undefined;
}

/** Why a subscription cannot renew itself: nothing but a key, or a purchase, follows the terms that end it. */
export function renewalFixedBy({ channel, terms }: Pick<Subscription, 'channel' | 'terms'>): LicencesFixed | undefined {
  const reasons = terms.filter(({ renewedBy }) => renewedBy === undefined).map((term) => seatsFixedBy({ channel }, term));
  return reasons.includes(undefined) ? undefined : reasons[0];
}
