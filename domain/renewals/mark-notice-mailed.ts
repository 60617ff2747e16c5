import type { PartnerUser } from '../company/records.ts';
import { happened } from '../shared/audit.ts';
import type { Instant } from '../shared/dates.ts';
import { instantOf } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { MarkNoticeMailed, MarkNoticeMailedRefusal, NoticeMailed } from './commands.ts';
import type { Notice, ToldStep } from './records.ts';
import { maySeeToRenewals } from './spoken-of.ts';

/** What must be known to note that a customer was written to; each absent one is `undefined`. */
export interface MarkNoticeMailedState {
  readonly user: PartnerUser | undefined;
  readonly notice: Notice | undefined;
}

/**
 * A customer whom Teams does not reach was written to: who did, and when. Once: the first holds, and is told again.
 * A step that the owner is just being told of counts as told then.
 */
export function decideMarkNoticeMailed(state: MarkNoticeMailedState, command: MarkNoticeMailed, now: Date): Decision<NoticeMailed, MarkNoticeMailedRefusal> {
  const { notice } = state;
  if (!maySeeToRenewals(state.user, command)) return refuse({ kind: 'person-lacks-right' });
  if (notice?.partner !== command.partner || notice.side !== 'mail') return refuse({ kind: 'notice-not-found' });
  const { notice: id, step, byName } = command;
  const at = instantOf(now);
  const told = toldStep(notice, step, at);
  if (told === undefined) return refuse({ kind: 'notice-not-found' });
  if (told.mailed !== undefined) return changes({ kind: 'notice-mailed', notice: id, step, ...told.mailed }, { put: [], events: [] });
  const { waiting, ...kept } = notice;
  const others = notice.told.filter((each) => each.step !== step);
  const value: Notice = {
    ...kept,
    ...(waiting === undefined || waiting.step === step ? {} : { waiting }),
    told: [...others, { ...told, mailed: { at, by: byName } }].toSorted((one, other) => other.step - one.step),
  };
  return changes(
    { kind: 'notice-mailed', notice: id, step, at, by: byName },
    {
      put: [{ kind: 'notice', id, value }],
      events: [happened(command, at, 'notice-mailed', `notice:${id}`, { customer: notice.customer, after: { step, endsOn: notice.endsOn } })],
    },
  );
}

function toldStep({ told, waiting }: Notice, step: number, at: Instant): ToldStep | undefined {
  return told.find((each) => each.step === step) ?? (waiting?.step === step ? { step, at, delivery: 'sent' } : undefined);
}
