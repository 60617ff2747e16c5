import type { AdaptiveCard } from './adaptive-card.ts';
import { countryChoices } from './country-choices.ts';
import { aboutWhom, field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import { text } from './kit.ts';
import type { Say } from './messages/say.ts';

/** Country or region, found by typing; the partner's own, Czechia and Slovakia first. */
export function redeemCountryCard(say: Say, view: { readonly frame: Frame; readonly own: string; readonly country?: string }): AdaptiveCard {
  return formCard(say, view.frame, {
    heading: say('redeem.country-heading'),
    body: [
      ...aboutWhom(view.frame),
      ...field(say, view.frame, {
        type: 'Input.ChoiceSet',
        id: 'country',
        label: say('redeem.country'),
        style: 'filtered',
        placeholder: say('redeem.country-hint'),
        value: view.country ?? view.own,
        choices: countryChoices(say, view.own),
      }),
    ],
    submit: say('form.next'),
  });
}

/** The customer's organisation and its domain. */
export function redeemOrganisationCard(say: Say, view: { readonly frame: Frame; readonly organisation?: string; readonly domain?: string }): AdaptiveCard {
  return formCard(say, view.frame, {
    heading: say('redeem.organisation-heading'),
    body: [
      ...aboutWhom(view.frame),
      ...field(say, view.frame, {
        type: 'Input.Text',
        id: 'organisation',
        label: say('redeem.organisation'),
        maxLength: 100,
        ...(view.organisation === undefined ? {} : { value: view.organisation }),
      }),
      ...field(say, view.frame, {
        type: 'Input.Text',
        id: 'domain',
        label: say('redeem.domain'),
        placeholder: say('redeem.domain-placeholder'),
        maxLength: 253,
        ...(view.domain === undefined ? {} : { value: view.domain }),
      }),
    ],
    submit: say('form.next'),
  });
}

/** The customer's first admin, who takes exactly one licence. */
export function redeemAdminCard(say: Say, view: { readonly frame: Frame; readonly adminName?: string; readonly adminEmail?: string }): AdaptiveCard {
  return formCard(say, view.frame, {
    heading: say('redeem.admin-heading'),
    body: [
      ...aboutWhom(view.frame),
      text(say('redeem.admin-what')),
      ...field(say, view.frame, {
        type: 'Input.Text',
        id: 'adminName',
        label: say('redeem.admin-name'),
        maxLength: 100,
        ...(view.adminName === undefined ? {} : { value: view.adminName }),
      }),
      ...field(say, view.frame, {
        type: 'Input.Text',
        id: 'adminEmail',
        label: say('redeem.admin-email'),
        style: 'Email',
        maxLength: 254,
        ...(view.adminEmail === undefined ? {} : { value: view.adminEmail }),
      }),
    ],
    submit: say('form.next'),
  });
}
