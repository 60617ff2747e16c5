import type { PersonId } from '../domain/shared/ids.ts';
import { execute } from './actions.ts';
import type { Element, ExecuteAction } from './adaptive-card.ts';
import { firstOf, note } from './kit.ts';
import type { Say } from './messages/say.ts';

/** Who can give a right, or enter how the company stands: the reader, a global admin; or the global admins by name. */
export type Mend = { readonly kind: 'self'; readonly person: PersonId } | { readonly kind: 'others'; readonly admins: readonly string[] };

const mostNamed = 5;

/** The global admins by name, for who is none of them. */
export function mendLine(say: Say, mend: Mend | undefined): readonly Element[] {
  return mend?.kind !== 'others' || mend.admins.length === 0 ? [] : [note(say('rights.who-can', firstOf(say, mend.admins, mostNamed)))];
}

/** A global admin asks nobody: the way to their own rights. */
export function ownRightsButton(say: Say, person: PersonId): ExecuteAction {
  return execute(say('rights.change-own'), { verb: 'begin', flow: 'keep-partner-user', about: { person } }, { associatedInputs: 'none' });
}
