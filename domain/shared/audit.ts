import type { ByPartner } from './by-partner.ts';
import type { Instant } from './dates.ts';
import type { CommandId, CustomerId, PersonId, TenantId } from './ids.ts';

/** Who did it: a person, somebody on a page who only says who they are, or the assistant itself on an operator's or its own behalf. */
export type Actor =
  | { readonly kind: 'person'; readonly person: PersonId; readonly name: string }
  | { readonly kind: 'visitor'; readonly name: string; readonly email: string }
  | { readonly kind: 'operator' }
  | { readonly kind: 'assistant' };

/**
 * One line of the append-only audit: who, in which partner's book, what, before and after, when, by which command.
 *
 * Never holds a product key (the last five characters at most), a password or a token.
 */
export interface AuditEvent {
  readonly at: Instant;
  readonly by: Actor;
  readonly partner: TenantId;
  readonly what: string;
  readonly about: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly commandId: CommandId;
  /** Whom it concerns: stands in that customer's history, too. */
  readonly customer?: CustomerId;
}

/** What a person's command made happen. `about` is `kind:id` of the record. */
export function happened(command: ByPartner, at: Instant, what: string, about: string, change: Pick<AuditEvent, 'before' | 'after' | 'customer'>): AuditEvent {
  const by: Actor = { kind: 'person', person: command.by, name: command.byName };
  return { at, by, partner: command.partner, what, about, ...change, commandId: command.commandId };
}
