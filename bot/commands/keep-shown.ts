import { instantOf } from '../../domain/shared/dates.ts';
import type { OfferId, PersonId } from '../../domain/shared/ids.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { Language } from '../../domain/shared/language.ts';
import { offerCardId } from '../../domain/offers/records.ts';
import type { OfferCard } from '../../domain/offers/records.ts';
import type { Clock, Log, NewId } from '../../domain/shared/ports.ts';
import type { Expectation, Put, Store, Stored } from '../../domain/shared/store.port.ts';

/** What a person sees in one place of their one-to-one chat now. */
export interface ShownCard {
  readonly person: PersonId;
  readonly activityId: string;
  /** The offer that stands there; undefined when something else does. */
  readonly offer: OfferId | undefined;
  readonly language: () => Promise<Language>;
}

/** Keeps where cards of offers stand, so that they change in place; and forgets the place when something else stands there. Never rejects. */
export type KeepShown = (shown: ShownCard) => Promise<void>;

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
}

const mostAttempts = 5;
/** A person who opened an offer more often than that has scrolled past the first of them. */
export const mostPlaces = 10;

export function keepShown(parts: Parts): KeepShown {
  return async (shown) => {
    try {
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) if (await isKept(parts, shown)) return;
      parts.log.warn({ offer: shown.offer }, 'where a card of an offer stands was not kept: others were always quicker');
    } catch (fault) {
      parts.log.error({ offer: shown.offer, fault }, 'where a card of an offer stands was not kept');
    }
  };
}

/** False when somebody else changed the same records meanwhile. Nothing is written while nothing has changed. */
async function isKept({ store, clock, newId }: Parts, shown: ShownCard): Promise<boolean> {
  const { rows } = await store.list('offer-cards-in-place', { key: `${shown.person}|${shown.activityId}`, limit: 100 });
  const own = shown.offer === undefined ? undefined : offerCardId(shown.offer, shown.person);
  const others = rows.filter(({ id }) => id !== own).map((row) => without(row, shown.activityId));
  const added = own === undefined || rows.some(({ id }) => id === own) ? undefined : await withPlace(store, clock, own, shown);
  const changes = added === undefined ? others : [...others, added];
  if (changes.length === 0) return true;
  const result = await store.commit({
    commandId: CommandId.parse(`shown:${newId()}`),
    expect: changes.map(({ expect }) => expect),
    put: changes.map(({ put }) => put),
    remove: [],
    events: [],
    outcome: null,
    keepOutcomeUntil: instantOf(clock.now()),
  });
  return result.kind !== 'conflict';
}

interface Change {
  readonly expect: Expectation;
  readonly put: Put;
}

/** The record stays: the person has seen the offer. */
function without({ id, version, value }: Stored<'offer-card'>, place: string): Change {
  const ref = { kind: 'offer-card', id } as const;
  return { expect: { ...ref, version }, put: { ...ref, value: { ...value, shown: value.shown.filter((each) => each !== place) } } };
}

async function withPlace(store: Store, clock: Clock, id: string, { person, activityId, offer, language }: ShownCard): Promise<Change | undefined> {
  if (offer === undefined) return undefined;
  const [before, about] = await Promise.all([store.read('offer-card', id), store.read('offer', offer)]);
  if (about === undefined) return undefined;
  const value: OfferCard = {
    ...before?.value,
    offer,
    partner: about.value.partner,
    person,
    language: await language(),
    shown: [...(before?.value.shown ?? []), activityId].slice(-mostPlaces),
    at: instantOf(clock.now()),
  };
  return { expect: { kind: 'offer-card', id, version: before?.version ?? 0 }, put: { kind: 'offer-card', id, value } };
}
