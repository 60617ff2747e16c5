import { confirmedInformation } from '../company/confirmed.ts';
import type { Partner, PartnerUser, Standing } from '../company/records.ts';
import type { Customer } from '../customers/records.ts';
import type { DelegationTerms, RelationshipName } from '../delegated-admin/records.ts';
import { relationshipNameId } from '../delegated-admin/records.ts';
import { isGlobalAdministrator, roleOf } from '../delegated-admin/roles.ts';
import { happened } from '../shared/audit.ts';
import { isServiceAvailable } from '../shared/countries.ts';
import { addDays, dayOf, instantOf } from '../shared/dates.ts';
import type { Day } from '../shared/dates.ts';
import type { Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Channel, PlanId } from '../shared/plans.ts';
import { plans } from '../shared/plans.ts';
import { folded } from '../shared/queries.ts';
import type { Put } from '../shared/store.port.ts';
import type { OfferSent, SendOffer, SendOfferRefusal } from './commands.ts';
import { concerning } from './records.ts';
import type { Offer, OfferContent } from './records.ts';
import { mayBeSent } from './sending-jobs.ts';
import { tellSent } from './telling.ts';

/** What must be known to send an offer; each absent one is `undefined`. */
export interface SendOfferState {
  readonly partner: Partner | undefined;
  readonly user: PartnerUser | undefined;
  /** The customer it is addressed to. */
  readonly customer: Customer | undefined;
  /** Who has the name that the delegation wants, folded. */
  readonly nameTaken: RelationshipName | undefined;
  /** Admins of the customer to whom the assistant can write. */
  readonly reachable: readonly PersonId[];
}

const longest = { trial: 365, purchase: 365, 'delegated-admin': 90 } as const;

/** The last day until which an offer of this kind can be valid: a year; 90 days for delegated administration, as Microsoft's own request waits. */
export function latestValidUntil(kind: OfferContent['kind'], today: Day): Day {
  return addDays(today, longest[kind]);
}

/** How the company sells a plan: to a CSP's customer by the CSP, else by Microsoft with the company's advice. */
export function salesChannel(standing: Pick<Standing, 'programme'>): Extract<Channel, 'csp' | 'direct'> {
  return standing.programme === 'csp-direct' || standing.programme === 'csp-indirect-reseller' ? 'csp' : 'direct';
}

/** Can a plan be offered for money by a company of this standing? Retired ones are still looked after, and not sold any more. */
export function isOffered(plan: PlanId, standing: Pick<Standing, 'programme'>): boolean {
  return !plans[plan].retired && plans[plan].channels.includes(salesChannel(standing));
}

/**
 * Sends a trial invitation, purchase offer or delegated admin offer: frozen from then on (mission, rows 7 to 9).
 * Who may not is told so first; then what customers see of the company; then the customer; then what is offered.
 */
export function decideSendOffer(state: SendOfferState, command: SendOffer, now: Date): Decision<OfferSent, SendOfferRefusal> {
  const today = dayOf(now);
  const refusal = obstacle(state, command, today);
  if (refusal !== undefined) return refuse(refusal);
  const at = instantOf(now);
  const offer = offerOf(command, at);
  const { delegation } = offer.content;
  return changes(
    { kind: 'offer-sent', offer: offer.id },
    {
      put: [
        { kind: 'offer', id: offer.id, value: offer },
        ...(delegation === undefined ? [] : nameOf(offer, delegation)),
        ...(state.customer === undefined ? [] : tellSent(offer, state.reachable, at)),
      ],
      events: [happened(command, at, 'offer-sent', `offer:${offer.id}`, { ...concerning(offer), after: facts(offer, state.customer) })],
    },
  );
}

