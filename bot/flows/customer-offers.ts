import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { noSuchOfferCard } from '../../cards/customer-news.card.ts';
import { customerOffersCard, customerWelcomeCard } from '../../cards/customer-offers.card.ts';
import { strangerCard } from '../../cards/customer-side.card.ts';
import { isGuestName } from '../../domain/customers/sign-in-name.ts';
import type { OfferReader } from '../../domain/offers/desk.port.ts';
import type { OfferId } from '../../domain/shared/ids.ts';
import { offerIdOf } from '../../domain/shared/record-ids.ts';
import { commandOfClick } from '../conversation/clicked.ts';
import type { Answered, CustomerClick, CustomerContext, CustomerSide } from '../conversation/context.ts';
import { offersOf } from '../conversation/offers/customer-list.ts';
import { sightOf } from '../conversation/offers/customer-sight.ts';
import { answerOffer, showOffer } from '../conversation/offers/desk.ts';

const mostWaiting = 5;
const mostListed = 10;

type OfferClick = Exclude<CustomerClick, 'show-digest' | 'show-renewal' | 'wish-renewal'>;
type CustomerOffers = Omit<CustomerSide, 'clicks'> & { readonly clicks: Pick<CustomerSide['clicks'], OfferClick> };

/** What people of customers do in the chat: their offers, and answering them. Strangers with a code of an offer, too. */
export const customerOffers: CustomerOffers = {
  async welcome(context) {
    const { who, say } = context;
    if (who.side === 'stranger') return strangerCard(say);
    const { waiting, partners } = await offersOf(context, who.tenant);
    return customerWelcomeCard(say, { waiting: waiting.slice(0, mostWaiting), count: waiting.length, partners });
  },
  async offers(context) {
    const { who, say } = context;
    if (who.side === 'stranger') return strangerCard(say);
    const { rows, partners } = await offersOf(context, who.tenant);
    return customerOffersCard(say, { rows: rows.slice(0, mostListed), hasMore: rows.length > mostListed, partners });
  },
  open: async (context, code) => shown(context, offerIdOf(context.secrets, code)),
  clicks: {
    'show-offer': (context, { offer }) => shown(context, offer),
    'accept-offer': (context, { offer }, inputs) => answered(context, offer, 'accept-offer', inputs),
    'decline-offer': (context, { offer }, inputs) => answered(context, offer, 'decline-offer', inputs),
    'ask-to-be-admin': (context, { offer }, inputs) => answered(context, offer, 'ask-to-be-admin', inputs),
    async 'end-delegated-admin'(context, { relationship }, inputs) {
      const granted = await context.book.read('relationship', relationship);
      return granted === undefined ? nothing(context) : answered(context, granted.value.offer, 'end-delegated-admin', inputs);
    },
  },
};

async function shown(context: CustomerContext, offer: OfferId): Promise<Answered> {
  return drawn(context, offer, await showOffer(context, offer, await readerOf(context, offer)));
}

async function answered(context: CustomerContext, offer: OfferId, verb: OfferClick, inputs: object): Promise<Answered> {
  const reader = await readerOf(context, offer);
  return drawn(context, offer, await answerOffer(context, offer, reader, { verb, data: inputs }, commandOfClick(context)));
}

function drawn(context: CustomerContext, offer: OfferId, card: AdaptiveCard | undefined): Answered {
  return card === undefined ? nothing(context) : { card, shows: offer };
}

function nothing({ say }: CustomerContext): Answered {
  return { card: noSuchOfferCard(say) };
}

/**
 * Who reads, from the signed activity. What the channel calls them is asked for only while the book does not know them by object id.
 *
 * An e-mail address stands for a sign-in name only within the customer's own directory: in any other, people choose their address themselves.
 */
async function readerOf(context: CustomerContext, offer: OfferId): Promise<OfferReader> {
  const { person, tenant, name, language } = context.who;
  const bare = { kind: 'signed-in', person, tenant, name, isDirectoryAdmin: false, via: 'teams', language } as const;
  if ((await context.book.read('offer', offer)) === undefined) return bare;
  const known = await sightOf(context, offer, bare);
  if (known?.reader.kind === 'admin' || known?.reader.kind === 'colleague') return bare;
  const profile = await context.profile();
  const isTheirDirectory = known?.customer?.tenant === tenant;
  // A guest's names are those of another directory.
  if (profile?.upn !== undefined && isGuestName(profile.upn)) return bare;
  const names = [profile?.upn, ...(isTheirDirectory ? [profile?.email] : [])].flatMap((each) => each?.toLowerCase() ?? []);
  for (const upn of names) {
    const named = await sightOf(context, offer, { ...bare, upn });
    if (named?.reader.kind === 'admin' || named?.reader.kind === 'colleague') return { ...bare, upn };
  }
  const [upn] = names;
  return upn === undefined ? bare : { ...bare, upn };
}
