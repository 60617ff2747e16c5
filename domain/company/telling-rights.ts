import type { Instant } from '../shared/dates.ts';
import type { CommandId, PersonId } from '../shared/ids.ts';
import { outgoing } from '../shared/outbox.ts';
import type { Put } from '../shared/store.port.ts';
import type { RightRequest } from './people-commands.ts';

/** The request, to a global admin. */
export function tellRightAsked({ partner, person }: RightRequest, recipient: PersonId, commandId: CommandId, at: Instant): Put {
  return outgoing(`right-asked|${person}|${recipient}|${commandId}`, { partner, recipient, dueAt: at }, { topic: 'right-asked', person });
}

/** The request with its answer, and what came of it to who asked. */
export function settleRight(
  request: RightRequest,
  verdict: 'granted' | 'refused',
  { commandId, by, byName }: { readonly commandId: CommandId; readonly by: PersonId; readonly byName: string },
  at: Instant,
): readonly Put[] {
  const { partner, person, task } = request;
  const to = { partner, recipient: person, dueAt: at };
  return [
    { kind: 'right-request', id: person, value: { ...request, settled: { at, person: by, name: byName, verdict } } },
    outgoing(`right-settled|${person}|${commandId}`, to, { topic: 'right-settled', verdict, task, by }),
  ];
}
