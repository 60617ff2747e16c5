import { plans } from '../domain/shared/plans.ts';
import type { OfferAnswer } from '../domain/offers/records.ts';
import type { Element } from './adaptive-card.ts';
import type { Confirmed, CustomerOfferView } from './customer-offer-view.ts';
import { facts, good, note, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';

/** How the offer stands when it is not simply open: what the partner's records say, and what is still to be done at Microsoft. */
export function standLines(say: Say, view: CustomerOfferView): readonly Element[] {
  const { stand } = view;
  switch (stand.kind) {
    case 'open':
      return [];
    case 'accepted':
      return [...receipt(say, view, stand.answer), ...delegationLines(say, view, stand.answer)];
    case 'waiting':
      return [
        ...accepted(say, stand.answer),
        text(say('customer-offer.waiting', say.instant(stand.answer.at), stand.answer.by.name)),
        warning([say('customer-offer.waiting-why')]),
      ];
    case 'declined':
      return [text(say('customer-offer.declined', say.instant(stand.answer.at), stand.answer.by.name)), note(say('customer-offer.ask-for-new'))];
    case 'withdrawn':
      return [text(say('customer-offer.withdrawn', stand.on)), note(say('customer-offer.ask-for-new'))];
    case 'expired':
      return [text(say('customer-offer.expired', stand.on)), note(say('customer-offer.ask-for-new'))];
  }
}

function accepted(say: Say, { lines }: OfferAnswer): readonly Element[] {
  const what = lines.map(({ plan, seats }) => say('redeem.plan-times', plans[plan].name, seats));
  return what.length === 0 ? [] : [facts([[say('customer-offer.what'), say.list(what)]])];
}

/** Two honest lines: what the records hold, and what stands at Microsoft. */
function receipt(say: Say, { atMicrosoft }: CustomerOfferView, answer: OfferAnswer): readonly Element[] {
  const { settled } = answer;
  return [
    ...accepted(say, answer),
    text(say('customer-offer.book', say.instant(answer.at), answer.by.name)),
    ...(settled === undefined ? [] : [text(say('customer-offer.confirmed', say.instant(settled.at), settled.name))]),
    ...(answer.lines.length === 0 ? [] : [atMicrosoft.setUp === undefined ? warning([say('customer-offer.at-microsoft')]) : setUp(say, atMicrosoft.setUp)]),
  ];
}

function setUp(say: Say, { at, name }: Confirmed): Element {
  return good([say('customer-offer.at-microsoft-done', say.instant(at), name)]);
}

function delegationLines(say: Say, view: CustomerOfferView, answer: OfferAnswer): readonly Element[] {
  if (answer.delegation === 'left-out') return [text(say('customer-offer.left-out'))];
  const { granted, atMicrosoft } = view;
  switch (granted?.status) {
    case 'active':
      return [
        text(granted.until === 'no-end' ? say('customer-offer.delegation-no-end') : say('customer-offer.delegation-until', granted.until)),
        atMicrosoft.delegation === undefined ? warning([say('customer-offer.delegation-starts')]) : good([delegationDone(say, atMicrosoft.delegation)]),
      ];
    case 'ended':
      return [text(say('customer-offer.delegation-ended', say.instant(granted.by.at), granted.by.name)), note(say('customer-offer.ended-microsoft'))];
    case 'expired':
      return [text(say('customer-offer.delegation-over', granted.on))];
    case undefined:
      return [];
  }
}

function delegationDone(say: Say, { at, name }: Confirmed): string {
  return say('customer-offer.delegation-done', say.instant(at), name);
}
