import type { PartnerUser } from '../company/records.ts';
import type { Subscription } from '../customers/records.ts';
import type { AuditEvent } from '../shared/audit.ts';
import { happened } from '../shared/audit.ts';
import type { Day, Instant } from '../shared/dates.ts';
import { addDays, dayOf, instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { PlanRenewal, PlanRenewalRefusal, RenewalPlanned } from './commands.ts';
import { lifecycleOf } from './lifecycle.ts';
import type { RenewalPlan } from './records.ts';
import { renewalPlanId } from './records.ts';
import { maySeeToRenewals, spokenOf } from './spoken-of.ts';
import { deletedOn } from './terms.ts';

/** What must be known to plan an end; each absent one is `undefined`. */
export interface PlanRenewalState {
  readonly user: PartnerUser | undefined;
  readonly subscription: Subscription | undefined;
  /** What was decided about this end before. */
  readonly plan: RenewalPlan | undefined;
}

/**
 * Puts one end off until a day, lets it end, or takes either back (mission, rows 13 and 14). One of the two holds at a time: the later takes
 * the place of the earlier. What the customer said stays.
 *
 * The reason that was typed stands in the plan; the audit says only that there is one.
 */
export function decidePlanRenewal(state: PlanRenewalState, command: PlanRenewal, now: Date): Decision<RenewalPlanned, PlanRenewalRefusal> {
  const { partner, plan } = command;
  if (!maySeeToRenewals(state.user, command)) return refuse({ kind: 'person-lacks-right' });
  const found = spokenOf(state.subscription?.partner === partner ? state.subscription : undefined, command);
  if (found.kind !== 'found') return refuse(found);
  const { subscription, term } = found;
  const today = dayOf(now);
  const upTo = addDays(deletedOn(term.endsOn, lifecycleOf(subscription, term)), -1);
  if (subscription.cancelled !== undefined || upTo <= today) return refuse({ kind: 'end-changed' });
  const from = addDays(today, 1);
  if (plan.kind === 'snooze' && (plan.until < from || plan.until > upTo)) return refuse({ kind: 'until-wrong', from, upTo });

  const at = instantOf(now);
  const outcome = { kind: 'renewal-planned', subscription: subscription.id, customer: subscription.customer, at } as const;
  const next = planned(subscription, command, state.plan, at);
  if (next === undefined) return changes(outcome, { put: [], events: [] });
  return changes(outcome, {
    put: [{ kind: 'renewal-plan', id: renewalPlanId(term.id, term.endsOn), value: next }],
    events: [eventOf(command, subscription, state.plan, at)],
  });
}

/** Undefined when there is nothing to take back. */
function planned(subscription: Subscription, command: PlanRenewal, before: RenewalPlan | undefined, at: Instant): RenewalPlan | undefined {
  const { plan, term, endsOn, by: person, byName: name } = command;
  const { snoozed, ending, ...kept } = before ?? { partner: command.partner, customer: subscription.customer, subscription: subscription.id, term, endsOn };
  switch (plan.kind) {
    case 'snooze':
      return { ...kept, snoozed: { until: plan.until, at, person, name } };
    case 'let-end':
      return { ...kept, ending: { because: plan.because, at, person, name } };
    case 'go-on':
      return snoozed === undefined && ending === undefined ? undefined : kept;
  }
}

const words = { snooze: 'renewal-put-off', 'let-end': 'renewal-let-end', 'go-on': 'renewal-goes-on' } as const;

function eventOf(command: PlanRenewal, { id, customer, plan }: Subscription, before: RenewalPlan | undefined, at: Instant): AuditEvent {
  const until: Day | undefined = command.plan.kind === 'snooze' ? command.plan.until : undefined;
  return happened(command, at, words[command.plan.kind], `subscription:${id}`, {
    customer,
    before: { until: before?.snoozed?.until, isLetEnd: before?.ending !== undefined },
    after: { plan, term: command.term, endsOn: command.endsOn, until, isLetEnd: command.plan.kind === 'let-end' },
  });
}
