import { tenantOf } from '../../domain/shared/ids.ts';
import type { TenantId } from '../../domain/shared/ids.ts';
import type { Clock, Delivered, Log, Timers } from '../../domain/shared/ports.ts';
import { createChats } from './chats.ts';
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

/** The moment of one message, and its place among those under way. */
export interface Turn {
  /** Waits for it. Gives until when to put the message back when it must not go after all. */
  comes(): Promise<Date | undefined>;
  /** To be called in any case. */
  ends(): void;
}

/** `back`: nobody has a moment for it now; to be put back until then. */
export type Admission = { readonly kind: 'turn'; readonly turn: Turn } | { readonly kind: 'back'; readonly until: Date };

/** All sending into all tenants: who goes when, and who not now. No tenant waits for another. */
export interface Traffic {
  admit(item: Item): Admission;
  /** Just before the call of somebody whose turn it is. */
  departs(tenant: TenantId): Promise<void>;
  /** Waits for a call that has no turn, because repeating it does no harm. Gives for how many milliseconds nothing goes there instead. */
  joins(tenant: TenantId): Promise<number | undefined>;
  /** Something went there without asking: an answer in a chat. */
  passed(tenant: TenantId): void;
  heard(tenant: TenantId, delivered: Delivered): void;
  /** How many may be taken up now. */
  openFor(underWay: number): number;
  /** Something was put back that is due in a moment. */
  isBooked(): boolean;
  standing(): Standing;
  /** Whoever waits for a moment gives it up. */
  close(): void;
}

/** What waits is in the book; only so much more than can be under way is taken up. */
const mostTakenUp = 5000;
const atOnce = 200;
/** Of one tenant: with every call hanging for ten seconds they still end before their lease. */
const mostHeld = 150;
/** A crowd is taken up only as far ahead as its moments last until the next look. */
const aheadOfCrowdMs = 1500;
/** Whoever answers somebody, or was sent away before, goes before the crowd. */
const aheadMs = 20_000;
const soonMs = 5000;
/** After an answer that takes nothing from us at all: minutes, then one message goes ahead to see. */
const stops = [300_000, 600_000, 900_000] as const;

const isCrowd = (item: Item): boolean => item.value.topic === 'digest' && item.value.paced !== true;

export function createTraffic({ clock, timers, log }: { readonly clock: Clock; readonly timers: Timers; readonly log: Log }): Traffic {
  const tenants = new Map<TenantId, TenantTraffic>();
  const chats = createChats();
  const sleepers = new Set<() => void>();
  const all = { stoppedUntil: 0, strikes: 0, isClosed: false };
  const now = (): number => clock.now().getTime();

  function of(tenant: TenantId): TenantTraffic {
    const known = tenants.get(tenant) ?? createTenantTraffic();
    tenants.set(tenant, known);
    return known;
  }

  function until(moment: number): Promise<void> {
    const ms = moment - now();
    if (ms <= 0 || all.isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        callOff();
        sleepers.delete(wake);
        resolve();
      };
      const callOff = timers.after(ms, wake);
      sleepers.add(wake);
    });
  }

  function stop(reason: string | undefined): void {
    if (all.stoppedUntil > now()) return;
    const ms = stops[Math.min(all.strikes, stops.length - 1)] ?? stops[0];
    all.stoppedUntil = now() + ms;
    all.strikes += 1;
    log.error({ reason, minutes: ms / 60_000 }, 'nothing is sent any more: the Bot Connector takes nothing from us; one message will be tried again');
  }

  function goOn(): void {
    if (all.strikes === 0 || all.stoppedUntil > now()) return;
    all.strikes = 0;
    log.info({}, 'the Bot Connector takes messages again');
  }

  const shutUntil = (tenant: TenantTraffic): number => Math.max(tenant.pausedUntil(), all.stoppedUntil);

  function turnAt(item: Item, tenant: TenantTraffic, at: number): Turn {
    const mine = { hasEntered: false };
    return {
      async comes() {
        await until(at);
        await tenant.enter();
        mine.hasEntered = true;
        const shut = shutUntil(tenant);
        if (shut > now()) return new Date(shut);
        return all.isClosed ? new Date(item.value.dueAt) : undefined;
      },
      ends() {
        tenant.letGo();
        if (mine.hasEntered) tenant.leave();
      },
    };
  }

  /** Until when to put it back; undefined when it can have a moment. */
  function fullUntil(item: Item, tenant: TenantTraffic, at: number, inChat: number): number | undefined {
    if (tenant.pausedUntil() > at) return tenant.book(at);
    if (inChat - at > aheadMs) return inChat;
    if (tenant.held() >= mostHeld) return isCrowd(item) ? tenant.book(at) : at + soonMs;
    return tenant.even.free(at) - at > (isCrowd(item) ? aheadOfCrowdMs : aheadMs) ? tenant.book(at) : undefined;
  }

  return {
    admit(item) {
      const at = now();
      const { recipient } = item.value;
      const tenant = of(tenantOf(recipient));
      const inChat = chats.free(recipient, at);
      const full = fullUntil(item, tenant, at, inChat);
      if (full !== undefined) return { kind: 'back', until: new Date(full) };
      const mine = Math.max(tenant.take(at), inChat);
      chats.take(recipient, mine);
      return { kind: 'turn', turn: turnAt(item, tenant, mine) };
    },

    departs: (tenant) => until(of(tenant).depart(now())),

    async joins(id) {
      const tenant = of(id);
      const shut = shutUntil(tenant);
      if (shut > now()) return shut - now();
      await until(tenant.even.take(now()));
      await until(tenant.depart(now()));
      return undefined;
    },

    passed(id) {
      const tenant = of(id);
      tenant.even.take(now());
      tenant.depart(now());
    },

    heard(id, delivered) {
      const tenant = of(id);
      if (delivered.kind === 'later' && delivered.pause === 'everything') return stop(delivered.reason);
      goOn();
      if (delivered.kind === 'later' && delivered.pause === 'tenant') return tenant.pause(now(), delivered.afterMs);
      if (delivered.kind === 'maybe-sent' || delivered.kind === 'later') return tenant.stumbled(now());
      tenant.wentWell(now());
    },

    openFor(underWay) {
      if (all.stoppedUntil > now()) return 0;
      if (all.strikes > 0) return underWay > 0 ? 0 : 1;
      return Math.max(0, Math.min(atOnce, mostTakenUp - underWay));
    },

    isBooked: () => [...tenants.values()].some((tenant) => tenant.isBooked(now())),

    standing: () => ({ pausedTenants: [...tenants.values()].filter((tenant) => tenant.pausedUntil() > now()).length, isStopped: all.strikes > 0 }),

    close() {
      all.isClosed = true;
      for (const wake of sleepers) wake();
      for (const tenant of tenants.values()) tenant.close();
    },
  };
}
