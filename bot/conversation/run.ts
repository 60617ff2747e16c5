import { dayOf } from '../../domain/shared/dates.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { NewId, Secrets } from '../../domain/shared/ports.ts';
import type { Progress } from './engine.ts';

interface Speaker {
  readonly who: { readonly person: PersonId };
  readonly secrets: Pick<Secrets, 'deriveId'>;
}

/** The id of a conversation that begins now, and of the one command it yields. It names its person, unreadably. */
export function newRun(speaker: Speaker & { readonly newId: NewId }): CommandId {
  const id = speaker.newId();
  return CommandId.parse(`${id}.${ownerMark(speaker, id)}`);
}

/** Did this person begin that conversation? Asked before a finished one is shown again: a button can be forged. */
export function isOwnRun(speaker: Speaker, run: CommandId): boolean {
  const [id = '', mark] = run.split('.');
  return mark === ownerMark(speaker, id);
}

function ownerMark({ who, secrets }: Speaker, id: string): string {
  return secrets.deriveId('run', who.person, id);
}

/**
 * Stands for the answers given so far, unreadably: the same answers, the same mark, whatever the order in which they were given or read.
 *
 * A review that was left further up in the chat shows what was true then; its yes must not confirm what is true now. Nor one of
 * yesterday: the days on it were counted from that day.
 */
export function answersMark({ secrets, now }: Pick<Speaker, 'secrets'> & { readonly now: Date }, { run, answers }: Pick<Progress, 'run' | 'answers'>): string {
  return secrets.deriveId('shown', run, dayOf(now), JSON.stringify(answers, inOrder));
}

/** Names an open conversation as it stands, unreadably: a button carries it that may discard this much, and nothing that was said since. */
export function openMark({ secrets }: Pick<Speaker, 'secrets'>, { run, answers, drafts }: Pick<Progress, 'run' | 'answers' | 'drafts'>): string {
  return secrets.deriveId('open', run, JSON.stringify({ answers, drafts }, inOrder));
}

function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
