import type { MayNotAct } from '../domain/delegated-admin/acting.ts';
import { mayNotActText, mayNotActWay, mayNotActWho } from './acting-words.ts';
import { showCustomerButton } from './acting-ways.ts';
import type { RequestState, ServiceRequest } from '../domain/service-requests/records.ts';
import { nextStates } from '../domain/service-requests/records.ts';
import { adminCentreOf } from '../domain/shared/guides.ts';
import type { TenantId } from '../domain/shared/ids.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, Action, Element, ExecuteAction } from './adaptive-card.ts';
import { subscriptionLine } from './change-subscription.card.ts';
import type { SubscriptionLine } from './change-subscription.card.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { bullets, buttons, card, facts, folded, good, link, note, problem, steps, subheading, text, warning } from './kit.ts';
import type { Mend } from './mending.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';

export interface ServiceRequestView {
  readonly request: ServiceRequest;
  readonly customer: string;
  readonly subscription?: SubscriptionLine;
  /** Ready to be copied, in the reader's language. */
  readonly text: string;
  /** Why this person may only read it. */
  readonly because?: MayNotAct;
  /** Why this draft may be kept up, but not sent. */
  readonly notToBeSent?: MayNotAct;
  readonly mend: Mend;
  /** The customer's directory, once known. */
  readonly tenant?: TenantId;
  /** What was wrong with what was just asked for. */
  readonly problem?: string;
}

/** At most so many characters in a note; so many of the newest are shown: that much fits on a card. */
export const longestNote = 500;
const newestNotes = 6;

/** One service request: what it says, how it stands, what to do at Microsoft, its notes. */
export function serviceRequestCard(say: Say, view: ServiceRequestView): AdaptiveCard {
  const { request, because, notToBeSent } = view;
  const { customer, id } = request;
  return card(say, {
    heading: say('request.heading'),
    body: [
      ...(view.problem === undefined ? [] : [problem([view.problem])]),
      facts(factsOf(say, view)),
      text(say('hand-off.book', say.instant(request.createdAt), request.createdByName)),
      ...(notToBeSent === undefined ? [standing(say, request), ...howTo(say, view)] : []),
      ...notes(say, request),
      ...(because === undefined ? [] : whyNot(say, because, view)),
      ...(notToBeSent === undefined ? [] : whyNot(say, notToBeSent, view)),
      ...(because === undefined ? follow(say, request, notToBeSent === undefined) : []),
    ],
    actions: [showCustomerButton(say, customer), intentButton(say, 'service-requests'), again(say, id), homeButton(say)],
  });
}

function whyNot(say: Say, because: MayNotAct, { request, mend }: ServiceRequestView): readonly Element[] {
  const ways = buttonsOf(mayNotActWay(say, because, 'service-request', request.customer, mend));
  return [problem([mayNotActText(say, because)]), ...mayNotActWho(say, because, mend), ...ways];
}

function buttonsOf(actions: readonly Action[]): readonly Element[] {
  return actions.length === 0 ? [] : [buttons(actions)];
}

function again(say: Say, request: ServiceRequest['id']): ExecuteAction {
  return execute(say('request.refresh'), { verb: 'show-service-request', request }, { associatedInputs: 'none' });
}

function factsOf(say: Say, { request, customer, subscription }: ServiceRequestView): readonly (readonly [string, string])[] {
  const { title, severity, recipient, state, number } = request;
  return [
    [say('acting.customer'), customer],
    [say('request.title'), title],
    ...(subscription === undefined ? [] : ([[say('change.subscription'), subscriptionLine(say, subscription)]] as const)),
    [say('request.severity'), say(`request.severity-${severity}`)],
    [say('request.recipient'), say(`request.recipient-${recipient}`)],
    [say('request.state'), say(`customers.request-${state}`)],
    ...(number === undefined ? [] : ([[say('request.number'), number]] as const)),
  ];
}

/** What stands at whoever is to answer, only as far as somebody said so. */
function standing(say: Say, { state, recipient, closedAt }: ServiceRequest): Element {
  const toMicrosoft = recipient === 'microsoft';
  switch (state) {
    case 'draft':
      return warning([say(toMicrosoft ? 'request.at-microsoft-to-do' : 'request.with-us-to-do')]);
    case 'sent':
      return text(say(toMicrosoft ? 'request.at-microsoft-sent' : 'request.with-us-sent'));
    case 'open':
      return text(say(toMicrosoft ? 'request.at-microsoft-open' : 'request.with-us-open'));
    case 'closed':
      return good([closedAt === undefined ? say('customers.request-closed') : say('request.closed-on', say.instant(closedAt))]);
  }
}

/** An input, because on every client its text can be marked and copied. */
function howTo(say: Say, { request, text: words, tenant }: ServiceRequestView): readonly Element[] {
  if (request.state === 'closed') return [];
  const copy: Element = { type: 'Input.Text', id: 'text', label: say('request.text'), isMultiline: true, value: words };
  if (request.state !== 'draft') return folded('ready', say('request.show-text'), [copy]);
  if (request.recipient === 'partner') return [copy];
  return [
    copy,
    subheading(say('hand-off.steps')),
    steps([
      say(tenant === undefined ? 'hand-off.step-admin-centre' : 'hand-off.step-admin-centre-link'),
      say('request.step-support'),
      say('request.step-paste'),
      say('request.step-sent'),
    ]),
    buttons([link(say('hand-off.link'), adminCentreOf(tenant).link)]),
  ];
}

function notes(say: Say, { notes: all }: ServiceRequest): readonly Element[] {
  if (all.length === 0) return [];
  const shown = all.slice(-newestNotes).toReversed();
  return [
    subheading(say('request.notes')),
    bullets(shown.map(({ at, name, text: words }) => [say.instant(at), name, words].join(' · '))),
    ...(shown.length === all.length ? [] : [note(say('list.more', all.length - shown.length))]),
  ];
}

/** The number, the note and the steps on its way, each beside what it needs. */
function follow(say: Say, request: ServiceRequest, maySend: boolean): readonly Element[] {
  const { id, state, recipient, number } = request;
  const asksNumber = recipient === 'microsoft' && state !== 'closed' && maySend;
  const ways = nextStates[state].filter((to) => to !== 'sent' || maySend);
  const moves = ways.map((to) => execute(say(moveWords(state, to)), { verb: 'move-service-request', request: id, to }));
  const saves = asksNumber && state !== 'draft' ? [execute(say('request.save-number'), { verb: 'move-service-request', request: id, to: state })] : [];
  const numberField: readonly Element[] = asksNumber
    ? [{ type: 'Input.Text', id: 'number', label: say('request.number'), maxLength: 40, ...(number === undefined ? {} : { value: number }) }]
    : [];
  const noteField: readonly Element[] =
    state === 'closed'
      ? []
      : [
          { type: 'Input.Text', id: 'note', label: say('request.note'), isMultiline: true, maxLength: longestNote },
          buttons([execute(say('request.add-note'), { verb: 'note-service-request', request: id })]),
        ];
  return [...numberField, buttons([...moves, ...saves]), ...noteField];
}

function moveWords(from: RequestState, to: RequestState): TextKey {
  switch (to) {
    case 'draft':
    case 'sent':
      return 'request.move-sent';
    case 'open':
      return from === 'closed' ? 'request.move-again' : 'request.move-open';
    case 'closed':
      return from === 'draft' ? 'request.move-dropped' : 'request.move-closed';
  }
}
