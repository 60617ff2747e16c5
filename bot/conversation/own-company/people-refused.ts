import type { Say } from '../../../cards/messages/say.ts';
import type { RemovePartnerUserRefusal } from '../../../domain/company/people-commands.ts';

/** Why somebody of the own people was not changed or removed, and who can do it. */
export function peopleRefusedText(say: Say, refusal: RemovePartnerUserRefusal): string {
  switch (refusal.kind) {
    case 'person-lacks-right':
      return say('people.only-admins');
    case 'global-admins-only':
      return say('people.global-admins-only');
    case 'last-global-admin':
      return say('people.last-global-admin');
    case 'person-not-found':
      return say('people.not-found');
  }
}
