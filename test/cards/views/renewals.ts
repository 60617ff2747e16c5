import { changeToldCard } from '../../../cards/change-told.card.ts';
import { digestCard } from '../../../cards/digest.card.ts';
import type { DigestRow, DigestView, NewsRow } from '../../../cards/digest-view.ts';
import { directEndCard, directReceiptCard, directReviewCard, endValue } from '../../../cards/move-to-direct.card.ts';
import type { MovableEnd } from '../../../cards/move-to-direct.card.ts';
import { mailNotFoundCard, noticeMailCard } from '../../../cards/notice-mail.card.ts';
import { digestNotFoundCard, letEndCard, mayNotRenewCard, recordRenewalCard, renewalNotFoundCard, snoozeCard } from '../../../cards/renewal-asked.card.ts';
import { renewalCard } from '../../../cards/renewal.card.ts';
import type { RenewalDelivery, RenewalFacts } from '../../../cards/renewal-view.ts';
import { renewalsCard } from '../../../cards/renewals.card.ts';
import type { HandOffOf } from '../../../domain/customers/records.ts';
import type { MovedToDirect } from '../../../domain/renewals/commands.ts';
import { lifecyclePolicies } from '../../../domain/renewals/lifecycle.ts';
import type { RenewalPlan } from '../../../domain/renewals/records.ts';
import { Day } from '../../../domain/shared/dates.ts';
import { TermId } from '../../../domain/shared/ids.ts';
import { aSubscription, contoso, jana, petr } from '../../support/builders.ts';
import { renewal } from './customer-renewals.ts';
import { at, cursor, emoji, endlessWord, handOff, longEmail, longName, markdown, recordedAt, rightToLeft, run, subscription } from './people.ts';
import type { Views } from './view-table.ts';

const dashboard = 'https://assistant.example/tab/renewals?lang=en#ticket=a.b.c.d';
const customer = { id: contoso().id, name: 'Contoso', domain: 'contoso.cz' };
const endsOn = Day.parse('2026-03-10');
const signed = { at: recordedAt, person: jana().person, name: jana().name };
const extended = lifecyclePolicies['extended-service'];

function decided(facts: Pick<RenewalPlan, 'wish'> | Pick<RenewalPlan, 'snoozed'> | Pick<RenewalPlan, 'ending'>): RenewalPlan {
  return { partner: aSubscription().partner, customer: customer.id, subscription, term: TermId.parse('term'), endsOn, ...facts };
}
const wish = { wish: 'direct', at: recordedAt, person: petr().person, name: 'Karel Contoso' } as const;
const told: readonly RenewalDelivery[] = [
  { side: 'partner', name: jana().name, step: 7, delivery: 'sent', at: recordedAt },
  { side: 'customer', name: 'Karel Contoso', step: 7, delivery: 'not-reachable', reason: 'not-installed', at: recordedAt },
  { side: 'customer', name: markdown, step: 0, delivery: 'maybe-sent', at: recordedAt },
  { side: 'customer', step: -30, delivery: 'failed', reason: 'something new', at: recordedAt },
  { side: 'mail', name: jana().name, step: 30, delivery: 'sent', at: recordedAt, mailed: { at: recordedAt, by: jana().name } },
  { side: 'mail', step: 60, delivery: 'sent', at: recordedAt },
];
const renewed = renewal({ renewed: { endsOn: Day.parse('2027-03-10'), seats: 9, on: Day.parse('2026-03-03'), by: jana().name }, deliveries: told });
const long = { ...customer, name: longName };
const drawn = (facts: Partial<RenewalFacts>) => ({ renewal: renewal(facts), others: [] });

