import type { CompanyInformation } from '../domain/company/confirmed.ts';
import { isEnd } from '../domain/shared/dates.ts';
import type { Day } from '../domain/shared/dates.ts';
import { domainsAtMicrosoft, serviceSettingsAtMicrosoft } from '../domain/shared/guides.ts';
import { plans } from '../domain/shared/plans.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { buttons, bullets, card, facts, good, link, note, problem, subheading, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';
import { nextPage } from './next-page.ts';
import { standingFacts } from './standing.card.ts';
import type { StandingParts } from './standing.card.ts';

export interface OwnCompanyView {
  readonly information: Readonly<Partial<CompanyInformation>> & Pick<CompanyInformation, 'name'>;
  /** The last day on which customers may see it; absent when nobody has confirmed it, or too long ago. */
  readonly confirmedUntil?: Day;
  readonly stands: StandingParts;
  readonly keys: readonly { readonly plan: PlanId; readonly keys: number }[];
  /** The own subscriptions, by latest end; `not-yours` for who may not see them. */
  readonly subscriptions: readonly OwnSubscription[] | 'not-yours';
  readonly moreSubscriptions?: string;
  /** What this reader may change. */
  readonly may: { readonly information: boolean; readonly standing: boolean };
}

export interface OwnSubscription {
  readonly plan: PlanId;
  readonly seats: number;
  readonly endsOn: Day;
  readonly isOver: boolean;
}

/** The own company: what customers see of it and until when, how it stands, what it has itself, and the way to edit each. */
export function ownCompanyCard(say: Say, view: OwnCompanyView): AdaptiveCard {
  const { may } = view;
  return card(say, {
    heading: say('own.heading'),
    speak: [say('own.heading'), view.information.name].join(' · '),
    body: [
      ...information(say, view),
      subheading(say('intent.keep-standing')),
      facts(standingFacts(say, view.stands)),
      ...keys(say, view.keys),
      subheading(say('own.subscriptions')),
      ...subscriptions(say, view),
      note(say('own.at-microsoft')),
      buttons([link(say('own.domains'), domainsAtMicrosoft.link), link(say('own.settings'), serviceSettingsAtMicrosoft.link)]),
    ],
    actions: [
      ...(may.information ? [intentButton(say, 'confirm-company-information')] : []),
      ...(may.standing ? [intentButton(say, 'keep-standing')] : []),
      intentButton(say, 'people'),
      intentButton(say, 'rights'),
      homeButton(say),
    ],
  });
}

function information(say: Say, { information: { name, phone, email, address }, confirmedUntil, may }: OwnCompanyView): readonly Element[] {
  const missing = say('own.missing');
  return [
    confirmedUntil === undefined ? warning([say('own.not-confirmed')]) : good([say('own.confirmed-until', confirmedUntil)]),
    facts([
      [say('company.name'), name],
      [say('company.phone'), phone ?? missing],
      [say('company.email'), email ?? missing],
      [say('company.address'), address ?? missing],
    ]),
    ...(may.information ? [] : [note(say('standing.only-admin'))]),
  ];
}

function keys(say: Say, stock: OwnCompanyView['keys']): readonly Element[] {
  const left = stock.filter(({ keys: count }) => count > 0);
  const rows = left.map(({ plan, keys: count }) => [plans[plan].name, say('keys-left.line', count)] as const);
  return [subheading(say('own.keys')), rows.length === 0 ? text(say('own.no-keys')) : facts(rows)];
}

function subscriptions(say: Say, { subscriptions: own, moreSubscriptions }: OwnCompanyView): readonly Element[] {
  if (own === 'not-yours') return [note(say('own.subscriptions-not-yours'))];
  if (own.length === 0) return [note(say('own.no-subscriptions'))];
  const more = nextPage(say, 'company', moreSubscriptions);
  return [bullets(own.map((each) => subscriptionLine(say, each))), ...(more.length === 0 ? [] : [buttons(more)])];
}

function subscriptionLine(say: Say, { plan, seats, endsOn, isOver }: OwnSubscription): string {
  const count = say('own.seats', seats);
  const held = isEnd(endsOn) ? say(isOver ? 'own.seats-over' : 'own.seats-until', count, say.day(endsOn)) : count;
  return say('home.because', plans[plan].name, held);
}

/** A company that no operator has entered yet. */
export function noCompanyCard(say: Say): AdaptiveCard {
  return card(say, {
    heading: say('own.heading'),
    body: [problem([say('eligibility.company-unknown')])],
    actions: [intentButton(say, 'people'), intentButton(say, 'rights'), homeButton(say)],
  });
}
