import type { Offer } from '../domain/offers/records.ts';
import type { OfferStand } from '../domain/offers/stand.ts';
import type { ServiceRequest } from '../domain/service-requests/records.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { openLines, way } from './customer.card.ts';
import type { OpenCounts } from './customer.card.ts';
import { partActions, partHead } from './customer-part.ts';
import type { PartView } from './customer-part.ts';
import { buttons, card, facts, note, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import { standWords } from './offer-words.ts';

export interface RequestsPartView extends Omit<PartView, 'rows' | 'from' | 'total'> {
  readonly open: OpenCounts;
  /** At most four of each, newest first. */
  readonly offers: readonly { readonly offer: Pick<Offer, 'id' | 'content' | 'summaryId'>; readonly stand: OfferStand }[];
  readonly requests: readonly Pick<ServiceRequest, 'id' | 'title' | 'state'>[];
}

/** What is open between us and a customer: offers, service requests, and what is still to be done. */
export function customerRequestsCard(say: Say, view: RequestsPartView): AdaptiveCard {
  const shown = { ...view, from: 0, total: 0, rows: [] };
  const head = partHead(say, shown, 'requests');
  const lines = openLines(say, view.open);
  return card(say, {
    ...head,
    body: [
      ...head.body,
      lines.length === 0 ? note(say('customers.nothing-open')) : facts(lines),
      ...view.offers.map(({ offer, stand }): Element => ({
        type: 'Container',
        separator: true,
        items: [
          text([say(`offer.kind-${offer.content.kind}`), offer.summaryId].join(' · '), { weight: 'Bolder' }),
          note(standWords(say, stand)),
          buttons([execute(say('checklist.show'), { verb: 'show-offer', offer: offer.id }, { associatedInputs: 'none' })]),
        ],
      })),
      ...view.requests.map(({ id, title, state }): Element => ({
        type: 'Container',
        separator: true,
        items: [
          text(title, { weight: 'Bolder' }),
          note(say(`customers.request-${state}`)),
          buttons([execute(say('checklist.show'), { verb: 'show-service-request', request: id }, { associatedInputs: 'none' })]),
        ],
      })),
    ],
    actions: [way(say, 'open-service-request', { customer: view.customer.id }), ...partActions(say, shown, 'requests')],
  });
}
