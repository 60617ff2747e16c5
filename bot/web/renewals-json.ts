import type { Say } from '../../cards/messages/say.ts';
import type { RenewalRow, RenewalsPage, RenewalWeek } from '../../domain/renewals/desk.port.ts';
import type { Stage } from '../../domain/renewals/terms.ts';
import { teamsLinks } from './teams-links.ts';

/** What the page's script gets: texts and numbers, all of them shown as text. */
export function renewalsJson({ rows, weeks, ...page }: RenewalsPage, say: Say, appId: string | undefined): object {
  return { ...page, rows: rows.map((row) => rowJson(row, say, appId)), ...(weeks === undefined ? {} : { weeks: weeks.map((week) => weekJson(week, say)) }) };
}

function rowJson({ stage, state, isNotReached, ...row }: RenewalRow, say: Say, appId: string | undefined): object {
  return {
    ...row,
    stage,
    state,
    marks: marksOf({ stage, state, isNotReached }, say),
    ...(appId === undefined ? {} : { chat: teamsLinks(appId, row.write, '').chat }),
  };
}

/** Where an end stands, in a few words. */
function marksOf(row: Pick<RenewalRow, 'stage' | 'state' | 'isNotReached'>, say: Say): readonly string[] {
  const marks = [stageWords(row, say), say(`renewals-tab.status-${row.state}`), row.isNotReached ? say('renewals-tab.not-reached') : ''];
  return marks.filter((words) => words !== '');
}

/** Nothing for an end that another term follows: it is not what people work with. */
export function stageWords({ stage, state }: Pick<RenewalRow, 'stage' | 'state'>, say: Say): string {
  return state === 'renewed' ? '' : say(`renewals-tab.stage-${stage}`);
}

const order = ['ahead', 'running', 'extended', 'usable', 'disabled', 'deleted'] as const satisfies readonly Stage[];

function weekJson({ from, to, count, stages = {} }: RenewalWeek, say: Say): object {
  const counted = order.flatMap((stage) => {
    const own = stages[stage];
    return own === undefined ? [] : [{ stage, count: own, words: `${say(`renewals-tab.stage-${stage}`)}: ${say.number(own)}` }];
  });
  return { from, label: say.span(from, to), count, stages: counted };
}
