import type { CompanyInformation } from '../domain/company/confirmed.ts';
import type { Wish } from '../domain/renewals/records.ts';
import { addDays, isEnd } from '../domain/shared/dates.ts';
import { ownAdminCentre } from '../domain/shared/guides.ts';
import { plans } from '../domain/shared/plans.ts';
import type { Action, AdaptiveCard, Element, ExecuteAction } from './adaptive-card.ts';
import { buttons, card, facts, good, link, note, problem, text, warning } from './kit.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';
import { partnerContact } from './partner-contact.ts';
import { quiet } from './renewal.card.ts';
import type { RenewalFacts } from './renewal-view.ts';
import { endWords, ifNobodyActs, renewedWords } from './renewal-words.ts';

export interface CustomerRenewalView {
  readonly company: CompanyInformation;
  readonly renewal: RenewalFacts;
  /** What a click has just done. */
  readonly done?: Wish;
  readonly refused?: string;
}

/** Direct billing is advised in these last days only (mission, row 14). */
const lastDays = 7;

/** One end for an admin of the customer: what happens if nobody acts, and the three answers (mission, row 14). */
export function customerRenewalCard(say: Say, view: CustomerRenewalView): AdaptiveCard {
  const { company, renewal, done, refused } = view;
  return card(say, {
    heading: isOpen(renewal) ? say('notice.heading', 1) : say('notice.heading-own'),
    speak: [say('notice.heading-own'), plans[renewal.plan].name, endWords(say, renewal)].join(' · '),
    body: [
      ...(refused === undefined ? [] : [problem([refused])]),
      ...(done === undefined ? [] : [good([say('notice.done')])]),
      facts([[say('notice.organisation'), renewal.customer.name]]),
      ...about(say, renewal),
      ...afterwards(say, renewal, done),
      ...partnerContact(say, company),
    ],
    actions: answers(say, renewal),
  });
}

export interface CustomerDigestView {
  readonly company: CompanyInformation;
  /** The organisation whose subscriptions these are. */
  readonly organisation: string;
  /** The record id of the digest. */
  readonly digest: string;
  readonly rows: readonly RenewalFacts[];
  /** How many rows were shown before, and how many there are. */
  readonly from: number;
  readonly total: number;
}

/** The one card of a day to an admin of the customer: one end with its three answers, or several to open. */
export function customerDigestCard(say: Say, view: CustomerDigestView): AdaptiveCard {
  const { company, organisation, rows, total } = view;
  const [only] = rows;
  if (only !== undefined && total === 1) return customerRenewalCard(say, { company, renewal: only });
  const open = rows.filter(isOpen).length;
  const heading = open === 0 ? say('notice.heading-settled') : say('notice.heading', total - (rows.length - open));
  return card(say, {
    heading,
    speak: [heading, ...rows.map((renewal) => `${plans[renewal.plan].name}: ${endWords(say, renewal)}`)].join(' · '),
    body: [
      facts([[say('notice.organisation'), organisation]]),
      ...(total > rows.length ? [note(say('notice.of', view.from + 1, view.from + rows.length, total))] : []),
      ...rows.map((renewal) => rowOf(say, renewal)),
      ...partnerContact(say, company),
    ],
    actions: turning(say, view),
  });
}

/** An answer, or a look, of somebody who may not: to nobody else of the organisation a word of the book. */
export function customerRenewalRefusedCard(say: Say, refused: TextKey, lines: readonly string[] = []): AdaptiveCard {
  return card(say, { heading: say('notice.heading-own'), speak: say(refused), body: [problem([say(refused), ...lines])] });
}

function rowOf(say: Say, renewal: RenewalFacts): Element {
  return {
    type: 'Container',
    separator: true,
    items: [...about(say, renewal), buttons([quiet(say('customers.open'), { verb: 'show-renewal', subscription: renewal.subscription, term: renewal.term })])],
  };
}

function about(say: Say, renewal: RenewalFacts): readonly Element[] {
  const { plan, seats, decided } = renewal;
  const renewed = renewedWords(say, renewal);
  const next = consequence(say, renewal);
  const wish = decided?.wish;
  return [
    text(plans[plan].name, { weight: 'Bolder' }),
    text([say('renewal.licences', seats), endWords(say, renewal)].join(' · ')),
    ...(renewed === undefined ? [] : [text(renewed, { color: 'Good' })]),
    ...(next === undefined ? [] : [text(next)]),
    ...(renewed === undefined && renewal.policy.extended !== undefined && next !== undefined ? [note(say('renewal.if-extended-source'))] : []),
    ...(wish === undefined || renewed !== undefined ? [] : [note([say(`notice.answer-${wish.wish}`), wish.name, say.instant(wish.at)].join(' · '))]),
  ];
}

/** What the partner would have to record is nothing that a customer can do. */
function consequence(say: Say, renewal: RenewalFacts): string | undefined {
  const { autoRenews, cancelled, daysLeft, renewed, stage } = renewal;
  const hasRolled = autoRenews && cancelled === undefined && daysLeft < 0 && stage !== 'deleted' && renewed === undefined;
  return hasRolled ? say('notice.auto-ended') : ifNobodyActs(say, renewal);
}

/** What follows from the answer just given, where the customer has to do it. */
function afterwards(say: Say, renewal: RenewalFacts, done: Wish | undefined): readonly Element[] {
  if (done === 'end') return [note(say('notice.end-what'))];
  if (done !== 'direct') return [];
  const { daysLeft, endsOn } = renewal;
  const early = daysLeft > lastDays ? [warning([say('notice.direct-early', daysLeft, addDays(endsOn, -lastDays))])] : [];
  return [text(say('notice.direct-how')), ...early, buttons([link(say('notice.admin-centre'), ownAdminCentre.link)])];
}

/** Nobody is asked before the first notice. */
function isOpen({ renewed, endsOn, hasBegun, isBought, stage }: RenewalFacts): boolean {
  return renewed === undefined && isBought !== true && isEnd(endsOn) && hasBegun && stage !== 'deleted';
}

const wishes = ['renew', 'direct', 'end'] as const satisfies readonly Wish[];

/** The three answers, but for the one that was given. */
function answers(say: Say, renewal: RenewalFacts): readonly Action[] {
  if (!isOpen(renewal)) return [];
  const { subscription, term, endsOn, isTrial, decided } = renewal;
  const words = {
    renew: say(isTrial ? 'notice.ask-offer' : 'notice.ask-renew'),
    direct: say('notice.pay-direct'),
    end: say('notice.will-end'),
  };
  return wishes
    .filter((wish) => decided?.wish?.wish !== wish)
    .map((wish): ExecuteAction => quiet(words[wish], { verb: 'wish-renewal', subscription, term, endsOn, wish }));
}

function turning(say: Say, { digest, from, rows, total }: CustomerDigestView): readonly Action[] {
  const next = from + rows.length;
  return [
    ...(next < total ? [quiet(say('notice.show-more'), { verb: 'show-digest', digest, after: String(next) })] : []),
    ...(from > 0 ? [quiet(say('notice.show-first'), { verb: 'show-digest', digest })] : []),
  ];
}
