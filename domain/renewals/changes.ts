import type { Partner } from '../company/records.ts';
import type { Customer, Subscription, Term } from '../customers/records.ts';
import type { Relationship } from '../delegated-admin/records.ts';
import { attachedPartner, partnerOfRecordOf } from '../partner-of-record/effective.ts';
import type { Day } from '../shared/dates.ts';
import { partnerIsTold } from './recipients.ts';
import type { ChangeKind, News } from './records.ts';
import { deletedOn } from './terms.ts';
import { lifecycleOf } from './lifecycle.ts';

/** One subscription or relationship as the book has it before or after a command. */
export interface Stand {
  readonly customer: Customer;
  readonly subscription?: Subscription | undefined;
  readonly relationship?: Relationship | undefined;
}

/**
 * What changed, in the words of the book: numbers of licences, ids of plans, days, `active|suspended|cancelled`, `on|off`, `us` and `lost`,
 * the last day of delegated administration and `ended`.
 */
export type Change = Pick<News, 'about' | 'before' | 'after'>;

interface Around {
  readonly partner: Partner | undefined;
  readonly today: Day;
}

/**
 * What the owner at the partner is told of a command (mission, row 13): seats, plan, status, automatic renewal, end date, the partner of record
 * lost, delegated administration ended. Nothing of what is new in the book, and of a subscription only where the partner is told of its end, or
 * was until now.
 */
export function newsOf(before: Stand, after: Stand, around: Around): readonly Change[] {
  return [...newsOfRelationship(before.relationship, after.relationship), ...newsOfSubscription(before, after, around)];
}

function newsOfRelationship(before: Relationship | undefined, after: Relationship | undefined): readonly Change[] {
  if (before === undefined || after?.ended === undefined || before.ended !== undefined) return [];
  return [{ about: { what: 'delegation-ended', relationship: after.id }, before: before.endsOn, after: 'ended' }];
}

function newsOfSubscription(before: Stand, after: Stand, { partner, today }: Around): readonly Change[] {
  const [was, is] = [before.subscription, after.subscription];
  if (was === undefined || is === undefined) return [];
  const wasTold = partnerIsTold(was, before.customer, partner);
  if (!wasTold && !partnerIsTold(is, after.customer, partner)) return [];
  const pairs: readonly (readonly [ChangeKind, string, string])[] = [
    ['status', statusOf(was), statusOf(is)],
    ...(isOurs(before, partner) && !isOurs(after, partner) ? [['partner-of-record', 'us', 'lost'] as const] : []),
    ...ends(was.terms, is.terms),
    ['plan', was.plan, is.plan],
    ['seats', String(seatsOf(was, today)), String(seatsOf(is, today))],
    // Cancelling turns it off, too: that is one change, not two.
    ...(statusOf(is) === 'cancelled' ? [] : [['auto-renewal', onOff(was.autoRenews), onOff(is.autoRenews)] as const]),
  ];
  return pairs.flatMap(([what, from, to]) => (from === to ? [] : [{ about: { what, subscription: is.id }, before: from, after: to }]));
}

function isOurs({ subscription, customer }: Stand, partner: Partner | undefined): boolean {
  return subscription !== undefined && attachedPartner(partnerOfRecordOf(subscription, customer), partner).kind === 'us';
}

/** How a subscription stands at Microsoft, as far as the book knows. */
export function statusOf({ suspended, cancelled }: Pick<Subscription, 'suspended' | 'cancelled'>): 'active' | 'suspended' | 'cancelled' {
  if (suspended !== undefined) return 'suspended';
  return cancelled === undefined ? 'active' : 'cancelled';
}

function onOff(isOn: boolean): 'on' | 'off' {
  return isOn ? 'on' : 'off';
}

/** The ends that moved: of a term itself, or because another follows it now. Two terms that moved alike are told once. */
function ends(before: readonly Term[], after: readonly Term[]): readonly (readonly ['end-date', Day, Day])[] {
  const moved = new Map<string, readonly ['end-date', Day, Day]>();
  for (const was of before) {
    const end = endAfter(was, after);
    if (end !== undefined && end !== was.endsOn) moved.set(`${was.endsOn}|${end}`, ['end-date', was.endsOn, end]);
  }
  return [...moved.values()];
}

function endAfter(was: Term, after: readonly Term[]): Day | undefined {
  const is = after.find(({ id }) => id === was.id);
  if (is?.renewedBy === undefined || is.renewedBy === was.renewedBy) return is?.endsOn;
  return after.find(({ id }) => id === is.renewedBy)?.endsOn;
}

/** The licences of the terms that nothing follows: of those that have not ended, else of those whose data is still kept. */
function seatsOf(subscription: Subscription, today: Day): number {
  const open = subscription.terms.filter(({ renewedBy }) => renewedBy === undefined);
  const ahead = open.filter(({ endsOn }) => today <= endsOn);
  const counted = ahead.length > 0 ? ahead : open.filter((term) => today < deletedOn(term.endsOn, lifecycleOf(subscription, term)));
  return counted.reduce((sum, { seats }) => sum + seats, 0);
}