const news = (what: NewsRow['news']['about']['what'], before: string, after: string, by?: string): NewsRow => ({
  ...{ kind: 'news', customer, subscription: { id: subscription, plan: 'business-standard' } },
  news: { about: { what }, before, after, at: recordedAt, ...(by === undefined ? {} : { by }) },
});
const trial = renewal({ channel: 'trial', isTrial: true, policy: lifecyclePolicies.trial, daysLeft: 7, plan: 'business-premium' });
const rows: readonly DigestRow[] = [
  { kind: 'end', renewal: renewal({ daysLeft: -30, stage: 'usable' }), endsOn },
  { kind: 'end', renewal: renewal({ daysLeft: 1, channel: 'csp', autoRenews: true }), endsOn },
  { kind: 'end', renewal: renewal({ daysLeft: 30, endsOn: Day.parse('2026-03-31') }), endsOn },
  { kind: 'end', renewal: trial, endsOn },
  { kind: 'delegation', customer, endsOn: Day.parse('2026-03-08'), daysLeft: 7, now: { kind: 'ends' } },
  news('seats', '5', '8', jana().name),
  news('end-date', '2026-03-10', '2027-03-10'),
  { kind: 'mail', renewal: renewal({ daysLeft: 7 }), endsOn, notice: 'notice' },
];
const digest: DigestView = {
  ...{ id: 'digest', day: Day.parse('2026-03-01'), counts: { ends: 12, changes: 2, toWrite: 1 }, rows, more: 0 },
  keys: [
    { plan: 'small-business', renewals: 4, keys: 1 },
    { plan: 'business-standard', renewals: 2, keys: 5 },
  ],
  running: Array.from({ length: 12 }, (_, index) => ({ customer: 'Contoso', plan: 'business-basic', seats: index + 1, endsOn, daysLeft: 9 })),
};

const end: MovableEnd = {
  ...{ subscription, term: TermId.parse('term'), plan: 'business-standard', seats: 12, endsOn, daysLeft: 9, lostDays: 9 },
  ...{ advisedFrom: Day.parse('2026-03-03'), next: { startsOn: Day.parse('2026-03-01'), endsOn: Day.parse('2027-02-28') } },
};
const moved: MovedToDirect = {
  ...{ kind: 'moved-to-direct', commandId: run, subscription, customer: customer.id, customerName: 'Contoso', plan: 'Microsoft 365 Business Standard' },
  ...{ seats: 12, startsOn: Day.parse('2026-03-01'), endsOn: Day.parse('2027-02-28'), lostDays: 9, handOff, at: recordedAt, by: jana().name },
};
const toDo: HandOffOf<'move-to-direct'> = {
  ...{ id: handOff, partner: aSubscription().partner, customer: customer.id, owner: jana().person, ownerName: jana().name, createdAt: recordedAt },
  ...{ what: 'move-to-direct', subscription, term: TermId.parse('term'), seats: 12 },
};
const mail = {
  ...{ notice: 'notice', step: 7, customer, subscription, term: TermId.parse('term'), to: ['karel@contoso.cz', 'alena@contoso.cz'] },
  mail: { subject: 'Contoso', body: `Dobrý den, posíláme nabídku.\n\n${longName}\n- ${markdown}\n\nCloudy s.r.o.` },
};

