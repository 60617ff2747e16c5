import { plain } from '../../../cards/kit.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import { decidedWords, deliveryWords, endLine, ifNobodyActs, renewedWords } from '../../../cards/renewal-words.ts';
import type { RenewalDelivery, RenewalFacts } from '../../../cards/renewal-view.ts';
import type { RenewalRow, RenewalState } from '../../../domain/renewals/desk.port.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import type { Language } from '../../../domain/shared/language.ts';
import { plans } from '../../../domain/shared/plans.ts';
import { mondayOf } from './desk-window.ts';

/** One end in the words of whoever reads it. */
export function deskRow(
  facts: RenewalFacts,
  { language, today, owner }: { readonly language: Language; readonly today: Day; readonly owner: string | undefined },
): RenewalRow {
  const say = sayIn(language);
  const { subscription, customer, plan, seats, endsOn, stage, deliveries, isRunning } = facts;
  const settled = renewedWords(say, facts);
  const next = ifNobodyActs(say, facts);
  return {
    subscription,
    customer: plain(customer.name),
    domain: plain(customer.domain),
    ...(owner === undefined ? {} : { owner: plain(owner) }),
    plan: plans[plan].name,
    seats,
    endsOn,
    week: mondayOf(endsOn),
    stage,
    state: stateOf(facts, today),
    isNotReached: isNotReached(deliveries),
    end: endLine(say, facts),
    lines: [
      ...(settled === undefined ? [] : [settled]),
      ...(next === undefined ? [] : [next]),
      ...decidedWords(say, facts),
      ...(isRunning && deliveries.length === 0 ? [say('renewals.running')] : []),
    ].map(plain),
    told: deliveries.map((line) => plain(deliveryWords(say, line))),
    write: say('renewals-tab.find', plain(customer.domain)),
  };
}

function stateOf({ renewed, decided }: RenewalFacts, today: Day): RenewalState {
  if (renewed !== undefined) return 'renewed';
  if (decided?.ending !== undefined || decided?.wish?.wish === 'end') return 'let-end';
  return decided?.snoozed !== undefined && today < decided.snoozed.until ? 'snoozed' : 'open';
}

/** What was last told to each person counts: whoever came back has been reached since. */
function isNotReached(newestFirst: readonly RenewalDelivery[]): boolean {
  const last = new Map<string, RenewalDelivery>();
  for (const line of newestFirst.toReversed()) last.set(`${line.side}|${line.name ?? ''}`, line);
  return [...last.values()].some(({ side, delivery, mailed }) =>
    side === 'mail' ? mailed === undefined : delivery === 'not-reachable' || delivery === 'failed',
  );
}
