import { happened } from '../shared/audit.ts';
import { instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { Put } from '../shared/store.port.ts';
import type { RightRequest, RightRequestSettled, SettleRightRequest, SettleRightRequestRefusal } from './people-commands.ts';
import type { PartnerUser } from './records.ts';
import { mayActForCustomers, mayActInCompany, rightNeeded } from './rights.ts';
import { settleRight } from './telling-rights.ts';

export interface SettleRightRequestState {
  readonly user: PartnerUser | undefined;
  readonly request: RightRequest | undefined;
  /** What the book knows of who asked. */
  readonly asker: PartnerUser | undefined;
}

/**
 * A global admin gives what was asked for: exactly the least right that the task needs, never less than the person has; or does not.
 * Whoever the book did not know is entered with it. A request is settled once: the same answer again changes nothing, another one is too late.
 */
export function decideSettleRightRequest(
  state: SettleRightRequestState,
  command: SettleRightRequest,
  now: Date,
): Decision<RightRequestSettled, SettleRightRequestRefusal> {
  const { user, request, asker } = state;
  if (user?.tenant !== command.partner || !mayActInCompany(user, 'give-rights')) return refuse({ kind: 'not-a-global-admin' });
  if (request?.partner !== command.partner || request.person !== command.person) return refuse({ kind: 'request-not-found' });
  const { person, task, settled } = request;
  const verdict = command.verdict === 'grant' ? 'granted' : 'refused';
  if (settled !== undefined) {
    const outcome = outcomeOf(request, settled, asker);
    return settled.verdict === verdict ? changes(outcome, { put: [], events: [] }) : refuse({ kind: 'settled-otherwise', settled: outcome });
  }
  const at = instantOf(now);
  const given = verdict === 'granted' && !mayActForCustomers(asker, task) ? withRight(request, asker) : undefined;
  const put: readonly Put[] = given === undefined ? [] : [{ kind: 'partner-user', id: person, value: given }];
  return changes(outcomeOf(request, { verdict, name: command.byName, at }, given ?? asker), {
    put: [...put, ...settleRight(request, verdict, command, at)],
    events: [
      happened(command, at, verdict === 'granted' ? 'right-granted' : 'right-refused', `partner-user:${person}`, {
        before: { supportedCompanies: asker?.supportedCompanies ?? 'none' },
        after: { supportedCompanies: (given ?? asker)?.supportedCompanies ?? 'none', task },
      }),
    ],
  });
}

function outcomeOf(
  { person, name, task }: RightRequest,
  { verdict, name: by, at }: Pick<NonNullable<RightRequest['settled']>, 'verdict' | 'name' | 'at'>,
  asker: PartnerUser | undefined,
): RightRequestSettled {
  return { kind: 'right-request-settled', person, name, task, verdict, has: asker?.supportedCompanies ?? 'none', by, at };
}

function withRight({ partner, person, name, task }: RightRequest, asker: PartnerUser | undefined): PartnerUser {
  const known: PartnerUser = asker ?? { person, tenant: partner, name, companyRole: 'none', supportedCompanies: 'none' };
  return { ...known, supportedCompanies: rightNeeded[task] };
}
