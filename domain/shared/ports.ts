import type { KeyFingerprint, OfferCode, PersonId } from './ids.ts';
import type { ConversationAddress, RenderedCard } from './turn.ts';

/** The present. Production reads the machine's clock; tests set and advance it. */
export interface Clock {
  now(): Date;
}

/** A new unguessable id (a random UUID). */
export type NewId = () => string;

/** A new code of an offer: 128 bits from the machine's source of chance. */
export type NewCode = () => OfferCode;

/** Runs work later. Everything that waits goes through this, so that tests never sleep. */
export interface Timers {
  /** Runs `work` once, `ms` from now. Returns a function that calls it off. */
  after(ms: number, work: () => void): () => void;
  /** Runs `work` every `ms`. Returns a function that ends it. */
  every(ms: number, work: () => void): () => void;
}

/**
 * Keeps product keys and what people typed unreadable at rest.
 *
 * `context` binds a sealed text to the place it belongs to: opened elsewhere it fails.
 */
export interface Secrets {
  /** Encrypts with AES-256-GCM; never gives the same text twice. */
  seal(plain: string, context: string): string;
  /** Decrypts what `seal` made. Throws `Fault('sealed-text-damaged')` for anything else. */
  open(sealed: string, context: string): string;
  /** Keyed digest of a normalised product key, for uniqueness. */
  fingerprint(productKey: string): KeyFingerprint;
  /** Stable id from its parts: the same parts give the same id, in this installation only. */
  deriveId(...parts: readonly string[]): string;
}

/** Structured log. Never give it a key, password, token or what a person wrote. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}
export type LogFields = Readonly<Record<string, unknown>>;

/** What became of a card sent unasked. */
export type Delivered =
  /** `moved`: the conversation was gone and had to be made anew; write there from now on. */
  | { readonly kind: 'sent'; readonly activityId: string; readonly moved?: ConversationAddress }
  /**
   * It has not arrived, and may if tried again; not before `afterMs`. `reason`: a word for the log and the metrics.
   *
   * `pause`: it is not this message alone: the whole tenant is throttled, or nothing is taken from us at all. `isOutage`: nobody answers at its
   * service URL. Neither is the message's own fault: an outage is sat out, a pause does not count as a try.
   */
  | { readonly kind: 'later'; readonly afterMs?: number; readonly pause?: 'tenant' | 'everything'; readonly isOutage?: true; readonly reason?: string }
  /** The recipient took the app away, blocked it, or the conversation or card is gone. Not tried again. */
  | { readonly kind: 'not-reachable'; readonly reason: NotReachable }
  /** It may have arrived: never sent again (design, Sending). */
  | { readonly kind: 'maybe-sent' }
  /** Nothing can be sent to anybody, or not this card: an operator must look. */
  | { readonly kind: 'failed'; readonly reason: string };
export type NotReachable = 'not-installed' | 'blocked' | 'conversation-gone' | 'card-gone';

/** Speaks up unasked. Never throws for what the channel answers. */
export interface Notifier {
  /** A new message in the person's one-to-one chat. `person`: by whom the chat is made anew when it is gone. */
  send(address: ConversationAddress, card: RenderedCard, person?: PersonId): Promise<Delivered>;
  /** The same card in place of one that was sent or shown under this activity id. Repeating it does no harm. */
  update(address: ConversationAddress, activityId: string, card: RenderedCard): Promise<Delivered>;
}
