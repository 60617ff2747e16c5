import { z } from 'zod';
import { CustomerNoticesTurned } from '../../domain/renewals/commands.ts';
import { flowOf } from '../conversation/flow.ts';
import type { Flow } from '../conversation/flow.ts';

const Answers = z.object({});
type Answers = z.infer<typeof Answers>;

/** Notices to customers: a preview, then on; or off (mission, row 15). */
export const customerNotices: Flow = flowOf<Answers, 'turn-customer-notices'>({
  id: 'customer-notices',
  version: 1,
  title: 'intent.customer-notices',
  permits: () => ({ kind: 'not-allowed', because: (say) => say('help.customer-notices') }),
  steps: [],
  answers: Answers,
  command: () => Promise.resolve(undefined),
  outcome: CustomerNoticesTurned,
  done: () => Promise.resolve(undefined),
  refused: (_refusal, say) => ({ text: say('help.customer-notices') }),
});
