import type { PlanId } from '../domain/shared/plans.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { aboutWhom, field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import { text } from './kit.ts';
import type { Say } from './messages/say.ts';
import { trialWords } from './offer-words.ts';

export interface OfferTrialView {
  readonly frame: Frame;
  /** Those that can be tried. */
  readonly plans: readonly PlanId[];
  readonly plan?: string;
}

/** The one plan of a trial invitation, each with its days and licences. */
export function offerTrialCard(say: Say, view: OfferTrialView): AdaptiveCard {
  const chosen = view.plans.find((id) => id === view.plan);
  return formCard(say, view.frame, {
    heading: say('offer.trial-heading'),
    body: [
      ...aboutWhom(view.frame),
      text(say('offer.trial-what')),
      ...field(say, view.frame, {
        type: 'Input.ChoiceSet',
        id: 'plan',
        label: say('offer.plan'),
        style: 'expanded',
        wrap: true,
        ...(chosen === undefined ? {} : { value: chosen }),
        choices: view.plans.map((id) => ({ title: trialWords(say, id), value: id })),
      }),
    ],
    submit: say('form.next'),
  });
}
