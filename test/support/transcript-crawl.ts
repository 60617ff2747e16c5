import assert from 'node:assert/strict';
import { conversations } from '../../bot/flows/index.ts';
import type { Conversations } from '../../bot/conversation/context.ts';
import type { PartnerUser } from '../../domain/company/records.ts';
import type { Language } from '../../domain/shared/language.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { clockAt, fill } from './book.ts';
import { buttonsOf, textsOf } from './card-reading.ts';
import type { CardJson, ReadButton } from './card-reading.ts';
import { anAssistant, chatOf, clickOn } from './chat.ts';
import type { Chat } from './chat.ts';
import { memoryStore } from './fakes/memory-store.ts';
import { plays } from './transcript.ts';
import type { Row } from './transcript.ts';
import { watched } from './transcript-book.ts';
import type { Watched } from './transcript-book.ts';

export interface Crawl {
  readonly as: PartnerUser;
  readonly language: Language;
  readonly book: readonly Put[];
  /** Where to start from: the rows that lead to each first card. */
  readonly from: readonly (readonly Row[])[];
  /** How many clicks away from there. */
  readonly depth: number;
  readonly talks?: Conversations;
}

/** A card that was reached, how, and what the same click gave the second time. */
export interface Reached {
  readonly card: CardJson;
  readonly path: readonly string[];
  readonly again?: CardJson;
}

interface Place {
  readonly book: Watched;
  readonly card: CardJson;
  readonly path: readonly string[];
}

/**
 * Clicks every button of every card that can be reached, with the inputs as they stand, each twice.
 *
 * Every place is a copy of the whole book, so that no click sees what another one did. A card is visited once, whatever its ids.
 */
export async function crawl(plan: Crawl): Promise<readonly Reached[]> {
  const seen = new Set<string>();
  const reached: Reached[] = [];
  let places = await firstPlaces(plan);
  for (const { card, path } of places) reached.push({ card, path });
  for (let clicks = 0; clicks <= plan.depth && places.length > 0; clicks += 1) {
    const next: Place[] = [];
    for (const place of places) {
      const look = looksLike(place.card);
      if (seen.has(look)) continue;
      seen.add(look);
      for (const button of buttonsOf(place.card).filter(({ verb }) => verb !== undefined)) {
        const { after, again } = await clickedTwice(plan, place, button);
        reached.push({ card: after.card, path: after.path, again });
        next.push(after);
      }
    }
    places = next;
  }
  return reached;
}

async function firstPlaces(plan: Crawl): Promise<Place[]> {
  const places: Place[] = [];
  for (const rows of plan.from) {
    const book = watched(memoryStore());
    await fill(book.store, plan.book);
    const chat = chatIn(plan, book);
    await plays(chat, rows);
    places.push({ book, card: chat.last, path: [textsOf(chat.last)[0] ?? ''] });
  }
  return places;
}

function chatIn({ as, language, talks = conversations }: Crawl, { store }: Watched): Chat {
  return chatOf(anAssistant(store, clockAt(), talks), as.person, { locale: language, name: as.name });
}

async function clickedTwice(plan: Crawl, { book, card, path }: Place, button: ReadButton): Promise<{ readonly after: Place; readonly again: CardJson }> {
  const copy = await book.copy();
  const chat = chatIn(plan, copy);
  const click = async (): Promise<CardJson> => {
    const reply = await chat.sends(clickOn(card, button));
    assert.ok(reply.kind === 'card', `"${button.title}" is not answered after ${path.join(' › ')}`);
    return { ...reply.card };
  };
  const first = await click();
  const kept = await copy.copy();
  return { after: { book: kept, card: first, path: [...path, button.title] }, again: await click() };
}

function looksLike(card: CardJson): string {
  return JSON.stringify([textsOf(card), buttonsOf(card).map(({ title }) => title)]);
}
