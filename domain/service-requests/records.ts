import { z } from 'zod';
import type { Instant } from '../shared/dates.ts';
import type { CustomerId, PersonId, ServiceRequestId, SubscriptionId, TenantId } from '../shared/ids.ts';

export const Severity = z.enum(['critical', 'moderate', 'minimal']);
export type Severity = z.infer<typeof Severity>;

/** Who is to answer: Microsoft, or the partner's own people. */
export const RequestRecipient = z.enum(['microsoft', 'partner']);
export type RequestRecipient = z.infer<typeof RequestRecipient>;

export const RequestState = z.enum(['draft', 'sent', 'open', 'closed']);
export type RequestState = z.infer<typeof RequestState>;

/** Where a request can go from where it stands: sent, opened, closed, and open again. */
export const nextStates: Readonly<Record<RequestState, readonly RequestState[]>> = {
  draft: ['sent', 'closed'],
  sent: ['open', 'closed'],
  open: ['closed'],
  closed: ['open'],
};

/** Something asked for on a customer's behalf (mission, row 11). Sending it to Microsoft is a hand-off: there is no public interface to create one. */
export interface ServiceRequest {
  readonly id: ServiceRequestId;
  readonly partner: TenantId;
  readonly customer: CustomerId;
  readonly subscription?: SubscriptionId;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly recipient: RequestRecipient;
  readonly state: RequestState;
  /** Microsoft's own number, once somebody has sent it there. */
  readonly number?: string;
  readonly notes: readonly { readonly at: Instant; readonly person: PersonId; readonly name: string; readonly text: string }[];
  readonly createdBy: PersonId;
  readonly createdByName: string;
  readonly createdAt: Instant;
  readonly closedAt?: Instant;
}
