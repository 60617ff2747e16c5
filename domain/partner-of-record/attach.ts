import { eligibility } from '../company/eligibility.ts';
import type { Partner, PartnerUser } from '../company/records.ts';
import type { Customer, HandOff, HandOffOf, Subscription } from '../customers/records.ts';
import { happened } from '../shared/audit.ts';
import type { Instant } from '../shared/dates.ts';
import { instantOf } from '../shared/dates.ts';
import type { Changes, Decision } from '../shared/decision.ts';
import { changes, refuse } from '../shared/decision.ts';
import type { AttachPartnerOfRecord, AttachPartnerOfRecordRefusal, PartnerOfRecordAttached } from './commands.ts';
import { attachedPartner, partnerOfRecordOf } from './effective.ts';
import type { KnownPartner, PartnerOfRecord } from './records.ts';
import { PartnerId, knownPartnerId } from './records.ts';

/** What must be known to attach a partner of record; each absent one is `undefined`. */
export interface AttachState {
  readonly partner: Partner | undefined;
  readonly user: PartnerUser | undefined;
  readonly customer: Customer | undefined;
  /** In the order of the command. */
  readonly subscriptions: readonly (Subscription | undefined)[];
  /** What the address book says of the Partner ID. */
  readonly known: KnownPartner | undefined;
  /** All hand-offs of the customer. */
  readonly handOffs: readonly HandOff[];
}

interface Attaching {
  readonly command: AttachPartnerOfRecord;
  readonly at: Instant;
  readonly stored: PartnerOfRecord;
  /** Those that have another partner of record, or none, so far. */
  readonly changing: readonly { readonly subscription: Subscription; readonly before: PartnerOfRecord }[];
}

/**
 * Records one Partner ID as partner of record of subscriptions of one customer. There is one for each subscription: who was there before
 * is removed. What is so already stays. An ID that nobody knows is kept, unverified. At Microsoft it is still to be done.
 */
export function decideAttach(state: AttachState, command: AttachPartnerOfRecord, now: Date): Decision<PartnerOfRecordAttached, AttachPartnerOfRecordRefusal> {
  const { partner, customer, known } = state;
  const may = eligibility('partner-of-record', partner, state.user);
  if (may.kind !== 'eligible') return refuse({ kind: 'not-eligible', eligibility: may });
  if (partner === undefined || customer?.partner !== command.partner) return refuse({ kind: 'customer-not-found' });
  if (state.subscriptions.length === 0) return refuse({ kind: 'no-subscriptions' });
  const subscriptions = chosen(state, customer);
  if (subscriptions === undefined) return refuse({ kind: 'subscription-not-found' });
  const isUs = command.partnerId === partner.partnerId;
  const refusal = notThisId(command.partnerId, isUs, { partner, known, subscriptions });
  if (refusal !== undefined) return refuse(refusal);

  const stored: PartnerOfRecord = isUs ? 'true' : command.partnerId;
  const changing = subscriptions
    .map((subscription) => ({ subscription, before: partnerOfRecordOf(subscription, customer) }))
    .filter(({ before }) => !isSame(before, stored, partner));
  if (changing.length === 0) return refuse({ kind: 'attached-already' });
  const attaching: Attaching = { command, at: instantOf(now), stored, changing };
  const name = isUs ? partner.name : known?.name;
  return changes(
    {
      kind: 'partner-of-record-attached',
      commandId: command.commandId,
      customer: customer.id,
      customerName: customer.name,
      subscriptions: changing.map(({ subscription, before }) => ({
        subscription: subscription.id,
        plan: subscription.plan,
        ...(before === 'false' ? {} : { before }),
      })),
      partnerId: command.partnerId,
      ...(name === undefined ? {} : { name }),
      isUs,
      verified: isUs || known?.verified === true,
      handOff: command.handOff,
      at: attaching.at,
      by: command.byName,
    },
    together([attached(attaching), noted(attaching, isUs, known), handedOff(attaching, customer), superseded(attaching, state.handOffs)]),
  );
}

/** The subscriptions of the command, each once; undefined when one of them is not this customer's. */
function chosen({ subscriptions }: AttachState, customer: Customer): readonly Subscription[] | undefined {
  const own = subscriptions.flatMap((each) => (each?.customer === customer.id && each.partner === customer.partner ? [each] : []));
  if (own.length < subscriptions.length) return undefined;
  return own.filter((each, index) => own.findIndex(({ id }) => id === each.id) === index);
}

