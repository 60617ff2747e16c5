import type { AgreementKind, PlanId } from '../domain/shared/plans.ts';
import { plans } from '../domain/shared/plans.ts';
import type { Day } from '../domain/shared/dates.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { facts, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';

interface Common {
  readonly frame: Frame;
  readonly customer: string;
  readonly plan: PlanId;
  readonly seats: number;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly unverified: number;
}
export type RedeemReviewView = Common &
  (
    | {
        readonly purpose: 'new-subscription';
        readonly country: string;
        readonly domain: string;
        /** The domain is in the book: the subscription goes to this customer. */
        readonly known: boolean;
        readonly admin: { readonly name: string; readonly email: string };
        readonly agreement: AgreementKind;
        readonly short: number;
      }
    | { readonly purpose: 'more-users' }
    | { readonly purpose: 'renewal'; readonly seatsBefore: number; readonly oldEnd: Day; readonly ended: boolean }
  );

/** The second confirmation, about whom it is and what becomes of it; after it the keys are used. */
export function redeemReviewCard(say: Say, view: RedeemReviewView): AdaptiveCard {
  switch (view.purpose) {
    case 'new-subscription':
      return reviewCard(say, view.frame, {
        heading: say('redeem.review-heading-new'),
        body: [facts(newFacts(say, view)), ...known(say, [...ofNew(say, view), ...unverified(say, view)])],
        confirm: say('redeem.create-account'),
        edits: [
          { title: say('redeem.change-keys'), to: 'keys' },
          { title: say('redeem.change-customer'), to: 'organisation' },
          { title: say('redeem.change-admin'), to: 'admin' },
        ],
      });
    case 'more-users':
      return reviewCard(say, view.frame, {
        heading: say('redeem.review-heading-more'),
        body: [facts(common(say, view)), ...known(say, unverified(say, view))],
        confirm: say('redeem.add-users'),
        edits: existing(say),
      });
    case 'renewal':
      return reviewCard(say, view.frame, {
        heading: say('redeem.review-heading-renewal'),
        body: [
          facts([...common(say, view), [say('redeem.licences-line'), say('redeem.renewed-of', Math.min(view.seats, view.seatsBefore), view.seatsBefore)]]),
          ...known(say, [...ending(say, view), ...unverified(say, view)]),
        ],
        confirm: say('redeem.renew'),
        edits: existing(say),
      });
  }
}

type New = Extract<RedeemReviewView, { readonly purpose: 'new-subscription' }>;
type Fact = readonly [string, string];

function newFacts(say: Say, view: New): readonly Fact[] {
  return [
    [say('redeem.customer'), view.customer],
    [say('redeem.country-line'), say.country(view.country)],
    [say('redeem.domain-line'), view.domain],
    [say('redeem.admin-line'), view.admin.name],
    [say('redeem.email-line'), view.admin.email],
    [say('redeem.plan-line'), say('redeem.plan-times', plans[view.plan].name, view.seats)],
    [say('redeem.runs'), say('redeem.from-to', view.startsOn, view.endsOn)],
    [say('redeem.agreement-line'), say(`redeem.agreement-name-${view.agreement}`)],
  ];
}

function common(say: Say, view: Common): readonly Fact[] {
  return [
    [say('redeem.customer'), view.customer],
    [say('redeem.plan-line'), say('redeem.plan-times', plans[view.plan].name, view.seats)],
    [say('redeem.runs'), say('redeem.from-to', view.startsOn, view.endsOn)],
  ];
}

/** What to know before saying yes, in one place, and that there is no way back. */
function known(say: Say, lines: readonly string[]): readonly Element[] {
  return [...(lines.length === 0 ? [] : [warning(lines)]), text(say('redeem.final'))];
}

function unverified(say: Say, view: Common): readonly string[] {
  return view.unverified === 0 ? [] : [say('redeem.unverified', view.unverified)];
}

function ofNew(say: Say, view: New): readonly string[] {
  return [
    ...(view.known ? [say('redeem.customer-known', view.customer), say('redeem.customer-kept', view.customer)] : []),
    ...(view.short > 0 ? [say('redeem.too-few', view.short)] : []),
    say('por.no-notices'),
  ];
}

function ending(say: Say, view: Extract<RedeemReviewView, { readonly purpose: 'renewal' }>): readonly string[] {
  const seats = view.seatsBefore - view.seats;
  return seats <= 0 ? [] : [say(view.ended ? 'redeem.seats-ended' : 'redeem.seats-end', seats, view.oldEnd)];
}

function existing(say: Say): readonly { readonly title: string; readonly to: string }[] {
  return [
    { title: say('redeem.change-keys'), to: 'keys' },
    { title: say('redeem.change-subscription'), to: 'subscription' },
  ];
}
