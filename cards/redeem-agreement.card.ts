import type { Agreement } from '../domain/shared/agreements.ts';
import type { Day } from '../domain/shared/dates.ts';
import type { AdaptiveCard, Element, Input } from './adaptive-card.ts';
import { agreementWords } from './agreement-words.ts';
import { aboutWhom, field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import { buttons, link, note, text } from './kit.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';

export interface RedeemAgreementView {
  readonly frame: Frame;
  readonly agreement: Agreement;
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly today: Day;
}

const introductions: Readonly<Record<Agreement['kind'], TextKey>> = {
  'online-services-agreement': 'redeem.agreement-online-services',
  'open-agreement': 'redeem.agreement-open',
  'customer-agreement': 'redeem.agreement-customer',
};

/** What each agreement asks for (mission, row 4). */
export function redeemAgreementCard(say: Say, view: RedeemAgreementView): AdaptiveCard {
  return formCard(say, view.frame, {
    heading: say('redeem.agreement-heading'),
    body: [
      ...aboutWhom(view.frame),
      text(say(introductions[view.agreement.kind])),
      note(agreementWords(say, view.agreement)),
      buttons([link(say('redeem.agreement-view'), view.agreement.link)]),
      ...inputs(say, view),
    ],
    submit: say('form.next'),
  });
}

function inputs(say: Say, view: RedeemAgreementView): readonly Element[] {
  const { frame, values } = view;
  const ask = (id: string, label: TextKey, style: 'Text' | 'Tel' | 'Email' = 'Text'): readonly Element[] =>
    field(say, frame, { type: 'Input.Text', id, label: say(label), style, maxLength: 254, ...(values[id] === undefined ? {} : { value: values[id] }) });
  switch (view.agreement.kind) {
    case 'online-services-agreement':
      return field(say, frame, agreed(say, values, 'redeem.agreed'));
    case 'open-agreement':
      return ask('openNumber', 'redeem.open-number');
    case 'customer-agreement':
      return [
        ...ask('contactName', 'redeem.contact-name'),
        ...ask('contactEmail', 'redeem.contact-email', 'Email'),
        ...ask('contactPhone', 'redeem.contact-phone', 'Tel'),
        ...field(say, frame, { type: 'Input.Date', id: 'agreedOn', label: say('redeem.agreed-on'), value: values['agreedOn'] ?? view.today, max: view.today }),
        ...field(say, frame, agreed(say, values, 'redeem.agreed-attest')),
      ];
  }
}

function agreed(say: Say, values: RedeemAgreementView['values'], title: TextKey): Input {
  return {
    type: 'Input.Toggle',
    id: 'agreed',
    label: say('redeem.agreed-label'),
    title: say(title),
    wrap: true,
    value: values['agreed'] === 'true' ? 'true' : 'false',
  };
}
