import { createRequire } from 'node:module';
import type * as Library from 'adaptivecards';

// Only this file of the package loads in Node, and only through `require`.
const adaptiveCards: typeof Library = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.min.js');

/** What the adaptivecards library has to say against a card: unknown elements and values, inputs without id, ids used twice. */
export function objectionsTo(card: object): readonly string[] {
  const { AdaptiveCard, HostConfig, SerializationContext, Versions } = adaptiveCards;
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
  // Its pattern for `lang` remembers where the last match ended, and so refuses every second card.
  parsed.parse({ ...card, lang: undefined }, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...parsing, ...parsed.validateProperties().validationEvents.map((event) => event.message)];
}
