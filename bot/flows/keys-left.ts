import { keysLeftCard } from '../../cards/keys-left.card.ts';
import { planIds } from '../../domain/shared/plans.ts';
import type { Page } from '../conversation/context.ts';

/** How many unused keys of each plan the partner has. */
export const keysLeft: Page = {
  show: async ({ who, say, book }) => {
    const left = await Promise.all(planIds.map(async (plan) => ({ plan, keys: await book.count('keys-of-plan', { key: `${who.tenant}|${plan}|in-stock` }) })));
    return keysLeftCard(say, { left });
  },
};
