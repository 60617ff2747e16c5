import type { PlanId } from '../domain/shared/plans.ts';
import { plans } from '../domain/shared/plans.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { card, facts, text } from './kit.ts';
import type { Say } from './messages/say.ts';

/** How many unused keys of each plan are in stock. */
export function keysLeftCard(say: Say, view: { readonly left: readonly { readonly plan: PlanId; readonly keys: number }[] }): AdaptiveCard {
  const lines = view.left.filter(({ keys }) => keys > 0).map(({ plan, keys }) => [plans[plan].name, say('keys-left.line', keys)] as const);
  return card(say, {
    heading: say('keys-left.heading'),
    body: lines.length === 0 ? [text(say('keys-left.none'))] : [facts(lines)],
    actions: [intentButton(say, 'redeem-product-keys'), homeButton(say)],
  });
}
