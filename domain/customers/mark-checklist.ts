import type { PartnerUser } from '../company/records.ts';
import { mayActForCustomers } from '../company/rights.ts';
import { happened } from '../shared/audit.ts';
import { instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { ChecklistMarked, MarkChecklist, MarkChecklistRefusal } from './commands.ts';
import type { Checklist, ChecklistItem } from './records.ts';

/** What must be known to mark a task; each absent one is `undefined`. */
export interface MarkChecklistState {
  readonly user: PartnerUser | undefined;
  readonly checklist: Checklist | undefined;
}

/** Sets one task after set-up: done or not needed, by whom and when; or open again. What is so already stays as it was, with who and when. */
export function decideMarkChecklist(state: MarkChecklistState, command: MarkChecklist, now: Date): Decision<ChecklistMarked, MarkChecklistRefusal> {
  const { checklist } = state;
  if (state.user?.tenant !== command.partner || !mayActForCustomers(state.user, 'checklist')) return refuse({ kind: 'person-lacks-right' });
  if (checklist?.partner !== command.partner) return refuse({ kind: 'checklist-not-found' });
  const { subscription, item, status } = command;
  const outcome: ChecklistMarked = { kind: 'checklist-marked', subscription, item, status };
  const before = checklist.items[item].status;
  if (before === status) return changes(outcome, { put: [], events: [] });

  const at = instantOf(now);
  const marked: ChecklistItem = status === 'open' ? { status } : { status, by: { person: command.by, name: command.byName }, at };
  return changes(outcome, {
    put: [{ kind: 'checklist', id: checklist.subscription, value: { ...checklist, items: { ...checklist.items, [item]: marked } } }],
    events: [
      happened(command, at, 'checklist-marked', `checklist:${checklist.subscription}`, {
        customer: checklist.customer,
        before: { [item]: before },
        after: { [item]: status },
      }),
    ],
  });
}
