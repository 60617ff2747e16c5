import type { Day, TermLength } from '../../domain/shared/dates.ts';
import { addDays, addMonths, termEnd } from '../../domain/shared/dates.ts';
import type { Channel, PlanId } from '../../domain/shared/plans.ts';
import type { CellValue } from './csv/csv-text.ts';

type Row = readonly CellValue[];

/** The partner's own: what is written under it are the company's own subscriptions. */
export const sampleDomain = 'northwind-partner.example';

const monthsOf: Readonly<Record<TermLength, number>> = { P1M: 1, P1Y: 12, P3Y: 36 };

/** Subscriptions at every stage of their term: far from the end, on each day of a notice, today, usable, disabled, a day before deletion. */
export function sampleSubscriptions(today: Day): readonly Row[] {
  const endingIn = (days: number) => addDays(today, days);
  const rows = [
    row('contoso.cz', 'small-business', 'key', 5, endingIn(30)),
    autoRenewing('contoso.cz', 'business-premium', 12, addDays(today, -10)),
    row('pekarstvi-tri-lipy.example', 'small-business', 'key', 3, endingIn(7)),
    row('zdarska-strojirna.example', 'midsize-business', 'key', 25, endingIn(200)),
    row('zdarska-strojirna.example', 'business-standard', 'csp', 8, endingIn(400), 'P3Y'),
    row('lekarna-na-ruzku.example', 'business-basic', 'direct', 4, today),
    row('ucetnictvi-stastna.example', 'small-business', 'key', 2, endingIn(-10)),
    row('modra-hora.example', 'business-standard', 'key', 6, endingIn(60)),
    row('tatranska-drevovyroba.example', 'midsize-business', 'direct', 50, endingIn(-29)),
    row('ludova-tlaciaren.example', 'small-business', 'key', 2, endingIn(1)),
    row('gaestehaus-alpenblick.example', 'business-premium', 'csp', 6, endingIn(-45)),
    row('mlyn-zakrzewski.example', 'business-basic', 'key', 9, endingIn(-119)),
    endless('ohara-finch.example', 'apps-for-business', 10, addDays(today, -500)),
    row('orsegi-fazekas.example', 'business-standard', 'trial', 25, endingIn(14), 'P1M'),
    row(sampleDomain, 'business-premium', 'csp', 6, endingIn(120)),
    row(sampleDomain, 'apps-for-business', 'direct', 2, endingIn(-5)),
  ];
  return [
    ['subscriptionId', 'customerDomain', 'plan', 'channel', 'seats', 'startsOn', 'endsOn', 'autoRenews', 'term'],
    ...rows.map((cells, index) => [sampleSubscriptionId(index + 1), ...cells]),
  ];
}

/** The id of the n-th subscription of the sample book, counted from 1. */
export function sampleSubscriptionId(number: number): string {
  return `33333333-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function row(domain: string, plan: PlanId, channel: Channel, seats: number, endsOn: Day, term: TermLength = 'P1Y'): Row {
  return [domain, plan, channel, seats, addMonths(addDays(endsOn, 1), -monthsOf[term]), endsOn, false, term];
}

function autoRenewing(domain: string, plan: PlanId, seats: number, startsOn: Day): Row {
  return [domain, plan, 'csp', seats, startsOn, termEnd(startsOn, 'P1M'), true, 'P1M'];
}

/** How an end date that never comes is written in Partner Center's exports. */
function endless(domain: string, plan: PlanId, seats: number, startsOn: Day): Row {
  return [domain, plan, 'direct', seats, startsOn, '9999-12-31', false, 'P1Y'];
}
