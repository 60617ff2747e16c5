import type { CompanyInformation } from '../domain/company/confirmed.ts';
import type { Offer } from '../domain/offers/records.ts';
import type { OfferStand } from '../domain/offers/stand.ts';
import type { Day } from '../domain/shared/dates.ts';
import { execute } from './actions.ts';
import type { Action, AdaptiveCard, Element } from './adaptive-card.ts';
import { buttons, card, note, subheading, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import { partnerContact } from './partner-contact.ts';

/** One offer in a list. */
export interface OfferRow {
  readonly offer: Pick<Offer, 'id' | 'summaryId'> & { readonly kind: Offer['content']['kind'] };
  /** The partner's name. */
  readonly partner: string;
  readonly stand: OfferStand;
  /** Delegated administration that was accepted with it is over since this day: ended, or its last day. */
  readonly delegationOver?: Day;
}

export interface CustomerOffersView {
  readonly rows: readonly OfferRow[];
  /** There are older ones, which are not listed. */
  readonly hasMore: boolean;
  /** Whose customer they are, as customers may see it. */
  readonly partners: readonly CompanyInformation[];
}

/** The offers to an organisation, those that wait for an answer first. */
export function customerOffersCard(say: Say, { rows, hasMore, partners }: CustomerOffersView): AdaptiveCard {
  return card(say, {
    heading: say('customer-offers.heading'),
    body: [
      ...(rows.length === 0 ? [text(say('customer-offers.none'))] : rows.flatMap((row) => rowOf(say, row))),
      ...(hasMore ? [note(say('customer-offers.latest', rows.length))] : []),
      ...partners.flatMap((company) => partnerContact(say, company)),
    ],
    actions: [languageButton(say)],
  });
}

export interface CustomerWelcomeView {
  /** Those that wait for an answer; at most five. */
  readonly waiting: readonly OfferRow[];
  /** How many wait in all. */
  readonly count: number;
  readonly partners: readonly CompanyInformation[];
}

/** The first card, once, when somebody of a customer installs the assistant: what it is for, and the offers that wait. */
export function customerWelcomeCard(say: Say, { waiting, count, partners }: CustomerWelcomeView): AdaptiveCard {
  return card(say, {
    heading: say('welcome.heading'),
    body: [
      text(say('welcome.customer')),
      ...(count === 0 ? [] : [subheading(say('customer-offers.waiting', count)), ...waiting.flatMap((row) => rowOf(say, row))]),
      note(say('customer-offers.type')),
      ...partners.flatMap((company) => partnerContact(say, company)),
    ],
    actions: [offersButton(say), languageButton(say)],
  });
}

/** What this chat is for, to a customer; and who their partner is. */
export function helpForCustomersCard(say: Say, partners: readonly CompanyInformation[]): AdaptiveCard {
  return card(say, {
    heading: say('help.customer-heading'),
    body: [text(say('help.customer')), text(say('customer-offers.type')), ...partners.flatMap((company) => partnerContact(say, company))],
    actions: [offersButton(say), languageButton(say)],
  });
}

function rowOf(say: Say, { offer, partner, stand, delegationOver }: OfferRow): readonly Element[] {
  return [
    {
      type: 'Container',
      separator: true,
      items: [
        text(`${say(`offer.kind-${offer.kind}`)} · ${partner}`, { weight: 'Bolder' }),
        note(standOf(say, stand)),
        ...(delegationOver === undefined ? [] : [note(say('customer-offers.delegation-over', delegationOver))]),
        buttons([execute(say('customer-offers.show', offer.summaryId), { verb: 'show-offer', offer: offer.id })]),
      ],
    },
  ];
}

function standOf(say: Say, stand: OfferStand): string {
  switch (stand.kind) {
    case 'open':
      return say('customer-offers.open', stand.until);
    case 'waiting':
      return say('customer-offers.to-confirm');
    case 'accepted':
    case 'declined':
      return say(`offers.${stand.kind}`);
    case 'withdrawn':
    case 'expired':
      return say(`offers.${stand.kind}`, stand.on);
  }
}

function offersButton(say: Say): Action {
  return execute(say('intent.offers'), { verb: 'show', page: 'offers' });
}

function languageButton(say: Say): Action {
  return execute(say('intent.language'), { verb: 'show', page: 'language' });
}
