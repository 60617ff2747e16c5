import type { PlanId } from '../domain/shared/plans.ts';
import { plans } from '../domain/shared/plans.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { bullets, facts, note, warning } from './kit.ts';
import type { Say } from './messages/say.ts';
import { partnerWords } from './partner-words.ts';
import type { PartnerView } from './partner-words.ts';

/** What becomes of one subscription's partner of record. */
export interface Attaching {
  readonly plan: PlanId;
  readonly seats: number;
  readonly now: PartnerView;
  /** It is so already. */
  readonly stays: boolean;
}

export interface AttachReviewView {
  readonly frame: Frame;
  readonly customer: string;
  readonly partner: PartnerView & { readonly partnerId: string };
  readonly subscriptions: readonly Attaching[];
}

/** For each subscription what is removed and what is added, for a yes. */
export function attachReviewCard(say: Say, view: AttachReviewView): AdaptiveCard {
  const { partner, customer, subscriptions } = view;
  const isUnknown = partner.kind === 'other' && !partner.verified;
  return reviewCard(say, view.frame, {
    heading: say('por.review-heading'),
    body: [
      facts([
        [say('redeem.customer'), customer],
        [say('por.who'), partnerWords(say, partner)],
      ]),
      bullets(subscriptions.map((each) => becomes(say, each, partner.partnerId))),
      ...(isUnknown ? [warning([say('por.unverified', partner.partnerId)])] : []),
      note(say('por.book-only')),
    ],
    confirm: say('por.confirm'),
    edits: [
      { title: say('por.change-id'), to: 'partner' },
      { title: say('por.change-subscriptions'), to: 'subscriptions' },
      { title: say('acting.other-customer'), to: 'customer' },
    ],
  });
}

function becomes(say: Say, { plan, seats, now, stays }: Attaching, partnerId: string): string {
  const what = say('redeem.plan-times', plans[plan].name, seats);
  if (stays) return say('por.stays', what);
  return now.kind === 'nobody' ? say('por.add', what, partnerId) : say('por.replace', what, partnerWords(say, now), partnerId);
}
