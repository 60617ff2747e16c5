import type { MayNotAct } from '../domain/delegated-admin/acting.ts';
import type { DelegatedTask } from '../domain/delegated-admin/roles.ts';
import type { CustomerId } from '../domain/shared/ids.ts';
import { execute } from './actions.ts';
import { mayNotActText, mayNotActWay, mayNotActWho } from './acting-words.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import type { Frame } from './form.ts';
import { card, facts, note, problem } from './kit.ts';
import type { Mend } from './mending.ts';
import type { Say } from './messages/say.ts';

export interface MayNotActView {
  readonly frame: Frame;
  readonly customer: { readonly id: CustomerId; readonly name: string };
  readonly task: DelegatedTask;
  readonly because: MayNotAct;
  readonly mend: Mend;
}

/** In the place of a form: why this may not be done for this customer, with the button that mends it, and the way to another customer. */
export function mayNotActCard(say: Say, { frame, customer, task, because, mend }: MayNotActView): AdaptiveCard {
  const { run, step, number, total } = frame;
  const words = mayNotActText(say, because);
  return card(say, {
    heading: say('conversation.not-allowed-heading'),
    speak: words,
    body: [note(say('form.step-of', number, total)), facts([[say('acting.customer'), customer.name]]), problem([words]), ...mayNotActWho(say, because, mend)],
    actions: [
      ...mayNotActWay(say, because, task, customer.id, mend),
      ...(number > 2 ? [execute(say('form.back'), { verb: 'back', run, step })] : []),
      execute(say('acting.other-customer'), { verb: 'edit', run, step, to: 'customer' }),
      execute(say('form.stop'), { verb: 'stop', run, step }),
    ],
  });
}
