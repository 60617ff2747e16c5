import { z } from 'zod';
import { MovedToDirect } from '../../domain/renewals/commands.ts';
import { flowOf } from '../conversation/flow.ts';
import type { Flow } from '../conversation/flow.ts';

const Answers = z.object({});
type Answers = z.infer<typeof Answers>;

/** Direct billing by Microsoft: the new term starts at once (mission, row 14). */
export const moveToDirect: Flow = flowOf<Answers, 'move-to-direct'>({
  id: 'move-to-direct',
  version: 1,
  title: 'intent.move-to-direct',
  permits: () => ({ kind: 'not-allowed', because: (say) => say('help.move-to-direct') }),
  steps: [],
  answers: Answers,
  command: () => Promise.resolve(undefined),
  outcome: MovedToDirect,
  done: () => Promise.resolve(undefined),
  refused: (_refusal, say) => ({ text: say('help.move-to-direct') }),
});
