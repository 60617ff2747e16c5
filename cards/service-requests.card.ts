import type { ServiceRequest } from '../domain/service-requests/records.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { buttons, card, note, problem, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import { nextPage } from './next-page.ts';

export interface ServiceRequestsView {
  /** At most five, newest first. */
  readonly rows: readonly { readonly request: Pick<ServiceRequest, 'id' | 'title' | 'state' | 'createdAt'>; readonly customer: string }[];
  readonly next?: string;
  /** Said above the list. */
  readonly problem?: string;
}

/** The partner's service requests that are not closed, each with its customer. */
export function serviceRequestsCard(say: Say, view: ServiceRequestsView): AdaptiveCard {
  return card(say, {
    heading: say('request.list-heading'),
    body: [
      ...(view.problem === undefined ? [] : [problem([view.problem])]),
      ...(view.rows.length === 0 ? [text(say('request.list-none'))] : view.rows.map((row) => rowOf(say, row))),
    ],
    actions: [...nextPage(say, 'service-requests', view.next), intentButton(say, 'open-service-request'), homeButton(say)],
  });
}

function rowOf(say: Say, { request: { id, title, state, createdAt }, customer }: ServiceRequestsView['rows'][number]): Element {
  return {
    type: 'Container',
    separator: true,
    items: [
      text(title, { weight: 'Bolder' }),
      note([customer, say(`customers.request-${state}`), say.instant(createdAt)].join(' · ')),
      buttons([execute(say('checklist.show'), { verb: 'show-service-request', request: id }, { associatedInputs: 'none' })]),
    ],
  };
}
