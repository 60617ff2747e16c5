import { instantOf } from '../../domain/shared/dates.ts';
import type { OfferId, PersonId } from '../../domain/shared/ids.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { Language } from '../../domain/shared/language.ts';
import { offerCardId } from '../../domain/offers/records.ts';
import type { OfferCard } from '../../domain/offers/records.ts';
import type { Clock, Log, NewId } from '../../domain/shared/ports.ts';
import type { Expectation, Put, Ref, Store, Stored } from '../../domain/shared/store.port.ts';
import type { Shown } from '../../domain/shared/turn.ts';
import { noticePlaceChange } from './keep-notice-place.ts';

/** What a person sees in one place of their one-to-one chat now. */
export interface ShownCard {
  readonly person: PersonId;
  readonly activityId: string;
  /** What stands there that may change; undefined for anything else. */
  readonly shows: Shown | undefined;
  readonly language: () => Promise<Language>;
}

/** Keeps where cards stand that change in place, and forgets the place when something else stands there. Never rejects. */
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
      parts.log.warn({ shows: shown.shows }, 'where a card stands was not kept: others were always quicker');
    } catch (fault) {
      parts.log.error({ shows: shown.shows, fault }, 'where a card stands was not kept');
    }
  };
}

/** False when somebody else changed the same records meanwhile. Nothing is written while nothing has changed. */
async function isKept(parts: Parts, shown: ShownCard): Promise<boolean> {
  const { store, clock, newId } = parts;
  const [offers, notice] = await Promise.all([offerChanges(parts, shown), noticePlaceChange(store, instantOf(clock.now()), shown)]);
  const changes = notice === undefined ? offers : [...offers, notice];
  if (changes.length === 0) return true;
  const result = await store.commit({
    commandId: CommandId.parse(`shown:${newId()}`),
    expect: changes.map(({ expect }) => expect),
    put: changes.flatMap(({ put }) => put ?? []),
    remove: changes.flatMap(({ remove }) => remove ?? []),
    events: [],
    outcome: null,
    keepOutcomeUntil: instantOf(clock.now()),
  });
  return result.kind !== 'conflict';
}

/** One record written or removed, as it was read. */
export interface PlaceChange {
  readonly expect: Expectation;
  readonly put?: Put;
  readonly remove?: Ref;
}

async function offerChanges({ store, clock }: Parts, shown: ShownCard): Promise<readonly PlaceChange[]> {
  const offer = typeof shown.shows === 'string' ? shown.shows : undefined;
  const { rows } = await store.list('offer-cards-in-place', { key: `${shown.person}|${shown.activityId}`, limit: 100 });
  const own = offer === undefined ? undefined : offerCardId(offer, shown.person);
  const others = rows.filter(({ id }) => id !== own).map((row) => without(row, shown.activityId));
  if (offer === undefined || own === undefined || rows.some(({ id }) => id === own)) return others;
  const added = await withPlace(store, clock, { id: own, offer }, shown);
  return added === undefined ? others : [...others, added];
}

/** The record stays: the person has seen the offer. */
function without({ id, version, value }: Stored<'offer-card'>, place: string): PlaceChange {
  const ref = { kind: 'offer-card', id } as const;
  return { expect: { ...ref, version }, put: { ...ref, value: { ...value, shown: value.shown.filter((each) => each !== place) } } };
}

async function withPlace(
  store: Store,
  clock: Clock,
  { id, offer }: { readonly id: string; readonly offer: OfferId },
  { person, activityId, language }: ShownCard,
): Promise<PlaceChange | undefined> {
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
