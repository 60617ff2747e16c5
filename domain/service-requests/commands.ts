import { z } from 'zod';
import type { ByPartner } from '../shared/by-partner.ts';
import type { MayNot } from '../delegated-admin/acting.ts';
import type { CustomerId, SubscriptionId } from '../shared/ids.ts';
import { ServiceRequestId } from '../shared/ids.ts';
import { RequestState } from './records.ts';
import type { RequestRecipient, Severity } from './records.ts';

/** Writes down a request on a customer's behalf, as a draft: its text is ready to be taken to Microsoft, or to the partner's own people. */
export interface OpenServiceRequest extends ByPartner {
  readonly type: 'open-service-request';
  readonly id: ServiceRequestId;
  readonly customer: CustomerId;
  readonly subscription?: SubscriptionId;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly recipient: RequestRecipient;
}
export const ServiceRequestOpened = z.object({ kind: z.literal('service-request-opened'), request: ServiceRequestId });
export type ServiceRequestOpened = z.infer<typeof ServiceRequestOpened>;
export type OpenServiceRequestRefusal = MayNot | { readonly kind: 'customer-not-found' } | { readonly kind: 'subscription-not-found' };

/** A step on its way: sent there, opened by whom it went to, closed, or opened again; with Microsoft's number where there is one. */
export interface MoveServiceRequest extends ByPartner {
  readonly type: 'move-service-request';
  readonly request: ServiceRequestId;
  readonly to: RequestState;
  readonly number?: string;
}
export const ServiceRequestMoved = z.object({ kind: z.literal('service-request-moved'), request: ServiceRequestId, to: RequestState });
export type ServiceRequestMoved = z.infer<typeof ServiceRequestMoved>;
export type MoveServiceRequestRefusal = MayNot | { readonly kind: 'request-not-found' } | { readonly kind: 'not-from-here'; readonly state: RequestState };

/** Adds a note to it. */
export interface NoteServiceRequest extends ByPartner {
  readonly type: 'note-service-request';
  readonly request: ServiceRequestId;
  readonly text: string;
}
export const ServiceRequestNoted = z.object({ kind: z.literal('service-request-noted'), request: ServiceRequestId });
export type ServiceRequestNoted = z.infer<typeof ServiceRequestNoted>;
export type NoteServiceRequestRefusal = MayNot | { readonly kind: 'request-not-found' } | { readonly kind: 'closed' };
