import type { AdminRequest, Offer, OfferAnswer } from '../domain/offers/records.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { buttons, card, note, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';
import { nextPage } from './next-page.ts';
import { quiet, statusWords } from './offer-partner.card.ts';
import type { PartnerOfferView } from './offer-partner.card.ts';
import { doubtLines } from './partner-doubt.ts';
import type { Doubt } from './partner-doubt.ts';

export interface OffersView {
  /** At most six, newest first. */
  readonly rows: readonly (Pick<PartnerOfferView, 'customer' | 'stand' | 'tally' | 'delegation' | 'withdrawnOn'> & {
    readonly offer: Pick<Offer, 'id' | 'content' | 'summaryId'>;
  })[];
  readonly next?: string;
  /** The oldest three of what somebody only says they accepted, and how many there are. */
  readonly declared: { readonly count: number; readonly first: readonly Pick<OfferAnswer, 'offer' | 'by' | 'organisation'>[] };
  /** The oldest three who ask to be named as admins, and how many there are. */
  readonly requests: { readonly count: number; readonly first: readonly AdminRequestRow[] };
  /** What a click has just done, or why it could not. */
  readonly done?: string;
}

export interface AdminRequestRow {
  readonly request: Pick<AdminRequest, 'customer' | 'person' | 'name' | 'upn'>;
  readonly customer: string;
  /** What speaks against them; absent: nothing that the book could know. */
  readonly doubt?: Doubt;
  /** The book does not know the customer's directory: it would take theirs for it. */
  readonly learnsDirectory: boolean;
}

/** What to know before somebody is entered as an admin. */
export function requestWarnings(say: Say, { doubt, learnsDirectory }: Pick<AdminRequestRow, 'doubt' | 'learnsDirectory'>): readonly string[] {
  return [...(doubt === undefined ? [] : doubtLines(say, doubt)), ...(learnsDirectory ? [say('offers.learns-directory')] : [])];
}

/** What the partner has sent, newest first; what waits for somebody's word above it. */
export function offersCard(say: Say, view: OffersView): AdaptiveCard {
  return card(say, {
    heading: say('offers.heading'),
    speak: [say('offers.heading'), ...waiting(say, view)].join(' · '),
    body: [
      ...(view.done === undefined ? [] : [text(view.done)]),
      ...declared(say, view.declared),
      ...requests(say, view.requests),
      ...(view.rows.length === 0 ? [text(say('offers.none'))] : view.rows.map((row) => rowOf(say, row))),
    ],
    actions: [...nextPage(say, 'offers', view.next), intentButton(say, 'send-purchase-offer'), intentButton(say, 'send-trial-invitation'), homeButton(say)],
  });
}

function waiting(say: Say, { declared: { count: answers }, requests: { count: people } }: OffersView): readonly string[] {
  return [...(answers === 0 ? [] : [say('offers.to-confirm', answers)]), ...(people === 0 ? [] : [say('offers.admins-asked', people)])];
}

function declared(say: Say, { count, first }: OffersView['declared']): readonly Element[] {
  if (count === 0) return [];
  return [
    warning([say('offers.to-confirm', count)]),
    ...first.map(({ offer, by, organisation }): Element => ({
      type: 'Container',
      items: [text([organisation.name, by.name].join(' · '), { weight: 'Bolder' }), buttons([quiet(say('offers.show-offer'), { verb: 'show-offer', offer })])],
    })),
  ];
}

function requests(say: Say, { count, first }: OffersView['requests']): readonly Element[] {
  if (count === 0) return [];
  return [warning([say('offers.admins-asked', count)]), ...first.map((row) => requestRow(say, row))];
}

/** Who asks, for which customer, and the partner's word on it. */
export function requestRow(say: Say, view: AdminRequestRow): Element {
  const { request, customer } = view;
  const { name, upn, person } = request;
  const warnings = requestWarnings(say, view);
  const ids = { verb: 'settle-admin-request', customer: request.customer, person } as const;
  return {
    type: 'Container',
    items: [
      text(upn === undefined ? name : [name, upn].join(' · '), { weight: 'Bolder' }),
      note(say('offers.customer', customer)),
      ...(warnings.length === 0 ? [] : [warning(warnings)]),
      buttons([quiet(say('offers.name-admin'), { ...ids, verdict: 'name' }), quiet(say('offers.refuse-admin'), { ...ids, verdict: 'refuse' })]),
    ],
  };
}

function rowOf(say: Say, { offer, customer, ...status }: OffersView['rows'][number]): Element {
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      text(customer ?? say('offer.anyone'), { weight: 'Bolder' }),
      note([say(`offer.kind-${offer.content.kind}`), offer.summaryId].join(' · ')),
      text(statusWords(say, status)),
      buttons([quiet(say('checklist.show'), { verb: 'show-offer', offer: offer.id })]),
    ],
  };
}
