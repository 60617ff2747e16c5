import type { OwnSubscription, Partner, PartnerUser } from '../company/records.ts';
import type { Checklist, Customer, CustomerUser, HandOff, Subscription } from '../customers/records.ts';
import type { AgreementRecord, ProductKey } from '../product-keys/records.ts';
import type { Relationship, RelationshipName } from '../delegated-admin/records.ts';
import type { AdminRequest, Offer, OfferAnswer, OfferCard } from '../offers/records.ts';
import type { KnownPartner } from '../partner-of-record/records.ts';
import type { Digest, News, Notice, NoticePlace, NoticeRun, RenewalPlan } from '../renewals/records.ts';
import type { RightRequest } from '../company/people-commands.ts';
import type { ServiceRequest } from '../service-requests/records.ts';
import type { Day, Instant } from './dates.ts';
import type { CommandId, CustomerId, PersonId, TenantId } from './ids.ts';
import type { Language } from './language.ts';
import type { NotReachable } from './ports.ts';
import type { ConversationAddress } from './turn.ts';

/**
 * Everything the book holds, by kind. The id of each kind:
 * partner = tenant id · partner-user, preference, address = person id · customer = derived from (partner, domain) ·
 * customer-user = derived from (customer, upn) · product-key = fingerprint · checklist = subscription id ·
 * offer = derived from its code · offer-answer = `offer|customer` · offer-card = `offer|person` · admin-request = `customer|person` ·
 * service-request = derived from the command · right-request = person · history = `command|number` · relationship-name = `partner|folded name` · known-partner = `partner|partnerId` · relationship = derived from the command ·
 * notice, digest, renewal-plan, notice-place: domain/renewals/records.ts · news = `command|number|person` · notice-run = partner ·
 * progress = `person|conversation` · agreement, hand-off, subscription, own-subscription = derived from the command or the file · outbox = what makes it unique.
 */
export interface Records {
  partner: Partner;
  'partner-user': PartnerUser;
  'own-subscription': OwnSubscription;
  customer: Customer;
  'customer-user': CustomerUser;
  subscription: Subscription;
  checklist: Checklist;
  'hand-off': HandOff;
  'product-key': ProductKey;
  agreement: AgreementRecord;
  offer: Offer;
  'offer-answer': OfferAnswer;
  'offer-card': OfferCard;
  'admin-request': AdminRequest;
  relationship: Relationship;
  'relationship-name': RelationshipName;
  'known-partner': KnownPartner;
  'service-request': ServiceRequest;
  'right-request': RightRequest;
  notice: Notice;
  news: News;
  digest: Digest;
  'renewal-plan': RenewalPlan;
  'notice-run': NoticeRun;
  'notice-place': NoticePlace;
  history: HistoryLine;
  preference: Preference;
  address: KnownAddress;
  progress: StoredProgress;
  outbox: OutboxItem;
}

/** What a person chose in the chat. */
export interface Preference {
  readonly person: PersonId;
  readonly language: Language;
}

/** Where a person can be written to, one to one. Removed when they uninstall. */
export interface KnownAddress {
  readonly person: PersonId;
  readonly address: ConversationAddress;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly welcomed: boolean;
  readonly refreshedOn: Day;
  /** Not written to any more until they come back: their next message, or installation, forgets it. */
  readonly unreachable?: { readonly reason: NotReachable; readonly since: Instant };
  /** When the channel was last asked what it knows of them, to recognise them in the book. */
  readonly profileAskedOn?: Day;
}

/** A conversation that stands somewhere. `sealedAnswers` is opened by the conversation room only. */
export interface StoredProgress {
  readonly flow: string;
  readonly flowVersion: number;
  readonly commandId: CommandId;
  readonly step: string;
  readonly sealedAnswers: string;
  /** Another card has come since: this conversation is not what a short answer is about. */
  readonly aside?: true;
  readonly savedAt: Instant;
}

/**
 * Something to be sent. `dueAt` moves on with each try; `leasedUntil` belongs to the claimer.
 *
 * `sendingSince` is written before the channel is called and goes with the record of what came of it: an item that is claimed with it was in flight
 * when a process ended, and may have arrived.
 */
export interface OutboxItem {
  readonly partner: TenantId;
  readonly recipient: PersonId;
  readonly topic: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly dueAt: Instant;
  readonly leasedUntil?: Instant;
  readonly tries: number;
  readonly sendingSince?: Instant;
  /** Since then nobody knows where to write to the recipient; of a digest: since then it waits for the day's planning. */
  readonly waitingSince?: Instant;
  /** It was put back because too much was due in its tenant; it has its moment now, and is not put back for that again. */
  readonly paced?: true;
}

/**
 * One line of a customer's history, as people read it: made in the same commit by `execute` from each audit event that names a customer.
 * Imports leave none. The audit itself is append-only and not asked for by customer.
 */
export interface HistoryLine {
  readonly customer: CustomerId;
  readonly partner: TenantId;
  readonly at: Instant;
  /** Name of who did it; absent for the assistant itself. */
  readonly by?: string;
  /** The audit's word for it. */
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
  /** What was turned from one thing into another, as the book writes it; the messages have the words. Absent in older books. */
  readonly turned?: readonly Turned[];
}

/** Automatic renewal from on to off, a task from open to done, and the like. */
export interface Turned {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}
