import type { CustomerTask } from '../domain/company/rights.ts';
import type { Checklist, ChecklistItem, ChecklistItemId } from '../domain/customers/records.ts';
import { ChecklistItemId as ItemIds } from '../domain/customers/records.ts';
import { checklistGuides } from '../domain/shared/guides.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, Element, ExecuteAction, TextRun } from './adaptive-card.ts';
import { askButton, attachButton, delegationButton, homeButton, intentButton } from './intent-button.ts';
import { buttons, card, facts, link, note, problem, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import { nextPage } from './next-page.ts';

export interface ChecklistView {
  readonly checklist: Checklist;
  readonly customer: string;
  readonly plan: string;
  readonly mayMark: boolean;
}

/** The tasks after set-up of one subscription: state, guide, and buttons to mark them. */
export function checklistCard(say: Say, view: ChecklistView): AdaptiveCard {
  const { checklist } = view;
  return card(say, {
    heading: say('checklist.heading'),
    body: [
      facts([
        [say('redeem.customer'), view.customer],
        [say('redeem.plan-line'), view.plan],
      ]),
      note(say('checklist.in-book')),
      ...ItemIds.options.map((item) => itemOf(say, view, item, checklist.items[item])),
    ],
    actions: [intentButton(say, 'checklists'), homeButton(say)],
  });
}

/** No such checklist in this partner's book, or no right to mark it. */
export function checklistProblemCard(say: Say, because: string, ask?: CustomerTask): AdaptiveCard {
  return card(say, {
    heading: say('checklist.heading'),
    body: [problem([because])],
    actions: [...(ask === undefined ? [] : [askButton(say, ask)]), intentButton(say, 'checklists'), homeButton(say)],
  });
}

export interface ChecklistsView {
  /** At most five. */
  readonly rows: readonly { readonly checklist: Checklist; readonly customer: string; readonly plan: string; readonly open: number }[];
  readonly next?: string;
}

/** Subscriptions with tasks still open. */
export function checklistsCard(say: Say, view: ChecklistsView): AdaptiveCard {
  return card(say, {
    heading: say('checklist.list-heading'),
    body: view.rows.length === 0 ? [text(say('checklist.none'))] : view.rows.map((row) => rowOf(say, row)),
    actions: [...nextPage(say, 'checklists', view.next), homeButton(say)],
  });
}

function rowOf(say: Say, { checklist, customer, plan, open }: ChecklistsView['rows'][number]): Element {
  return {
    type: 'Container',
    separator: true,
    items: [
      text(customer, { weight: 'Bolder' }),
      note(`${plan} · ${say('checklist.open-count', open)}`),
      buttons([execute(say('checklist.show'), { verb: 'show-checklist', subscription: checklist.subscription })]),
    ],
  };
}

function itemOf(say: Say, view: ChecklistView, item: ChecklistItemId, state: ChecklistItem): Element {
  const marks = view.mayMark ? marksOf(say, view.checklist, item, state) : [];
  return {
    type: 'Container',
    separator: true,
    items: [
      text(say(`checklist.${item}`), { weight: 'Bolder' }),
      text(stateOf(say, state), looks[state.status]),
      buttons([...beginnings(say, view, item, state), ...marks, link(say('checklist.guide'), checklistGuides[item].link)]),
    ],
  };
}

/** The conversation that does this task, while it is open. */
function beginnings(say: Say, { checklist, mayMark }: ChecklistView, item: ChecklistItemId, { status }: ChecklistItem): readonly ExecuteAction[] {
  if (status !== 'open' || !mayMark) return [];
  if (item === 'partner-of-record') return [attachButton(say, checklist.subscription)];
  return item === 'delegated-admin' ? [delegationButton(say, checklist.customer)] : [];
}

const looks: Readonly<Record<ChecklistItem['status'], Omit<TextRun, 'type' | 'text'>>> = {
  open: { isSubtle: true },
  done: { color: 'Good' },
  'not-needed': { isSubtle: true },
};

function stateOf(say: Say, { status, by, at }: ChecklistItem): string {
  const who = by?.name ?? '';
  const when = at === undefined ? '' : say.instant(at);
  switch (status) {
    case 'open':
      return say('checklist.open');
    case 'done':
      return say('checklist.done', who, when);
    case 'not-needed':
      return say('checklist.not-needed', who, when);
  }
}

function marksOf(say: Say, { subscription }: Checklist, item: ChecklistItemId, { status }: ChecklistItem): readonly ExecuteAction[] {
  const mark = (title: string, to: ChecklistItem['status']): ExecuteAction => execute(title, { verb: 'mark-checklist', subscription, item, status: to });
  return status === 'open'
    ? [mark(say('checklist.mark-done'), 'done'), mark(say('checklist.mark-not-needed'), 'not-needed')]
    : [mark(say('checklist.mark-open'), 'open')];
}
