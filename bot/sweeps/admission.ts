import { createChats } from './chats.ts';
import type { Moments } from './moments.ts';
import type { Pause } from './pause.ts';
import type { Item } from './settle.ts';
import type { TenantTraffic } from './tenant-traffic.ts';

/** The moment of one message, and its place among those under way. */
export interface Turn {
  /** Waits for it. Gives until when to put the message back when it must not go after all. */
  readonly comes: () => Promise<Date | undefined>;
  /** To be called in any case. */
  readonly ends: () => void;
}

/** `back`: nobody has a moment for it now; to be put back until then. */
export type Admission = { readonly kind: 'turn'; readonly turn: Turn } | { readonly kind: 'back'; readonly until: Date };

/** Of one tenant: with every call hanging for ten seconds they still end before their lease. */
const mostHeld = 150;
/** A crowd is taken up only as far ahead as its moments last until the next look. */
const aheadOfCrowdMs = 1500;
/** Whoever answers somebody, or was sent away before, goes before the crowd. */
const aheadMs = 20_000;
const soonMs = 5000;

const isCrowd = (item: Item): boolean => item.value.topic === 'digest' && item.value.paced !== true;

/**
 * Gives messages their turns into a tenant and into a chat. The crowd of a morning is sent away, each to its moment, once; so others pass it, and
 * what waits is in the book.
 *
 * @param stop while nothing is sent to anybody
 */
export function createAdmission({ moments, stop }: { readonly moments: Moments; readonly stop: Pause }): (item: Item, tenant: TenantTraffic) => Admission {
  const chats = createChats();
  const { now } = moments;

  function turnAt(item: Item, tenant: TenantTraffic, moment: number): Turn {
    let hasEntered = false;
    return {
      async comes() {
        await moments.wait(moment);
        await tenant.underWay.enter();
        hasEntered = true;
        const shut = Math.max(tenant.pause.until(), stop.until());
        if (shut > now()) return new Date(shut);
        return moments.isClosed() ? new Date(item.value.dueAt) : undefined;
      },
      ends() {
        tenant.letGo();
        if (hasEntered) tenant.underWay.leave();
      },
    };
  }

  /** Until when to put it back; undefined when it can have a moment. */
  function fullUntil(item: Item, tenant: TenantTraffic, inChat: number): number | undefined {
    const at = now();
    if (tenant.pause.until() > at) return isCrowd(item) ? tenant.book(at) : tenant.afterPause();
    if (inChat - at > aheadMs) return inChat;
    if (tenant.held() >= mostHeld) return isCrowd(item) ? tenant.book(at) : at + soonMs;
    return tenant.free(at) - at > (isCrowd(item) ? aheadOfCrowdMs : aheadMs) ? tenant.book(at) : undefined;
  }

  return (item, tenant) => {
    const { recipient } = item.value;
    const inChat = chats.free(recipient, now());
    const full = fullUntil(item, tenant, inChat);
    if (full !== undefined) return { kind: 'back', until: new Date(full) };
    const moment = Math.max(tenant.take(now()), inChat);
    chats.take(recipient, moment);
    return { kind: 'turn', turn: turnAt(item, tenant, moment) };
  };
}
