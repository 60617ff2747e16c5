import { CommandId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { NewId, Secrets } from '../../domain/shared/ports.ts';

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
