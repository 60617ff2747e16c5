import { happened } from '../shared/audit.ts';
import { instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { PersonId } from '../shared/ids.ts';
import { tenantOf } from '../shared/ids.ts';
import type { AskForRight, AskForRightRefusal, RightAsked, RightRequest } from './people-commands.ts';
import type { PartnerUser } from './records.ts';
import { mayActForCustomers, mayActInCompany, rightNeeded } from './rights.ts';
import { tellRightAsked } from './telling-rights.ts';

export interface AskForRightState {
  readonly user: PartnerUser | undefined;
  /** Everybody of the partner. */
  readonly people: readonly PartnerUser[];
  /** Those of them to whom the assistant can write. */
  readonly reachable: readonly PersonId[];
  /** What the person has asked for already. */
  readonly request: RightRequest | undefined;
}

/**
 * Asks the global admins for a right: those whom the assistant can reach, else all of them, and the message waits.
 * One request for each person: asking again for no more than that changes nothing.
 */
export function decideAskForRight(state: AskForRightState, command: AskForRight, now: Date): Decision<RightAsked, AskForRightRefusal> {
  const { user, people, reachable, request } = state;
  const own = user?.tenant === command.partner ? user : undefined;
  if (mayActForCustomers(own, command.task)) return refuse({ kind: 'has-right-already' });
  const admins = people.filter((each) => each.tenant === command.partner && mayActInCompany(each, 'give-rights'));
  if (admins.length === 0 || tenantOf(command.by) !== command.partner) return refuse({ kind: 'no-global-admin' });
  const near = admins.filter(({ person }) => reachable.includes(person));
  const asked = near.length === 0 ? admins : near;
  const outcome: RightAsked = { kind: 'right-asked', asked: asked.map(({ name }) => name) };
  const needed = rightNeeded[command.task];
  const open = request?.settled === undefined ? request : undefined;
  if (open !== undefined && (open.needed === needed || open.needed === 'full')) return changes(outcome, { put: [], events: [] });
  const { partner, by: person, byName: name, task } = command;
  const value: RightRequest = { partner, person, name, task, needed };
  const at = instantOf(now);
  return changes(outcome, {
    put: [{ kind: 'right-request', id: person, value }, ...asked.map((admin) => tellRightAsked(value, admin.person, command.commandId, at))],
    events: [happened(command, at, 'right-asked', `partner-user:${person}`, { after: { task, needed } })],
  });
}
