import type { CompanyInformation } from '../domain/company/confirmed.ts';
import type { Instant } from '../domain/shared/dates.ts';
import type { OfferId } from '../domain/shared/ids.ts';
import { execute } from './actions.ts';
import type { Action, AdaptiveCard } from './adaptive-card.ts';
import { whoCan } from './customer-offer-answer.ts';
import { card, facts, note, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import { partnerContact } from './partner-contact.ts';

/** One answer for every code and button that opens nothing for this reader, so that it gives nothing away. */
export function noSuchOfferCard(say: Say): AdaptiveCard {
  return card(say, { heading: say('customer-offer.none-heading'), body: [text(say('customer-offer.none'))] });
}

/** An offer whose partner has not confirmed what customers see of it: nothing of it is shown. `company`: what it confirmed last, to reach it. */
export function offerPausedCard(say: Say, company?: CompanyInformation): AdaptiveCard {
  const contact = company === undefined ? [] : partnerContact(say, company);
  return card(say, { heading: say('customer-offer.paused-heading'), body: [text(say('customer-offer.paused')), ...contact] });
}

interface About {
  readonly company: CompanyInformation;
  readonly offer: OfferId;
}

/** To who asked to be named as an admin: it is on its way, and whom to call meanwhile. */
export function customerAskedCard(say: Say, { company, offer }: About): AdaptiveCard {
  return card(say, {
    heading: say('customer-offer.asked-heading'),
    body: [text(say('customer-offer.asked-body')), ...partnerContact(say, company)],
    actions: [openButton(say, offer)],
  });
}

/** The partner's answer to who asked to be named. `admins` to those alone who are shown to be of the organisation. */
export function adminSettledCard(say: Say, view: About & { readonly verdict: 'named' | 'refused'; readonly admins?: readonly string[] }): AdaptiveCard {
  const isNamed = view.verdict === 'named';
  const whom = view.admins === undefined ? say('customer-offer.unverified') : whoCan(say, view.admins);
  return card(say, {
    heading: say(isNamed ? 'customer-offer.named-heading' : 'customer-offer.not-named-heading'),
    body: [text(isNamed ? say('customer-offer.named') : whom), ...partnerContact(say, view.company)],
    actions: [openButton(say, view.offer)],
  });
}

/** To the customer: the partner has ended delegated administration. */
export function customerDelegationEndedCard(
  say: Say,
  view: About & { readonly organisation: string; readonly ended: { readonly at: Instant; readonly name: string }; readonly name?: string },
): AdaptiveCard {
  return card(say, {
    heading: say('customer-offer.ended-heading'),
    body: [
      facts([
        [say('customer-offer.partner'), view.company.name],
        [say('customer-offer.organisation'), view.organisation],
        ...(view.name === undefined ? [] : [[say('customer-offer.delegation-name'), view.name] as const]),
      ]),
      text(say('customer-offer.delegation-ended', say.instant(view.ended.at), view.ended.name)),
      note(say('customer-offer.ended-microsoft')),
      ...partnerContact(say, view.company),
    ],
    actions: [openButton(say, view.offer)],
  });
}

function openButton(say: Say, offer: OfferId): Action {
  return execute(say('customer-offer.open'), { verb: 'show-offer', offer });
}
