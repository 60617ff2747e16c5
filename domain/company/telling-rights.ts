import type { Instant } from '../shared/dates.ts';
import type { CommandId, PersonId } from '../shared/ids.ts';
import { outgoing } from '../shared/outbox.ts';
import type { Put } from '../shared/store.port.ts';
import type { RightRequest } from './people-commands.ts';

/** The request, to a global admin. */
export function tellRightAsked({ partner, person }: RightRequest, recipient: PersonId, commandId: CommandId, at: Instant): Put {
  return outgoing(`right-asked|${person}|${recipient}|${commandId}`, { partner, recipient, dueAt: at }, { topic: 'right-asked', person });
}

/** What came of it, to who asked. */
export function tellRightSettled(
  { partner, person, task }: RightRequest,
  verdict: 'granted' | 'refused',
  { commandId, by }: { readonly commandId: CommandId; readonly by: PersonId },
  at: Instant,
): Put {
  return outgoing(`right-settled|${person}|${commandId}`, { partner, recipient: person, dueAt: at }, { topic: 'right-settled', verdict, task, by });
}
