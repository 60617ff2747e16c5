import type { DigestView } from '../../../cards/digest-view.ts';
import { ladderKindOf, knownSince, later, runningStep, toldThrough } from '../../../domain/renewals/ladder.ts';
import { ownerToTell, partnerIsTold } from '../../../domain/renewals/recipients.ts';
import type { Digest, NoticeRun } from '../../../domain/renewals/records.ts';
import { daysLeft, openTerms } from '../../../domain/renewals/terms.ts';
import type { Customer, Subscription, Term } from '../../../domain/customers/records.ts';
import { addDays, dayOf } from '../../../domain/shared/dates.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import type { PersonId, TenantId } from '../../../domain/shared/ids.ts';
import { planIds } from '../../../domain/shared/plans.ts';
import type { CardParts } from '../card-parts.ts';

type Parts = Pick<CardParts, 'book' | 'now'>;
const horizon = 60;
const mostLookedAt = 300;

/** Keys in stock against what is renewed with keys in the next 60 days, plan by plan; none where nothing is. */
export async function keysForRenewals({ book, now }: Parts, partner: TenantId): Promise<DigestView['keys']> {
  const today = dayOf(now);
  const lines = await Promise.all(
    planIds.map(async (plan) => {
      const [renewals, keys] = await Promise.all([
        book.count('key-ends-of-plan', { key: `${partner}|${plan}`, from: today, upTo: addDays(today, horizon) }),
        book.count('keys-of-plan', { key: `${partner}|${plan}|in-stock` }),
      ]);
      return { plan, renewals, keys };
    }),
  );
  return lines.filter(({ renewals }) => renewals > 0);
}

/** Ends of this person's customers whose notices had begun before they came into the book, or before sending began; of the soonest 300 of the partner's. */
export async function runningEnds({ book, now }: Parts, { partner, person }: Digest): Promise<DigestView['running']> {
  const today = dayOf(now);
  const slice = { key: partner, from: addDays(today, -toldThrough), upTo: addDays(today, horizon), limit: mostLookedAt };
  const [page, own, run] = await Promise.all([book.list('ends-of-partner', slice), book.read('partner', partner), book.read('notice-run', partner)]);
  const subscriptions = new Map(page.rows.map(({ id, value }) => [id, value]));
  const running = [...subscriptions.values()].flatMap((subscription) => runningTerms(subscription, run?.value, today).map((term) => ({ subscription, term })));
  // A book has few owners and many customers: each is looked up once.
  const owners = new Map<string, Promise<PersonId | undefined>>();
  const ownerOf = (customer: Customer): Promise<PersonId | undefined> => {
    const known = owners.get(customer.owner ?? '') ?? ownerToTell(book, customer);
    owners.set(customer.owner ?? '', known);
    return known;
  };
  const rows = await Promise.all(
    running.map(async ({ subscription, term }) => {
      const customer = (await book.read('customer', subscription.customer))?.value;
      if (customer === undefined || (await ownerOf(customer)) !== person || !partnerIsTold(subscription, customer, own?.value)) return [];
      const { seats, endsOn } = term;
      return [{ customer: customer.name, plan: subscription.plan, seats, endsOn, daysLeft: daysLeft(endsOn, today) }];
    }),
  );
  return rows.flat();
}

function runningTerms(subscription: Subscription, run: NoticeRun | undefined, today: Day): readonly Term[] {
  const kind = ladderKindOf(subscription);
  return openTerms(subscription).filter((term) => {
    const known = knownSince(subscription, term);
    return runningStep({ kind, endsOn: term.endsOn, since: later(known, run?.since ?? known), today }) !== undefined;
  });
}
