import { RequestRecipient, Severity } from '../domain/service-requests/records.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { subscriptionLine } from './change-subscription.card.ts';
import type { SubscriptionLine } from './change-subscription.card.ts';
import { field, formCard, reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { facts, note, text } from './kit.ts';
import type { Say } from './messages/say.ts';

/** At most so many characters, in the form and in the book. */
export const longestTitle = 120;
export const longestDescription = 2000;

type Value = string | undefined;
export interface RequestFormView {
  readonly frame: Frame;
  readonly customer: string;
  readonly subscriptions: readonly SubscriptionLine[];
  readonly values: { readonly title: Value; readonly description: Value; readonly severity: Value; readonly recipient: Value; readonly subscription: Value };
}

/** What is asked for, how urgent it is, about which subscription, and who is to answer. */
export function requestFormCard(say: Say, { frame, customer, subscriptions, values }: RequestFormView): AdaptiveCard {
  const chosen = subscriptions.some(({ id }) => id === values.subscription) ? values.subscription : undefined;
  return formCard(say, frame, {
    heading: say('request.form-heading'),
    body: [
      facts([[say('acting.customer'), customer]]),
      ...field(say, frame, { type: 'Input.Text', id: 'title', label: say('request.title'), maxLength: longestTitle, ...valued(values.title) }),
      ...field(say, frame, {
        type: 'Input.Text',
        id: 'description',
        label: say('request.description'),
        isMultiline: true,
        maxLength: longestDescription,
        ...valued(values.description),
      }),
      ...field(say, frame, {
        type: 'Input.ChoiceSet',
        id: 'severity',
        label: say('request.severity'),
        style: 'compact',
        value: Severity.safeParse(values.severity).data ?? 'moderate',
        choices: Severity.options.map((value) => ({ title: say(`request.severity-${value}`), value })),
      }),
      ...about(say, frame, subscriptions, chosen),
      ...field(say, frame, {
        type: 'Input.ChoiceSet',
        id: 'recipient',
        label: say('request.recipient'),
        style: 'expanded',
        wrap: true,
        value: RequestRecipient.safeParse(values.recipient).data ?? 'microsoft',
        choices: RequestRecipient.options.map((value) => ({ title: say(`request.recipient-${value}`), value })),
      }),
      note(say('request.no-secrets')),
    ],
    submit: say('form.next'),
  });
}

function valued(value: Value): { readonly value?: string } {
  return value === undefined ? {} : { value };
}

/** The choice "about no subscription in particular". */
export const noSubscription = '-';

function about(say: Say, frame: Frame, subscriptions: readonly SubscriptionLine[], chosen: string | undefined): readonly Element[] {
  if (subscriptions.length === 0) return [];
  return field(say, frame, {
    type: 'Input.ChoiceSet',
    id: 'subscription',
    label: say('change.subscription'),
    style: 'compact',
    value: chosen ?? noSubscription,
    choices: [
      { title: say('request.no-subscription'), value: noSubscription },
      ...subscriptions.map((each) => ({ title: subscriptionLine(say, each), value: each.id })),
    ],
  });
}

export interface RequestReviewView {
  readonly frame: Frame;
  readonly customer: string;
  readonly subscription?: SubscriptionLine;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly recipient: RequestRecipient;
}

/** What will be written down, for a yes. */
export function requestReviewCard(say: Say, view: RequestReviewView): AdaptiveCard {
  const { frame, customer, subscription, title, description, severity, recipient } = view;
  return reviewCard(say, frame, {
    heading: say('request.review-heading'),
    body: [
      facts([
        [say('acting.customer'), customer],
        ...(subscription === undefined ? [] : ([[say('change.subscription'), subscriptionLine(say, subscription)]] as const)),
        [say('request.title'), title],
        [say('request.severity'), say(`request.severity-${severity}`)],
        [say('request.recipient'), say(`request.recipient-${recipient}`)],
      ]),
      ...description.split('\n').map((line) => text(line)),
      note(say(recipient === 'microsoft' ? 'request.draft-only' : 'request.draft-own')),
    ],
    confirm: say('request.confirm'),
    edits: [
      { title: say('request.change'), to: 'request' },
      { title: say('acting.other-customer'), to: 'customer' },
    ],
  });
}
