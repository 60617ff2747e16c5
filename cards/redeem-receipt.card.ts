import type { HandOffOf } from '../domain/customers/records.ts';
import type { Redeemed } from '../domain/product-keys/redemption.ts';
import type { Day } from '../domain/shared/dates.ts';
import { plans } from '../domain/shared/plans.ts';
import { execute } from './actions.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { handOffLines, handOffSteps } from './hand-off.ts';
import { attachButton, homeButton, intentButton } from './intent-button.ts';
import { card, facts, note, warning } from './kit.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';

export interface RedeemReceiptView {
  readonly redeemed: Redeemed;
  readonly handOff: HandOffOf<'redeem-keys'>;
  readonly hasChecklist: boolean;
  /** Set up by these keys, and nobody is partner of record yet. */
  readonly lacksPartner: boolean;
  readonly today: Day;
}

const headings: Readonly<Record<Redeemed['purpose'], TextKey>> = {
  'new-subscription': 'redeem.receipt-heading-new',
  'more-users': 'redeem.receipt-heading-more',
  renewal: 'redeem.receipt-heading-renewal',
};

/** What our book holds now, what is to be done at Microsoft, and what comes next. No key, only endings. */
export function redeemReceiptCard(say: Say, view: RedeemReceiptView): AdaptiveCard {
  const { redeemed, handOff } = view;
  const open = handOff.confirmed === undefined;
  return card(say, {
    heading: say(headings[redeemed.purpose]),
    body: [
      facts(factsOf(say, redeemed)),
      ...notices(say, view, open),
      ...handOffLines(say, { at: redeemed.recordedAt, by: redeemed.by }, handOff),
      ...(open ? handOffSteps(say, handOff, redeemed.commandId) : [note(say('to-do.keys', say.list(redeemed.keyEndings)))]),
    ],
    actions: [
      ...(view.lacksPartner ? [attachButton(say, redeemed.subscription)] : []),
      ...(view.hasChecklist ? [execute(say('redeem.receipt-checklist'), { verb: 'show-checklist' as const, subscription: redeemed.subscription })] : []),
      execute(say('redeem.receipt-more'), { verb: 'begin', flow: 'redeem-product-keys' }),
      intentButton(say, 'to-do'),
      homeButton(say),
    ],
  });
}

function factsOf(say: Say, redeemed: Redeemed): readonly (readonly [string, string])[] {
  return [
    [say('redeem.customer'), redeemed.customerName],
    [say('redeem.plan-line'), say('redeem.plan-times', plans[redeemed.plan].name, redeemed.seats)],
    [say('redeem.runs'), say('redeem.from-to', redeemed.startsOn, redeemed.endsOn)],
    ...(redeemed.admin === undefined ? [] : [[say('redeem.receipt-admin'), redeemed.admin.name] as const]),
  ];
}

function notices(say: Say, { redeemed, today, lacksPartner }: RedeemReceiptView, open: boolean): readonly Element[] {
  const { seatsEnding } = redeemed;
  const lines = [
    ...(seatsEnding === undefined ? [] : [say(seatsEnding.endsOn < today ? 'redeem.seats-ended' : 'redeem.seats-end', seatsEnding.seats, seatsEnding.endsOn)]),
    ...(redeemed.people > redeemed.seats ? [say('redeem.receipt-people', redeemed.people - redeemed.seats)] : []),
    ...(lacksPartner ? [say('por.no-notices')] : []),
    ...(open && redeemed.unverifiedKeys > 0 ? [say('redeem.unverified', redeemed.unverifiedKeys)] : []),
  ];
  return lines.length === 0 ? [] : [warning(lines)];
}
