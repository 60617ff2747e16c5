import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import type { Say } from '../../../cards/messages/say.ts';

/** Card functions by name, each in the situations that matter: usual, empty, and as bad as it can be. */
export type Views = Readonly<Record<string, Readonly<Record<string, (say: Say) => AdaptiveCard>>>>;
