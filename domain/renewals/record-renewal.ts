import type { PartnerUser } from '../company/records.ts';
import type { Subscription } from '../customers/records.ts';
import { happened } from '../shared/audit.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { RecordRenewal, RecordRenewalRefusal, RenewalRecorded } from './commands.ts';
import { lifecycleOf } from './lifecycle.ts';
import { followed, nextTerm } from './next-term.ts';
import { maySeeToRenewals, spokenOf } from './spoken-of.ts';
import { renewalStart } from './terms.ts';

/** What must be known to record a renewal; each absent one is `undefined`. */
export interface RecordRenewalState {
  readonly user: PartnerUser | undefined;
  readonly subscription: Subscription | undefined;
}

/**
 * Somebody says that an end was renewed at Microsoft: by itself, in Partner Center, or by the customer. As many licences for as long again;
 * it follows the old end while the licences can be used, and begins today once they are disabled. What was bought with keys is renewed with keys.
 */
export function decideRecordRenewal(state: RecordRenewalState, command: RecordRenewal, now: Date): Decision<RenewalRecorded, RecordRenewalRefusal> {
  if (!maySeeToRenewals(state.user, command)) return refuse({ kind: 'person-lacks-right' });
  const found = spokenOf(state.subscription?.partner === command.partner ? state.subscription : undefined, command);
  if (found.kind !== 'found') return refuse(found);
  const { subscription, term: old } = found;
  if (subscription.channel === 'key') return refuse({ kind: 'renewed-with-keys' });
  if (subscription.channel === 'trial') return refuse({ kind: 'trial-is-bought' });
  const today = dayOf(now);
  const startsOn = subscription.cancelled === undefined ? renewalStart(old.endsOn, today, lifecycleOf(subscription, old)) : undefined;
  if (startsOn === undefined) return refuse({ kind: 'over-already' });

  const at = instantOf(now);
  const next = nextTerm(old, command.nextTerm, { startsOn, today, by: command.byName });
  const { id, customer, plan, terms } = subscription;
  return changes(
    { kind: 'renewal-recorded', subscription: id, customer, endsOn: next.endsOn, at, by: command.byName },
    {
      put: [{ kind: 'subscription', id, value: { ...subscription, terms: followed(terms, old, next) } }],
      events: [
        happened(command, at, 'subscription-renewed', `subscription:${id}`, {
          customer,
          before: { term: old.id, endsOn: old.endsOn },
          after: { plan, term: next.id, seats: next.seats, startsOn, endsOn: next.endsOn, isRecorded: true },
        }),
      ],
    },
  );
}
