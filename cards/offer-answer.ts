import type { HandOff } from '../domain/customers/records.ts';
import type { Relationship } from '../domain/delegated-admin/records.ts';
import type { DelegatedTask } from '../domain/delegated-admin/roles.ts';
import type { RelationshipStatus } from '../domain/delegated-admin/term.ts';
import type { Offer, OfferAnswer } from '../domain/offers/records.ts';
import { isEnd } from '../domain/shared/dates.ts';
import type { Day, Instant } from '../domain/shared/dates.ts';
import { plans } from '../domain/shared/plans.ts';
import { execute } from './actions.ts';
import type { CardAction } from './actions.ts';
import type { Element, ExecuteAction } from './adaptive-card.ts';
import { handOffTitle } from './hand-off.ts';
import { buttons, note, text, warning } from './kit.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';
import { declaredWords } from './offer-words.ts';
import { doubtLines } from './partner-doubt.ts';
import type { Doubt } from './partner-doubt.ts';

/** One customer's answer with what came of it. */
export interface AnswerView {
  readonly answer: OfferAnswer;
  /** What they granted with it. */
  readonly granted?: { readonly relationship: Relationship; readonly status: RelationshipStatus; readonly lastDay: Day };
  /** What the reader may do for this customer now. */
  readonly tasks: readonly DelegatedTask[];
  /** What is to be done at Microsoft because of it. */
  readonly handOffs: readonly HandOff[];
  /** What speaks against whoever declared it; absent: nothing that the book could know. */
  readonly doubt?: Doubt;
  readonly maySettle: boolean;
  readonly mayOfferPurchase: boolean;
  /** May ask this customer for delegated administration, and has none that is active. */
  readonly mayOfferDelegation: boolean;
  readonly mayEnd: boolean;
}

type Shown = Pick<Offer, 'id' | 'content'>;

/** Who answered what, when, with the buttons that belong to it. */
export function answerRow(say: Say, offer: Shown, view: AnswerView): Element {
  const { answer } = view;
  const actions = answerButtons(say, offer, view);
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      text([answer.organisation.name, answer.organisation.domain].join(' · '), { weight: 'Bolder' }),
      text(stateWords(say, answer), answer.state === 'declared' ? { color: 'Warning' } : {}),
      ...answerNotes(say, view).map((line) => note(line)),
      ...handOffLines(say, view).map((line) => note(line)),
      ...doubted(say, view),
      ...(actions.length === 0 ? [] : [buttons(actions)]),
    ],
  };
}

const states: Readonly<Record<Exclude<OfferAnswer['state'], 'declared'>, TextKey>> = {
  accepted: 'offers.accepted',
  declined: 'offers.declined',
  dismissed: 'offers.dismissed',
};

function stateWords(say: Say, { state, by }: OfferAnswer): string {
  return state === 'declared' ? declaredWords(say, by) : say(states[state]);
}

/** Was it said by somebody of whom nothing showed that they may? It stays so when the partner has confirmed it. */
function wasDeclared({ state, settled }: Pick<OfferAnswer, 'state' | 'settled'>): boolean {
  return state === 'declared' || state === 'dismissed' || settled !== undefined;
}

/** Who they are, and how that is known. */
function whoWords(say: Say, answer: OfferAnswer): readonly string[] {
  const { by } = answer;
  if (by.kind === 'visitor') return [by.name, by.email, say('offers.not-signed-in')];
  return wasDeclared(answer) ? [by.name, by.upn ?? say('offers.sign-in-name-unknown'), say('offers.not-shown')] : [by.name];
}

/** What speaks against them, before the partner says whether they know them. */
export function doubted(say: Say, { answer, doubt }: Pick<AnswerView, 'answer' | 'doubt'>): readonly Element[] {
  return answer.state === 'declared' && doubt !== undefined ? [warning(doubtLines(say, doubt))] : [];
}

/** Everything known of an answer, line by line, but for what is to be done at Microsoft. */
export function answerNotes(say: Say, view: AnswerView): readonly string[] {
  const { answer, granted } = view;
  const { at, phone, settled } = answer;
  return [
    [...whoWords(say, answer), say.instant(at), ...(phone === undefined ? [] : [say('offers.phone', phone)])].join(' · '),
    ...acceptedWords(say, answer),
    ...(settled === undefined ? [] : [say('offers.settled', settled.name, say.instant(settled.at))]),
    ...(granted === undefined ? [] : [overWords(say, granted) ?? heldWords(say, granted)]),
    ...(granted?.status === 'active' ? [mayWords(say, view)] : []),
  ];
}

function handOffLines(say: Say, { answer, handOffs }: AnswerView): readonly string[] {
  return handOffs.map((handOff) => handOffWords(say, handOff, answer.organisation.name));
}

