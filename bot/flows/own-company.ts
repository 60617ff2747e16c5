import { noCompanyCard, ownCompanyCard } from '../../cards/own-company.card.ts';
import type { OwnCompanyView, OwnSubscription } from '../../cards/own-company.card.ts';
import { confirmedInformation, confirmedUntil } from '../../domain/company/confirmed.ts';
import type { Partner } from '../../domain/company/records.ts';
import { mayActInCompany } from '../../domain/company/rights.ts';
import type { Subscription } from '../../domain/customers/records.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import type { Day } from '../../domain/shared/dates.ts';
import { planIds } from '../../domain/shared/plans.ts';
import { seatsOn } from '../../domain/renewals/terms.ts';
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

/** Those of the customer that is the partner's own directory. */
async function ownSubscriptions({ who, book, now }: Here, after?: string): Promise<Pick<OwnCompanyView, 'subscriptions' | 'moreSubscriptions'>> {
  if (!mayActInCompany(who.user, 'own-subscriptions')) return { subscriptions: 'not-yours' };
  const [own] = (await book.list('customers-of-tenant', { key: who.tenant, from: who.tenant, upTo: who.tenant, limit: 1 })).rows;
  if (own === undefined) return { subscriptions: [] };
  const page = await book.list('subscriptions-of-customer', {
    key: own.value.id,
    limit: subscriptionsPerCard,
    ...(after === undefined ? {} : { after }),
  });
  const today = dayOf(now);
  return {
    subscriptions: page.rows.map(({ value }) => subscriptionView(value, today)),
    ...(page.next === undefined ? {} : { moreSubscriptions: page.next }),
  };
}

function subscriptionView({ plan, terms }: Subscription, today: Day): OwnSubscription {
  const endsOn = terms
    .map((term) => term.endsOn)
    .toSorted()
    .at(-1);
  return { plan, seats: seatsOn(terms, today), ...(endsOn === undefined ? {} : { endsOn }) };
}
