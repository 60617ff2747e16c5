import type { Outgoing } from '../../domain/shared/outbox.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Language } from '../../domain/shared/language.ts';
import type { Clock, Log, NewId, Notifier } from '../../domain/shared/ports.ts';
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

/** What sending unasked needs. */
export interface OutboxParts {
  readonly store: Store;
  readonly notifier: Notifier;
  /** The card as things stand in the book now; undefined when there is nothing to say any more. */
  readonly draw: (what: Outgoing, reader: OutgoingReader) => Promise<RenderedCard | undefined>;
  /** In which language a person reads. `locale`: as Teams gave it when they were last here. */
  readonly speaks: (person: PersonId, locale?: string) => Promise<Language>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly onResult: (result: OutboxResult) => void;
}
