import type { CustomerTask } from '../domain/company/rights.ts';
import type { CommandId } from '../domain/shared/ids.ts';
import { execute } from './actions.ts';
import type { About, FlowId } from './actions.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { aboutWhom } from './form.ts';
import type { Whom } from './form.ts';
import { askButton, homeButton, intentButton, partnerIntents, resumeButton } from './intent-button.ts';
import type { PartnerIntent } from './intent-button.ts';
import { card, facts, link, note, problem, text, warning } from './kit.ts';
import { mendLine, ownRightsButton } from './mending.ts';
import type { Mend } from './mending.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';

export interface ResumeView {
  readonly title: TextKey;
  readonly run: CommandId;
  /** Stands for what is open as it is now: what may be discarded. */
  readonly mark: string;
  readonly number: number;
  readonly total: number;
  /** What the person asked for now. */
  readonly wanted: FlowId;
  readonly wantedTitle: TextKey;
  readonly about?: About;
  /** Whom the open one is about, and the wanted one. */
  readonly whom?: Whom;
  readonly wantedWhom?: Whom;
  /** Something to know about what was just said. */
  readonly notice?: string;
}

/** "You are in the middle of something": go on, or begin what was asked for. */
export function resumeCard(say: Say, view: ResumeView): AdaptiveCard {
  const isSame = view.wantedTitle === view.title;
  const begin = isSame ? say('conversation.start-again') : say('conversation.begin-instead', say(view.wantedTitle));
  return card(say, {
    heading: say('conversation.resume-heading'),
    body: [
      text(say('conversation.resume-where', say(view.title), view.number, view.total)),
      ...named(say(view.title), view.whom),
      ...named(isSame ? begin : say(view.wantedTitle), view.wantedWhom),
      ...(view.notice === undefined ? [] : [warning([view.notice])]),
      note(say('conversation.resume-lost')),
    ],
    actions: [
      resumeButton(say, view.run),
      execute(begin, { verb: 'begin', flow: view.wanted, afresh: view.mark, ...(view.about === undefined ? {} : { about: view.about }) }),
    ],
  });
}

/** Which conversation is about whom: both may be about a customer, and not the same. */
function named(title: string, whom: Whom | undefined): readonly Element[] {
  return whom === undefined ? [] : [facts([[title, whom[1]]])];
}

/** Stopped by the person; can be taken up again. */
export function stoppedCard(say: Say, view: Pick<ResumeView, 'title' | 'run' | 'mark' | 'whom'> & { readonly flow: FlowId }): AdaptiveCard {
  return card(say, {
    heading: say('conversation.stopped-heading'),
    body: [text(say(view.title), { weight: 'Bolder' }), ...aboutWhom(view), text(say('conversation.stopped'))],
    actions: [resumeButton(say, view.run), execute(say('conversation.start-again'), { verb: 'begin', flow: view.flow, afresh: view.mark }), homeButton(say)],
  });
}

/** A button of something that has ended. */
export function overCard(say: Say): AdaptiveCard {
  return card(say, { heading: say('conversation.over-heading'), body: [text(say('conversation.over'))], actions: [homeButton(say)] });
}

/** A stored conversation that a deployment has changed. */
export function changedCard(say: Say, flow: { readonly id: FlowId; readonly title: TextKey }): AdaptiveCard {
  return card(say, {
    heading: say('conversation.changed-heading'),
    body: [text(say('conversation.changed'))],
    actions: [execute(say(flow.title), { verb: 'begin', flow: flow.id }), homeButton(say)],
  });
}

/** An answer to anything that was not understood: the three nearest commands, and the open conversation. */
export function unknownCard(
  say: Say,
  view: {
    readonly offered: readonly PartnerIntent[];
    readonly edited: boolean;
    /** It was looked for among the customers, too. */
    readonly sought?: boolean;
    readonly open?: { readonly run: CommandId; readonly title: TextKey; readonly whom?: Whom };
  },
): AdaptiveCard {
  const { open } = view;
  return card(say, {
    heading: say(view.edited ? 'conversation.edited-heading' : 'conversation.unknown-heading'),
    body: [
      text(say(view.edited ? 'conversation.edited' : 'conversation.unknown')),
      ...(view.sought === true ? [note(say('conversation.unknown-customer'))] : []),
      ...(open === undefined ? [] : [note(say('conversation.open-now', say(open.title))), ...aboutWhom(open)]),
    ],
    actions: [...(open === undefined ? [] : [resumeButton(say, open.run)]), ...view.offered.map((intent) => intentButton(say, intent))],
  });
}

/** A click that means nothing (any more). */
export function unknownButtonCard(say: Say): AdaptiveCard {
  return card(say, {
    heading: say('conversation.unknown-button-heading'),
    body: [text(say('conversation.unknown-button'))],
    actions: [homeButton(say), intentButton(say, 'help')],
  });
}

/** Nothing to stop, to go back in or to go on with. */
export function nothingToStopCard(say: Say): AdaptiveCard {
  return card(say, {
    heading: say('conversation.nothing-open-heading'),
    body: [text(say('conversation.nothing-open'))],
    actions: partnerIntents.slice(0, 3).map((intent) => intentButton(say, intent)),
  });
}

export interface NotAllowedView {
  readonly title: TextKey;
  readonly because: string;
  readonly notice?: string;
  /** The conversation that would mend it. */
  readonly way?: FlowId;
  /** What the person would need a right for that a global admin can give. */
  readonly ask?: CustomerTask;
  /** Who can give it, or enter what the company lacks. */
  readonly mend?: Mend;
  readonly whom?: Whom;
}

/** Why this person may not do this, and who can change it. */
export function notAllowedCard(say: Say, { title, because, notice, way, ask, mend, ...about }: NotAllowedView): AdaptiveCard {
  return card(say, {
    heading: say('conversation.not-allowed-heading'),
    speak: because,
    body: [
      text(say(title), { weight: 'Bolder' }),
      ...aboutWhom(about),
      problem([because]),
      ...(ask !== undefined && mend?.kind === 'self' ? [text(say('rights.yours-to-give'))] : mendLine(say, mend)),
      ...(notice === undefined ? [] : [warning([notice])]),
    ],
    actions: [
      ...(way === undefined ? [] : [intentButton(say, way)]),
      ...(ask === undefined ? [] : [mend?.kind === 'self' ? ownRightsButton(say, mend.person) : askButton(say, ask)]),
      homeButton(say),
      intentButton(say, 'help'),
    ],
  });
}

/** Briefly, in a channel or group: the way to the one-to-one chat. */
export function groupCard(say: Say, view: { readonly bot: string; readonly hasChat: boolean; readonly hasKey?: boolean }): AdaptiveCard {
  return card(say, {
    heading: say('conversation.group-heading'),
    body: [
      text(say(view.hasChat ? 'conversation.group-answered' : 'conversation.group-install')),
      ...(view.hasKey === true ? [warning([say('conversation.key-not-taken')])] : []),
    ],
    actions: [link(say('conversation.group-open'), `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(view.bot)}`)],
  });
}

/** Something broke: no internals, an id that is also in the log. */
export function faultCard(say: Say, errorId: string): AdaptiveCard {
  return card(say, { heading: say('fault.heading'), body: [text(say('fault.body')), note(say('fault.id', errorId))], actions: [homeButton(say)] });
}
