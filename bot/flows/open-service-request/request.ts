import { z } from 'zod';
import { longestDescription, longestTitle, noSubscription, requestFormCard, requestReviewCard } from '../../../cards/service-request-form.card.ts';
import type { Customer, Subscription } from '../../../domain/customers/records.ts';
import { looksLikeKeys } from '../../../domain/product-keys/key-in-message.ts';
import { RequestRecipient, Severity } from '../../../domain/service-requests/records.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import { SubscriptionId } from '../../../domain/shared/ids.ts';
import { customerOf, lineOf, subscriptionOf, subscriptionsOf } from '../../conversation/acting/subscriptions.ts';
import { form, review } from '../../conversation/flow.ts';
import type { Step } from '../../conversation/flow.ts';
import { ChosenCustomer } from '../../conversation/steps/choose-customer.ts';

/** What the conversation has been told, by step. */
export const Answers = z
  .object({
    customer: ChosenCustomer,
    request: z.object({
      title: z.string(),
      description: z.string(),
      severity: Severity,
      recipient: RequestRecipient,
      subscription: SubscriptionId.optional(),
    }),
    /** The one it began from; only a proposal of the form. */
    about: z.object({ subscription: SubscriptionId }),
  })
  .partial();
export type Answers = Required<z.infer<typeof Answers>>;

const oneLine = z
  .string()
  .transform((words) => words.replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1).max(longestTitle));
const manyLines = z
  .string()
  .transform((words) => words.replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().min(1).max(longestDescription));

interface Facts {
  readonly customer: Customer | undefined;
  readonly rows: readonly Subscription[];
}

/** What is asked for. Product keys are refused: the text is meant to be copied. */
export const requestStep: Step<Answers> = form<Answers>()({
  id: 'request',
  inputs: z.object({ title: oneLine, description: manyLines, severity: Severity, recipient: RequestRecipient, subscription: z.string().default('') }),
  wrong: {
    title: 'request.title-missing',
    description: 'request.description-missing',
    severity: 'request.severity-missing',
    recipient: 'request.recipient-missing',
    subscription: 'change.subscription-missing',
  },
  look: (at): Promise<Facts> => subscriptionsOf(at),
  known: ({ answers: { request, about } }) => ({
    ...request,
    subscription: request === undefined ? about?.subscription : (request.subscription ?? noSubscription),
  }),
  judge: ({ subscription, ...request }, { say }, { rows }, draft) => {
    const wrong = (field: string, text: string) => Promise.resolve({ kind: 'problems', answers: {}, draft, problems: [{ field, text }] } as const);
    if (looksLikeKeys(request.title)) return wrong('title', say('request.has-key'));
    if (looksLikeKeys(request.description)) return wrong('description', say('request.has-key'));
    const chosen = rows.find(({ id }) => id === subscription);
    if (chosen === undefined && subscription !== '' && subscription !== noSubscription) return wrong('subscription', say('change.subscription-missing'));
    return Promise.resolve({ kind: 'taken', answers: { request: { ...request, ...(chosen === undefined ? {} : { subscription: chosen.id }) } } });
  },
  card: ({ frame, values: { title, description, severity, recipient, subscription }, facts: { customer, rows }, at: { now } }, say) =>
    requestFormCard(say, {
      frame,
      customer: customer?.name ?? '',
      subscriptions: rows.map((each) => lineOf(each, dayOf(now))),
      values: { title, description, severity, recipient, subscription },
    }),
});

/** What will be written down. */
export const reviewStep: Step<Answers> = review<Answers>()({
  id: 'review',
  show: async (at) => {
    const { frame, say, now, answers } = at;
    const customer = await customerOf(at);
    const stored = await subscriptionOf(at, customer, answers.request?.subscription);
    const { title = '', description = '', severity = 'moderate', recipient = 'microsoft' } = answers.request ?? {};
    return requestReviewCard(say, {
      frame,
      customer: customer?.name ?? '',
      ...(stored === undefined ? {} : { subscription: lineOf(stored, dayOf(now)) }),
      ...{ title, description, severity, recipient },
    });
  },
});
