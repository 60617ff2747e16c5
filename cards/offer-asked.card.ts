import type { CustomerTask } from '../domain/company/rights.ts';
import type { Relationship } from '../domain/delegated-admin/records.ts';
import type { Offer } from '../domain/offers/records.ts';
import { isEnd } from '../domain/shared/dates.ts';
import type { Day } from '../domain/shared/dates.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { askButton, homeButton, intentButton } from './intent-button.ts';
import { card, facts, note, problem, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';
import { delegationFacts } from './offer-words.ts';
import { quiet } from './offer-partner.card.ts';
import { requestRow } from './offers.card.ts';
import type { AdminRequestRow } from './offers.card.ts';

/** No such offer in this partner's book: never sent, another partner's, or a forged button. One answer for all. */
export function offerNotFoundCard(say: Say): AdaptiveCard {
  return card(say, {
    heading: say('offers.not-found-heading'),
    body: [text(say('offers.not-found'))],
    actions: [intentButton(say, 'offers'), homeButton(say)],
  });
}

/** Asked once before an offer is withdrawn. */
export function withdrawOfferCard(say: Say, view: { readonly offer: Pick<Offer, 'id' | 'content' | 'summaryId'>; readonly customer?: string }): AdaptiveCard {
  const { offer, customer } = view;
  return card(say, {
    heading: say('offers.withdraw-heading'),
    body: [
      facts([
        [say(`offer.kind-${offer.content.kind}`), offer.summaryId],
        [say('offer.to'), customer ?? say('offer.anyone')],
      ]),
      text(say('offers.withdraw-what')),
    ],
    actions: [
      quiet(say('offers.withdraw-yes'), { verb: 'withdraw-offer', offer: offer.id, sure: true }, 'destructive'),
      quiet(say('offers.keep'), { verb: 'show-offer', offer: offer.id }),
    ],
  });
}

export interface DelegationView {
  readonly relationship: Pick<Relationship, 'id' | 'offer' | 'terms'>;
  readonly customer: string;
  readonly lastDay: Day;
}

/** Asked once before delegated administration is ended; names what ends. */
export function endDelegationCard(say: Say, { relationship, customer, lastDay }: DelegationView): AdaptiveCard {
  return card(say, {
    heading: say('offers.end-heading'),
    body: [
      facts([[say('redeem.customer'), customer], ...delegationFacts(say, relationship.terms)]),
      note(isEnd(lastDay) ? say('offers.delegation-until', lastDay) : say('offers.delegation-endless')),
      warning([say('offers.end-what'), say('offers.end-microsoft')]),
    ],
    actions: [
      quiet(say('offers.end-yes'), { verb: 'end-delegated-admin', relationship: relationship.id, sure: true }, 'destructive'),
      quiet(say('offers.keep'), { verb: 'show-offer', offer: relationship.offer }),
    ],
  });
}

/** Told at once: the customer has ended what they had granted. */
export function delegationOverCard(say: Say, { relationship, customer, lastDay }: DelegationView): AdaptiveCard {
  return card(say, {
    heading: say('offers.ended-heading'),
    body: [
      facts([[say('redeem.customer'), customer], ...delegationFacts(say, relationship.terms)]),
      note(say('offers.delegation-over', lastDay)),
      text(say('offers.ended-what')),
      note(say('offers.ended-by-us')),
    ],
    actions: [quiet(say('offers.show-offer'), { verb: 'show-offer', offer: relationship.offer }), intentButton(say, 'to-do'), homeButton(say)],
  });
}

/** Somebody of a customer asks to be entered as an admin; once it is settled, what was said. */
export function adminRequestCard(
  say: Say,
  view: AdminRequestRow & { readonly settled?: { readonly verdict: 'named' | 'refused'; readonly name: string } },
): AdaptiveCard {
  const { settled, request } = view;
  return card(say, {
    heading: say('offers.admin-asked-heading'),
    body:
      settled === undefined
        ? [requestRow(say, view), text(say('offers.admin-asked-what'))]
        : [
            text(say(settled.verdict === 'named' ? 'offers.admin-named' : 'offers.admin-refused', request.name), { weight: 'Bolder' }),
            note(say('offers.customer', view.customer)),
          ],
    actions: [intentButton(say, 'offers'), homeButton(say)],
  });
}

/** A click that could not do what it asks for, and why. */
export function offerProblemCard(say: Say, because: string, ask?: CustomerTask): AdaptiveCard {
  return card(say, {
    heading: say('offers.heading'),
    speak: because,
    body: [problem([because])],
    actions: [...(ask === undefined ? [] : [askButton(say, ask)]), intentButton(say, 'offers'), homeButton(say)],
  });
}