/** On an indirect sale (through a provider) the reseller is partner of record, never the provider (mission, row 6). */
function notThisId(
  partnerId: string,
  isUs: boolean,
  { partner, known, subscriptions }: { readonly partner: Partner; readonly known: KnownPartner | undefined; readonly subscriptions: readonly Subscription[] },
): AttachPartnerOfRecordRefusal | undefined {
  if (!isUs && !PartnerId.safeParse(partnerId).success) return { kind: 'not-a-partner-id' };
  const isProvider = known?.kind === 'provider' && subscriptions.some((subscription) => isIndirectSale(subscription, partner));
  return isProvider ? { kind: 'provider-on-indirect-sale', name: known.name ?? partnerId } : undefined;
}

/** Was it sold through a provider? A CSP who is no direct-bill partner never sells otherwise. */
export function isIndirectSale({ channel }: Pick<Subscription, 'channel'>, { standing }: Pick<Partner, 'standing'>): boolean {
  return channel === 'csp' && standing.programme !== 'csp-direct';
}

function isSame(before: PartnerOfRecord, stored: PartnerOfRecord, partner: Partner): boolean {
  return before === stored || (stored === 'true' && attachedPartner(before, partner).kind === 'us');
}

function attached({ command, at, stored, changing }: Attaching): Changes {
  return {
    put: changing.map(({ subscription }) => ({ kind: 'subscription', id: subscription.id, value: { ...subscription, partnerOfRecord: stored } })),
    events: changing.map(({ subscription, before }) =>
      happened(command, at, 'partner-of-record-attached', `subscription:${subscription.id}`, {
        customer: subscription.customer,
        before: { partnerOfRecord: before },
        after: { partnerOfRecord: stored, partnerId: command.partnerId },
      }),
    ),
  };
}

/** An ID that is nobody's yet in our book is kept, and is said to be unverified until somebody imports whose it is. */
function noted({ command, at }: Attaching, isUs: boolean, known: KnownPartner | undefined): Changes {
  if (isUs || known !== undefined) return { put: [], events: [] };
  const { partner, partnerId } = command;
  const id = knownPartnerId(partner, partnerId);
  return {
    put: [{ kind: 'known-partner', id, value: { partner, partnerId, kind: 'unknown', verified: false } }],
    events: [happened(command, at, 'partner-id-noted', `known-partner:${id}`, { after: { partnerId, verified: false } })],
  };
}

function handedOff({ command, at, changing }: Attaching, customer: Customer): Changes {
  const value: HandOffOf<'attach-partner-of-record'> = {
    id: command.handOff,
    partner: command.partner,
    customer: customer.id,
    owner: command.by,
    ownerName: command.byName,
    createdAt: at,
    what: 'attach-partner-of-record',
    subscriptions: changing.map(({ subscription }) => subscription.id),
    partnerId: command.partnerId,
    replaces: changing.some(({ before }) => before !== 'false'),
  };
  return { put: [{ kind: 'hand-off', id: value.id, value }], events: [] };
}

/** Nobody has to attach at Microsoft any more what was to be attached to these subscriptions until now. */
function superseded({ command, at, changing }: Attaching, handOffs: readonly HandOff[]): Changes {
  const now = new Set(changing.map(({ subscription }) => subscription.id));
  const older = handOffs.flatMap((handOff) =>
    handOff.what === 'attach-partner-of-record' && handOff.confirmed === undefined && handOff.subscriptions.some((id) => now.has(id)) ? [handOff] : [],
  );
  const left = older.map((handOff) => ({ ...handOff, subscriptions: handOff.subscriptions.filter((id) => !now.has(id)) }));
  return {
    put: left.flatMap((value) => (value.subscriptions.length === 0 ? [] : [{ kind: 'hand-off' as const, id: value.id, value }])),
    remove: left.flatMap(({ id, subscriptions }) => (subscriptions.length === 0 ? [{ kind: 'hand-off' as const, id }] : [])),
    events: older.map(({ id, customer, subscriptions, partnerId }) =>
      happened(command, at, 'hand-off-superseded', `hand-off:${id}`, {
        customer,
        before: { subscriptions, partnerId },
        after: { subscriptions: subscriptions.filter((each) => !now.has(each)) },
      }),
    ),
  };
}

function together(parts: readonly Changes[]): Changes {
  return {
    put: parts.flatMap(({ put }) => put),
    remove: parts.flatMap(({ remove = [] }) => remove),
    events: parts.flatMap(({ events }) => events),
  };
}
