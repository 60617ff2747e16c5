import type { ServiceRequest } from '../domain/service-requests/records.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { partActions, partHead } from './customer-part.ts';
import type { PartView } from './customer-part.ts';
import { buttons, card, note, text } from './kit.ts';
import type { Say } from './messages/say.ts';

export interface ClosedRequestsPartView extends PartView {
  /** At most six, newest first. */
  readonly rows: readonly Pick<ServiceRequest, 'id' | 'title' | 'createdAt' | 'closedAt'>[];
}

/** A customer's service requests that are closed: to be looked at, and opened again from there. */
export function customerClosedRequestsCard(say: Say, view: ClosedRequestsPartView): AdaptiveCard {
  const head = partHead(say, view, 'closed-requests');
  return card(say, {
    ...head,
    body: [...head.body, ...(view.rows.length === 0 ? [note(say('request.none-closed'))] : view.rows.map((row) => rowOf(say, row)))],
    actions: partActions(say, view, 'closed-requests'),
  });
}

function rowOf(say: Say, { id, title, createdAt, closedAt }: ClosedRequestsPartView['rows'][number]): Element {
  return {
    type: 'Container',
    separator: true,
    items: [
      text(title, { weight: 'Bolder' }),
      note(closedAt === undefined ? say.instant(createdAt) : say('request.closed-on', say.instant(closedAt))),
      buttons([execute(say('checklist.show'), { verb: 'show-service-request', request: id }, { associatedInputs: 'none' })]),
    ],
  };
}
