import type { FlowId } from '../../cards/actions.ts';
import type { CommandId } from '../../domain/shared/ids.ts';

/** What was typed into a form and not yet taken, by input id. */
export type Draft = Readonly<Record<string, string>>;

/** Where one person's conversation stands. Plain data: survives a restart, another device, a deployment. */
export interface Progress {
  readonly flow: FlowId;
  /** Minted when the flow begins; the id of the one command it yields. */
  readonly run: CommandId;
  readonly step: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Reviews the person has said yes to. */
  readonly confirmed: readonly string[];
  /** The person stopped here; "go on" takes it up again. */
  readonly paused: boolean;
  /** The person was shown another card since: a short answer is not an answer to this. */
  readonly aside?: boolean;
  /** The review of this step as the person last saw it. */
  readonly shown?: ShownReview | undefined;
}

/** A review as it was shown: its mark, and its lines, to tell what has changed since. */
export interface ShownReview {
  readonly mark: string;
  readonly language: string;
  readonly lines: readonly string[];
}

/** What the engine must know of a flow's steps, in order. */
export interface StepShape {
  readonly id: string;
  readonly kind: 'form' | 'review';
  when(answers: Readonly<Record<string, unknown>>): boolean;
}

/** What is kept of a form that is left half filled: what is right of it, and what was typed. */
export interface Left {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly draft: Draft;
}

export type EngineInput =
  | { readonly kind: 'taken'; readonly answers: Readonly<Record<string, unknown>> }
  | { readonly kind: 'problems'; readonly answers: Readonly<Record<string, unknown>>; readonly draft: Draft }
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'back'; readonly left?: Left }
  | { readonly kind: 'edit'; readonly to: string }
  /** Said in passing, for a step that need not be the one that is shown. */
  | { readonly kind: 'overheard'; readonly step: string; readonly answers: Readonly<Record<string, unknown>> }
  | { readonly kind: 'stop'; readonly left?: Left }
  | { readonly kind: 'resume' };

export interface Advanced {
  readonly progress: Progress;
  /** Show the step of `progress`, run the flow's command, or say that it is stopped. */
  readonly effect: 'show' | 'run' | 'stopped';
}

/**
 * The conversation engine: a pure reducer over the steps of one flow.
 *
 * Next is always the first visible step that is not settled, so that an edit far back returns to the review
 * without asking again what is already known. Going back past a review takes back its yes. No button jumps ahead.
 */
export function advance(steps: readonly StepShape[], progress: Progress, input: EngineInput): Advanced {
  switch (input.kind) {
    case 'taken':
      return onward(
        steps,
        unconfirmedFrom(steps, settledDraft({ ...progress, answers: { ...progress.answers, ...input.answers } }, input.answers), progress.step),
      );
    case 'problems':
      return shown(leftWith(progress, input));
    case 'confirmed':
      return onward(steps, { ...progress, confirmed: [...progress.confirmed, progress.step] });
    case 'back': {
      const kept = leftWith(progress, input.left);
      return goTo(steps, kept, stepsBefore(steps, kept).at(-1)?.id ?? kept.step);
    }
    case 'edit':
      return goTo(steps, progress, stepsBefore(steps, progress).some((step) => step.id === input.to) ? input.to : progress.step);
    case 'overheard': {
      const kept = unconfirmedFrom(steps, { ...progress, answers: { ...progress.answers, ...input.answers } }, input.step);
      return shown(kept.step === input.step ? kept : onward(steps, kept).progress);
    }
    case 'stop':
      return { progress: { ...leftWith(progress, input.left), paused: true }, effect: 'stopped' };
    case 'resume':
      return shown(progress);
  }
}

/** Where a fresh conversation begins, with what is already known. */
export function begun(steps: readonly StepShape[], flow: FlowId, run: CommandId, answers: Readonly<Record<string, unknown>>): Progress {
  const fresh: Progress = { flow, run, step: '', answers, drafts: {}, confirmed: [], paused: false };
  return onward(steps, fresh).progress;
}

/** The place of the current step among the visible ones, from 1, and whether one lies before it. */
export function position(steps: readonly StepShape[], progress: Progress): { readonly number: number; readonly total: number } {
  const all = visible(steps, progress);
  return { number: all.findIndex((step) => step.id === progress.step) + 1, total: all.length };
}

function leftWith(progress: Progress, left: Left | undefined): Progress {
  if (left === undefined) return progress;
  return { ...progress, answers: { ...progress.answers, ...left.answers }, drafts: { ...progress.drafts, [progress.step]: left.draft } };
}

function visible(steps: readonly StepShape[], progress: Progress): readonly StepShape[] {
  return steps.filter((step) => step.when(progress.answers));
}

function stepsBefore(steps: readonly StepShape[], progress: Progress): readonly StepShape[] {
  const all = visible(steps, progress);
  const here = all.findIndex((step) => step.id === progress.step);
  return all.slice(0, Math.max(0, here));
}

function isSettled(step: StepShape, progress: Progress): boolean {
  return step.kind === 'form' ? progress.answers[step.id] !== undefined : progress.confirmed.includes(step.id);
}

function onward(steps: readonly StepShape[], progress: Progress): Advanced {
  const next = visible(steps, progress).find((step) => !isSettled(step, progress));
  // A yes to what comes later was said without what is asked now: it is asked for again.
  return next === undefined ? { progress: { ...progress, paused: false }, effect: 'run' } : goTo(steps, progress, next.id);
}

function goTo(steps: readonly StepShape[], progress: Progress, step: string): Advanced {
  return shown(unconfirmedFrom(steps, { ...progress, step }, step));
}

function shown(progress: Progress): Advanced {
  return { progress: { ...progress, paused: false }, effect: 'show' };
}

function unconfirmedFrom(steps: readonly StepShape[], progress: Progress, from: string): Progress {
  const start = steps.findIndex((step) => step.id === from);
  const still = steps.slice(0, start).map((step) => step.id);
  return { ...progress, confirmed: progress.confirmed.filter((id) => still.includes(id)) };
}

/** Taken is no draft any more; and with an answer that is forgotten goes what was half typed there. */
function settledDraft(progress: Progress, taken: Progress['answers']): Progress {
  const isForgotten = (step: string): boolean => step in taken && taken[step] === undefined;
  return { ...progress, drafts: Object.fromEntries(Object.entries(progress.drafts).filter(([step]) => step !== progress.step && !isForgotten(step))) };
}
