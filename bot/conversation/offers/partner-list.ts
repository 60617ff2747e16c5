import { offersCard } from '../../../cards/offers.card.ts';
import type { OffersView } from '../../../cards/offers.card.ts';
import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import type { Context } from '../context.ts';
import { requestView } from './partner-doubt.ts';
import { standing } from './partner-view.ts';
import type { PartnerPerson } from '../who.ts';
import { cardParts } from '../card-parts.ts';

type Here = Context<PartnerPerson>;
const rowsPerCard = 6;
const waitingShown = 3;

/** What the partner has sent, newest first, and what waits for its word; with what a click has just done. */
export async function partnerOffersCard(context: Here, after?: string, done?: string): Promise<AdaptiveCard> {
  const { book, who, say } = context;
  const page = await book.list('offers-of-partner', { key: who.tenant, limit: rowsPerCard, ...(after === undefined ? {} : { after }) });
  const rows = await Promise.all(page.rows.map(({ value }) => rowOf(context, value)));
  return offersCard(say, {
    rows,
    ...(page.next === undefined ? {} : { next: page.next }),
    ...(after === undefined ? await waiting(context) : { declared: nothing, requests: nothing }),
    ...(done === undefined ? {} : { done }),
  });
}

const nothing = { count: 0, first: [] };

async function rowOf(context: Here, offer: Parameters<typeof standing>[1]): Promise<OffersView['rows'][number]> {
  const customer = offer.customer === undefined ? undefined : (await context.book.read('customer', offer.customer))?.value;
  return { offer, ...(await standing(cardParts(context), offer, customer)) };
}

async function waiting({ book, who }: Here): Promise<Pick<OffersView, 'declared' | 'requests'>> {
  const slice = { key: who.tenant, limit: waitingShown };
  const [answers, people, answerCount, peopleCount] = await Promise.all([
    book.list('declared-answers-of-partner', slice),
    book.list('admin-requests-of-partner', slice),
    book.count('declared-answers-of-partner', { key: who.tenant }),
    book.count('admin-requests-of-partner', { key: who.tenant }),
  ]);
  const requests = await Promise.all(people.rows.map(({ value }) => requestView(book, value)));
  return { declared: { count: answerCount, first: answers.rows.map(({ value }) => value) }, requests: { count: peopleCount, first: requests } };
}
