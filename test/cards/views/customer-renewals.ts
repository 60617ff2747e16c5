import { customerNoticesCard, customerNoticesTurnedCard } from '../../../cards/customer-notices.card.ts';
import type { PreviewRow } from '../../../cards/customer-notices.card.ts';
import { customerDigestCard, customerRenewalCard, customerRenewalRefusedCard } from '../../../cards/customer-renewal.card.ts';
import { lifecycleDates, lifecyclePolicies } from '../../../domain/renewals/lifecycle.ts';
import type { RenewalPlan, Wish } from '../../../domain/renewals/records.ts';
import type { RenewalFacts } from '../../../cards/renewal-view.ts';
import { Day } from '../../../domain/shared/dates.ts';
import { TermId } from '../../../domain/shared/ids.ts';
import { aSubscription, contoso, petr } from '../../support/builders.ts';
import { at, longName, markdown, recordedAt, rightToLeft, wrong } from './people.ts';
import type { Views } from './view-table.ts';

const company = { name: 'Cloudy s.r.o.', phone: '+420 222 333 444', email: 'obchod@cloudy.cz', address: 'Dlouhá 1, Praha' };
const hostile = { name: markdown, phone: markdown, email: markdown, address: rightToLeft };
const { id: subscription, partner } = aSubscription();
const customer = { id: contoso().id, name: 'Contoso', domain: 'contoso.cz' };
const term = TermId.parse('term');
const endsOn = Day.parse('2026-03-10');
const free = lifecyclePolicies['thirty-days-free'];

export function renewal(facts: Partial<RenewalFacts> = {}): RenewalFacts {
  const policy = facts.policy ?? free;
  return {
    ...{ subscription, plan: 'business-standard', channel: 'key', customer, term, seats: 12 },
    ...{ startsOn: Day.parse('2025-03-11'), endsOn, daysLeft: 9, stage: 'running' },
    ...{
      dates: lifecycleDates(endsOn, policy),
      policy,
      autoRenews: false,
      isTrial: false,
      hasOpenOffer: false,
      hasBegun: (facts.daysLeft ?? 9) <= 60,
      isTold: true,
      isRunning: false,
    },
    ...{ partnerOfRecord: 'own', deliveries: [] },
    ...facts,
  };
}

function wished(wish: Wish): RenewalPlan {
  return { partner, customer: customer.id, subscription, term, endsOn, wish: { wish, at: recordedAt, person: petr().person, name: 'Karel Contoso' } };
}

const renewed = renewal({ renewed: { endsOn: Day.parse('2027-03-10'), seats: 12, on: Day.parse('2026-03-03'), by: 'Jana Nováková' } });
const digest = { company, organisation: 'Contoso', digest: 'digest', from: 0 };
const row = (on: string, facts: Partial<PreviewRow> = {}): PreviewRow => ({
  ...{ on: Day.parse(on), customer: 'Contoso', plan: 'business-standard', endsOn, admins: 2 },
  ...facts,
});
const since = { on: Day.parse('2026-02-01'), by: 'Petr Svoboda' };

/** Renewals as a customer's admins see them, and turning their notices on. */
export const customerRenewalViews: Views = {
  customerRenewalCard: {
    'nine days before': (say) => customerRenewalCard(say, { company, renewal: renewal() }),
    'a trial': (say) =>
      customerRenewalCard(say, { company, renewal: renewal({ channel: 'trial', isTrial: true, policy: lifecyclePolicies.trial, daysLeft: 7 }) }),
    'CSP at a surcharge': (say) => customerRenewalCard(say, { company, renewal: renewal({ channel: 'csp', policy: lifecyclePolicies['extended-service'] }) }),
    'renews by itself': (say) => customerRenewalCard(say, { company, renewal: renewal({ channel: 'csp', autoRenews: true }) }),
    'should have renewed by itself': (say) =>
      customerRenewalCard(say, { company, renewal: renewal({ channel: 'csp', autoRenews: true, daysLeft: -1, stage: 'usable' }) }),
    'asked to renew': (say) => customerRenewalCard(say, { company, renewal: renewal({ decided: wished('renew') }), done: 'renew' }),
    'will pay directly, early': (say) => customerRenewalCard(say, { company, renewal: renewal({ decided: wished('direct'), daysLeft: 60 }), done: 'direct' }),
    'will let it end': (say) => customerRenewalCard(say, { company, renewal: renewal({ decided: wished('end') }), done: 'end' }),
    renewed: (say) => customerRenewalCard(say, { company, renewal: renewed }),
    disabled: (say) => customerRenewalCard(say, { company, renewal: renewal({ daysLeft: -40, stage: 'disabled' }) }),
    'deleted, and clicked': (say) =>
      customerRenewalCard(say, { company: hostile, renewal: renewal({ daysLeft: -130, stage: 'deleted' }), refused: say('notice.over') }),
    'long and hostile': (say) =>
      customerRenewalCard(say, { company: hostile, renewal: renewal({ customer: { ...customer, name: `${longName} ${markdown}` } }) }),
  },
  customerDigestCard: {
    one: (say) => customerDigestCard(say, { ...digest, rows: [renewal()], total: 1 }),
    'five of seven': (say) =>
      customerDigestCard(say, {
        ...digest,
        rows: [renewal({ daysLeft: 1 }), renewal(), renewed, renewal({ daysLeft: -1, stage: 'usable' }), renewal()],
        total: 7,
      }),
    'the last two': (say) => customerDigestCard(say, { ...digest, from: 5, rows: [renewal(), renewal({ decided: wished('renew') })], total: 7 }),
    'all renewed': (say) => customerDigestCard(say, { ...digest, organisation: markdown, rows: [renewed, renewed], total: 2 }),
  },
  customerRenewalRefusedCard: {
    'not an admin': (say) => customerRenewalRefusedCard(say, 'notice.only-admins'),
    'not theirs': (say) => customerRenewalRefusedCard(say, 'notice.not-found'),
  },
  customerNoticesCard: {
    'to turn on': (say) =>
      customerNoticesCard(say, {
        frame: at('review', 1, 1),
        turn: 'on',
        rows: [row('2026-03-01'), row('2026-03-01', { customer: 'Fabrikam', admins: 0 }), row('2026-03-03', { customer: markdown, admins: 1 })],
        more: 0,
      }),
    'to turn off': (say) => customerNoticesCard(say, { frame: at('review', 1, 1), turn: 'off', since, rows: [], more: 0 }),
    twenty: (say) =>
      customerNoticesCard(say, {
        frame: wrong(at('review', 1, 1), { text: say('customer-notices.confirm-first') }),
        turn: 'on',
        rows: Array.from({ length: 20 }, () => row('2026-03-05', { customer: longName, admins: 21 })),
        more: 40,
      }),
  },
  customerNoticesTurnedCard: {
    on: (say) => customerNoticesTurnedCard(say, true),
    off: (say) => customerNoticesTurnedCard(say, false),
  },
};
