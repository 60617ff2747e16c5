import type { Subscription } from '../domain/customers/records.ts';
import type { Stage } from '../domain/renewals/terms.ts';
import type { Day } from '../domain/shared/dates.ts';
import { isEnd } from '../domain/shared/dates.ts';
import type { CustomerId } from '../domain/shared/ids.ts';
import { plans } from '../domain/shared/plans.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { undoButton } from './change-undone.card.ts';
import type { OpenChange } from './change-undone.card.ts';
import { partActions, partHead } from './customer-part.ts';
import type { PartView } from './customer-part.ts';
import { attachButton } from './intent-button.ts';
import { buttons, card, note, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import { partnerWords } from './partner-words.ts';
import type { PartnerView } from './partner-words.ts';

/** One subscription of a customer as it stands today. */
export interface SubscriptionRow {
  readonly subscription: Pick<Subscription, 'id' | 'plan' | 'channel' | 'autoRenews' | 'verification' | 'cancelled' | 'terms'>;
  /** Licences that run today; of one that has ended, those of its last day. */
  readonly seats: number;
  /** Of these, how many somebody holds. */
  readonly held: number;
  /** Last day of the term that ends last. */
  readonly endsOn: Day;
  readonly daysLeft: number;
  readonly stage: Stage;
  /** After that end: the last day on which it can be used, and the day on which its data is gone. */
  readonly usableUntil: Day;
  readonly deletedOn: Day;
  readonly partnerOfRecord: PartnerView;
  /** What was changed in our book and nobody has confirmed at Microsoft, oldest first. */
  readonly openChanges?: readonly OpenChange[];
  /** Open tasks of its checklist; absent where it has none. */
  readonly tasksOpen?: number;
}

export interface SubscriptionsPartView extends PartView {
  readonly rows: readonly SubscriptionRow[];
}

/** All subscriptions of a customer, with what can be done about each. */
export function customerSubscriptionsCard(say: Say, view: SubscriptionsPartView): AdaptiveCard {
  return card(say, {
    ...partHead(say, view, 'subscriptions'),
    body: [
      ...partHead(say, view, 'subscriptions').body,
      ...(view.rows.length === 0 ? [note(say('customers.no-subscriptions'))] : view.rows.map((row) => rowOf(say, view.customer.id, row))),
    ],
    actions: partActions(say, view, 'subscriptions'),
  });
}

function rowOf(say: Say, customer: CustomerId, row: SubscriptionRow): Element {
  const { subscription, tasksOpen } = row;
  const { id } = subscription;
  return {
    type: 'Container',
    separator: true,
    items: [
      ...subscriptionLines(say, row),
      ...terms(say, row),
      ...(tasksOpen === undefined ? [] : [note(tasksOpen === 0 ? say('customers.checklist-done') : say('customers.checklist', tasksOpen))]),
      ...undoButtons(say, row),
      buttons([
        execute(say('renewal.heading'), { verb: 'show-renewal', subscription: id }, { associatedInputs: 'none' }),
        execute(say('customers.change'), { verb: 'begin', flow: 'change-subscription', about: { customer, subscription: id } }, { associatedInputs: 'none' }),
        attachButton(say, id),
        ...(tasksOpen === undefined
          ? []
          : [execute(say('customers.show-checklist'), { verb: 'show-checklist', subscription: id }, { associatedInputs: 'none' })]),
      ]),
    ],
  };
}

/** What can still be taken back, said before the buttons for it. */
export function undoButtons(say: Say, { openChanges = [] }: Pick<SubscriptionRow, 'openChanges'>): readonly Element[] {
  if (openChanges.length === 0) return [];
  return [note(say('change.undo-hint')), buttons(openChanges.slice(0, mostChanges).map((change) => undoButton(say, change)))];
}
const mostChanges = 3;

/** Plan and end in bold and plain, how it was bought and who is partner of record in small. */
export function subscriptionLines(say: Say, row: SubscriptionRow): readonly Element[] {
  const { subscription, seats, held, partnerOfRecord } = row;
  return [
    text(plans[subscription.plan].name, { weight: 'Bolder' }),
    text([say('customers.licences', seats), endWords(say, row)].join(' · ')),
    note([...marks(say, subscription), say('customers.held', held, seats)].join(' · ')),
    note(say('customers.partner-of-record', partnerWords(say, partnerOfRecord))),
  ];
}

function marks(say: Say, { channel, autoRenews, verification, cancelled }: SubscriptionRow['subscription']): readonly string[] {
  return [
    say(`customers.channel-${channel}`),
    ...(cancelled === undefined ? [] : [say('customers.cancelled')]),
    ...(autoRenews ? [say('customers.auto-renews')] : []),
    ...(verification === 'unverified' ? [say('customers.unverified')] : []),
  ];
}

/** When it ends, and what holds after that. */
function endWords(say: Say, { endsOn, daysLeft, stage, usableUntil, deletedOn }: SubscriptionRow): string {
  if (!isEnd(endsOn)) return say('customers.endless');
  switch (stage) {
    case 'ahead':
    case 'running':
      return say('customers.running', endsOn, daysLeft);
    case 'extended':
      return say('customers.extended', endsOn);
    case 'usable':
      return say('customers.usable', endsOn, usableUntil);
    case 'disabled':
      return say('customers.disabled', endsOn, deletedOn);
    case 'deleted':
      return say('customers.deleted', endsOn);
  }
}

/** Runs of licences with their own ends, where there is more than one. */
const mostTerms = 6;

function terms(say: Say, { subscription }: SubscriptionRow): readonly Element[] {
  if (subscription.terms.length < 2) return [];
  return subscription.terms
    .slice(-mostTerms)
    .map(({ seats, startsOn, endsOn, renewedBy }) =>
      note([say('customers.term', seats, startsOn, endsOn), ...(renewedBy === undefined ? [] : [say('customers.renewed')])].join(' · ')),
    );
}
