import type { TenantId } from '../../domain/shared/ids.ts';
import type { Log, Timers } from '../../domain/shared/ports.ts';
import type { PlanParts } from './plan-notices.ts';
import { planNotices } from './plan-notices.ts';

export interface NoticeSweepOptions extends Omit<PlanParts, 'isStopped'> {
  readonly timers: Timers;
  /** The partners whose books are swept. */
  readonly partners: readonly TenantId[];
  readonly log: Log;
}

/** Finds the steps of ladders as they become due, and puts them where they wait for the digests. */
export interface NoticeSweep {
  /** Plans now, and from then on looks every ten minutes whether a new day has begun. */
  start(): void;
  /** Resolves when what was due when it was called is planned. Costs a read for each partner when it was so before. */
  planNow(): Promise<void>;
  /** Ends what is under way at the next good moment. The next process goes on from there. */
  stop(): Promise<void>;
}

const lookEveryMs = 600_000;

/** The sweep of renewals and endings. One partner's trouble is not another's. */
export function createNoticeSweep({ partners, log, timers, ...plan }: NoticeSweepOptions): NoticeSweep {
  let isStopped = false;
  let callOff = (): void => undefined;
  let last = Promise.resolve();

  async function planAll(): Promise<void> {
    for (const partner of partners) {
      if (isStopped) return;
      await planNotices({ ...plan, isStopped: () => isStopped }, partner).catch((fault: unknown) => {
        log.error({ partner, fault }, 'the notices of a partner could not be planned');
      });
    }
  }

  function planNow(): Promise<void> {
    last = last.then(planAll);
    return last;
  }

  function look(): void {
    planNow().catch((fault: unknown) => log.error({ fault }, 'the notices could not be planned'));
  }

  return {
    start() {
      look();
      callOff = timers.every(lookEveryMs, look);
    },
    planNow,
    async stop() {
      isStopped = true;
      callOff();
      await last;
    },
  };
}
