import { z } from 'zod';
import { FlowId } from '../../cards/actions.ts';
import { instantOf } from '../../domain/shared/dates.ts';
import type { Secrets } from '../../domain/shared/ports.ts';
import type { StoredProgress } from '../../domain/shared/records.ts';
import type { Progress } from './engine.ts';

const Sealed = z.object({
  answers: z.record(z.string(), z.unknown()),
  drafts: z.record(z.string(), z.record(z.string(), z.string())),
  confirmed: z.array(z.string()),
  paused: z.boolean(),
  shown: z.object({ mark: z.string(), language: z.string(), lines: z.array(z.string()) }).optional(),
});

/** For the book: what was typed, keys among it, is sealed and bound to its place. */
export function sealed(progress: Progress, flowVersion: number, id: string, secrets: Secrets, now: Date): StoredProgress {
  const { flow, run, step, answers, drafts, confirmed, paused, shown, aside = false } = progress;
  const sealedAnswers = secrets.seal(JSON.stringify({ answers, drafts, confirmed, paused, shown }), id);
  return { flow, flowVersion, commandId: run, step, sealedAnswers, ...(aside ? { aside } : {}), savedAt: instantOf(now) };
}

/** From the book; undefined when a deployment has changed what progress looks like. */
export function opened(stored: StoredProgress, id: string, secrets: Secrets): Progress | undefined {
  const flow = FlowId.safeParse(stored.flow);
  const inside = Sealed.safeParse(JSON.parse(secrets.open(stored.sealedAnswers, id)));
  if (!flow.success || !inside.success) return undefined;
  return { flow: flow.data, run: stored.commandId, step: stored.step, aside: stored.aside === true, ...inside.data };
}
