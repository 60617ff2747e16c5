import type { Day } from '../domain/shared/dates.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, Element, ExecuteAction } from './adaptive-card.ts';
import { field } from './form.ts';
import { askButton, homeButton, intentButton } from './intent-button.ts';
import { card, note, problem, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';
import { about, quiet } from './renewal.card.ts';
import type { RenewalFacts } from './renewal-view.ts';
import { ifNobodyActs } from './renewal-words.ts';

/** What was wrong with the field the last time, and what stood in it. */
export interface AskedAgain {
  readonly wrong?: string;
  readonly value?: string;
}

/** Until when the partner wants to hear nothing of an end. */
export function snoozeCard(say: Say, view: AskedAgain & { readonly renewal: RenewalFacts; readonly from: Day; readonly upTo: Day }): AdaptiveCard {
  const { renewal, from, upTo, value } = view;
  return card(say, {
    heading: say('renewal.snooze-heading'),
    speak: spoken(say('renewal.snooze-heading'), view),
    body: [
      ...about(say, renewal),
      note(say('renewal.snooze-what')),
      ...input(say, 'until', view, {
        type: 'Input.Date',
        id: 'until',
        label: say('renewal.snooze-until'),
        min: from,
        max: upTo,
        ...(value === undefined ? {} : { value }),
      }),
    ],
    actions: [execute(say('renewal.snooze-yes'), { verb: 'snooze-renewal', ...endOf(renewal) }, { style: 'positive' }), back(say, renewal)],
  });
}

/** Why an end is not acted upon; asked before everybody falls silent. */
export function letEndCard(say: Say, view: AskedAgain & { readonly renewal: RenewalFacts }): AdaptiveCard {
  const { renewal, value } = view;
  const next = ifNobodyActs(say, renewal);
  return card(say, {
    heading: say('renewal.let-end-heading'),
    speak: spoken(say('renewal.let-end-heading'), view),
    body: [
      ...about(say, renewal),
      text(say('renewal.let-end-what')),
      ...(next === undefined ? [] : [warning([next, ...(renewal.autoRenews ? [say('renewal.let-end-auto')] : [])])]),
      ...input(say, 'because', view, {
        type: 'Input.Text',
        id: 'because',
        label: say('renewal.because'),
        maxLength: 200,
        ...(value === undefined ? {} : { value }),
      }),
    ],
    actions: [execute(say('renewal.let-end-yes'), { verb: 'let-renewal-end', ...endOf(renewal), sure: true }, { style: 'destructive' }), back(say, renewal)],
  });
}

/** A renewal that happened at Microsoft is recorded only by somebody who says that they have seen it there. */
export function recordRenewalCard(say: Say, { renewal, next }: { readonly renewal: RenewalFacts; readonly next: readonly [from: Day, to: Day] }): AdaptiveCard {
  return card(say, {
    heading: say('renewal.record-heading'),
    body: [...about(say, renewal), text(say('renewal.record-what')), note(say('renewal.record-new-end', ...next))],
    actions: [
      execute(say('renewal.record-yes'), { verb: 'record-renewal', ...endOf(renewal), sure: true }, { style: 'positive', associatedInputs: 'none' }),
      back(say, renewal),
    ],
  });
}

/** What a card spoke of is not in this partner's book. */
export function renewalNotFoundCard(say: Say): AdaptiveCard {
  return card(say, { heading: say('renewal.heading'), body: [problem([say('renewal.not-found')])], actions: [intentButton(say, 'renewals'), homeButton(say)] });
}

/** Somebody else's digest, or one that is not kept any more. */
export function digestNotFoundCard(say: Say): AdaptiveCard {
  return card(say, { heading: say('digest.heading'), body: [problem([say('digest.not-found')])], actions: [intentButton(say, 'renewals'), homeButton(say)] });
}

/** The person may read it, and not do this. */
export function mayNotRenewCard(say: Say, { renewal, because }: { readonly renewal: RenewalFacts; readonly because: string }): AdaptiveCard {
  return card(say, {
    heading: say('renewal.heading'),
    speak: [say('renewal.heading'), because].join(' · '),
    body: [problem([because]), ...about(say, renewal)],
    actions: [askButton(say, 'renewals'), back(say, renewal), homeButton(say)],
  });
}

function endOf({ subscription, term, endsOn }: RenewalFacts) {
  return { subscription, term, endsOn };
}

function back(say: Say, { subscription, term }: RenewalFacts): ExecuteAction {
  return quiet(say('renewal.back'), { verb: 'show-renewal', subscription, term });
}

function input(say: Say, id: string, { wrong }: AskedAgain, element: Parameters<typeof field>[2]): readonly Element[] {
  return field(say, { problems: wrong === undefined ? [] : [{ field: id, text: wrong }] }, element);
}

function spoken(heading: string, { wrong }: AskedAgain): string {
  return [heading, ...(wrong === undefined ? [] : [wrong])].join(' ');
}
