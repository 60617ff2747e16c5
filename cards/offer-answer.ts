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
import { buttons, note, text } from './kit.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';

/** One customer's answer with what came of it. */
export interface AnswerView {
  readonly answer: OfferAnswer;
  /** What they granted with it. */
  readonly granted?: { readonly relationship: Relationship; readonly status: RelationshipStatus; readonly lastDay: Day };
  /** What the reader may do for this customer now. */
  readonly tasks: readonly DelegatedTask[];
  /** What is to be done at Microsoft because of it. */
  readonly handOffs: readonly HandOff[];
  readonly maySettle: boolean;
  readonly mayOfferPurchase: boolean;
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
      text(say(states[answer.state]), answer.state === 'declared' ? { color: 'Warning' } : {}),
      ...answerNotes(say, view).map((line) => note(line)),
      ...(actions.length === 0 ? [] : [buttons(actions)]),
    ],
  };
}

const states: Readonly<Record<OfferAnswer['state'], TextKey>> = {
  accepted: 'offers.accepted',
  declined: 'offers.declined',
  declared: 'offers.declared',
  dismissed: 'offers.dismissed',
};

/** Everything known of an answer, line by line. */
export function answerNotes(say: Say, { answer, granted, tasks, handOffs }: AnswerView): readonly string[] {
  const { by, at, phone, settled } = answer;
  const who = by.kind === 'visitor' ? [by.name, by.email, say('offers.not-signed-in')] : [by.name];
  return [
    [...who, say.instant(at), ...(phone === undefined ? [] : [say('offers.phone', phone)])].join(' · '),
    ...acceptedWords(say, answer),
    ...(settled === undefined ? [] : [say('offers.settled', settled.name, say.instant(settled.at))]),
    ...handOffs.map((handOff) => handOffWords(say, handOff, answer.organisation.name)),
    ...(granted === undefined ? [] : [grantedWords(say, granted)]),
    ...(granted?.status === 'active' ? [mayWords(say, tasks)] : []),
  ];
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

function grantedWords(say: Say, { status, lastDay }: NonNullable<AnswerView['granted']>): string {
  if (status !== 'active') return say('offers.delegation-over', lastDay);
  return isEnd(lastDay) ? say('offers.delegation-until', lastDay) : say('offers.delegation-endless');
}

function mayWords(say: Say, tasks: readonly DelegatedTask[]): string {
  return tasks.length === 0 ? say('offers.may-do-nothing') : say('offers.may-do', say.list(tasks.map((task) => say(`task.${task}`))));
}

/** At most three: what is to be decided, the next offer, the end of what was granted. */
export function answerButtons(say: Say, offer: Shown, view: AnswerView): readonly ExecuteAction[] {
  const { answer, granted, mayEnd, mayOfferPurchase, maySettle } = view;
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
    ...(granted?.status === 'active' && mayEnd
      ? [button(say('offers.end-delegation'), { verb: 'end-delegated-admin', relationship: granted.relationship.id })]
      : []),
  ];
}

/** Who did what when, oldest first. */
export function historyLines(
  say: Say,
  { sentAt, sentByName, withdrawn }: Pick<Offer, 'sentAt' | 'sentByName' | 'withdrawn'>,
  answers: readonly AnswerView[],
): readonly string[] {
  const events = [
    { at: sentAt, what: say('offers.was-sent'), who: sentByName },
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
  const given = state === 'declined' ? say('offers.declined') : say('offers.accepted');
  const ended = granted?.relationship.ended;
  return [
    { at, what: given, who: [by.name, organisation.name].join(', ') },
    ...(settled === undefined
      ? []
      : [{ at: settled.at, what: say(state === 'accepted' ? 'offers.was-confirmed' : 'offers.was-dismissed'), who: settled.name }]),
    ...(ended === undefined ? [] : [{ at: ended.at, what: say('offers.was-delegation-ended'), who: ended.name }]),
  ];
}
