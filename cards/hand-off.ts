import type { HandOff } from '../domain/customers/records.ts';
import type { Instant } from '../domain/shared/dates.ts';
import { productKeyForExistingSubscription, redeemAtMicrosoft } from '../domain/shared/guides.ts';
import type { Guide } from '../domain/shared/guides.ts';
import type { Element } from './adaptive-card.ts';
import { bullets, good, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';

/** The two honest lines of every receipt: what our book holds, and what stands at Microsoft. */
export function handOffLines(
  say: Say,
  recorded: { readonly at: Instant; readonly by: string },
  handOff: Pick<HandOff, 'ownerName' | 'confirmed'>,
): readonly Element[] {
  const { confirmed, ownerName } = handOff;
  return [
    text(say('hand-off.book', say.instant(recorded.at), recorded.by)),
    confirmed === undefined ? warning([say('hand-off.to-do', ownerName)]) : good([say('hand-off.confirmed', confirmed.name, say.instant(confirmed.at))]),
  ];
}

/** How a person finishes it at Microsoft. */
export function handOffSteps(say: Say): readonly Element[] {
  return [text(say('hand-off.steps'), { weight: 'Bolder' }), bullets([say('hand-off.step-open'), say('hand-off.step-type'), say('hand-off.step-confirm')])];
}

/** Microsoft's page for it. */
export function handOffGuide(purpose: HandOff['purpose']): Guide {
  return purpose === 'new-subscription' ? redeemAtMicrosoft : productKeyForExistingSubscription;
}
