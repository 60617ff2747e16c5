import type { CompanyInformation } from '../domain/company/confirmed.ts';
import type { DelegationTerms } from '../domain/delegated-admin/records.ts';
import { roleOf } from '../domain/delegated-admin/roles.ts';
import type { Answerer, OfferContent, PurchaseLine } from '../domain/offers/records.ts';
import type { OfferStand } from '../domain/offers/stand.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import { plans } from '../domain/shared/plans.ts';
import type { Element } from './adaptive-card.ts';
import { text } from './kit.ts';
import type { Say } from './messages/say.ts';

type Fact = readonly [label: string, value: string];

/** What is offered, as labels and values. Prices and names are data. */
export function contentFacts(say: Say, content: OfferContent): readonly Fact[] {
  return [...offeredFacts(say, content), ...delegationFacts(say, content.delegation)];
}

function offeredFacts(say: Say, content: OfferContent): readonly Fact[] {
  switch (content.kind) {
    case 'trial':
      return [[say('offer.plan'), trialWords(say, content.plan)]];
    case 'purchase':
      return content.lines.map((line, index) => [`${say('offer.plan')} ${say.number(index + 1)}`, lineWords(say, line)]);
    case 'delegated-admin':
      return [];
  }
}

/** One line of a purchase offer, with its price exactly as it was typed. */
export function lineWords(say: Say, { plan, seats, term, billing, price }: PurchaseLine): string {
  const line = say('offer.line', plans[plan].name, seats, say(`offer.term-${term}`), say(`offer.billing-${billing}`));
  return price === undefined ? line : `${line} · ${say('offer.price', price.amount, price.currency)}`;
}

/** A trial with how long it runs and for how many. */
export function trialWords(say: Say, plan: PlanId): string {
  const { name, trial } = plans[plan];
  return trial === undefined ? name : say('offer.trial-line', name, trial.days, trial.seats);
}

/** Which delegated administration is asked for. */
export function delegationFacts(say: Say, terms: DelegationTerms | undefined): readonly Fact[] {
  switch (terms?.form) {
    case undefined:
      return [[say('offer.delegation'), say('offer.delegation-none')]];
    case 'classic':
      return [[say('offer.delegation'), say('offer.delegation-classic')]];
    case 'gdap':
      return [
        [say('offer.delegation'), say('offer.delegation-gdap', terms.name, terms.days)],
        [say('offer.roles-line'), rolesWords(say, terms)],
        [say('offer.extension'), say(terms.autoExtends ? 'offer.extends-itself' : 'offer.ends-itself')],
      ];
  }
}

function rolesWords(say: Say, { roles }: Extract<DelegationTerms, { readonly form: 'gdap' }>): string {
  return say.list(
    roles.map((id) => {
      const role = roleOf(id);
      return role === undefined ? id : say(`role.${role.slug}`);
    }),
  );
}

/** How an offer stands, in a few words. */
export function standWords(say: Say, stand: OfferStand): string {
  switch (stand.kind) {
    case 'open':
      return say('offers.open', stand.until);
    case 'accepted':
      return say('offers.accepted');
    case 'declined':
      return say('offers.declined');
    case 'waiting':
      return declaredWords(say, stand.answer.by);
    case 'withdrawn':
      return say('offers.withdrawn', stand.on);
    case 'expired':
      return say('offers.expired', stand.on);
  }
}

/** Accepted by somebody of whom nothing shows that they may; whether they have signed in is another thing. */
export function declaredWords(say: Say, { kind }: Answerer): string {
  return say(kind === 'visitor' ? 'offers.declared' : 'offers.declared-signed-in');
}

/** What every card and page for a customer ends with. */
export function contactLines({ name, phone, email, address }: CompanyInformation): readonly Element[] {
  return [{ ...text([name, phone, email, address].join(' · '), { isSubtle: true }), spacing: 'Medium' }];
}
