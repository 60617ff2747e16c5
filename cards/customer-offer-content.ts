import type { PurchaseLine } from '../domain/offers/records.ts';
import { plans } from '../domain/shared/plans.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import type { DelegationTerms } from '../domain/delegated-admin/records.ts';
import type { RoleSlug } from '../domain/delegated-admin/roles.ts';
import type { Element, NumberInput } from './adaptive-card.ts';
import { agreementWords } from './agreement-words.ts';
import { mayAnswer } from './customer-offer-view.ts';
import type { CustomerOfferView } from './customer-offer-view.ts';

import { field } from './form.ts';
import { bullets, buttons, facts, link, note, subheading, text } from './kit.ts';
import { paragraphs } from './paragraphs.ts';
import type { Say } from './messages/say.ts';

/** The partner's own words, a paragraph for each of theirs. */
export function messageOf(say: Say, { offer }: CustomerOfferView): readonly Element[] {
  const items = paragraphs(offer.message);
  return items.length === 0 ? [] : [subheading(say('customer-offer.message')), { type: 'Container', style: 'emphasis', items }];
}

/** What is offered, line by line; with a field for each count where the reader may change it. */
export function offeredOf(say: Say, view: CustomerOfferView): readonly Element[] {
  const { content } = view.offer;
  switch (content.kind) {
    case 'purchase':
      return [subheading(say('customer-offer.offered')), ...content.lines.flatMap((line, index) => lineOf(say, view, line, index))];
    case 'trial':
      return [subheading(say('customer-offer.offered')), text(plans[content.plan].name, { weight: 'Bolder' }), ...trialTerms(say, content.plan)];
    case 'delegated-admin':
      return [];
  }
}

function trialTerms(say: Say, plan: PlanId): readonly Element[] {
  const { trial } = plans[plan];
  return trial === undefined ? [] : [text(say('customer-offer.trial-terms', trial.days, trial.seats))];
}

function lineOf(say: Say, view: CustomerOfferView, line: PurchaseLine, index: number): readonly Element[] {
  const term = say(`offer.term-${line.term}`);
  const billing = say(`offer.billing-${line.billing}`);
  return [
    text(say('offer.line', plans[line.plan].name, line.seats, term, billing), { weight: 'Bolder' }),
    ...(line.price === undefined ? [] : [text(say('offer.price', line.price.amount, line.price.currency))]),
    ...(mayAnswer(view) ? field(say, view, seatsInput(say, view, line, index)) : []),
  ];
}

function seatsInput(say: Say, { typed }: CustomerOfferView, { plan, seats }: PurchaseLine, index: number): NumberInput {
  const id = `seats${String(index)}`;
  const value = Number(typed[id] ?? seats);
  const { name, maxSeats } = plans[plan];
  return {
    type: 'Input.Number',
    id,
    label: say('customer-offer.seats', name),
    min: 1,
    max: maxSeats,
    isRequired: true,
    errorMessage: say('customer-offer.seats-wrong', maxSeats),
    ...(typed[id] === '' || !Number.isFinite(value) ? {} : { value }),
  };
}

/** Delegated administration in plain words: what it is, which rights, how long, and the way out. */
export function delegationOf(say: Say, view: CustomerOfferView): readonly Element[] {
  const { delegation, kind } = view.offer.content;
  if (delegation === undefined) return [];
  return [
    subheading(say('customer-offer.delegation-heading')),
    text(say('customer-offer.delegation-what')),
    ...(delegation.form === 'classic' ? [text(say('customer-offer.delegation-classic'))] : rolesAndDays(say, view, delegation)),
    text(say('customer-offer.delegation-any-time')),
    ...(kind === 'delegated-admin' ? [] : [text(say('customer-offer.delegation-optional'))]),
    note(say('customer-offer.delegation-microsoft')),
  ];
}

function rolesAndDays(
  say: Say,
  { roles, wouldEndOn, extensionDays }: CustomerOfferView,
  terms: Extract<DelegationTerms, { readonly form: 'gdap' }>,
): readonly Element[] {
  return [
    text(say('customer-offer.delegation-roles')),
    bullets(roles.map((slug) => `${say(`role.${slug}`)}: ${purposeOf(say, slug)}`)),
    ...(wouldEndOn === undefined ? [] : [text(say('customer-offer.delegation-days', terms.days, wouldEndOn))]),
    text(terms.autoExtends ? say('customer-offer.delegation-extends', extensionDays) : say('customer-offer.delegation-ends')),
    facts([[say('customer-offer.delegation-name'), terms.name]]),
  ];
}

/** In the partner's own list this role comes with advice to the partner. */
function purposeOf(say: Say, slug: RoleSlug): string {
  return slug === 'global-administrator' ? say('customer-offer.role-global') : say(`role-for.${slug}`);
}

/** The agreements an acceptance is given under, and what it leaves in the partner's records. */
export function agreementsOf(say: Say, { agreements }: CustomerOfferView): readonly Element[] {
  return [
    ...(agreements.length === 0 ? [] : [subheading(say('redeem.agreement-heading'))]),
    ...agreements.flatMap((agreement) => [
      text(say(`customer-offer.agree-${agreement.kind}`)),
      facts([[say('customer-offer.version'), agreementWords(say, agreement)]]),
      buttons([link(say('customer-offer.view-agreement'), agreement.link)]),
    ]),
    note(say('customer-offer.records')),
  ];
}
