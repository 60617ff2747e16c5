import { plans } from '../domain/shared/plans.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { bullets, facts, good, note, text, warning } from './kit.ts';
import { countLine, keyLine } from './product-key-line.ts';
import type { KeyView } from './product-key-line.ts';
import type { Say } from './messages/say.ts';

export interface RedeemKeysReviewView {
  readonly frame: Frame;
  readonly keys: readonly KeyView[];
  readonly plan: PlanId;
  readonly seats: number;
  readonly people: number;
  readonly unverified: number;
  /** Look-alikes of keys that are not in stock, to be compared with the card. */
  readonly compare: readonly string[];
}

/** The first confirmation: "Does everything look right?" */
export function redeemKeysReviewCard(say: Say, view: RedeemKeysReviewView): AdaptiveCard {
  return reviewCard(say, view.frame, {
    heading: say('redeem.keys-review-heading'),
    body: [
      text(countLine(say, { ...view, keys: view.keys.length }), { weight: 'Bolder', size: 'Medium' }),
      facts([
        [say('redeem.plan-line'), plans[view.plan].name],
        [say('redeem.licences-line'), say('count.licences', view.seats)],
      ]),
      bullets(view.keys.map((key) => keyLine(say, key))),
      balance(say, view.seats - view.people),
      ...(view.unverified === 0 ? [] : [warning([say('redeem.unverified', view.unverified), ...view.compare])]),
    ],
    confirm: say('redeem.keys-done'),
    edits: [
      { title: say('redeem.keys-add'), to: 'keys' },
      { title: say('redeem.change-purpose'), to: 'purpose' },
    ],
  });
}

function balance(say: Say, spare: number): Element {
  if (spare < 0) return warning([say('redeem.too-few', -spare)]);
  return spare === 0 ? good([say('redeem.enough')]) : note(say('redeem.more-than-needed', spare));
}
