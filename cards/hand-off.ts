import type { HandOff } from '../domain/customers/records.ts';
import type { Instant } from '../domain/shared/dates.ts';
import { productKeyForExistingSubscription, redeemAtMicrosoft } from '../domain/shared/guides.ts';
import type { Guide } from '../domain/shared/guides.ts';
import type { Action, Element } from './adaptive-card.ts';
import { buttons, good, steps, subheading, text, warning } from './kit.ts';
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

/** How a person finishes it at Microsoft, with the buttons for it right below; `keyEndings` tell which cards to take. */
export function handOffSteps(say: Say, keyEndings: readonly string[], actions: readonly Action[]): readonly Element[] {
  return [
    subheading(say('hand-off.steps')),
    steps([say('hand-off.step-open'), say('hand-off.step-type', say.list(keyEndings)), say('hand-off.step-confirm')]),
    buttons(actions),
  ];
}

/** Microsoft's page for it. */
export function handOffGuide(purpose: HandOff['purpose']): Guide {
  return purpose === 'new-subscription' ? redeemAtMicrosoft : productKeyForExistingSubscription;
}