function obstacle(state: SendOfferState, command: SendOffer, today: Day): SendOfferRefusal | undefined {
  const { partner, customer } = state;
  const may = mayBeSent(command.content, partner, state.user);
  if (partner === undefined) return { kind: 'not-eligible', eligibility: { kind: 'company-unknown' } };
  if (may.kind !== 'eligible') return { kind: 'not-eligible', eligibility: may };
  if (confirmedInformation(partner, today) === undefined) return { kind: 'company-not-confirmed' };
  if (command.customer !== undefined && customer?.partner !== command.partner) return { kind: 'customer-not-found' };
  if (command.customer === undefined && command.content.kind === 'delegated-admin') return { kind: 'customer-needed' };
  if (!isServiceAvailable(command.country)) return { kind: 'country-unavailable', country: command.country };
  return contentObstacle(command.content, partner) ?? dateObstacle(command, today) ?? delegationObstacle(command, state.nameTaken);
}

function contentObstacle(content: OfferContent, partner: Partner): SendOfferRefusal | undefined {
  switch (content.kind) {
    case 'trial':
      return plans[content.plan].trial === undefined ? { kind: 'no-trial-of-plan', plan: content.plan } : undefined;
    case 'purchase': {
      if (content.lines.length === 0) return { kind: 'no-lines' };
      const unsold = content.lines.find(({ plan }) => !isOffered(plan, partner.standing));
      if (unsold !== undefined) return { kind: 'plan-not-sold', plan: unsold.plan };
      const tooMany = content.lines.find(({ plan, seats }) => seats > plans[plan].maxSeats);
      return tooMany === undefined ? undefined : { kind: 'too-many-seats', plan: tooMany.plan, maxSeats: plans[tooMany.plan].maxSeats };
    }
    case 'delegated-admin':
      return undefined;
  }
}

function dateObstacle({ content, validUntil }: SendOffer, earliest: Day): SendOfferRefusal | undefined {
  const latest = latestValidUntil(content.kind, earliest);
  return validUntil < earliest || validUntil > latest ? { kind: 'valid-until-wrong', earliest, latest } : undefined;
}

function delegationObstacle({ content: { delegation } }: SendOffer, nameTaken: RelationshipName | undefined): SendOfferRefusal | undefined {
  if (delegation?.form !== 'gdap') return undefined;
  if (!delegation.roles.every((role) => roleOf(role) !== undefined)) return { kind: 'role-unknown' };
  if (delegation.autoExtends && delegation.roles.some((role) => isGlobalAdministrator(role))) return { kind: 'no-extension-with-global-admin' };
  return nameTaken === undefined ? undefined : { kind: 'name-taken', name: delegation.name };
}

function offerOf(command: SendOffer, sentAt: Offer['sentAt']): Offer {
  const { id, partner, summaryId, sealedCode, customer, content, message, language, country, validUntil, madeFrom } = command;
  return {
    ...{ id, partner, summaryId, sealedCode, content, message, language, country, validUntil, sentAt },
    ...(customer === undefined ? {} : { customer }),
    ...(madeFrom === undefined ? {} : { madeFrom }),
    sentBy: command.by,
    sentByName: command.byName,
  };
}

/** Takes the name for ever, whatever becomes of the offer: Microsoft wants it unique over all of a partner's relationships. */
function nameOf(offer: Offer, delegation: DelegationTerms): readonly Put[] {
  if (delegation.form !== 'gdap') return [];
  const { name } = delegation;
  return [{ kind: 'relationship-name', id: relationshipNameId(offer.partner, folded(name)), value: { partner: offer.partner, name, offer: offer.id } }];
}

/** For the audit: never the code, and not what the person wrote to the customer. */
function facts({ summaryId, content, country, validUntil, madeFrom }: Offer, customer: Customer | undefined): Readonly<Record<string, unknown>> {
  const { delegation, ...what } = content;
  const asked =
    delegation?.form === 'gdap' ? { form: 'gdap', roles: delegation.roles, days: delegation.days, autoExtends: delegation.autoExtends } : delegation;
  return { summaryId, ...what, country, validUntil, customer: customer?.name, delegation: asked, madeFrom };
}
