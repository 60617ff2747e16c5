import { z } from 'zod';
import type { Said } from '../../domain/shared/turn.ts';
import type { Activity } from './activity.ts';
import { spokenText } from './spoken-text.ts';

export const cardClick = 'adaptiveCard/action';

const verb = z.string().max(200).nullish();

/** `value` of the invoke that an Action.Execute sends (Universal Action Model). */
const Execute = z.object({ action: z.object({ verb, data: z.unknown().optional() }) });

/** `value` of the message that an Action.Submit sends: the button's data and the inputs in one object. */
const Submit = z.looseObject({ verb });

/** What the person did, in our words; undefined when the activity contradicts its own type. */
export function saidIn(activity: Activity): Said | undefined {
  switch (activity.type) {
    case 'message':
      return saidInMessage(activity);
    case 'invoke':
      return activity.name === cardClick ? clickedExecute(activity.value) : { kind: 'other' };
    case 'installationUpdate':
      return saidByInstaller(activity.action);
    case 'messageUpdate':
      return { kind: 'edited' };
    default:
      return { kind: 'other' };
  }
}

function saidInMessage(activity: Activity): Said | undefined {
  const text = spokenText(activity);
  if (typeof activity.value === 'object' && activity.value !== null && text === '') return clickedSubmit(activity.value);
  return { kind: 'text', text, hasAttachments: hasAttachments(activity) };
}

/** Teams attaches the text once more as HTML to every formatted message: that is not a file. */
function hasAttachments(activity: Activity): boolean {
  return (activity.attachments ?? []).some((attachment) => attachment.contentType !== 'text/html');
}

function clickedExecute(value: unknown): Said | undefined {
  const click = Execute.safeParse(value).data;
  return click && { kind: 'clicked', verb: click.action.verb ?? '', data: click.action.data };
}

function clickedSubmit(value: unknown): Said | undefined {
  const click = Submit.safeParse(value).data;
  if (click === undefined) return undefined;
  const { verb: said, msteams, ...data } = click;
  return { kind: 'clicked', verb: said ?? '', data };
}

/** `remove-upgrade` is the old version making room for the new one: the person has not left. */
function saidByInstaller(action: Activity['action']): Said {
  if (action === 'add' || action === 'add-upgrade') return { kind: 'installed' };
  return action === 'remove' ? { kind: 'removed' } : { kind: 'other' };
}
