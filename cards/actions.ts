import { z } from 'zod';
import { ChecklistItemId, ChecklistStatus } from '../domain/customers/records.ts';
import { CommandId, CustomerId, HandOffId, OfferId, PersonId, RelationshipId, ServiceRequestId, SubscriptionId, TermId } from '../domain/shared/ids.ts';
import { RequestState } from '../domain/service-requests/records.ts';
import { Day } from '../domain/shared/dates.ts';
import { Wish } from '../domain/renewals/records.ts';
import { Language } from '../domain/shared/language.ts';
import type { ExecuteAction } from './adaptive-card.ts';

/** The conversations a button can begin. */
export const FlowId = z.enum([
  'redeem-product-keys',
  'attach-partner-of-record',
  'send-purchase-offer',
  'send-trial-invitation',
  'offer-delegated-admin',
  'change-subscription',
  'open-service-request',
  'request-new-password',
  'edit-customer',
  'keep-customer-user',
  'confirm-company-information',
  'keep-standing',
  'keep-partner-user',
  'correct-admin-email',
  'move-to-direct',
  'customer-notices',
]);
export type FlowId = z.infer<typeof FlowId>;

/** The single cards a button can ask for. */
export const PageId = z.enum([
  'home',
  'more',
  'help',
  'keys-left',
  'to-do',
  'checklists',
  'offers',
  'customers',
  'service-requests',
  'renewals',
  'company',
  'people',
  'rights',
  'language',
]);
export type PageId = z.infer<typeof PageId>;

const ofEnd = { subscription: SubscriptionId, term: TermId, endsOn: Day };
const run = CommandId;
const step = z.string().min(1).max(40);
const mark = z.string().min(1).max(64);

/** What a conversation is about when it begins from a card of something: that much is chosen already. */
export const About = z.object({
  customer: CustomerId.optional(),
  subscription: SubscriptionId.optional(),
  offer: OfferId.optional(),
  user: z.string().max(200).optional(),
  person: PersonId.optional(),
});
export type About = z.infer<typeof About>;

/**
 * Everything a button can say: a verb and ids, never a price, a role or a customer's data.
 *
 * The only contract between a card and the bot. Inputs come beside it and are parsed by the form they belong to.
 */
