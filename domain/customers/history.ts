import { z } from 'zod';
import type { AuditEvent } from '../shared/audit.ts';
import type { HistoryLine, Turned } from '../shared/records.ts';
import { ChecklistItemId } from './records.ts';
import { PlanId, plans } from '../shared/plans.ts';
import type { Put } from '../shared/store.port.ts';

/** What stands in a customer's history, in the audit's words. Each has words in the messages: `history.<word>`. */
export const HistoryWord = z.enum([
  'customer-added',
  'customer-changed',
  'customer-edited',
  'customer-user-kept',
  'subscription-added',
  'subscription-renewed',
  'subscription-verified',
  'subscription-changed',
  'subscription-change-undone',
  'licences-added',
  'product-keys-redeemed',
  'agreement-accepted',
  'admin-appointed',
  'admin-recognised',
  'person-recognised',
  'customer-directory-learnt',
  'admin-asked',
  'admin-named',
  'admin-not-named',
  'admin-email-corrected',
  'partner-of-record-attached',
  'renewal-put-off',
  'renewal-let-end',
  'renewal-goes-on',
  'renewal-wished',
  'direct-billing-wished',
  'end-wished',
  'moved-to-direct',
  'notice-mailed',
  'hand-off-confirmed',
  'hand-off-superseded',
  'checklist-marked',
  'delegated-admin-granted',
  'delegated-admin-ended',
  'offer-sent',
  'offer-sent-again',
  'offer-withdrawn',
  'offer-accepted',
  'offer-declined',
  'offer-declared',
  'offer-answer-dismissed',
  'new-password-requested',
  'service-request-opened',
  'service-request-moved',
  'service-request-noted',
]);
export type HistoryWord = z.infer<typeof HistoryWord>;

/** The facts of an event that people read; everything else is for the audit. None of them is a key, a password or a message. */
const told = ['plan', 'seats', 'name', 'contactName', 'contactEmail', 'ownerName', 'email', 'upn', 'partnerId', 'summaryId', 'number'] as const;

/** What an event turned from one thing into another, as the book writes it: on and off, tasks, states. Has words in the messages, and no value of its own. */
export const TurnedFact = z.enum(['seats', 'auto-renewal', 'cancel', ...ChecklistItemId.options, 'state', 'isAdmin']);
export type TurnedFact = z.infer<typeof TurnedFact>;

/**
 * The lines that a command's events leave in the histories of customers (mission, row 11): one for each event that names a customer, but none
 * for what an operator imports. Their ids come from the command, so that a repeated one leaves no second line.
 */
export function historyOf(events: readonly AuditEvent[]): readonly Put[] {
  return events.flatMap((event, index) => {
    if (event.customer === undefined || event.by.kind === 'operator') return [];
    const turned = turnedBy(event);
    const isTurned = (name: string): boolean => turned.some(({ what }) => what === name);
    const before = toldOf(event.before, isTurned);
    const after = toldOf(event.after, isTurned);
    const value: HistoryLine = {
      customer: event.customer,
      partner: event.partner,
      at: event.at,
      ...(event.by.kind === 'assistant' ? {} : { by: event.by.name }),
      what: event.what,
      ...(before === '' ? {} : { before }),
      ...(after === '' ? {} : { after }),
      ...(turned.length === 0 ? {} : { turned }),
    };
    return [{ kind: 'history' as const, id: `${event.commandId}|${String(index)}`, value }];
  });
}

/** What stood before and what stands after, where that is not the same; an admin also where nobody was before. */
function turnedBy({ before, after }: AuditEvent): readonly Turned[] {
  return TurnedFact.options.flatMap((what) => {
    const is = scalar(after?.[what]);
    const was = scalar(before?.[what]) ?? (what === 'isAdmin' && is === 'true' ? 'false' : undefined);
    return is === undefined || was === undefined || is === was ? [] : [{ what, before: was, after: is }];
  });
}

function scalar(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function toldOf(facts: AuditEvent['before'], isTurned: (name: string) => boolean): string {
  return told
    .filter((name) => !isTurned(name))
    .flatMap((name) => {
      const value = facts?.[name];
      if (name === 'plan') return planName(value);
      return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
    })
    .join(' · ');
}

function planName(value: unknown): readonly string[] {
  const plan = PlanId.safeParse(value);
  return plan.success ? [plans[plan.data].name] : [];
}
