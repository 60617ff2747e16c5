import type { About } from '../../../cards/actions.ts';
import { offerAnswerId } from '../../../domain/offers/records.ts';
import type { Offer, OfferContent } from '../../../domain/offers/records.ts';
import { addDays, dayOf } from '../../../domain/shared/dates.ts';
import type { CustomerId, SubscriptionId } from '../../../domain/shared/ids.ts';
import { plans } from '../../../domain/shared/plans.ts';
import { ownCustomer } from '../steps/choose-customer.ts';
import { proposedName } from '../steps/delegation-roles.ts';
import type { At } from '../flow.ts';
import { noDelegationBecause } from './left-out.ts';
import type { OfferAnswers } from './making.ts';

type Here = At<OfferAnswers>;
type Settled = Partial<OfferAnswers>;

/** The customer that a card is about, or the one of its subscription, with its plan and location. Anything that is not the partner's own yields nothing. */
export async function aboutCustomer(about: About, at: Here): Promise<Settled> {
  if (about.subscription !== undefined) return aboutSubscription(at, about.subscription);
  return about.customer === undefined ? {} : forCustomer(at, about.customer);
}

async function aboutSubscription(at: Here, id: SubscriptionId): Promise<Settled> {
  const subscription = (await at.book.read('subscription', id))?.value;
  if (subscription?.partner !== at.who.tenant) return {};
  const customer = await at.book.read('customer', subscription.customer);
  const isSold = !plans[subscription.plan].retired;
  const known = { ...(isSold ? { plan: subscription.plan } : {}), ...(customer === undefined ? {} : { country: customer.value.country }) };
  return { ...(await forCustomer(at, subscription.customer)), known };
}

/** The offer that a card is about, where it is the partner's own. */
export async function aboutOffer({ offer }: About, at: Here): Promise<Offer | undefined> {
  const stored = offer === undefined ? undefined : await at.book.read('offer', offer);
  return stored?.value.partner === at.who.tenant ? stored.value : undefined;
}

/** A new offer like an old one: everything filled in but the day, a name that no other relationship has, and what this person may not ask for. */
export async function likeOffer(at: Here, offer: Offer): Promise<Settled> {
  const chosen: Settled = offer.customer === undefined ? { customer: {} } : await forCustomer(at, offer.customer);
  const isLeftOut = offer.content.kind !== 'delegated-admin' && offer.content.delegation !== undefined && noDelegationBecause(at) !== undefined;
  const delegation = isLeftOut ? undefined : offer.content.delegation;
  return {
    ...chosen,
    ...contentAnswers(offer.content),
    ...(isLeftOut ? { known: { leftOut: 'delegation' as const } } : {}),
    ...(offer.content.kind === 'delegated-admin'
      ? {}
      : { terms: { country: offer.country, validUntil: addDays(dayOf(at.now), 30), delegation: delegation?.form ?? 'none' } }),
    ...(delegation?.form === 'gdap'
      ? { roles: { roles: delegation.roles, days: delegation.days, autoExtends: delegation.autoExtends, name: await proposedName(at, chosen.customer?.name) } }
      : {}),
    message: { message: offer.message, language: offer.language },
    madeFrom: offer.id,
  };
}

/** A purchase offer after an accepted trial: plan, customer and location filled in (mission, row 8). */
export async function afterTrial(at: Here, trial: Offer, customer: CustomerId | undefined): Promise<Settled> {
  const whose = customer ?? trial.customer;
  const answer = whose === undefined ? undefined : await at.book.read('offer-answer', offerAnswerId(trial.id, whose));
  if (trial.content.kind !== 'trial' || answer?.value.state !== 'accepted') return {};
  return { ...(await forCustomer(at, answer.value.customer)), known: { plan: trial.content.plan, country: trial.country }, madeFrom: trial.id };
}

function contentAnswers(content: OfferContent): Settled {
  switch (content.kind) {
    case 'trial':
      return { plan: { plan: content.plan } };
    case 'purchase':
      return { lines: [...content.lines] };
    case 'delegated-admin':
      return { form: { form: content.delegation.form } };
  }
}

async function forCustomer(at: Here, id: CustomerId): Promise<Settled> {
  const own = await ownCustomer(at, id);
  return own === undefined ? {} : { customer: { customer: own.id, name: own.name } };
}
