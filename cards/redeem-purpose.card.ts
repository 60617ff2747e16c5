import type { AdaptiveCard } from './adaptive-card.ts';
import { aboutWhom, field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import type { Say } from './messages/say.ts';

export interface RedeemPurposeView {
  readonly frame: Frame;
  readonly purpose?: string;
  readonly people?: string;
}

/** What the keys are for, and how many people need a licence. */
export function redeemPurposeCard(say: Say, view: RedeemPurposeView): AdaptiveCard {
  const purposes = ['new-subscription', 'more-users', 'renewal'] as const;
  const people = Number(view.people);
  return formCard(say, view.frame, {
    heading: say('redeem.purpose-heading'),
    body: [
      ...aboutWhom(view.frame),
      ...field(say, view.frame, {
        type: 'Input.ChoiceSet',
        id: 'purpose',
        label: say('redeem.purpose'),
        style: 'expanded',
        wrap: true,
        value: view.purpose ?? 'new-subscription',
        choices: purposes.map((purpose) => ({ title: say(`redeem.purpose-${purpose}`), value: purpose })),
      }),
      ...field(say, view.frame, {
        type: 'Input.Number',
        id: 'people',
        label: say('redeem.people'),
        ...(Number.isInteger(people) && people > 0 ? { value: people } : {}),
      }),
    ],
    submit: say('form.next'),
  });
}
