import type { HandOff } from '../domain/customers/records.ts';
import type { Offer } from '../domain/offers/records.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { card, facts, good, note, text, warning } from './kit.ts';
import { handOffTitle } from './hand-off.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';
import { answerButtons, answerNotes, answerRow, doubted } from './offer-answer.ts';
import type { AnswerView } from './offer-answer.ts';
import { quiet } from './offer-partner.card.ts';

type Shown = Pick<Offer, 'id' | 'content' | 'summaryId'>;

export interface OfferAnswersView {
  readonly offer: Shown;
  /** At most ten, newest first. */
  readonly answers: readonly AnswerView[];
  readonly next?: string;
}

/** Every answer to an offer, page by page. */
export function offerAnswersCard(say: Say, { offer, answers, next }: OfferAnswersView): AdaptiveCard {
  const more = next === undefined ? [] : [quiet(say('to-do.more'), { verb: 'show-answers', offer: offer.id, after: next })];
  return card(say, {
    heading: say('offers.answers'),
    body: [
      facts([[say(`offer.kind-${offer.content.kind}`), offer.summaryId]]),
      ...(answers.length === 0 ? [text(say('offers.no-answers'))] : answers.map((each) => answerRow(say, offer, each))),
    ],
    actions: [...more, quiet(say('offers.show-offer'), { verb: 'show-offer', offer: offer.id }), intentButton(say, 'offers'), homeButton(say)],
  });
}

export interface OfferAnswerNewsView {
  readonly offer: Shown;
  readonly answer: AnswerView;
}

/** Told at once to who sent the offer: this customer has answered. What our book holds, and what is to be done at Microsoft. */
export function offerAnswerNewsCard(say: Say, { offer, answer: view }: OfferAnswerNewsView): AdaptiveCard {
  const { answer, handOffs } = view;
  const heading = say(headings[answer.state]);
  return card(say, {
    heading,
    speak: [heading, answer.organisation.name, offer.summaryId].join(' · '),
    body: [
      facts([
        [say(`offer.kind-${offer.content.kind}`), offer.summaryId],
        [say('offers.organisation'), [answer.organisation.name, answer.organisation.domain].join(' · ')],
      ]),
      ...answerNotes(say, view).map((line) => text(line)),
      ...(answer.state === 'declared' ? [warning([say(answer.by.kind === 'visitor' ? 'offers.declared-what' : 'offers.declared-what-signed-in')])] : []),
      ...doubted(say, view),
      ...honest(say, view, handOffs),
    ],
    actions: [
      ...answerButtons(say, offer, view),
      ...(handOffs.some(({ confirmed }) => confirmed === undefined) ? [intentButton(say, 'to-do')] : []),
      quiet(say('offers.show-offer'), { verb: 'show-offer', offer: offer.id }),
      homeButton(say),
    ],
  });
}

const headings: Readonly<Record<AnswerView['answer']['state'], TextKey>> = {
  accepted: 'offers.accepted-heading',
  declined: 'offers.declined-heading',
  declared: 'offers.declared-heading',
  dismissed: 'offers.dismissed-heading',
};

function honest(say: Say, { answer }: AnswerView, handOffs: readonly HandOff[]): readonly Element[] {
  if (answer.state !== 'accepted') return [];
  return [
    note(say('hand-off.book', say.instant(answer.settled?.at ?? answer.at), answer.settled?.name ?? answer.by.name)),
    ...handOffs.map((handOff) => {
      const title = handOffTitle(say, handOff, answer.organisation.name);
      const { confirmed, ownerName } = handOff;
      return confirmed === undefined
        ? warning([title, say('hand-off.to-do', ownerName)])
        : good([title, say('hand-off.confirmed', confirmed.name, say.instant(confirmed.at))]);
    }),
  ];
}
