import { eligibilityText } from '../../../cards/eligibility.ts';
import type { Say } from '../../../cards/messages/say.ts';
import type { Eligibility } from '../../../domain/company/eligibility.ts';
import type { CustomerTask } from '../../../domain/company/rights.ts';
import type { SendOfferRefusal } from '../../../domain/offers/commands.ts';
import { plans } from '../../../domain/shared/plans.ts';
import type { RefusalReply } from '../flow.ts';
import { askFor } from '../permission.ts';

/** Where the refused part of an offer is asked for, by conversation. */
export interface AskedAt {
  /** Plan and count. */
  readonly content: string;
  /** Place and day. */
  readonly terms: string;
  /** Whether delegated administration goes with it; absent where it is the offer itself. */
  readonly delegation?: string;
}

/** Why an offer was not sent, and the step that mends it. */
export function sendingRefused(refusal: SendOfferRefusal, say: Say, at: AskedAt): RefusalReply {
  switch (refusal.kind) {
    case 'not-eligible':
      return {
        text: eligibilityText(say, refusal.eligibility),
        ...(at.delegation !== undefined && isOfDelegation(refusal.eligibility)
          ? { goTo: at.delegation }
          : askFor(taskOf(refusal.eligibility), refusal.eligibility)),
      };
    case 'company-not-confirmed':
      return { text: say('offer.company-not-confirmed') };
    case 'customer-not-found':
      return { text: say('offer.customer-gone'), goTo: 'customer' };
    case 'customer-needed':
      return { text: say('offer.customer-needed'), goTo: 'customer' };
    case 'country-unavailable':
      return { text: say('redeem.country-unavailable', say.country(refusal.country)), goTo: at.terms };
    case 'valid-until-wrong':
      return { text: say('offer.valid-until-out', refusal.earliest, refusal.latest), goTo: at.terms };
    case 'no-trial-of-plan':
      return { text: say('offer.no-trial', plans[refusal.plan].name), goTo: at.content };
    case 'plan-not-sold':
      return { text: say('offer.not-sold', plans[refusal.plan].name), goTo: at.content };
    case 'too-many-seats':
      return { text: say('offer.too-many-seats', plans[refusal.plan].name, refusal.maxSeats), goTo: at.content };
    case 'no-lines':
      return { text: say('offer.plan-missing'), goTo: at.content };
    case 'name-taken':
      return { text: say('offer.name-taken', refusal.name), goTo: 'roles' };
    case 'role-unknown':
      return { text: say('offer.role-unknown'), goTo: 'roles' };
    case 'no-extension-with-global-admin':
      return { text: say('offer.extend-wrong'), goTo: 'roles' };
  }
}

/** Of what goes with a trial or a purchase, only delegated administration needs the full right and a certified company: without it, the rest can be sent. */
function isOfDelegation(lacking: Extract<SendOfferRefusal, { readonly kind: 'not-eligible' }>['eligibility']): boolean {
  return (lacking.kind === 'person-lacks-right' && lacking.needed === 'full') || (lacking.kind === 'company-lacks' && lacking.missing === 'certified');
}

/** The right that what was to be sent needs: full only for delegated administration. */
function taskOf(lacking: Eligibility): CustomerTask {
  return lacking.kind === 'person-lacks-right' && lacking.needed === 'full' ? 'delegation-in-offer' : 'purchase-offer';
}
