import type { Clock } from '../../domain/shared/ports.ts';

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };
