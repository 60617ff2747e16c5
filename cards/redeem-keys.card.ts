import type { PlanId } from '../domain/shared/plans.ts';
import { plans } from '../domain/shared/plans.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { aboutWhom, field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import { facts, note, text } from './kit.ts';
import { countLine, keyLine, takenKeyId } from './product-key-line.ts';
import type { KeyView } from './product-key-line.ts';
import type { Say } from './messages/say.ts';

export interface RedeemKeysView {
  readonly frame: Frame;
  /** Taken already: masked, and can be taken out again by their place. */
  readonly taken: readonly KeyView[];
  readonly people: number;
  readonly plan?: PlanId;
  readonly seats: number;
  /** What is wrong stays in the field to be mended. */
  readonly typed?: string;
}

/** One key or many; what was taken is masked, what is wrong is listed beside the field. */
export function redeemKeysCard(say: Say, view: RedeemKeysView): AdaptiveCard {
  return formCard(say, view.frame, {
    heading: say('redeem.keys-heading'),
    body: [
      ...aboutWhom(view.frame),
      text(countLine(say, { plan: view.plan, keys: view.taken.length, seats: view.seats, people: view.people }), { weight: 'Bolder', size: 'Large' }),
      ...(view.plan === undefined ? [] : [facts([[say('redeem.plan-line'), plans[view.plan].name]])]),
      ...(view.taken.length === 0 ? [] : takenKeys(say, view)),
      ...field(say, view.frame, {
        type: 'Input.Text',
        id: 'keys',
        label: say(view.taken.length === 0 ? 'redeem.keys-label' : 'redeem.keys-more-label'),
        isMultiline: true,
        ...(view.typed === undefined ? {} : { value: view.typed }),
      }),
      note(say('redeem.keys-hint')),
    ],
    submit: say('form.next'),
  });
}

/** What was taken stands in the list once: ticking a key takes it out again. Of very many, the newest. */
function takenKeys(say: Say, view: RedeemKeysView): readonly Element[] {
  const mostChoices = 30;
  const more = view.taken.length - mostChoices;
  return [
    ...field(say, view.frame, {
      type: 'Input.ChoiceSet',
      id: 'remove',
      label: say('redeem.keys-taken'),
      style: 'expanded',
      isMultiSelect: true,
      wrap: true,
      choices: view.taken.map((key, place) => ({ title: keyLine(say, key), value: takenKeyId(key, place) })).slice(-mostChoices),
    }),
    ...(more > 0 ? [note(say('redeem.keys-before', more))] : []),
  ];
}
