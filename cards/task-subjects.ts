import { isEnd } from '../domain/shared/dates.ts';
import type { Day } from '../domain/shared/dates.ts';
import type { TenantId } from '../domain/shared/ids.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import { plans } from '../domain/shared/plans.ts';
import type { Say } from './messages/say.ts';

/** Which subscriptions a task at Microsoft is about, so that they are found there: the first few, and how many more there are. */
export interface TaskSubjects {
  readonly first: readonly { readonly plan: PlanId; readonly endsOn: Day }[];
  readonly more: number;
  /** The customer's directory, once known: where their own admin centre opens. */
  readonly tenant?: TenantId | undefined;
}

/** Plan and end of each; `undefined` where the task is about none that the book has. */
export function subjectsText(say: Say, about: TaskSubjects | undefined): string | undefined {
  if (about === undefined || about.first.length === 0) return undefined;
  const named = about.first.map(({ plan, endsOn }) => {
    const { name } = plans[plan];
    return isEnd(endsOn) ? say('to-do.subscription', name, endsOn) : say('to-do.subscription-endless', name);
  });
  return say.list(about.more > 0 ? [...named, say('list.more', about.more)] : named);
}