export const CardAction = z.discriminatedUnion('verb', [
  /** `afresh`: the mark of the open conversation, as it stood, that may be discarded for this one; any other is asked about. */
  z.object({ verb: z.literal('begin'), flow: FlowId, afresh: mark.optional().catch(undefined), about: About.optional() }),
  z.object({ verb: z.literal('submit'), run, step }),
  /** `shown`: the mark of what the review said, so that a yes on an older card is not taken for a yes to what stands now. */
  z.object({ verb: z.literal('confirm'), run, step, shown: mark }),
  z.object({ verb: z.literal('back'), run, step }),
  z.object({ verb: z.literal('edit'), run, step, to: step }),
  z.object({ verb: z.literal('stop'), run, step: step.optional() }),
  z.object({ verb: z.literal('resume'), run }),
  z.object({ verb: z.literal('show'), page: PageId, after: z.string().max(200).optional() }),
  z.object({ verb: z.literal('show-checklist'), subscription: SubscriptionId }),
  z.object({ verb: z.literal('choose-language'), language: Language }),
  z.object({ verb: z.literal('confirm-hand-off'), handOff: HandOffId, run: run.optional(), from: z.literal('customer').optional() }),
  /** Takes a change back that nobody has confirmed at Microsoft. */
  z.object({ verb: z.literal('undo-change'), handOff: HandOffId }),
  /** An offer as whoever clicks may see it: the partner's people with its answers, a customer's with what they can answer. */
  z.object({ verb: z.literal('show-offer'), offer: OfferId }),
  /** Every answer to an offer in turn, for the partner. */
  z.object({ verb: z.literal('show-answers'), offer: OfferId, after: z.string().max(200).optional() }),
  /** Inputs beside it: `seats0`, `seats1`, … for the lines of a purchase; `organisation`, `domain`, `contactName`, `contactEmail`, `contactPhone` on the page. */
  z.object({ verb: z.literal('accept-offer'), offer: OfferId, withDelegation: z.boolean() }),
  z.object({ verb: z.literal('decline-offer'), offer: OfferId, sure: z.boolean().optional() }),
  z.object({ verb: z.literal('withdraw-offer'), offer: OfferId, sure: z.boolean().optional() }),
  z.object({ verb: z.literal('send-offer-again'), offer: OfferId }),
  /** `sure`: asked, and said again, where what is known of them speaks against it. */
  z.object({ verb: z.literal('settle-answer'), offer: OfferId, customer: CustomerId, verdict: z.enum(['confirm', 'dismiss']), sure: z.boolean().optional() }),
  z.object({ verb: z.literal('ask-to-be-admin'), offer: OfferId }),
  z.object({
    verb: z.literal('settle-admin-request'),
    customer: CustomerId,
    person: PersonId,
    verdict: z.enum(['name', 'refuse']),
    sure: z.boolean().optional(),
  }),
  z.object({ verb: z.literal('end-delegated-admin'), relationship: RelationshipId, sure: z.boolean().optional() }),
  /** Input beside it: `find`, part of a name, a domain or a tenant id. `after`: how many of what was found were shown before. */
  z.object({ verb: z.literal('find-customers'), after: z.string().max(200).optional() }),
  z.object({ verb: z.literal('show-customer'), customer: CustomerId }),
  /** The rest of a customer's card: what it has no room for. */
  z.object({
    verb: z.literal('show-customer-part'),
    customer: CustomerId,
    part: z.enum(['users', 'subscriptions', 'history', 'requests', 'hand-offs', 'closed-requests', 'acting']),
    after: z.string().max(200).optional(),
  }),
  z.object({ verb: z.literal('show-service-request'), request: ServiceRequestId }),
  /** Input beside it: `number`. */
  z.object({ verb: z.literal('move-service-request'), request: ServiceRequestId, to: RequestState }),
  /** Input beside it: `note`. */
  z.object({ verb: z.literal('note-service-request'), request: ServiceRequestId }),
  z.object({ verb: z.literal('show-person'), person: PersonId }),
  z.object({ verb: z.literal('remove-partner-user'), person: PersonId, sure: z.boolean().optional() }),
  z.object({ verb: z.literal('ask-for-right'), task: z.string().max(40) }),
  z.object({ verb: z.literal('settle-right-request'), person: PersonId, verdict: z.enum(['grant', 'refuse']) }),
  /** A digest as things stand now; `after`: how many rows were shown before. */
  z.object({ verb: z.literal('show-digest'), digest: z.string().max(300), after: z.string().max(20).optional() }),
  /**
   * What ends of a subscription, what was told, what can be done: for the partner's people and for the customer's. `term`: which of its terms;
   * without it the one that presses most.
   */
  z.object({ verb: z.literal('show-renewal'), subscription: SubscriptionId, term: TermId.optional() }),
  /** Input beside it: `until`. */
  z.object({ verb: z.literal('snooze-renewal'), ...ofEnd }),
  /** Input beside it: `because`. */
  z.object({ verb: z.literal('let-renewal-end'), ...ofEnd, sure: z.boolean().optional() }),
  z.object({ verb: z.literal('go-on-with-renewal'), ...ofEnd }),
  z.object({ verb: z.literal('record-renewal'), ...ofEnd, sure: z.boolean().optional() }),
  /** A customer's admin. */
  z.object({ verb: z.literal('wish-renewal'), ...ofEnd, wish: Wish }),
  /** The ready e-mail to a customer whom Teams does not reach. */
  z.object({ verb: z.literal('show-notice-mail'), notice: z.string().max(300) }),
  z.object({ verb: z.literal('mark-notice-mailed'), notice: z.string().max(300), step: z.number().int() }),
  z.object({ verb: z.literal('mark-checklist'), subscription: SubscriptionId, item: ChecklistItemId, status: ChecklistStatus }),
]);
export type CardAction = z.infer<typeof CardAction>;

/** A button that says `action`, with a fallback for clients older than universal actions. */
export function execute(title: string, action: CardAction, look: Pick<ExecuteAction, 'style' | 'associatedInputs'> = {}): ExecuteAction {
  const { verb, ...data } = action;
  return { type: 'Action.Execute', title, verb, data, ...look, fallback: { type: 'Action.Submit', title, data: action } };
}
