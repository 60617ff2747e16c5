import type { RenewalDelivery, RenewalFacts } from '../../../cards/renewal-view.ts';
import { objectIdOf } from '../../../domain/customers/admins.ts';
import type { Customer, Subscription, Term } from '../../../domain/customers/records.ts';
import { offerAnswerId } from '../../../domain/offers/records.ts';
import { standOf } from '../../../domain/offers/stand.ts';
import { attachedPartner, partnerOfRecordOf } from '../../../domain/partner-of-record/effective.ts';
import { lifecycleDates, lifecycleOf } from '../../../domain/renewals/lifecycle.ts';
import { knownSince, ladderKindOf, ladderSteps, later, runningStep } from '../../../domain/renewals/ladder.ts';
import { partnerIsTold } from '../../../domain/renewals/recipients.ts';
import type { Notice, RenewalPlan } from '../../../domain/renewals/records.ts';
import { renewalPlanId } from '../../../domain/renewals/records.ts';
import { Fault } from '../../../domain/shared/fault.ts';
import { daysLeft, openTerms, stageOf } from '../../../domain/renewals/terms.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import type { CustomerId, PersonId, TermId } from '../../../domain/shared/ids.ts';
import type { Reader } from '../../../domain/shared/store.port.ts';

interface Parts {
  readonly book: Reader;
  readonly now: Date;
}
/** One end of one term, as a card named it. */
export interface NamedEnd {
  readonly term: TermId;
  readonly endsOn: Day;
}

/** A term, as a card named it, perhaps with the end that it had then. */
export type NamedTerm = Pick<NamedEnd, 'term'> & Partial<NamedEnd>;

const mostOffers = 20;
const mostNotices = 200;
const mostDeliveries = 20;

/**
 * One end of a subscription as it stands now: the one that is named, else the one that presses most.
 *
 * A term whose end has moved is shown with its new end.
 */
export async function renewalFactsOf({ book, now }: Parts, subscription: Subscription, end?: NamedTerm): Promise<RenewalFacts> {
  const today = dayOf(now);
  const { id, partner: tenant, plan, channel, autoRenews, cancelled, suspended } = subscription;
  const term = subscription.terms.find((each) => each.id === end?.term) ?? pressing(subscription, today);
  const [customer, partner, run, decided, notices] = await Promise.all([
    book.read('customer', subscription.customer),
    book.read('partner', tenant),
    book.read('notice-run', tenant),
    book.read('renewal-plan', renewalPlanId(term.id, term.endsOn)),
    book.list('notices-of-subscription', { key: id, from: term.endsOn, upTo: term.endsOn, limit: mostNotices }),
  ]);
  const isTold = customer !== undefined && partnerIsTold(subscription, customer.value, partner?.value);
  const known = knownSince(subscription, term);
  const { hasOpenOffer, isAccepted } = await offersOf(book, subscription.customer, term, today);
  const policy = lifecycleOf(subscription, term);
  const next = nextOf(subscription, term);
  return {
    subscription: id,
    plan,
    channel,
    customer: nameOf(subscription.customer, customer?.value),
    term: term.id,
    seats: term.seats,
    startsOn: term.startsOn,
    endsOn: term.endsOn,
    daysLeft: daysLeft(term.endsOn, today),
    stage: stageOf(term, today, policy),
    dates: lifecycleDates(term.endsOn, policy),
    policy,
    autoRenews,
    isTrial: channel === 'trial',
    hasOpenOffer,
    ...(channel === 'trial' && isAccepted ? { isBought: true } : {}),
    ...(cancelled === undefined ? {} : { cancelled }),
    ...(suspended === undefined ? {} : { suspended }),
    ...(next === undefined ? {} : { renewed: next }),
    ...(isRenewal(subscription, term) ? { follows: broughtBy(term) } : {}),
    ...(decided === undefined ? {} : { decided: stillDecided(decided.value, today) }),
    hasBegun: daysLeft(term.endsOn, today) <= (ladderSteps[ladderKindOf(subscription)][0] ?? 0),
    isTold,
    isRunning:
      isTold && runningStep({ kind: ladderKindOf(subscription), endsOn: term.endsOn, since: later(known, run?.value.since ?? known), today }) !== undefined,
    partnerOfRecord: whose[attachedPartner(partnerOfRecordOf(subscription, customer?.value ?? {}), partner?.value).kind],
    deliveries: await deliveriesOf(
      book,
      notices.rows.map(({ value }) => value).filter(({ ending }) => ending.kind === 'term' && ending.term === term.id),
    ),
  };
}

