import { redeemReviewCard } from '../../../cards/redeem-review.card.ts';
import type { RedeemReviewView } from '../../../cards/redeem-review.card.ts';
import { lifecycleOf } from '../../../domain/renewals/lifecycle.ts';
import { renewalStart } from '../../../domain/renewals/terms.ts';
import { dayOf, termEnd } from '../../../domain/shared/dates.ts';
import { customerIdOf } from '../../../domain/shared/record-ids.ts';
import { review } from '../../conversation/flow.ts';
import type { Shown, Step } from '../../conversation/flow.ts';
import { agreementOf } from './agreement.ts';
import { sumOf } from './answers.ts';
import type { Answers } from './answers.ts';

/** The second of the two confirmations (mission, row 1): whom it is about, and what becomes of it. */
export const reviewStep: Step<Answers> = review<Answers>()({ id: 'review', show: async (at) => redeemReviewCard(at.say, await viewOf(at)) });

async function viewOf(at: Shown<Answers>): Promise<RedeemReviewView> {
  const { plan: known, seats, unverified } = sumOf(at.answers);
  const plan = known ?? 'business-basic';
  const today = dayOf(at.now);
  const common = { frame: at.frame, plan, seats, unverified: unverified.length, startsOn: today, endsOn: termEnd(today, 'P1Y') };
  if (at.answers.purpose?.purpose === 'new-subscription') return newView(at, common);

  const subscription = await at.book.read('subscription', at.answers.subscription?.subscription ?? '');
  const owner = subscription === undefined ? undefined : await at.book.read('customer', subscription.value.customer);
  const customer = owner?.value.name ?? '';
  if (at.answers.purpose?.purpose !== 'renewal') return { ...common, customer, purpose: 'more-users' };
  const old = subscription?.value.terms.find((term) => term.id === at.answers.subscription?.term);
  const startsOn =
    (subscription === undefined || old === undefined ? undefined : renewalStart(old.endsOn, today, lifecycleOf(subscription.value, old))) ?? today;
  const endsOn = termEnd(startsOn, 'P1Y');
  return {
    ...common,
    customer,
    startsOn,
    endsOn,
    purpose: 'renewal',
    seatsBefore: old?.seats ?? 0,
    oldEnd: old?.endsOn ?? today,
    ended: old !== undefined && old.endsOn < today,
  };
}

async function newView(at: Shown<Answers>, common: Omit<RedeemReviewView & { purpose: 'more-users' }, 'purpose' | 'customer'>): Promise<RedeemReviewView> {
  const { organisation, country, admin } = at.answers;
  const inBook = await at.book.read('customer', customerIdOf(at.secrets, at.who.tenant, organisation?.domain ?? ''));
  const { people } = sumOf(at.answers);
  return {
    ...common,
    purpose: 'new-subscription',
    customer: inBook?.value.name ?? organisation?.organisation ?? '',
    country: inBook?.value.country ?? country?.country ?? '',
    domain: organisation?.domain ?? '',
    known: inBook !== undefined,
    admin: { name: admin?.adminName ?? '', email: admin?.adminEmail ?? '' },
    agreement: agreementOf(at).kind,
    short: Math.max(0, people - common.seats),
  };
}
