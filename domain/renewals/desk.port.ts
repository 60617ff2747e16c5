import { z } from 'zod';
import type { Day } from '../shared/dates.ts';
import type { PersonId, SubscriptionId, TenantId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import { PlanId } from '../shared/plans.ts';
import type { Stage } from './terms.ts';

/** Who looks at the dashboard: one of a partner's own people, from a validated token. */
export interface DeskReader {
  readonly person: PersonId;
  readonly tenant: TenantId;
  readonly language: Language;
}

/** How far the dashboard looks: so many weeks from this one on, or what has ended before it and is not gone yet. */
export const RenewalWindow = z.enum(['4', '10', '26', '52', 'ended']);
export type RenewalWindow = z.infer<typeof RenewalWindow>;

/** Where an end stands for whoever sees to it. */
export const RenewalState = z.enum(['open', 'snoozed', 'let-end', 'renewed']);
export type RenewalState = z.infer<typeof RenewalState>;

/** `to-do`: whatever is not renewed. `not-reached`: those of whom somebody could not be told. */
export const RenewalStatus = z.enum(['to-do', 'open', 'snoozed', 'let-end', 'not-reached', 'renewed']);
export type RenewalStatus = z.infer<typeof RenewalStatus>;

const stages = ['ahead', 'running', 'extended', 'usable', 'disabled', 'deleted'] as const satisfies readonly Stage[];

/** What the dashboard is asked for: unasked ten weeks, so that whatever is told 60 days ahead is on it on every day of the week. Whatever cannot be read is as if unasked. */
export const RenewalsAsked = z.object({
  weeks: RenewalWindow.catch('10'),
  status: RenewalStatus.catch('to-do'),
  stage: z.enum(stages).optional().catch(undefined),
  plan: PlanId.optional().catch(undefined),
  owner: z.enum(['all', 'mine']).catch('all'),
  /** The `next` of the page before. */
  after: z.string().max(3000).optional().catch(undefined),
});
export type RenewalsAsked = z.infer<typeof RenewalsAsked>;

/** One end, in the words of its reader. Names in it are what people typed. */
export interface RenewalRow {
  readonly subscription: SubscriptionId;
  readonly customer: string;
  readonly domain: string;
  /** Who at the partner looks after the customer. */
  readonly owner?: string;
  readonly plan: string;
  readonly seats: number;
  readonly endsOn: Day;
  /** The Monday of its week. */
  readonly week: Day;
  readonly stage: Stage;
  readonly state: RenewalState;
  /** Somebody could not be told, or is not written to yet. */
  readonly isNotReached: boolean;
  /** "12 licences · ends on 3 March 2026, in 7 days". */
  readonly end: string;
  /** What happens if nobody acts, or who renewed it, and what people have decided. */
  readonly lines: readonly string[];
  /** What was told to whom, newest first. */
  readonly told: readonly string[];
  /** What to write in the chat to see it and act. */
  readonly write: string;
}

/** How many ends one week has, whatever is filtered. */
export interface RenewalWeek {
  /** A Monday. */
  readonly from: Day;
  readonly to: Day;
  readonly count: number;
  /** The same by stage; absent where there are too many to look at each, and for what is renewed. */
  readonly stages?: Readonly<Partial<Record<Stage, number>>>;
}

export interface RenewalsPage {
  /** At most 200, the soonest end first. A page of what is filtered may have none and still a `next`. */
  readonly rows: readonly RenewalRow[];
  readonly next?: string;
  /** Every week of the window; only with the first page. */
  readonly weeks?: readonly RenewalWeek[];
  /** The partner whose ends these are; absent while nobody has entered a name. */
  readonly company?: string;
}

/** The dashboard of renewals: only what is of the reader's own partner. Reads, and changes nothing. */
export interface RenewalDesk {
  /** @returns undefined for whoever is none of a partner's people. */
  rows(reader: DeskReader, asked: RenewalsAsked): Promise<RenewalsPage | undefined>;
}
