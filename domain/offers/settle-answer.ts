import type { Partner, PartnerUser } from '../company/records.ts';
import { mayActForCustomers } from '../company/rights.ts';
import { objectIdOf } from '../customers/admins.ts';
import { domainOfSignIn } from '../customers/sign-in-name.ts';
import type { Customer, CustomerUser, Subscription } from '../customers/records.ts';
import { happened } from '../shared/audit.ts';
import { dayOf, instantOf } from '../shared/dates.ts';
import type { Instant } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import { isNameless, isOrganisation, tenantOf } from '../shared/ids.ts';
import type { PersonId, TenantId } from '../shared/ids.ts';
import type { PutOf } from '../shared/store.port.ts';
import { accept } from './accept.ts';
import { addressOf, usedTrial } from './accepted-subscriptions.ts';
import type { AnswerSettled, SettleAnswer, SettleAnswerRefusal } from './commands.ts';
import type { Offer, OfferAnswer } from './records.ts';
import { offerAnswerId } from './records.ts';
import { recipientAtPartner, tellAnswered, tellChangedFor } from './telling.ts';

/** What must be known to settle what was declared; each absent one is `undefined`. */
export interface SettleAnswerState {
  readonly partner: Partner | undefined;
  readonly user: PartnerUser | undefined;
  readonly offer: Offer | undefined;
  readonly answer: OfferAnswer | undefined;
  readonly customer: Customer | undefined;
  /** All subscriptions of this customer. */
  readonly subscriptions: readonly Subscription[];
  /** The record at `newIds.adminUser`: the person of this customer with the declarer's sign-in name or address. */
  readonly adminUser: CustomerUser | undefined;
  /** The declarer's directory is that of another customer of this partner. */
  readonly tenantIsAnothers: boolean;
  /** Those of the partner to whom the assistant can write: of who sent it and who looks after the customer. */
  readonly reachable: readonly PersonId[];
}

/**
 * The partner knows who declared it, and it is accepted from now on, as if an admin had; or does not, and the offer is open to that
 * customer again. A withdrawal or an expiry since then does not touch it: it was given before.
 */
export function decideSettleAnswer(state: SettleAnswerState, command: SettleAnswer, now: Date): Decision<AnswerSettled, SettleAnswerRefusal> {
  const { offer, answer, partner, user } = state;
  if (partner === undefined || offer?.partner !== command.partner) return refuse({ kind: 'offer-not-found' });
  const right = offer.content.kind === 'trial' ? 'trial-invitation' : 'purchase-offer';
  if (user?.tenant !== command.partner || !mayActForCustomers(user, right)) return refuse({ kind: 'person-lacks-right' });
  if (answer?.state !== 'declared') return refuse({ kind: 'not-declared' });
  const settling = { state, command, offer, answer, partner, now, at: instantOf(now) };
  return command.verdict === 'confirm' ? confirmed(settling) : dismissed(settling);
}

interface Settling {
  readonly state: SettleAnswerState;
  readonly command: SettleAnswer;
  readonly offer: Offer;
  readonly answer: OfferAnswer;
  readonly partner: Partner;
  readonly now: Date;
  readonly at: Instant;
}

function confirmed(settling: Settling): Decision<AnswerSettled, SettleAnswerRefusal> {
  const { state, command, offer, answer, partner, now, at } = settling;
  const tried = usedTrial(offer, state.subscriptions);
  if (tried !== undefined) return refuse({ kind: 'trial-used', plan: tried });
  const { by, language, phone } = answer;
  const learns = directoryShown(settling);
  const records = personOf(settling, learns !== undefined);
  const outcome = accept({
    ...{ offer, partner, customer: state.customer, by, language, at, saidAt: answer.at, today: dayOf(now) },
    organisation: answer.organisation,
    customerId: answer.customer,
    seats: answer.lines.map((line) => line.seats),
    withDelegation: false,
    ...(phone === undefined ? {} : { phone }),
    ...(learns === undefined ? {} : { learns }),
    ...(records === undefined ? {} : { records }),
    settled: settledBy(settling),
    newIds: command.newIds,
    commandId: command.commandId,
    actor: { kind: 'person', person: command.by, name: command.byName },
    causedBy: command.by,
  });
  const recipient = recipientAtPartner(offer, state.customer, state.reachable);
  // Who settles it sees it at once, on the card they clicked.
  const told = recipient === command.by ? [] : [tellAnswered(offer, outcome.answer, recipient, at)];
  return changes(settled(answer, 'accepted'), { put: [...outcome.put, ...told], events: outcome.events });
}

/** Who signed in with a name of the organisation's domain shows its directory, where the book does not know one. */
function directoryShown({ state, answer, offer }: Settling): TenantId | undefined {
  const { by } = answer;
  if (by.kind === 'visitor' || isNameless(by.person)) return undefined;
  const tenant = tenantOf(by.person);
  const { domain } = state.customer ?? answer.organisation;
  const isShown = isOrganisation(tenant) && tenant !== offer.partner && !state.tenantIsAnothers && domainOfSignIn(by.upn) === domain;
  return isShown && state.customer?.tenant === undefined ? tenant : undefined;
}

/**
 * A customer who comes into the book this way needs somebody: the person whom the partner confirmed. A known customer's admins stay who
 * they are; one of its people is known by object id from then on.
 */
function personOf({ state, answer, command, offer }: Settling, isTheirDirectory: boolean): PutOf<'customer-user'> | undefined {
  const upn = addressOf(answer.by);
  const bound = isTheirDirectory && answer.by.kind === 'signed-in' ? { objectId: objectIdOf(answer.by.person) } : {};
  const put = (value: CustomerUser): PutOf<'customer-user'> => ({ kind: 'customer-user', id: command.newIds.adminUser, value });
  if (state.customer === undefined)
    return upn === undefined ? undefined : put({ customer: answer.customer, partner: offer.partner, name: answer.by.name, upn, isAdmin: true, ...bound });
  const { adminUser: known } = state;
  return isTheirDirectory && known?.customer === state.customer.id && known.upn === upn && known.objectId === undefined
    ? put({ ...known, ...bound })
    : undefined;
}

function dismissed(settling: Settling): Decision<AnswerSettled, never> {
  const { command, offer, answer, at } = settling;
  const value: OfferAnswer = { ...answer, state: 'dismissed', settled: settledBy(settling) };
  const after = { summaryId: offer.summaryId, customer: answer.organisation.name };
  return changes(settled(answer, 'dismissed'), {
    put: [
      { kind: 'offer-answer', id: offerAnswerId(answer.offer, answer.customer), value },
      tellChangedFor(answer.customer, offer, { causedBy: command.by, commandId: command.commandId, at }),
    ],
    events: [happened(command, at, 'offer-answer-dismissed', `offer:${offer.id}`, { customer: answer.customer, after })],
  });
}

function settledBy({ command, at }: Settling): NonNullable<OfferAnswer['settled']> {
  return { at, person: command.by, name: command.byName };
}

function settled({ offer, customer }: OfferAnswer, state: AnswerSettled['state']): AnswerSettled {
  return { kind: 'answer-settled', offer, customer, state };
}
