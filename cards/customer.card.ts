import type { MayNotAct } from '../domain/delegated-admin/acting.ts';
import type { Customer, HandOff } from '../domain/customers/records.ts';
import type { DelegatedTask } from '../domain/delegated-admin/roles.ts';
import type { Day } from '../domain/shared/dates.ts';
import type { CommandId, CustomerId } from '../domain/shared/ids.ts';
import type { HistoryLine } from '../domain/shared/records.ts';
import { mayNotActText } from './acting-words.ts';
import { execute } from './actions.ts';
import type { About, CardAction, FlowId } from './actions.ts';
import type { AdaptiveCard, Element, ExecuteAction } from './adaptive-card.ts';
import { subscriptionLines, undoButtons } from './customer-subscriptions.card.ts';
import type { SubscriptionRow } from './customer-subscriptions.card.ts';
import { handOffLines, handOffSteps } from './hand-off.ts';
import { historyText } from './history-words.ts';
import { homeButton } from './intent-button.ts';
import { buttons, card, facts, note, subheading, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import type { TaskSubjects } from './task-subjects.ts';

/** What a customer has granted, as it stands today. */
export type DelegationState =
  { readonly kind: 'none' } | { readonly kind: 'active'; readonly until: Day | undefined } | { readonly kind: 'over'; readonly on: Day };

export interface CustomerView {
  readonly customer: Customer;
  /** Name of the one at the partner who looks after them. */
  readonly owner?: string;
  readonly admins: readonly { readonly name: string; readonly upn: string }[];
  readonly people: number;
  readonly licensed: number;
  /** The ones that end first, at most three. */
  readonly subscriptions: readonly SubscriptionRow[];
  readonly subscriptionCount: number;
  readonly delegation: DelegationState;
  /** What this person may do on the customer's behalf today. */
  readonly may: readonly DelegatedTask[];
  /** Why they may do nothing; absent when they may do something. */
  readonly mayNot?: MayNotAct;
  readonly open: OpenCounts;
  /** The newest three. */
  readonly history: readonly HistoryLine[];
}

export interface OpenCounts {
  readonly offers: number;
  readonly requests: number;
  /** Not open any more, but to be looked at. */
  readonly closedRequests: number;
  readonly handOffs: number;
  readonly tasks: number;
}

/** What was just done leaves this to be done at Microsoft; confirmed from here, this card is told again. */
export interface TaskLeft {
  readonly handOff: HandOff;
  readonly run: CommandId;
  readonly about?: TaskSubjects;
}

/** One customer: who they are, what they have, what is open, and the way into everything that can be done for them. */
export function customerCard(say: Say, view: CustomerView, done?: string, left?: TaskLeft): AdaptiveCard {
  const { customer } = view;
  const about = { customer: customer.id };
  return card(say, {
    heading: say('customers.card-heading'),
    speak: [...(done === undefined ? [] : [done]), say('customers.speak', customer.name)].join(' · '),
    body: [
      ...(done === undefined ? [] : [text(done, { color: 'Good' })]),
      ...(left === undefined ? [] : taskLeft(say, left)),
      text(customer.name, { weight: 'Bolder', size: 'Large' }),
      master(say, view),
      ...subscriptions(say, view),
      ...people(say, view),
      ...delegation(say, view),
      ...open(say, view),
      ...history(say, view),
    ],
    actions: [
      way(say, 'send-purchase-offer', about),
      way(say, 'send-trial-invitation', about),
      way(say, 'open-service-request', about),
      way(say, 'edit-customer', about),
      quiet(say('customers.heading'), { verb: 'show', page: 'customers' }),
      homeButton(say),
    ],
  });
}

function taskLeft(say: Say, { handOff, run, about }: TaskLeft): readonly Element[] {
  return [...handOffLines(say, { at: handOff.createdAt, by: handOff.ownerName }, handOff), ...handOffSteps(say, handOff, run, about)];
}

function master(say: Say, { customer, owner }: CustomerView): Element {
  const { domain, country, language, contact, createdOn } = customer;
  return facts([
    [say('customers.domain'), domain],
    [say('customers.country'), say.country(country)],
    [say('customers.contact'), contact === undefined ? say('customers.nobody') : [contact.name, contact.email].join(' · ')],
    [say('customers.owner'), owner ?? say('customers.nobody')],
    [say('customers.language'), language === undefined ? say('customers.not-known') : say(`customers.language-${language}`)],
    [say('customers.since'), say.day(createdOn)],
  ]);
}

function subscriptions(say: Say, { customer: { id }, subscriptions: rows, subscriptionCount }: CustomerView): readonly Element[] {
  const about = { customer: id };
  return [
    subheading(say('customers.part-subscriptions')),
    ...(rows.length === 0 ? [note(say('customers.no-subscriptions'))] : rows.flatMap((row) => [...subscriptionLines(say, row), ...undoButtons(say, row)])),
    buttons([
      ...(subscriptionCount === 0 ? [] : [part(say, id, 'subscriptions'), way(say, 'change-subscription', about), way(say, 'attach-partner-of-record', about)]),
      way(say, 'redeem-product-keys', about),
    ]),
  ];
}

function people(say: Say, { customer: { id }, admins, people: count, licensed }: CustomerView): readonly Element[] {
  const about = { customer: id };
  const named = admins.length === 0 ? [say('customers.no-admin')] : admins.map(({ name, upn }) => [name, upn].join(' · '));
  return [
    subheading(say('customers.part-users')),
    facts([[say('customers.admins'), named.join(', ')]]),
    note(say('customers.people-count', count, licensed)),
    buttons([
      ...(count === 0 ? [] : [part(say, id, 'users')]),
      way(say, 'keep-customer-user', about),
      ...(count === 0 ? [] : [way(say, 'request-new-password', about)]),
      ...(admins.length === 0 ? [] : [way(say, 'correct-admin-email', about)]),
    ]),
  ];
}

function delegation(say: Say, { customer: { id }, delegation: state, may, mayNot }: CustomerView): readonly Element[] {
  return [
    subheading(say('customers.part-acting')),
    facts([
      [say('customers.delegation'), delegationWords(say, state)],
      [say('customers.you-may'), may.length === 0 ? say('customers.nothing') : say.list(may.map((task) => say(`task.${task}`)))],
    ]),
    ...(mayNot === undefined ? [] : [note(mayNotActText(say, mayNot))]),
    buttons([part(say, id, 'acting'), way(say, 'offer-delegated-admin', { customer: id })]),
  ];
}

/** How delegated administration stands, in a few words. */
export function delegationWords(say: Say, state: DelegationState): string {
  switch (state.kind) {
    case 'none':
      return say('customers.delegation-none');
    case 'active':
      return state.until === undefined ? say('customers.delegation-endless') : say('customers.delegation-active', state.until);
    case 'over':
      return say('customers.delegation-over', state.on);
  }
}

function open(say: Say, { customer: { id }, open: counts }: CustomerView): readonly Element[] {
  const lines = openLines(say, counts);
  const parts = [
    ...(counts.offers + counts.requests === 0 ? [] : [part(say, id, 'requests')]),
    ...(counts.handOffs === 0 ? [] : [part(say, id, 'hand-offs')]),
    ...(counts.closedRequests === 0 ? [] : [part(say, id, 'closed-requests')]),
  ];
  return [
    subheading(say('customers.part-requests')),
    lines.length === 0 ? note(say('customers.nothing-open')) : facts(lines),
    ...(parts.length === 0 ? [] : [buttons(parts)]),
  ];
}

/** What is open, counted; nothing for what is not. */
export function openLines(say: Say, { offers, requests, handOffs, tasks }: OpenCounts): readonly (readonly [label: string, value: string])[] {
  const counts = [
    [say('customers.offers-open'), offers],
    [say('customers.requests-open'), requests],
    [say('customers.hand-offs-open'), handOffs],
    [say('customers.tasks-open'), tasks],
  ] as const;
  return counts.flatMap(([label, count]) => (count === 0 ? [] : [[label, say.number(count)] as const]));
}

function history(say: Say, { customer: { id }, history: lines }: CustomerView): readonly Element[] {
  return [
    subheading(say('customers.part-history')),
    ...(lines.length === 0 ? [note(say('customers.no-history'))] : lines.map((line) => note(historyText(say, line)))),
    ...(lines.length === 0 ? [] : [buttons([part(say, id, 'history')])]),
  ];
}

type Part = Extract<CardAction, { readonly verb: 'show-customer-part' }>['part'];

function part(say: Say, customer: CustomerId, which: Part): ExecuteAction {
  return quiet(say(`customers.all-${which}`), { verb: 'show-customer-part', customer, part: which });
}

/** The way into a conversation with that much chosen already. */
export function way(say: Say, flow: FlowId, about: About): ExecuteAction {
  return quiet(say(`intent.${flow}`), { verb: 'begin', flow, about });
}

function quiet(title: string, action: CardAction): ExecuteAction {
  return execute(title, action, { associatedInputs: 'none' });
}
