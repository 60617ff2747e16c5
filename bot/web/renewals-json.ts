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
export function marksOf({ stage, state, isNotReached }: Pick<RenewalRow, 'stage' | 'state' | 'isNotReached'>, say: Say): readonly string[] {
  return [say(`renewals-tab.stage-${stage}`), say(`renewals-tab.status-${state}`), ...(isNotReached ? [say('renewals-tab.not-reached')] : [])];
}

const order = ['ahead', 'running', 'extended', 'usable', 'disabled', 'deleted'] as const satisfies readonly Stage[];

function weekJson({ from, to, count, stages = {} }: RenewalWeek, say: Say): object {
  const counted = order.flatMap((stage) => {
    const own = stages[stage];
    return own === undefined ? [] : [{ stage, count: own, words: `${say(`renewals-tab.stage-${stage}`)}: ${say.number(own)}` }];
  });
  return { from, label: say.span(from, to), count, stages: counted };
}
