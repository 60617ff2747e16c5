import { happened } from '../shared/audit.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { CompanyInformationConfirmed, ConfirmCompanyInformation, ConfirmCompanyInformationRefusal } from './commands.ts';
import type { Partner, PartnerUser } from './records.ts';
import { mayActInCompany } from './rights.ts';

const shown = ['name', 'phone', 'email', 'address'] as const;

/**
 * A global admin says that what customers see of the company is right; what they correct is changed at once (mission, row 12).
 * Confirmed again on the same day with nothing changed: it stands as it is.
 */
export function decideConfirmCompanyInformation(
  state: { readonly partner: Partner | undefined; readonly user: PartnerUser | undefined },
  command: ConfirmCompanyInformation,
  now: Date,
): Decision<CompanyInformationConfirmed, ConfirmCompanyInformationRefusal> {
  const { partner, user } = state;
  if (user?.tenant !== command.partner || !mayActInCompany(user, 'company-information')) return refuse({ kind: 'not-a-global-admin' });
  if (partner === undefined) return refuse({ kind: 'company-unknown' });
  const { name, phone, email, address } = command;
  const on = dayOf(now);
  const after: Partner = { ...partner, name, phone, email, address, confirmedOn: on };
  const changed = shown.filter((part) => partner[part] !== after[part]);
  const outcome: CompanyInformationConfirmed = { kind: 'company-information-confirmed', on, changed: [...changed] };
  if (changed.length === 0 && partner.confirmedOn === on) return changes(outcome, { put: [], events: [] });
  return changes(outcome, {
    put: [{ kind: 'partner', id: partner.tenant, value: after }],
    events: [
      happened(command, instantOf(now), 'company-information-confirmed', `partner:${partner.tenant}`, {
        before: factsOf(partner, changed),
        after: factsOf(after, changed),
      }),
    ],
  });
}

/** What changed, and until now or from now on the day of the confirmation. */
function factsOf(partner: Partner, changed: readonly (typeof shown)[number][]): Readonly<Record<string, unknown>> {
  return { ...Object.fromEntries(changed.map((part) => [part, partner[part]])), confirmedOn: partner.confirmedOn };
}
