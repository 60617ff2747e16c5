import { z } from 'zod';
import { attachSubscriptionsCard } from '../../../cards/attach-subscriptions.card.ts';
import { form } from '../../conversation/flow.ts';
import type { Step } from '../../conversation/flow.ts';
import type { Answers } from './answers.ts';
import { attachableOf } from './attachable.ts';

/** Which subscriptions of the customer; the only one there is stands ready. */
export const subscriptionsStep: Step<Answers> = form<Answers>()({
  id: 'subscriptions',
  inputs: z.object({ subscriptions: z.string().default('') }),
  wrong: { subscriptions: 'por.subscriptions-missing' },
  look: attachableOf,
  known: ({ answers: { subscriptions } }, { rows }) => {
    const [only, second] = rows;
    const alone = only !== undefined && second === undefined ? only.subscription.id : undefined;
    return { subscriptions: subscriptions?.subscriptions.join(',') ?? alone };
  },
  judge: ({ subscriptions }, { say }, { rows }, draft) => {
    const wanted = subscriptions.split(',');
    const chosen = rows.map(({ subscription }) => subscription.id).filter((id) => wanted.includes(id));
    return Promise.resolve(
      chosen.length > 0
        ? { kind: 'taken', answers: { subscriptions: { subscriptions: chosen } } }
        : { kind: 'problems', answers: {}, draft, problems: [{ field: 'subscriptions', text: say('por.subscriptions-missing') }] },
    );
  },
  card: ({ frame, values: { subscriptions: chosen }, facts: { customer, rows, more } }, say) =>
    attachSubscriptionsCard(say, {
      frame,
      customer: customer?.name ?? '',
      rows: rows.map(({ subscription: { id, plan }, seats, endsOn, now }) => ({ id, plan, seats, endsOn, now })),
      more,
      ...(chosen === undefined ? {} : { chosen }),
    }),
});
