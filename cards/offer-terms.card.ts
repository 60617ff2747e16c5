import type { Day } from '../domain/shared/dates.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { countryChoices } from './country-choices.ts';
import { delegationForms } from './delegation.card.ts';
import { aboutWhom, field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import { note } from './kit.ts';
import type { Say } from './messages/say.ts';

export interface OfferTermsView {
  readonly frame: Frame;
  /** The partner's own country or region. */
  readonly own: string;
  readonly country: string;
  readonly validUntil: string;
  readonly earliest: Day;
  readonly latest: Day;
  readonly delegation?: string;
  /** Why delegated administration cannot be asked for by this person; absent: it can. */
  readonly noDelegation?: string;
}

/** Where it is used, until when it can be accepted, and whether delegated administration is asked for with it. */
export function offerTermsCard(say: Say, view: OfferTermsView): AdaptiveCard {
  const { frame, own, country, validUntil, earliest, latest } = view;
  return formCard(say, frame, {
    heading: say('offer.terms-heading'),
    body: [
      ...aboutWhom(frame),
      ...field(say, frame, {
        type: 'Input.ChoiceSet',
        id: 'country',
        label: say('offer.country'),
        style: 'filtered',
        placeholder: say('redeem.country-hint'),
        value: country,
        choices: countryChoices(say, own),
      }),
      ...field(say, frame, { type: 'Input.Date', id: 'validUntil', label: say('offer.valid-until'), value: validUntil, min: earliest, max: latest }),
      ...delegation(say, view),
    ],
    submit: say('form.next'),
  });
}

function delegation(say: Say, { frame, delegation: chosen, noDelegation }: OfferTermsView): readonly Element[] {
  if (noDelegation !== undefined) return [note(say('offer.delegation-not-for-you', noDelegation))];
  const choices = [{ title: say('offer.form-none'), value: 'none' }, ...delegationForms(say)];
  return [
    ...field(say, frame, {
      type: 'Input.ChoiceSet',
      id: 'delegation',
      label: say('offer.ask-delegation'),
      style: 'expanded',
      wrap: true,
      value: choices.find(({ value }) => value === chosen)?.value ?? 'none',
      choices,
    }),
    note(say('offer.ask-delegation-note')),
    note(say('offer.classic-note')),
  ];
}
