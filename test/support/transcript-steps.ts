import type { Say } from '../../cards/messages/say.ts';
import { fills, shows } from './transcript.ts';
import type { Row } from './transcript.ts';

/** The steps that most conversations about product keys share, each with what comes up next. */

/** From the first word to the field for the keys. */
export function upToKeys(say: Say, purpose: 'new-subscription' | 'more-users' | 'renewal' = 'new-subscription', people = '1'): readonly Row[] {
  return [
    ['redeem', shows(say('redeem.acknowledge-heading'))],
    [fills({ understood: 'true' }), shows(say('redeem.purpose-heading'))],
    [fills({ purpose, people }), shows(say('redeem.keys-heading'))],
  ];
}

/** From the first word to "Does everything look right?". */
export function upToKeysReview(
  say: Say,
  keys: string,
  purpose: 'new-subscription' | 'more-users' | 'renewal' = 'new-subscription',
  people = '1',
): readonly Row[] {
  return [...upToKeys(say, purpose, people), [fills({ keys }), shows(say('redeem.keys-review-heading'))]];
}

/** Woodgrove in Czechia, with Alena as its first admin. */
export function customerDetails(say: Say, facts: { readonly country?: string; readonly organisation?: string; readonly domain?: string } = {}): readonly Row[] {
  const { country = 'CZ', organisation = 'Woodgrove', domain = 'woodgrove.cz' } = facts;
  return [
    [fills(), shows(say('redeem.country-heading'))],
    [fills({ country }), shows(say('redeem.organisation-heading'))],
    [fills({ organisation, domain }), shows(say('redeem.admin-heading'))],
    [fills({ adminName: 'Alena Malá', adminEmail: `alena@${domain}` }), shows(say('redeem.agreement-heading'))],
  ];
}

/** From the first word to "Create the account?", with one key in stock. */
export function upToReview(say: Say, keys: string, people = '1'): readonly Row[] {
  return [
    ...upToKeysReview(say, keys, 'new-subscription', people),
    ...customerDetails(say),
    [fills({ agreed: 'true' }), shows(say('redeem.review-heading-new'))],
  ];
}
