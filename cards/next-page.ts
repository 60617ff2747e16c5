import { execute } from './actions.ts';
import type { PageId } from './actions.ts';
import type { ExecuteAction } from './adaptive-card.ts';
import type { Say } from './messages/say.ts';

/** "Show more" under the rows of a page, as a row of buttons to begin others with: empty on the last card. */
export function nextPage(say: Say, page: PageId, after: string | undefined): readonly ExecuteAction[] {
  return after === undefined ? [] : [execute(say('to-do.more'), { verb: 'show', page, after }, { associatedInputs: 'none' })];
}
