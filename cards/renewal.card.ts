import { isEnd } from '../domain/shared/dates.ts';
import { plans } from '../domain/shared/plans.ts';
import { execute } from './actions.ts';
import type { CardAction } from './actions.ts';
import type { Action, AdaptiveCard, Element, ExecuteAction } from './adaptive-card.ts';
import { attachButton } from './intent-button.ts';
import { buttons, card, folded, good, note, problem, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';
import type { RenewalFacts } from './renewal-view.ts';
import { decidedWords, deliveryWords, endWords, followsWords, hasRolled, ifNobodyActs, renewedWords } from './renewal-words.ts';

export interface RenewalView {
  readonly renewal: RenewalFacts;
  /** Other ends of the same subscription that are ahead. */
  readonly others: readonly Pick<RenewalFacts, 'term' | 'endsOn' | 'daysLeft' | 'seats'>[];
  /** Today's digest of who reads, to go back to. */
  readonly digest?: string;
  /** What a click has just done, or why it could not. */
  readonly done?: string;
  readonly refused?: string;
  /** Said unasked: the customer's word comes first. */
  readonly isWish?: boolean;
}

/** One end: what it is about, what happens if nobody acts, what was told to whom, and everything that can be done about it. */
export function renewalCard(say: Say, view: RenewalView): AdaptiveCard {
  const { renewal, done, refused } = view;
  const { customer, plan, decided } = renewal;
  const wish = view.isWish === true ? decided?.wish : undefined;
  const heading = wish === undefined ? say(headingOf(renewal)) : say('renewal.wished-heading', say(`renewal.wish-${wish.wish}`));
  return card(say, {
    heading,
    speak: [...(done === undefined ? [] : [done]), heading, customer.name, plans[plan].name, endWords(say, renewal)].join(' · '),
    body: [
      ...(refused === undefined ? [] : [problem([refused])]),
      ...(done === undefined ? [] : [good([done])]),
      ...about(say, renewal),
      ...stands(say, renewal),
      ...otherEnds(say, view),
      ...told(say, renewal),
      buttons(ways(say, view)),
    ],
    actions: actions(say, renewal),
  });
}

function headingOf({ isTrial }: RenewalFacts) {
  return isTrial ? 'renewal.trial-heading' : 'renewal.heading';
}

/** Whom and what it is about; also above the questions that a click asks. */
export function about(say: Say, renewal: RenewalFacts): readonly Element[] {
  const { customer, plan, seats, channel, partnerOfRecord } = renewal;
  return [
    text(customer.name, { weight: 'Bolder', size: 'Medium' }),
    text([plans[plan].name, say('renewal.licences', seats), endWords(say, renewal)].join(' · ')),
    ...followsWords(say, renewal).map((line) => note(line)),
    note([say(`customers.channel-${channel}`), `${say('renewal.partner-of-record')}: ${say(`renewal.por-${partnerOfRecord}`)}`].join(' · ')),
  ];
}

function stands(say: Say, renewal: RenewalFacts): readonly Element[] {
  const renewed = renewedWords(say, renewal);
  const next = ifNobodyActs(say, renewal);
  const decided = decidedWords(say, renewal);
  const { seats, suspended, policy } = renewal;
  const notRenewed = renewal.renewed === undefined ? 0 : seats - renewal.renewed.seats;
  return [
    ...(renewed === undefined ? [] : [good([renewed, ...(notRenewed > 0 ? [say('renewal.not-renewed', notRenewed)] : [])])]),
    ...(suspended === undefined ? [] : [problem([say('renewal.suspended', suspended.since)])]),
    ...(decided.length === 0 ? [] : [{ type: 'Container', style: 'emphasis', items: decided.map((line) => text(line)) } as const]),
    ...(next === undefined
      ? []
      : [
          warning([
            next,
            ...(policy.extended === undefined ? [] : [say('renewal.if-extended-source')]),
            ...(hasRolled(renewal) ? [say('renewal.look-and-record')] : []),
          ]),
        ]),
    ...offer(say, renewal),
    ...(isUntold(renewal) ? [note(say('renewal.not-told'))] : []),
    ...(renewal.isRunning && renewal.deliveries.length === 0 ? [note(say('renewals.running'))] : []),
  ];
}

function offer(say: Say, { hasOpenOffer, isBought, isTrial, renewed }: RenewalFacts): readonly Element[] {
  if (isBought === true) return [text(say('renewal.offer-accepted'))];
  if (hasOpenOffer) return [text(say('renewal.offer-open'))];
  return isTrial && renewed === undefined ? [text(say('renewal.no-offer'))] : [];
}

const mostEnds = 5;

function otherEnds(say: Say, { renewal: { subscription }, others }: RenewalView): readonly Element[] {
  if (others.length === 0) return [];
  return [
    text(say('renewal.other-ends', others.length)),
    ...others
      .slice(0, mostEnds)
      .flatMap(({ term, ...other }) => [
        note([say('renewal.licences', other.seats), endWords(say, other)].join(' · ')),
        buttons([quiet(say('customers.open'), { verb: 'show-renewal', subscription, term })]),
      ]),
  ];
}

function told(say: Say, { deliveries }: RenewalFacts): readonly Element[] {
  if (deliveries.length === 0) return [note(say('renewal.told-nobody'))];
  return folded(
    'told',
    say('renewal.told'),
    deliveries.map((line) => note(deliveryWords(say, line))),
  );
}

/** No notices of it come to the partner, though somebody would have to act. */
function isUntold({ isTold, renewed, cancelled, stage }: RenewalFacts): boolean {
  return !isTold && renewed === undefined && cancelled === undefined && stage !== 'deleted';
}

function ways(say: Say, { renewal, digest }: RenewalView): readonly Action[] {
  const { customer, subscription } = renewal;
  return [
    ...(isUntold(renewal) ? [attachButton(say, subscription)] : []),
    ...(digest === undefined ? [] : [quiet(say('renewal.back-to-digest'), { verb: 'show-digest', digest })]),
    quiet(say('renewal.customer'), { verb: 'show-customer', customer: customer.id }),
    quiet(say('renewal.all'), { verb: 'show', page: 'renewals' }),
  ];
}

/** At most six, the one that helps most first. Of what is renewed, cancelled or gone only what is left to do. */
function actions(say: Say, renewal: RenewalFacts): readonly ExecuteAction[] {
  const { subscription, customer, term, endsOn, channel, stage, renewed, cancelled, decided, isTrial } = renewal;
  const about = { customer: customer.id, subscription };
  const end = { subscription, term, endsOn };
  const offers = quiet(say('renewal.offer'), { verb: 'begin', flow: 'send-purchase-offer', about });
  if (renewed !== undefined) return [];
  if (cancelled !== undefined || stage === 'deleted') return [offers];
  if (!isEnd(endsOn)) return [quiet(say('renewal.change'), { verb: 'begin', flow: 'change-subscription', about })];
  const isOff = decided?.snoozed !== undefined || decided?.ending !== undefined;
  return [
    ...renewing(say, renewal),
    ...(channel === 'key' || channel === 'csp' ? [quiet(say('renewal.direct'), { verb: 'begin', flow: 'move-to-direct', about })] : []),
    ...(isTrial || stage !== 'running' ? [] : [quiet(say('renewal.change'), { verb: 'begin', flow: 'change-subscription', about })]),
    offers,
    ...(isOff
      ? [quiet(say('renewal.go-on'), { verb: 'go-on-with-renewal', ...end })]
      : [quiet(say('renewal.let-it-end'), { verb: 'let-renewal-end', ...end }), quiet(say('renewal.snooze'), { verb: 'snooze-renewal', ...end })]),
  ];
}

function renewing(say: Say, { subscription, customer, term, endsOn, channel, stage, isTrial }: RenewalFacts): readonly ExecuteAction[] {
  if (isTrial) return [];
  const isDisabled = stage === 'disabled';
  if (channel === 'key')
    return [
      quiet(say(isDisabled ? 'renewal.reactivate-key' : 'renewal.with-key'), {
        verb: 'begin',
        flow: 'redeem-product-keys',
        about: { customer: customer.id, subscription },
      }),
    ];
  return [quiet(say(isDisabled ? 'renewal.record-reactivation' : 'renewal.record'), { verb: 'record-renewal', subscription, term, endsOn })];
}

/** A button that takes no input along. */
export function quiet(title: string, action: CardAction): ExecuteAction {
  return execute(title, action, { associatedInputs: 'none' });
}
