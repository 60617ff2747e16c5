import type { MayNotAct } from '../domain/delegated-admin/acting.ts';
import { rightFor } from '../domain/delegated-admin/acting.ts';
import type { DelegatedTask } from '../domain/delegated-admin/roles.ts';
import type { CustomerId } from '../domain/shared/ids.ts';
import type { Element, ExecuteAction } from './adaptive-card.ts';
import { eligibilityText } from './eligibility.ts';
import { askButton, delegationButton, intentButton } from './intent-button.ts';
import { mendLine, ownRightsButton } from './mending.ts';
import type { Mend } from './mending.ts';
import type { Say } from './messages/say.ts';

/** Why this person may not do it on the customer's behalf, and who can change that: the same words in a conversation, on a card and for a refused command. */
export function mayNotActText(say: Say, because: MayNotAct): string {
  switch (because.kind) {
    case 'company-unknown':
    case 'person-lacks-right':
      return eligibilityText(say, because);
    case 'company-not-authorised':
      return say('acting.company-not-authorised');
    case 'no-relationship':
      return say('acting.no-relationship');
    case 'relationship-over':
      return say('acting.relationship-over', because.on);
    case 'classic-not-enough':
      return say('acting.classic-not-enough');
    case 'role-missing':
      return because.least === undefined ? say('acting.role-unknown') : say('acting.role-missing', say(`role.${because.least}`));
  }
}

/** The one button that mends it: offer delegated administration to this customer, ask for the right, enter the standing; none where only an operator can. */
export function mayNotActWay(say: Say, because: MayNotAct, task: DelegatedTask, customer: CustomerId, mend: Mend): readonly ExecuteAction[] {
  switch (because.kind) {
    case 'company-unknown':
      return [];
    case 'person-lacks-right':
      return [mend.kind === 'self' ? ownRightsButton(say, mend.person) : askButton(say, rightFor[task])];
    case 'company-not-authorised':
      return mend.kind === 'self' ? [intentButton(say, 'keep-standing')] : [];
    case 'no-relationship':
    case 'relationship-over':
    case 'classic-not-enough':
    case 'role-missing':
      return [delegationButton(say, customer)];
  }
}

/** The global admins by name, where it is one of them who can mend it. */
export function mayNotActWho(say: Say, { kind }: MayNotAct, mend: Mend): readonly Element[] {
  return kind === 'person-lacks-right' || kind === 'company-not-authorised' ? mendLine(say, mend) : [];
}
