import { join } from 'node:path';
import { sayIn } from '../../cards/messages/say.ts';
import { ifNobodyActs } from '../../cards/renewal-words.ts';
import type { RenewalFacts } from '../../cards/renewal-view.ts';
import type { Subscription } from '../../domain/customers/records.ts';
import { ladderKindOf, ladderSteps } from '../../domain/renewals/ladder.ts';
import { lifecycleDates, lifecycleOf } from '../../domain/renewals/lifecycle.ts';
import { daysLeft, stageOf } from '../../domain/renewals/terms.ts';
import { addDays, Day } from '../../domain/shared/dates.ts';
import { Language } from '../../domain/shared/language.ts';
import { aSubscription, aTerm, contoso } from '../support/builders.ts';

/** Where the lines are kept, as somebody read them and agreed. */
export const datedLinesFile = join(import.meta.dirname, 'golden/dated-lines.json');

const channels: Readonly<Record<string, Partial<Omit<Subscription, 'id'>>>> = {
  key: { channel: 'key' },
  direct: { channel: 'direct' },
  'direct that renews itself': { channel: 'direct', autoRenews: true },
  csp: { channel: 'csp' },
  'csp that renews itself': { channel: 'csp', autoRenews: true },
  'csp of before the extended service': { channel: 'csp', terms: [aTerm('2025-03-01', { endsOn: Day.parse('2026-02-28') })] },
  trial: { channel: 'trial' },
};

/** What a notice says happens if nobody acts: each way of buying × step × language. */
export function datedLines(): string {
  const spoken = Language.options.map((language) => [
    language,
    Object.fromEntries(Object.entries(channels).map(([name, facts]) => [name, linesOf(language, aSubscription({ terms: [aTerm('2025-06-01')], ...facts }))])),
  ]);
  return `${JSON.stringify(Object.fromEntries(spoken), undefined, 1)}\n`;
}

function linesOf(language: Language, subscription: Subscription): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ladderSteps[ladderKindOf(subscription)].map((step) => {
      const words = ifNobodyActs(sayIn(language), factsOn(subscription, step)) ?? '';
      return [`${String(step)} days`, words.replace(/[\u00A0\u202F]/g, ' ')];
    }),
  );
}

function factsOn(subscription: Subscription, step: number): RenewalFacts {
  const [term = aTerm('2025-06-01')] = subscription.terms;
  const today = addDays(term.endsOn, -step);
  const policy = lifecycleOf(subscription, term);
  return {
    ...{ subscription: subscription.id, plan: subscription.plan, channel: subscription.channel, term: term.id, seats: term.seats },
    ...{ customer: { id: contoso().id, name: 'Contoso', domain: 'contoso.cz' }, startsOn: term.startsOn, endsOn: term.endsOn },
    ...{ daysLeft: daysLeft(term.endsOn, today), stage: stageOf(term, today, policy), dates: lifecycleDates(term.endsOn, policy), policy },
    ...{ autoRenews: subscription.autoRenews, isTrial: subscription.channel === 'trial', hasOpenOffer: false, hasBegun: true, isTold: true, isRunning: false },
    ...{ partnerOfRecord: 'own', deliveries: [] },
  };
}
