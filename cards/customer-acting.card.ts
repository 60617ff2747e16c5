import type { MayNotAct } from '../domain/delegated-admin/acting.ts';
import type { DelegationTerms } from '../domain/delegated-admin/records.ts';
import type { DelegatedTask } from '../domain/delegated-admin/roles.ts';
import { mayNotActText, mayNotActWay, mayNotActWho } from './acting-words.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { delegationWords, way } from './customer.card.ts';
import type { DelegationState } from './customer.card.ts';
import { partActions, partHead } from './customer-part.ts';
import type { PartView } from './customer-part.ts';
import { bullets, card, facts, subheading, text } from './kit.ts';
import type { Mend } from './mending.ts';
import type { Say } from './messages/say.ts';
import { delegationFacts } from './offer-words.ts';

export interface ActingPartView extends Omit<PartView, 'rows' | 'from' | 'total'> {
  readonly delegation: DelegationState;
  /** What is granted now, in full; the newest first. */
  readonly granted: readonly DelegationTerms[];
  readonly may: readonly DelegatedTask[];
  readonly mayNot: readonly { readonly task: DelegatedTask; readonly because: MayNotAct }[];
  readonly mend: Mend;
}

const mostGranted = 4;

/** What the customer granted, what this person may do with it, and what is missing for the rest. */
export function customerActingCard(say: Say, view: ActingPartView): AdaptiveCard {
  const shown = { ...view, from: 0, total: 0, rows: [] };
  const head = partHead(say, shown, 'acting');
  const [first] = view.mayNot;
  const ways = first === undefined ? [] : mayNotActWay(say, first.because, first.task, view.customer.id, view.mend);
  return card(say, {
    ...head,
    body: [
      ...head.body,
      facts([[say('customers.delegation'), delegationWords(say, view.delegation)]]),
      ...view.granted.slice(0, mostGranted).map((terms) => facts(delegationFacts(say, terms))),
      subheading(say('customers.you-may')),
      view.may.length === 0 ? text(say('customers.nothing')) : bullets(view.may.map((task) => say(`task.${task}`))),
      ...reasons(say, view.mayNot),
      ...(first === undefined ? [] : mayNotActWho(say, first.because, view.mend)),
    ],
    actions: [...(ways.length === 0 ? [way(say, 'offer-delegated-admin', { customer: view.customer.id })] : ways), ...partActions(say, shown, 'acting')],
  });
}

/** Each reason once, with what it stands in the way of. */
function reasons(say: Say, mayNot: ActingPartView['mayNot']): readonly Element[] {
  const texts = [...new Set(mayNot.map(({ because }) => mayNotActText(say, because)))];
  return texts.map((why) => {
    const tasks = mayNot.filter(({ because }) => mayNotActText(say, because) === why).map(({ task }) => say(`task.${task}`));
    return text(say('customers.you-may-not', say.list(tasks), why), { isSubtle: true });
  });
}