/** A snooze that is over is none any more: nothing says that it is silent, and it can be put off again. */
function stillDecided({ snoozed, ...rest }: RenewalPlan, today: Day): RenewalPlan {
  return snoozed === undefined || snoozed.until <= today ? rest : { ...rest, snoozed };
}

const whose = { us: 'own', other: 'other', nobody: 'none' } as const;

/** The open end that comes first, as long as there is something to renew; without one, the last term. */
export function pressing(subscription: Subscription, today: Day): Term {
  const byEnd = (terms: readonly Term[]): readonly Term[] => terms.toSorted((one, other) => (one.endsOn < other.endsOn ? -1 : 1));
  const [first] = byEnd(openTerms(subscription)).filter((term) => stageOf(term, today, lifecycleOf(subscription, term)) !== 'deleted');
  const last = byEnd(subscription.terms).at(-1);
  const found = first ?? last;
  if (found === undefined) throw new Fault('book-damaged', { detail: 'a subscription without a term' });
  return found;
}

function nameOf(id: CustomerId, customer: Customer | undefined): RenewalFacts['customer'] {
  return { id, name: customer?.name ?? id, domain: customer?.domain ?? '' };
}

function nextOf({ terms }: Subscription, { renewedBy }: Term): RenewalFacts['renewed'] {
  const next = terms.find(({ id }) => id === renewedBy);
  if (next === undefined) return undefined;
  const { endsOn, seats } = next;
  return { endsOn, seats, ...broughtBy(next) };
}

function isRenewal({ terms }: Subscription, { id }: Term): boolean {
  return terms.some(({ renewedBy }) => renewedBy === id);
}

function broughtBy({ known }: Term): NonNullable<RenewalFacts['follows']> {
  return known === undefined ? {} : { on: known.on, ...(known.by === undefined ? {} : { by: known.by }) };
}

/** Purchase offers to the customer: does one wait for an answer, and was one accepted that was sent in this term? */
async function offersOf(
  book: Reader,
  customer: CustomerId,
  { startsOn }: Term,
  today: Day,
): Promise<Pick<RenewalFacts, 'hasOpenOffer'> & { readonly isAccepted: boolean }> {
  const { rows } = await book.list('offers-to-customer', { key: customer, limit: mostOffers });
  const purchases = rows.map(({ value }) => value).filter(({ content }) => content.kind === 'purchase');
  const stands = await Promise.all(
    purchases.map(async (offer) => ({
      offer,
      kind: standOf(offer, (await book.read('offer-answer', offerAnswerId(offer.id, customer)))?.value, undefined, today).kind,
    })),
  );
  return {
    hasOpenOffer: stands.some(({ kind }) => kind === 'open' || kind === 'waiting'),
    isAccepted: stands.some(({ kind, offer }) => kind === 'accepted' && dayOf(new Date(offer.sentAt)) >= startsOn),
  };
}

/** What was told of one end, newest first. */
async function deliveriesOf(book: Reader, notices: readonly Notice[]): Promise<readonly RenewalDelivery[]> {
  const lines = notices.flatMap(({ told, ...notice }) => told.map((step) => ({ notice, step })));
  const newest = lines.toSorted((one, other) => (one.step.at < other.step.at ? 1 : -1)).slice(0, mostDeliveries);
  return Promise.all(
    newest.map(async ({ notice: { side, customer, recipient }, step }) => {
      const name = await personName(book, customer, recipient);
      return { side, ...step, ...(name === undefined ? {} : { name }) };
    }),
  );
}

/** What the book calls a person, of either side. */
async function personName(book: Reader, customer: CustomerId, person: PersonId): Promise<string | undefined> {
  const own = await book.read('partner-user', person);
  if (own !== undefined) return own.value.name;
  const objectId = objectIdOf(person);
  const { rows } = await book.list('users-by-object-id', { key: customer, from: objectId, upTo: objectId, limit: 1 });
  return rows[0]?.value.name;
}