function acceptedWords(say: Say, { lines, delegation, state }: OfferAnswer): readonly string[] {
  if (state === 'declined') return [];
  const words = [
    ...lines.map(({ plan, seats }) => say('offers.seats', plans[plan].name, seats)),
    ...(delegation === 'accepted' ? [say('offers.with-delegation')] : []),
    ...(delegation === 'left-out' ? [say('offers.without-delegation')] : []),
  ];
  return words.length === 0 ? [] : [words.join(' · ')];
}

function handOffWords(say: Say, handOff: HandOff, customer: string): string {
  const { confirmed, ownerName } = handOff;
  const state = confirmed === undefined ? say('hand-off.to-do', ownerName) : say('hand-off.confirmed', confirmed.name, say.instant(confirmed.at));
  return [handOffTitle(say, handOff, customer), state].join(' · ');
}

/** That what was granted is over: ended by somebody, or run out. Undefined while it holds. */
export function overWords(say: Say, { status, lastDay }: Pick<NonNullable<AnswerView['granted']>, 'status' | 'lastDay'>): string | undefined {
  switch (status) {
    case 'active':
      return undefined;
    case 'ended':
      return say('offers.delegation-over', lastDay);
    case 'expired':
      return say('offers.delegation-expired', lastDay);
  }
}

function heldWords(say: Say, { lastDay }: NonNullable<AnswerView['granted']>): string {
  return isEnd(lastDay) ? say('offers.delegation-until', lastDay) : say('offers.delegation-endless');
}

/** What was granted in our book holds at Microsoft only once its own request is made and approved there: until then nothing can be done. */
function mayWords(say: Say, { tasks, handOffs }: AnswerView): string {
  if (tasks.length === 0) return say('offers.may-do-nothing');
  const isRequested = !handOffs.some(({ what, confirmed }) => what === 'request-delegated-admin' && confirmed === undefined);
  return say(isRequested ? 'offers.may-do' : 'offers.may-do-later', say.list(tasks.map((task) => say(`task.${task}`))));
}

/** At most three: what is to be decided, the next offers, the end of what was granted. */
export function answerButtons(say: Say, offer: Shown, view: AnswerView): readonly ExecuteAction[] {
  const { answer, granted, mayEnd, mayOfferPurchase, mayOfferDelegation, maySettle } = view;
  const button = (title: string, action: CardAction): ExecuteAction => execute(title, action, { associatedInputs: 'none' });
  const ids = { offer: offer.id, customer: answer.customer };
  return [
    ...(answer.state === 'declared' && maySettle
      ? [
          button(say('offers.confirm-answer'), { verb: 'settle-answer', ...ids, verdict: 'confirm' }),
          button(say('offers.dismiss-answer'), { verb: 'settle-answer', ...ids, verdict: 'dismiss' }),
        ]
      : []),
    ...(answer.state === 'accepted' && offer.content.kind === 'trial' && mayOfferPurchase
      ? [button(say('offers.make-purchase-offer'), { verb: 'begin', flow: 'send-purchase-offer', about: ids })]
      : []),
    ...(answer.state === 'accepted' && mayOfferDelegation
      ? [button(say('intent.offer-delegated-admin'), { verb: 'begin', flow: 'offer-delegated-admin', about: { customer: answer.customer } })]
      : []),
    ...(granted?.status === 'active' && mayEnd
      ? [button(say('offers.end-delegation'), { verb: 'end-delegated-admin', relationship: granted.relationship.id })]
      : []),
  ];
}

/** Who did what when, oldest first. */
export function historyLines(
  say: Say,
  { sentAt, sentByName, sentAgain = [], withdrawn }: Pick<Offer, 'sentAt' | 'sentByName' | 'sentAgain' | 'withdrawn'>,
  answers: readonly AnswerView[],
): readonly string[] {
  const events = [
    { at: sentAt, what: say('offers.was-sent'), who: sentByName },
    ...sentAgain.map(({ at, name }) => ({ at, what: say('offers.was-sent-again'), who: name })),
    ...(withdrawn === undefined ? [] : [{ at: withdrawn.at, what: say('offers.was-withdrawn'), who: withdrawn.name }]),
    ...answers.flatMap((each) => answerEvents(say, each)),
  ];
  return events.toSorted((one, other) => (one.at < other.at ? -1 : 1)).map(({ at, what, who }) => [say.instant(at), what, who].join(' · '));
}

interface Happened {
  readonly at: Instant;
  readonly what: string;
  readonly who: string;
}

function answerEvents(say: Say, { answer, granted }: AnswerView): readonly Happened[] {
  const { organisation, by, at, state, settled } = answer;
  const given = say(wasDeclared(answer) ? 'offers.was-declared' : state === 'declined' ? 'offers.declined' : 'offers.accepted');
  const ended = granted?.relationship.ended;
  return [
    { at, what: given, who: [by.name, organisation.name].join(', ') },
    ...(settled === undefined
      ? []
      : [{ at: settled.at, what: say(state === 'accepted' ? 'offers.was-confirmed' : 'offers.was-dismissed'), who: settled.name }]),
    ...(ended === undefined ? [] : [{ at: ended.at, what: say('offers.was-delegation-ended'), who: ended.name }]),
  ];
}
