import { noCompanyCard, ownCompanyCard } from '../../cards/own-company.card.ts';
import type { OwnCompanyView, OwnSubscription } from '../../cards/own-company.card.ts';
import { confirmedInformation, confirmedUntil } from '../../domain/company/confirmed.ts';
import type { OwnSubscription as Stored, Partner } from '../../domain/company/records.ts';
import { mayActInCompany } from '../../domain/company/rights.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import type { Day } from '../../domain/shared/dates.ts';
import { planIds } from '../../domain/shared/plans.ts';
import { lastEnd, seatsOn } from '../../domain/renewals/terms.ts';
import type { Context, Page } from '../conversation/context.ts';
import type { PartnerPerson } from '../conversation/who.ts';

type Here = Context<PartnerPerson>;
const subscriptionsPerCard = 5;

/** The own company: information, standing, stock, own subscriptions, and the way to edit what this person may. */
export const ownCompany: Page = {
  show: async (context, after) => {
    const { who, say, now } = context;
    const { partner, user } = who;
    if (partner === undefined) return noCompanyCard(say);
    const until = untilOf(partner, dayOf(now));
    const { name, phone, email, address } = partner;
    return ownCompanyCard(say, {
      information: {
        name,
        ...(phone === undefined ? {} : { phone }),
        ...(email === undefined ? {} : { email }),
        ...(address === undefined ? {} : { address }),
      },
      ...(until === undefined ? {} : { confirmedUntil: until }),
      stands: partner,
      keys: await stockOf(context),
      ...(await ownSubscriptions(context, after)),
      may: { information: mayActInCompany(user, 'company-information'), standing: mayActInCompany(user, 'standing') },
    });
  },
};

function untilOf(partner: Partner, today: Day): Day | undefined {
  const isConfirmed = confirmedInformation(partner, today) !== undefined;
  return isConfirmed && partner.confirmedOn !== undefined ? confirmedUntil(partner.confirmedOn) : undefined;
}

function stockOf({ who, book }: Here): Promise<OwnCompanyView['keys']> {
  return Promise.all(planIds.map(async (plan) => ({ plan, keys: await book.count('keys-of-plan', { key: `${who.tenant}|${plan}|in-stock` }) })));
}

/** What the company uses itself. */
async function ownSubscriptions({ who, book, now }: Here, after?: string): Promise<Pick<OwnCompanyView, 'subscriptions' | 'moreSubscriptions'>> {
  if (!mayActInCompany(who.user, 'own-subscriptions')) return { subscriptions: 'not-yours' };
  const page = await book.list('own-subscriptions-of-partner', {
    key: who.tenant,
    limit: subscriptionsPerCard,
    ...(after === undefined ? {} : { after }),
  });
  const today = dayOf(now);
  return {
    subscriptions: page.rows.map(({ value }) => subscriptionView(value, today)),
    ...(page.next === undefined ? {} : { moreSubscriptions: page.next }),
  };
}

/** Of one that is over, the licences of its last day; of one that is ahead, of its first. */
function subscriptionView({ plan, terms }: Stored, today: Day): OwnSubscription {
  const endsOn = lastEnd(terms) ?? today;
  const first = terms.map(({ startsOn }) => startsOn).toSorted()[0] ?? today;
  const isOver = endsOn < today;
  return { plan, seats: seatsOn(terms, isOver ? endsOn : first > today ? first : today), endsOn, isOver };
}
