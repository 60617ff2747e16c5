import type { Delivery } from '../../domain/renewals/records.ts';
import type { Outgoing } from '../../domain/shared/outbox.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Language } from '../../domain/shared/language.ts';
import type { Clock, Log, NewId, Notifier, Timers } from '../../domain/shared/ports.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import type { RenderedCard } from '../../domain/shared/turn.ts';

/** Who will read a card. */
export interface OutgoingReader {
  readonly person: PersonId;
  readonly language: Language;
}

/** What became of one message, for whoever watches. Words that name kinds only. */
export interface OutboxResult {
  readonly topic: string;
  readonly result: 'sent' | 'maybe-sent' | 'not-reachable' | 'failed' | 'retried' | 'waits-for-address' | 'no-longer-true';
  readonly reason?: string;
}

/** What a digest has told, for whoever watches. */
export interface NoticesTold {
  readonly notices: number;
  readonly delivery: Delivery;
  /** How long after it could have been told the last of it was: its morning, or when it became due after that. */
  readonly lagMs: number;
}

/** What sending unasked needs. */
export interface OutboxParts {
  readonly store: Store;
  readonly notifier: Notifier;
  /** The card as things stand in the book now; undefined when there is nothing to say any more. */
  readonly draw: (what: Outgoing, reader: OutgoingReader) => Promise<RenderedCard | undefined>;
  /** In which language a person reads. `locale`: as Teams gave it when they were last here. */
  readonly speaks: (person: PersonId, locale?: string) => Promise<Language>;
  /** At which hour of their day people get their digest. */
  readonly noticeHour: number;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly newId: NewId;
  readonly log: Log;
  readonly onResult: (result: OutboxResult) => void;
  readonly onTold?: (told: NoticesTold) => void;
}
