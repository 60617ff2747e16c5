import type { CustomerTask } from '../domain/company/rights.ts';
import type { Offer } from '../domain/offers/records.ts';
import type { OfferStand } from '../domain/offers/stand.ts';
import type { Day } from '../domain/shared/dates.ts';
import { execute } from './actions.ts';
import type { CardAction, FlowId } from './actions.ts';
import type { Action, AdaptiveCard, Element, ExecuteAction } from './adaptive-card.ts';
import { fits } from './fits.ts';
import { askButton, homeButton, intentButton } from './intent-button.ts';
import { bullets, card, facts, folded, good, note, problem, subheading, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import { answerRow, historyLines, overWords } from './offer-answer.ts';
import type { AnswerView } from './offer-answer.ts';
import { contentFacts, standWords } from './offer-words.ts';

/** How many customers have answered what; `all` alone where they are too many to be told apart. */
export type Tally = { readonly accepted: number; readonly declined: number; readonly declared: number } | { readonly all: number };

/** What became of the card that was sent to one admin of the customer. `seen`: not sent, and opened by them. */
export interface Delivery {
  readonly name?: string;
  readonly state: 'queued' | 'sent' | 'maybe-sent' | 'not-reachable' | 'failed' | 'seen';
}

export interface PartnerOfferView {
  readonly offer: Pick<Offer, 'id' | 'summaryId' | 'content' | 'country' | 'sentAt' | 'sentByName' | 'sentAgain' | 'withdrawn' | 'validUntil'>;
  /** Absent: whoever has the link. */
  readonly customer?: string;
  readonly stand: OfferStand;
  /** The delegated administration that came of the answer of the one customer. */
  readonly delegation?: Pick<NonNullable<AnswerView['granted']>, 'status' | 'lastDay'>;
  /** Withdrawn while an answer waits for the partner's word. */
  readonly withdrawnOn?: Day;
  /** Of an offer for whoever has the link. */
  readonly tally?: Tally;
  readonly deliveries: readonly Delivery[];
  readonly link: string;
  readonly mail: { readonly subject: string; readonly body: string };
  /** The newest five. */
  readonly answers: readonly AnswerView[];
  readonly moreAnswers: boolean;
  /** All of them, those that are not shown too. */
  readonly answerCount: number;
  /** May withdraw it and send it again. */
  readonly mayHandle: boolean;
  /** What a click has just done, or why it could not. */
  readonly done?: string;
  readonly refused?: string;
  /** What the reader would need a right for, when that is why. */
  readonly ask?: CustomerTask;
}

/** One offer as its partner sees it: the receipt when it is sent, and the same card for ever after. As many answers as a card can hold. */
export function partnerOfferCard(say: Say, view: PartnerOfferView): AdaptiveCard {
  const drawn = drawnWith(say, view);
  return fits(drawn) || view.answers.length === 0 ? drawn : partnerOfferCard(say, { ...view, answers: view.answers.slice(0, -1), moreAnswers: true });
}

function drawnWith(say: Say, view: PartnerOfferView): AdaptiveCard {
  const { offer, done, refused } = view;
  const kind = say(`offer.kind-${offer.content.kind}`);
  return card(say, {
    heading: kind,
    speak: [refused ?? done, kind, offer.summaryId, view.customer ?? say('offer.anyone'), statusWords(say, view)]
      .filter((each) => each !== undefined)
      .join(' · '),
    body: [
      ...(refused === undefined ? [] : [problem([refused])]),
      ...(done === undefined ? [] : [good([done])]),
      facts([
        [say('offers.summary-id'), offer.summaryId],
        [say('offers.status'), statusWords(say, view)],
        [say('offer.to'), view.customer ?? say('offer.anyone')],
        ...contentFacts(say, offer.content),
        [say('offer.country'), say.country(offer.country)],
        [say('offer.valid-until'), say.day(offer.validUntil)],
        [say('offers.sent'), [say.instant(offer.sentAt), offer.sentByName].join(' · ')],
      ]),
      ...delivered(say, view),
      ...shared(say, view),
      ...answered(say, view),
      ...folded('history', say('offers.history'), [
        bullets(historyLines(say, offer, view.answers)),
        ...(view.moreAnswers ? [note(say('offers.history-answers', view.answers.length, view.answerCount))] : []),
      ]),
    ],
    actions: waysOn(say, view),
  });
}

/** How it stands, with the counts where many may answer, and whether what was granted is over. */
export function statusWords(say: Say, view: Pick<PartnerOfferView, 'stand' | 'tally' | 'delegation' | 'withdrawnOn'>): string {
  const { stand, tally, delegation, withdrawnOn } = view;
  const words = [
    standWords(say, stand),
    ...(tally === undefined ? [] : countWords(say, tally)),
    delegation === undefined ? undefined : overWords(say, delegation),
    withdrawnOn === undefined ? undefined : say('offers.withdrawn', withdrawnOn),
  ];
  return words.filter((each) => each !== undefined).join(' · ');
}

function countWords(say: Say, tally: Tally): readonly string[] {
  if ('all' in tally) return [say('offers.count-all', tally.all)];
  return [
    ...(tally.accepted === 0 ? [] : [say('offers.count-accepted', tally.accepted)]),
    ...(tally.declined === 0 ? [] : [say('offers.count-declined', tally.declined)]),
    ...(tally.declared === 0 ? [] : [say('offers.count-declared', tally.declared)]),
  ];
}

/** More than this nobody reads. */
const mostDeliveries = 10;

/** Who has it in Teams, and what to do for everybody else. */
function delivered(say: Say, { customer, deliveries, stand }: PartnerOfferView): readonly Element[] {
  const isOpen = stand.kind === 'open';
  if (customer === undefined) return isOpen ? [note(say('offers.for-anyone'))] : [];
  if (deliveries.length === 0) return isOpen ? [note(say('offers.nobody-in-teams'))] : [];
  const lines = deliveries.map(({ name, state }) => [name ?? say('offers.somebody'), say(`offers.delivery-${state}`)].join(' – '));
  const more = lines.length - mostDeliveries;
  return [subheading(say('offers.in-teams')), bullets(more <= 0 ? lines : [...lines.slice(0, mostDeliveries), say('list.more', more)])];
}

/** Inputs, because on every client their text can be marked and copied. Nothing to send any more where nobody could accept it. */
function shared(say: Say, { link, mail, stand }: PartnerOfferView): readonly Element[] {
  if (stand.kind !== 'open') return [];
  return [
    { type: 'Input.Text', id: 'link', label: say('offers.link'), value: link },
    ...folded('mail', say('offers.mail'), [
      { type: 'Input.Text', id: 'mailSubject', label: say('offers.mail-subject'), value: mail.subject },
      { type: 'Input.Text', id: 'mailBody', label: say('offers.mail-body'), isMultiline: true, value: mail.body },
    ]),
  ];
}

function answered(say: Say, { offer, answers, moreAnswers }: PartnerOfferView): readonly Element[] {
  if (answers.length === 0 && !moreAnswers) return [subheading(say('offers.answers')), text(say('offers.no-answers'))];
  const more = quiet(say('offers.all-answers'), { verb: 'show-answers', offer: offer.id });
  return [
    subheading(say('offers.answers')),
    ...answers.map((each) => answerRow(say, offer, each)),
    ...(moreAnswers ? [{ type: 'ActionSet' as const, actions: [more] }] : []),
  ];
}

function waysOn(say: Say, { offer, stand, customer, mayHandle, withdrawnOn, ask }: PartnerOfferView): readonly Action[] {
  const isOpen = stand.kind === 'open' && mayHandle;
  // While an answer waits, an admin of the customer could still accept it.
  const isWaiting = stand.kind === 'waiting' && withdrawnOn === undefined && mayHandle;
  return [
    ...(ask === undefined ? [] : [askButton(say, ask)]),
    ...(isOpen && customer !== undefined ? [quiet(say('offers.send-again'), { verb: 'send-offer-again', offer: offer.id })] : []),
    ...(isOpen || isWaiting ? [quiet(say('offers.withdraw'), { verb: 'withdraw-offer', offer: offer.id })] : []),
    quiet(say('offers.new-from-this'), { verb: 'begin', flow: flows[offer.content.kind], about: { offer: offer.id } }),
    intentButton(say, 'offers'),
    homeButton(say),
  ];
}

const flows: Readonly<Record<Offer['content']['kind'], FlowId>> = {
  trial: 'send-trial-invitation',
  purchase: 'send-purchase-offer',
  'delegated-admin': 'offer-delegated-admin',
};

/** A button that leaves the inputs of the card alone: the link and the e-mail are there to be read. */
export function quiet(title: string, action: CardAction, style?: ExecuteAction['style']): ExecuteAction {
  return execute(title, action, { associatedInputs: 'none', ...(style === undefined ? {} : { style }) });
}