/** Renewals as the partner's people see them. */
export const renewalViews: Views = {
  renewalCard: {
    'nine days before, by key': (say) => renewalCard(say, drawn({})),
    'everything told': (say) => renewalCard(say, { ...drawn({ deliveries: told, hasOpenOffer: true }), digest: 'digest' }),
    'CSP at a surcharge, other ends': (say) =>
      renewalCard(say, {
        ...drawn({ channel: 'csp', policy: extended, partnerOfRecord: 'none' }),
        others: [{ term: TermId.parse('mid'), seats: 3, endsOn: Day.parse('2026-06-01'), daysLeft: 92 }],
      }),
    'goes on at a surcharge': (say) => renewalCard(say, drawn({ channel: 'csp', policy: extended, daysLeft: -20, stage: 'extended' })),
    'no notices without a partner of record': (say) => renewalCard(say, drawn({ isTold: false, partnerOfRecord: 'none' })),
    'renews by itself': (say) => renewalCard(say, drawn({ channel: 'csp', autoRenews: true })),
    'should have renewed by itself': (say) => renewalCard(say, drawn({ channel: 'direct', autoRenews: true, daysLeft: -1, stage: 'usable', isRunning: true })),
    'a trial without an offer': (say) => renewalCard(say, { renewal: trial, others: [] }),
    'a trial that was bought': (say) => renewalCard(say, { renewal: { ...trial, isBought: true }, others: [] }),
    'the customer’s word': (say) => renewalCard(say, { ...drawn({ decided: decided({ wish }) }), isWish: true }),
    'put off, just now': (say) =>
      renewalCard(say, {
        ...drawn({ decided: decided({ snoozed: { until: Day.parse('2026-03-08'), ...signed } }) }),
        done: say('renewal.done-snoozed', Day.parse('2026-03-08')),
      }),
    'let end': (say) => renewalCard(say, drawn({ decided: decided({ ending: { because: markdown, ...signed } }), partnerOfRecord: 'other' })),
    'renewed for fewer': (say) => renewalCard(say, { renewal: renewed, others: [], digest: 'digest' }),
    'disabled, suspended': (say) => renewalCard(say, drawn({ daysLeft: -40, stage: 'disabled', suspended: { since: Day.parse('2026-04-01') } })),
    'the end after a renewal': (say) => renewalCard(say, drawn({ follows: { on: Day.parse('2026-03-03'), by: jana().name }, daysLeft: 374 })),
    deleted: (say) => renewalCard(say, drawn({ daysLeft: -130, stage: 'deleted' })),
    'cancelled, long and hostile': (say) =>
      renewalCard(say, {
        ...drawn({ customer: { ...long, name: `${longName} ${rightToLeft}` }, cancelled: { at: recordedAt, name: emoji } }),
        refused: say('renewal.end-changed'),
      }),
  },
  renewalsCard: {
    'ten of thirteen': (say) =>
      renewalsCard(say, {
        ...{ span: { kind: 'month', from: Day.parse('2026-03-01'), to: Day.parse('2026-03-31') }, count: 13, ended: 2, more: cursor, nextMonth: '2026-04' },
        dashboard,
        rows: [
          renewal(),
          renewal({ isRunning: true }),
          trial,
          renewal({ decided: decided({ wish }) }),
          ...Array.from({ length: 6 }, () => renewal({ customer: long })),
        ],
      }),
    none: (say) =>
      renewalsCard(say, {
        span: { kind: 'month', from: Day.parse('2026-03-01'), to: Day.parse('2026-03-31') },
        rows: [],
        count: 0,
        ended: 0,
        nextMonth: '2026-04',
      }),
    ended: (say) =>
      renewalsCard(say, {
        ...{ span: { kind: 'ended', from: Day.parse('2025-11-01'), to: Day.parse('2026-02-28') }, count: 1, ended: 1, nextMonth: '2026-04' },
        rows: [renewal({ daysLeft: -40, stage: 'disabled', customer: { ...customer, name: endlessWord } })],
      }),
    'none ended': (say) =>
      renewalsCard(say, {
        span: { kind: 'ended', from: Day.parse('2025-11-01'), to: Day.parse('2026-02-28') },
        rows: [],
        count: 0,
        ended: 0,
        nextMonth: '2026-04',
      }),
  },
  digestCard: {
    'of a morning': (say) => digestCard(say, digest),
    'a page': (say) => digestCard(say, { ...digest, page: { from: 0, size: 8 }, keys: [], running: [], more: 35 }),
    'the last page': (say) => digestCard(say, { ...digest, rows: rows.slice(0, 1), page: { from: 14, size: 10 }, keys: [], running: [] }),
    'settled since': (say) =>
      digestCard(say, {
        ...digest,
        ...{ counts: { ends: 5, changes: 0, toWrite: 1 }, keys: [], running: digest.running.slice(0, 1) },
        rows: [
          { kind: 'end', renewal: renewed, endsOn },
          { kind: 'end', renewal: renewal({ daysLeft: 61, endsOn: Day.parse('2026-05-01') }), endsOn },
          { kind: 'end', renewal: { ...trial, hasOpenOffer: true, daysLeft: 60 }, endsOn },
          { kind: 'delegation', customer, endsOn, daysLeft: 9, now: { kind: 'over', on: Day.parse('2026-02-28') } },
          { kind: 'delegation', customer, endsOn, daysLeft: 9, now: { kind: 'goes-on' } },
          { kind: 'mail', renewal: renewed, endsOn, notice: 'notice' },
          { kind: 'mail', renewal: renewal(), endsOn, notice: 'notice', mailed: { at: recordedAt, by: jana().name } },
        ],
      }),
    'long and hostile': (say) =>
      digestCard(say, {
        ...digest,
        rows: [
          { kind: 'end', renewal: renewal({ customer: long }), endsOn },
          { ...news('plan', 'business-basic', 'business-standard', markdown), customer: { id: customer.id, name: rightToLeft } },
        ],
      }),
  },
  changeToldCard: {
    suspended: (say) => changeToldCard(say, news('status', 'active', 'suspended')),
    'partner of record lost': (say) => changeToldCard(say, news('partner-of-record', 'us', 'lost', petr().name)),
    'delegation ended': (say) =>
      changeToldCard(say, {
        customer,
        news: { about: { what: 'delegation-ended' }, before: '2026-09-01', after: 'ended', at: recordedAt, by: 'Karel Contoso' },
      }),
    'something else': (say) => changeToldCard(say, { ...news('auto-renewal', 'on', 'off'), customer: { id: customer.id, name: markdown } }),
    cancelled: (say) => changeToldCard(say, news('status', 'active', 'cancelled', emoji)),
  },
  snoozeCard: {
    asked: (say) => snoozeCard(say, { renewal: renewal(), from: Day.parse('2026-03-02'), upTo: Day.parse('2026-07-08'), value: '2026-03-08' }),
    'asked again': (say) =>
      snoozeCard(say, {
        ...{ renewal: renewal({ customer: long }), from: Day.parse('2026-03-02'), upTo: Day.parse('2026-07-08') },
        wrong: say('renewal.until-wrong', Day.parse('2026-03-02'), Day.parse('2026-07-08')),
      }),
  },
  letEndCard: {
    asked: (say) => letEndCard(say, { renewal: renewal() }),
    'renews by itself, asked again': (say) =>
      letEndCard(say, { renewal: renewal({ channel: 'csp', autoRenews: true }), wrong: say('renewal.because-missing'), value: markdown }),
  },
  recordRenewalCard: {
    asked: (say) => recordRenewalCard(say, { renewal: renewal({ channel: 'csp' }), next: [Day.parse('2026-03-11'), Day.parse('2027-03-10')] }),
  },
  renewalNotFoundCard: { 'of nobody': (say) => renewalNotFoundCard(say) },
  digestNotFoundCard: { 'of nobody': (say) => digestNotFoundCard(say) },
  mayNotRenewCard: { 'may only read': (say) => mayNotRenewCard(say, { renewal: renewal(), because: say('eligibility.person-limited') }) },
  noticeMailCard: {
    'to send': (say) => noticeMailCard(say, { ...mail, digest: 'digest' }),
    renewed: (say) => noticeMailCard(say, { ...mail, renewed: say('renewal.renewed-on', endsOn) }),
    sent: (say) => noticeMailCard(say, { ...mail, mailed: { at: recordedAt, by: jana().name }, done: say('notice-mail.done') }),
    'nobody to send it to': (say) =>
      noticeMailCard(say, { ...mail, to: [], customer: { id: customer.id, name: rightToLeft }, refused: say('eligibility.person-limited') }),
    long: (say) => noticeMailCard(say, { ...mail, to: Array.from({ length: 5 }, () => longEmail), customer: { id: customer.id, name: longName } }),
  },
  mailNotFoundCard: { 'of nobody': (say) => mailNotFoundCard(say) },
  directEndCard: {
    'one of two': (say) =>
      directEndCard(say, {
        frame: at('end', 2, 3),
        customer: 'Contoso',
        ends: [end, { ...end, term: TermId.parse('other'), daysLeft: -3 }],
        chosen: endValue(end),
      }),
    none: (say) => directEndCard(say, { frame: at('end', 2, 3), customer: longName, ends: [] }),
  },
  directReviewCard: {
    'too early': (say) => directReviewCard(say, { frame: at('review', 3, 3), customer: 'Contoso', end }),
    'in the last days': (say) =>
      directReviewCard(say, { frame: at('review', 3, 3), customer: markdown, end: { ...end, daysLeft: 5, lostDays: 5, advisedFrom: Day.parse('2026-02-27') } }),
    'after the end': (say) => directReviewCard(say, { frame: at('review', 3, 3), customer: longName, end: { ...end, daysLeft: -10, lostDays: 0 } }),
  },
  directReceiptCard: {
    'to do at Microsoft': (say) => directReceiptCard(say, { moved, handOff: toDo }),
    confirmed: (say) =>
      directReceiptCard(say, {
        moved: { ...moved, lostDays: 0 },
        handOff: { ...toDo, confirmed: { person: jana().person, name: jana().name, at: recordedAt } },
      }),
    'nothing kept of it': (say) => directReceiptCard(say, { moved: { ...moved, customerName: rightToLeft } }),
  },
};
