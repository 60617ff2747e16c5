import { z } from 'zod';
import type { AuditEvent } from '../shared/audit.ts';
import type { HistoryLine } from '../shared/records.ts';
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

/**
 * The lines that a command's events leave in the histories of customers (mission, row 11): one for each event that names a customer, but none
 * for what an operator imports. Their ids come from the command, so that a repeated one leaves no second line.
 */
export function historyOf(events: readonly AuditEvent[]): readonly Put[] {
  return events.flatMap((event, index) => {
    if (event.customer === undefined || event.by.kind === 'operator') return [];
    const before = toldOf(event.before);
    const after = toldOf(event.after);
    const value: HistoryLine = {
      customer: event.customer,
      partner: event.partner,
      at: event.at,
      ...(event.by.kind === 'assistant' ? {} : { by: event.by.name }),
      what: event.what,
      ...(before === '' ? {} : { before }),
      ...(after === '' ? {} : { after }),
    };
    return [{ kind: 'history' as const, id: `${event.commandId}|${String(index)}`, value }];
  });
}

function toldOf(facts: AuditEvent['before']): string {
  return told
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
