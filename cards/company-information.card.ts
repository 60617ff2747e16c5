import type { CompanyInformation } from '../domain/company/confirmed.ts';
import type { Day } from '../domain/shared/dates.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { field, formCard, reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { card, good, note, text } from './kit.ts';
import type { Say } from './messages/say.ts';
import { partnerContact } from './partner-contact.ts';

export interface CompanyFormView {
  readonly frame: Frame;
  readonly values: Readonly<Partial<Record<keyof CompanyInformation, string | undefined>>>;
  /** The last day of what was confirmed; absent when nothing is, today. */
  readonly confirmedUntil?: Day;
}

/** What customers see of the company, to correct. */
export function companyFormCard(say: Say, { frame, values, confirmedUntil }: CompanyFormView): AdaptiveCard {
  const valueOf = (id: keyof CompanyInformation) => (values[id] === undefined ? {} : { value: values[id] });
  return formCard(say, frame, {
    heading: say('company.heading'),
    body: [
      text(say('company.why')),
      note(confirmedUntil === undefined ? say('company.not-confirmed') : say('company.confirmed-until', confirmedUntil)),
      ...field(say, frame, { type: 'Input.Text', id: 'name', label: say('company.name'), maxLength: 100, ...valueOf('name') }),
      ...field(say, frame, { type: 'Input.Text', id: 'phone', label: say('company.phone'), style: 'Tel', maxLength: 40, ...valueOf('phone') }),
      ...field(say, frame, { type: 'Input.Text', id: 'email', label: say('company.email'), style: 'Email', maxLength: 254, ...valueOf('email') }),
      ...field(say, frame, { type: 'Input.Text', id: 'address', label: say('company.address'), maxLength: 200, ...valueOf('address') }),
    ],
    submit: say('form.next'),
  });
}

/** Exactly what customers will see, for a yes. */
export function companyReviewCard(say: Say, { frame, company }: { readonly frame: Frame; readonly company: CompanyInformation }): AdaptiveCard {
  return reviewCard(say, frame, {
    heading: say('company.review-heading'),
    body: [text(say('company.exactly')), ...partnerContact(say, company)],
    confirm: say('company.confirm'),
    edits: [{ title: say('company.change'), to: 'information' }],
  });
}

/** What customers see now, and until when it holds. */
export function companyReceiptCard(say: Say, view: { readonly company: CompanyInformation; readonly until: Day; readonly changed: boolean }): AdaptiveCard {
  return card(say, {
    heading: say('company.receipt-heading'),
    body: [good([say('company.holds', view.until)]), ...(view.changed ? [] : [note(say('company.nothing-changed'))]), ...partnerContact(say, view.company)],
    actions: [
      intentButton(say, 'send-purchase-offer'),
      intentButton(say, 'send-trial-invitation'),
      intentButton(say, 'confirm-company-information'),
      homeButton(say),
    ],
  });
}
