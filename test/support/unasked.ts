import { outgoingCard } from '../../bot/conversation/offers/outgoing.ts';
import { Outgoing } from '../../domain/shared/outbox.ts';
import type { Language } from '../../domain/shared/language.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { CardJson } from './card-reading.ts';
import type { Assistant } from './chat.ts';

/** What waits in the outbox for somebody, drawn as it would be if it went out now, in order; what is no longer true is left out. */
export async function unasked({ store, secrets, clock }: Assistant, reader: PersonId, language: Language): Promise<readonly CardJson[]> {
  const links = { offer: (code: string) => `https://assistant.test/o/${code}` };
  const { rows } = await store.list('outbox-by-due', { key: 'all', limit: 500 });
  const drawn = rows
    .filter(({ value }) => value.recipient === reader)
    .map(({ value }) =>
      outgoingCard({ book: store, secrets, links, now: clock.now(), language }, Outgoing.parse({ ...value.facts, topic: value.topic }), reader),
    );
  return (await Promise.all(drawn)).flatMap((card) => (card === undefined ? [] : [Object.fromEntries(Object.entries(card))]));
}
