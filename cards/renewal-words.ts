import { addDays, isEnd } from '../domain/shared/dates.ts';
import { dayOf } from '../domain/shared/dates.ts';
import type { Day } from '../domain/shared/dates.ts';
import { plans } from '../domain/shared/plans.ts';
import type { MessageKey, TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';
import type { RenewalDelivery, RenewalFacts } from './renewal-view.ts';

/** "12 licences · ends on 3 March 2026, in 7 days". */
export function endLine(say: Say, { plan, seats, ...facts }: RenewalFacts): string {
  return [plans[plan].name, say('renewal.licences', seats), endWords(say, facts)].join(' · ');
}

/** "ends on 3 March 2026, in 7 days". */
export function endWords(say: Say, { endsOn, daysLeft }: Pick<RenewalFacts, 'endsOn' | 'daysLeft'>): string {
  if (!isEnd(endsOn)) return say('renewal.endless');
  if (daysLeft < 0) return say('renewal.ended', endsOn, -daysLeft);
  if (daysLeft === 0) return say('renewal.ends-today', endsOn);
  return daysLeft === 1 ? say('renewal.ends-tomorrow', endsOn) : say('renewal.ends', endsOn, daysLeft);
}

/** "If nobody acts: …", with days (mission, row 14). Undefined where nothing of it is so any more. */
export function ifNobodyActs(say: Say, facts: RenewalFacts): string | undefined {
  if (facts.renewed !== undefined || !isEnd(facts.endsOn)) return undefined;
  if (facts.stage === 'deleted') return say('renewal.if-deleted', facts.dates.deletedFrom);
  return [say(hasRolled(facts) ? 'renewal.if-not-rolled' : 'renewal.if-nobody-acts'), consequence(say, facts)].join(': ') + '.';
}

function consequence(say: Say, { endsOn, daysLeft, stage, dates, policy, autoRenews, cancelled }: RenewalFacts): string {
  const { lastUsableOn, disabledFrom, deletedFrom } = dates;
  if (autoRenews && cancelled === undefined && daysLeft >= 0) return say('renewal.if-auto', addDays(endsOn, 1));
  if (policy.extended !== undefined) {
    const { surchargePercent, surchargeWithoutMonthlyPercent } = policy.extended;
    return say(daysLeft < 0 ? 'renewal.if-extended-now' : 'renewal.if-extended', addDays(endsOn, 1), surchargePercent, surchargeWithoutMonthlyPercent);
  }
  return stage === 'disabled' ? say('renewal.if-disabled', deletedFrom) : say('renewal.if-usable', lastUsableOn, disabledFrom, deletedFrom);
}

/** It has ended, and should have renewed by itself: nobody has said yet that it did. */
export function hasRolled({ autoRenews, cancelled, daysLeft, renewed }: Pick<RenewalFacts, 'autoRenews' | 'cancelled' | 'daysLeft' | 'renewed'>): boolean {
  return autoRenews && cancelled === undefined && renewed === undefined && daysLeft < 0;
}

/** "Renewed on 3 March 2026 · Jana Nováková · 3 licences until 2 March 2027". */
export function renewedWords(say: Say, { renewed }: RenewalFacts): string | undefined {
  if (renewed === undefined) return undefined;
  const { on, by, seats, endsOn } = renewed;
  return [
    on === undefined ? say('renewal.renewed') : say('renewal.renewed-on', on),
    ...(by === undefined ? [] : [by]),
    say('renewal.renewed-until', seats, endsOn),
  ].join(' · ');
}

/** "Renewed on 3 March 2026 · Jana Nováková", of a term that renewed another one, where the day is known. */
export function followsWords(say: Say, { follows }: Pick<RenewalFacts, 'follows'>): readonly string[] {
  if (follows?.on === undefined) return [];
  return [[say('renewal.renewed-on', follows.on), ...(follows.by === undefined ? [] : [follows.by])].join(' · ')];
}

/** What people have made of this end, line by line: the customer's wish first. */
export function decidedWords(say: Say, { decided, cancelled }: Pick<RenewalFacts, 'decided' | 'cancelled'>): readonly string[] {
  const { wish, snoozed, ending } = decided ?? {};
  return [
    ...(wish === undefined ? [] : [`${say('renewal.wish')}: ${[say(`renewal.wish-${wish.wish}`), ...signed(say, wish)].join(' · ')}`]),
    ...(cancelled === undefined ? [] : [[say('renewal.cancelled', dayOf(new Date(cancelled.at))), cancelled.name].join(' · ')]),
    ...(ending === undefined ? [] : [[say('renewal.let-end', ending.because), ...signed(say, ending)].join(' · ')]),
    ...(snoozed === undefined ? [] : [[say('renewal.snoozed', snoozed.until), snoozed.name].join(' · ')]),
  ];
}

function signed(say: Say, { name, at }: { readonly name: string; readonly at: NonNullable<RenewalFacts['cancelled']>['at'] }): readonly string[] {
  return [name, say.instant(at)];
}

/** "7 days before the end · customer · Alena Malá · 3 March 2026 · delivered". */
export function deliveryWords(say: Say, line: RenewalDelivery): string {
  const { side, name, step, at } = line;
  return [
    stepWords(say, step),
    say(`renewal.side-${side}`),
    ...(name === undefined || side === 'mail' ? [] : [name]),
    say.instant(at),
    side === 'mail' ? mailWords(say, line) : arrivedWords(say, line),
  ].join(' · ');
}

function stepWords(say: Say, step: number): string {
  if (step === 0) return say('renewal.told-on');
  return step > 0 ? say('renewal.told-before', step) : say('renewal.told-after', -step);
}

/** Whether the owner has written: who, and when. */
export function mailWords(say: Say, { mailed }: Pick<RenewalDelivery, 'mailed'>): string {
  return mailed === undefined ? say('renewal.mail-open') : [say('renewal.mailed'), mailed.by, say.instant(mailed.at)].join(' · ');
}

/** "not delivered: the app is not installed". */
export function arrivedWords(say: Say, { delivery, reason }: Pick<RenewalDelivery, 'delivery' | 'reason'>): string {
  const words = say(`renewal.delivery-${delivery}`);
  return reason === undefined ? words : `${words}: ${say(reasonWords(reason))}`;
}

const reasons: Readonly<Record<string, TextKey>> = {
  'not-installed': 'renewal.reason-not-installed',
  blocked: 'renewal.reason-blocked',
  'conversation-gone': 'renewal.reason-conversation-gone',
  'tried-too-often': 'renewal.reason-tried-too-often',
} satisfies Readonly<Record<string, MessageKey>>;

function reasonWords(reason: string): TextKey {
  return reasons[reason] ?? 'renewal.reason-other';
}

/** Where the end of a card's row has moved meanwhile. */
export function movedWords(say: Say, before: Day, { endsOn }: Pick<RenewalFacts, 'endsOn'>): string | undefined {
  return before === endsOn ? undefined : say('renewal.end-moved', before, endsOn);
}
