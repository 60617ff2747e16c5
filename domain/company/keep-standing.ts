import { PartnerId } from '../partner-of-record/records.ts';
import { happened } from '../shared/audit.ts';
import { instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { Facts } from '../shared/import.ts';
import type { KeepStanding, KeepStandingRefusal, StandingKept } from './people-commands.ts';
import type { Partner, PartnerUser, ProgrammeKind } from './records.ts';
import { mayActInCompany } from './rights.ts';

/** Keeps how the company stands, its Partner ID and Open Agreement number. Joining CSP ends what an advisor may do, for good. */
export function decideKeepStanding(
  state: { readonly user: PartnerUser | undefined; readonly partner: Partner | undefined },
  command: KeepStanding,
  now: Date,
): Decision<StandingKept, KeepStandingRefusal> {
  const { user, partner } = state;
  if (user?.tenant !== command.partner || !mayActInCompany(user, 'standing')) return refuse({ kind: 'not-a-global-admin' });
  if (partner === undefined) return refuse({ kind: 'company-unknown' });
  if (!mayBecome(partner.standing.programme, command.standing.programme)) return refuse({ kind: 'advisor-no-more' });
  if (command.partnerId !== undefined && !PartnerId.safeParse(command.partnerId).success) return refuse({ kind: 'not-a-partner-id' });
  const { partnerId: _partnerId, openAgreementNumber: _openAgreementNumber, ...rest } = partner;
  const after: Partner = {
    ...rest,
    standing: command.standing,
    ...(command.partnerId === undefined ? {} : { partnerId: command.partnerId }),
    ...(command.openAgreementNumber === undefined ? {} : { openAgreementNumber: command.openAgreementNumber }),
  };
  const was = factsOf(partner);
  const is = factsOf(after);
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((part) => was[part] !== is[part]);
  const outcome: StandingKept = { kind: 'standing-kept', changed };
  if (changed.length === 0) return changes(outcome, { put: [], events: [] });
  return changes(outcome, {
    put: [{ kind: 'partner', id: partner.tenant, value: after }],
    events: [happened(command, instantOf(now), 'standing-kept', `partner:${partner.tenant}`, { before: only(was, changed), after: only(is, changed) })],
  });
}

/** What a company may become: nobody who has joined CSP is an advisor again, and it does not become unknown to go round that. */
export function mayBecome(from: ProgrammeKind, to: ProgrammeKind): boolean {
  return !isCsp(from) || isCsp(to);
}

/** Does this end what an advisor may do, for good? */
export function joinsCsp(from: ProgrammeKind, to: ProgrammeKind): boolean {
  return !isCsp(from) && isCsp(to);
}

function isCsp(programme: ProgrammeKind): boolean {
  return programme === 'csp-direct' || programme === 'csp-indirect-reseller';
}

function factsOf({ standing, partnerId, openAgreementNumber }: Partner): Facts {
  return { ...standing, partnerId, openAgreementNumber };
}

function only(facts: Facts, parts: readonly string[]): Facts {
  return Object.fromEntries(parts.map((part) => [part, facts[part]]));
}
