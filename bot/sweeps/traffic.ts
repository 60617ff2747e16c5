import { tenantOf } from '../../domain/shared/ids.ts';
import type { TenantId } from '../../domain/shared/ids.ts';
import type { Clock, Delivered, Log, Timers } from '../../domain/shared/ports.ts';
import type { Admission } from './admission.ts';
import { createAdmission } from './admission.ts';
import type { Moments } from './moments.ts';
import { createMoments } from './moments.ts';
import type { Pause } from './pause.ts';
import { createPause } from './pause.ts';
import type { Item } from './settle.ts';
import type { TenantTraffic } from './tenant-traffic.ts';
import { createTenantTraffic } from './tenant-traffic.ts';

/** How it stands with sending, for whoever watches. */
export interface Standing {
  /** Tenants into which nothing is sent for now. */
  readonly pausedTenants: number;
  /** The channel takes nothing from us at all: somebody must look. */
  readonly isStopped: boolean;
}

/** All sending into all tenants: who goes when, and who not now. No tenant waits for another. */
export interface Traffic {
  readonly admit: (item: Item) => Admission;
  /** Just before the call of somebody whose turn it is. */
  readonly departs: (tenant: TenantId) => Promise<void>;
  /** Waits for a call that has no turn, because repeating it does no harm. Gives for how many milliseconds nothing goes there instead. */
  readonly joins: (tenant: TenantId) => Promise<number | undefined>;
  /** Something went there without asking: an answer in a chat. */
  readonly passed: (tenant: TenantId) => void;
  readonly heard: (tenant: TenantId, delivered: Delivered) => void;
  /** How many may be taken up now. */
  readonly openFor: (underWay: number) => number;
  /** Something was put back that is due in a moment. */
  readonly isBooked: () => boolean;
  readonly standing: () => Standing;
  /** Whoever waits for a moment gives it up. */
  readonly close: () => void;
}

/** What waits is in the book; only so much more than can be under way is taken up. */
const mostTakenUp = 5000;
const atOnce = 100;
/** More than can be under way at the same time; and nobody waits for ever for a clock that stands still. */
const mostLooks = 300;
/** After an answer that takes nothing from us at all: minutes, then one message goes ahead to see. */
const stops = [300_000, 600_000, 900_000] as const;

export function createTraffic(parts: { readonly clock: Clock; readonly timers: Timers; readonly log: Log }): Traffic {
  const tenants = new Map<TenantId, TenantTraffic>();
  const moments = createMoments(parts);
  const stop = createPause(stops, Infinity);
  const { now } = moments;

  function of(tenant: TenantId): TenantTraffic {
    const known = tenants.get(tenant) ?? createTenantTraffic();
    tenants.set(tenant, known);
    return known;
  }

  const admit = createAdmission({ moments, stop });
  const hear = listening(parts.log, moments, stop);
  const everybody = (): readonly TenantTraffic[] => [...tenants.values()];

  return {
    admit: (item) => admit(item, of(tenantOf(item.value.recipient))),
    departs: (tenant) => departs(moments, of(tenant)),
    joins: (tenant) => joins(moments, stop, of(tenant)),
    passed(tenant) {
      of(tenant).take(now());
      of(tenant).letGo();
      of(tenant).depart(now());
    },
    heard: (tenant, delivered) => hear(of(tenant), delivered),
    openFor(underWay) {
      if (stop.until() > now()) return 0;
      if (stop.isProbing()) return underWay > 0 ? 0 : 1;
      return Math.max(0, Math.min(atOnce, mostTakenUp - underWay));
    },
    isBooked: () => everybody().some((tenant) => tenant.isBooked(now())),
    standing: () => ({ pausedTenants: everybody().filter(({ pause }) => pause.until() > now()).length, isStopped: stop.isProbing() }),
    close() {
      moments.close();
      for (const tenant of everybody()) tenant.close();
    },
  };
}

async function departs({ now, wait }: Moments, tenant: TenantTraffic): Promise<void> {
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const moment = tenant.depart(now());
    if (moment === undefined) return;
    await wait(moment);
  }
}

async function joins(moments: Moments, stop: Pause, tenant: TenantTraffic): Promise<number | undefined> {
  const { now, wait } = moments;
  const shut = Math.max(tenant.pause.until(), stop.until());
  if (shut > now()) return shut - now();
  const moment = tenant.take(now());
  tenant.letGo();
  await wait(moment);
  await departs(moments, tenant);
  return undefined;
}

/** What the channel says of one message may hold back a tenant, or everybody. */
function listening(log: Log, { now }: Moments, stop: Pause): (tenant: TenantTraffic, delivered: Delivered) => void {
  function stopped(reason: string | undefined): void {
    if (!stop.begin(now())) return;
    const minutes = Math.round((stop.until() - now()) / 60_000);
    log.error({ reason, minutes }, 'nothing is sent any more: the Bot Connector takes nothing from us; one message will be tried again');
  }

  return ({ pause, underWay }, delivered) => {
    if (delivered.kind === 'later' && delivered.pause === 'everything') {
      stopped(delivered.reason);
      return;
    }
    if (stop.wentWell(now())) log.info({}, 'the Bot Connector takes messages again');
    if (delivered.kind === 'later' && delivered.pause === 'tenant') pause.begin(now(), delivered.afterMs);
    else if (delivered.kind === 'later' || delivered.kind === 'maybe-sent') pause.stumbled(now());
    else if (pause.wentWell(now())) underWay.look();
  };
}
