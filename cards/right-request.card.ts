import type { RightRequest, RightRequestSettled } from '../domain/company/people-commands.ts';
import type { SupportedCompanies } from '../domain/company/records.ts';
import type { CustomerTask } from '../domain/company/rights.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, ExecuteAction } from './adaptive-card.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { bullets, card, facts, note, problem, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import { accessWords, intentOfTask, tasksWith, taskWords } from './right-words.ts';

/** Told to who asked: whom. */
export function rightAskedCard(say: Say, view: { readonly task: CustomerTask; readonly asked: readonly string[] }): AdaptiveCard {
  return card(say, {
    heading: say('rights.asked-heading'),
    body: [text(taskWords(say, view.task), { weight: 'Bolder' }), text(say('rights.asked', say.list(view.asked))), note(say('rights.asked-then'))],
    actions: [intentButton(say, 'rights'), homeButton(say)],
  });
}

export interface RightRequestView {
  readonly request: RightRequest;
  /** What the person has now; absent for a colleague who is not in the book. */
  readonly has?: SupportedCompanies;
}

/** To a global admin: who asks for what, and what it gives. */
export function rightRequestCard(say: Say, { request, has }: RightRequestView): AdaptiveCard {
  const { person, name, task, needed } = request;
  return card(say, {
    heading: say('rights.request-heading'),
    speak: [say('rights.request-heading'), name, taskWords(say, task)].join(' · '),
    body: [
      facts([
        [say('rights.who'), name],
        [say('rights.wants'), taskWords(say, task)],
        [say('rights.now'), accessWords(say, has ?? 'none')],
        [say('rights.then'), accessWords(say, needed)],
      ]),
      ...(has === undefined ? [note(say('rights.not-in-book'))] : []),
      text(say('rights.gives')),
      bullets(tasksWith(say, needed)),
    ],
    actions: [
      execute(say('rights.grant'), { verb: 'settle-right-request', person, verdict: 'grant' }, { style: 'positive', associatedInputs: 'none' }),
      execute(say('rights.refuse'), { verb: 'settle-right-request', person, verdict: 'refuse' }, { associatedInputs: 'none' }),
      intentButton(say, 'people'),
      homeButton(say),
    ],
  });
}

export interface RightSettledView {
  readonly verdict: 'granted' | 'refused';
  readonly task: CustomerTask;
  /** What the person may do now. */
  readonly has: SupportedCompanies;
  /** Who decided. */
  readonly by: string;
}

/** To who asked: what became of it, and the way on. */
export function rightSettledCard(say: Say, { verdict, task, has, by }: RightSettledView): AdaptiveCard {
  const isGranted = verdict === 'granted';
  return card(say, {
    heading: say(isGranted ? 'rights.yes-heading' : 'rights.no-heading'),
    body: [
      text(taskWords(say, task), { weight: 'Bolder' }),
      facts([[say('rights.access'), accessWords(say, has)]]),
      note(say('rights.decided', by)),
      ...(isGranted ? [] : [text(say('rights.no-next'))]),
    ],
    actions: [...(isGranted ? [intentButton(say, intentOfTask[task])] : []), intentButton(say, 'rights'), homeButton(say)],
  });
}

export interface RightDecidedView {
  readonly settled: Pick<RightRequestSettled, 'name' | 'task' | 'verdict' | 'has' | 'by' | 'at'>;
  /** Clicked after somebody had decided otherwise. */
  readonly isTooLate?: boolean;
}

/** To a global admin, in place of the request: what was decided for whom, by whom and when. */
export function rightDecidedCard(say: Say, { settled, isTooLate = false }: RightDecidedView): AdaptiveCard {
  const { name, task, verdict, has, by, at } = settled;
  const heading = say(verdict === 'granted' ? 'rights.granted' : 'rights.refused');
  return card(say, {
    heading,
    speak: [heading, name, taskWords(say, task)].join(' · '),
    body: [
      ...(isTooLate ? [problem([say('rights.too-late')])] : []),
      facts([
        [say('rights.who'), name],
        [say('rights.wants'), taskWords(say, task)],
        [say('rights.access'), accessWords(say, has)],
      ]),
      note([say('rights.decided', by), say.instant(at)].join(' · ')),
    ],
    actions: [intentButton(say, 'people'), intentButton(say, 'rights'), homeButton(say)],
  });
}

/** A click about a right that could not do what it asks for, and why. */
export function rightUnchangedCard(say: Say, because: string, way?: ExecuteAction): AdaptiveCard {
  return card(say, {
    heading: say('rights.unchanged-heading'),
    speak: because,
    body: [problem([because])],
    actions: [...(way === undefined ? [] : [way]), intentButton(say, 'people'), intentButton(say, 'rights'), homeButton(say)],
  });
}
