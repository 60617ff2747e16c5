import { execute } from './actions.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { actionsOf, readerOf } from './customer-offer-answer.ts';
import { agreementsOf, delegationOf, messageOf, offeredOf } from './customer-offer-content.ts';
import { standLines } from './customer-offer-stands.ts';
import type { CustomerOfferView } from './customer-offer-view.ts';
import { card, facts, problem, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';
import { partnerContact } from './partner-contact.ts';

/** An offer as the customer's side reads it, in Teams and on the page alike: what it is, how it stands, and what this reader can do about it. */
export function customerOfferCard(say: Say, view: CustomerOfferView): AdaptiveCard {
  switch (view.asking) {
    case 'decline':
      return sureCard(say, view, [say('customer-offer.decline-sure-heading'), say('customer-offer.decline-sure')], declining(say, view));
    case 'end-delegation':
      return sureCard(say, view, [say('customer-offer.end-sure-heading'), say('customer-offer.end-sure')], ending(say, view));
    case undefined:
      return standing(say, view);
  }
}

function standing(say: Say, view: CustomerOfferView): AdaptiveCard {
  const heading = headingOf(say, view);
  return card(say, {
    heading,
    speak: [heading, ...view.problems.map((wrong) => wrong.text), ...view.notices].map((each) => (/[.?!:]$/.test(each) ? each : `${each}.`)).join(' '),
    body: [
      ...atTheTop(view),
      facts(factsOf(say, view)),
      ...standLines(say, view),
      ...content(say, view),
      ...readerLines(say, view),
      ...partnerContact(say, view.company),
    ],
    actions: actionsOf(say, view),
  });
}

function headingOf(say: Say, { stand, offer }: CustomerOfferView): string {
  return stand.kind === 'open' ? say(`customer-offer.heading-${offer.content.kind}`) : say(`customer-offer.heading-${stand.kind}`);
}

/** What is wrong with a field stands beside it; the rest here. */
function atTheTop({ problems, notices }: CustomerOfferView): readonly Element[] {
  const general = problems.filter((each) => each.field === undefined).map((each) => each.text);
  return [...(general.length === 0 ? [] : [problem(general)]), ...(notices.length === 0 ? [] : [warning(notices)])];
}

function factsOf(say: Say, { company, organisation, offer, stand }: CustomerOfferView): readonly (readonly [string, string])[] {
  return [
    [say('customer-offer.partner'), company.name],
    ...(organisation === undefined ? [] : [[say('customer-offer.organisation'), organisation] as const]),
    [say('customer-offer.reference'), offer.summaryId],
    ...(stand.kind === 'open'
      ? [
          ...(offer.content.kind === 'delegated-admin' ? [] : [[say('offer.country'), say.country(offer.country)] as const]),
          [say('offer.valid-until'), say.day(stand.until)] as const,
        ]
      : []),
  ];
}

/** Whole while it can be answered; what is over needs no more than its receipt. */
function content(say: Say, view: CustomerOfferView): readonly Element[] {
  const isReadable = view.isOpen && (view.stand.kind === 'open' || view.stand.kind === 'waiting');
  return isReadable ? [...messageOf(say, view), ...offeredOf(say, view), ...delegationOf(say, view), ...agreementsOf(say, view)] : [];
}

function readerLines(say: Say, view: CustomerOfferView): readonly Element[] {
  return view.stand.kind === 'open' || view.stand.kind === 'waiting' ? readerOf(say, view) : [];
}

function sureCard(say: Say, view: CustomerOfferView, [heading, words]: readonly [string, string], yes: AdaptiveCard['actions']): AdaptiveCard {
  const back = execute(say('customer-offer.back'), { verb: 'show-offer', offer: view.offer.id }, { associatedInputs: 'none' });
  return card(say, {
    heading,
    body: [facts(factsOf(say, view)), text(words), ...partnerContact(say, view.company)],
    actions: [...yes, back],
  });
}

function declining(say: Say, { offer }: CustomerOfferView): AdaptiveCard['actions'] {
  return [execute(say('customer-offer.decline-yes'), { verb: 'decline-offer', offer: offer.id, sure: true }, { style: 'destructive' })];
}

function ending(say: Say, { granted }: CustomerOfferView): AdaptiveCard['actions'] {
  if (granted?.status !== 'active') return [];
  return [execute(say('customer-offer.end-yes'), { verb: 'end-delegated-admin', relationship: granted.relationship, sure: true }, { style: 'destructive' })];
}
