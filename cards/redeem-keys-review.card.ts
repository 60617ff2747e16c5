import { plans } from '../domain/shared/plans.ts';
import type { PlanId } from '../domain/shared/plans.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { aboutWhom, reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { bullets, facts, good, note, text, warning } from './kit.ts';
import { countLine, keyLine } from './product-key-line.ts';
import type { KeyView } from './product-key-line.ts';
import type { Say } from './messages/say.ts';

export interface RedeemKeysReviewView {
  readonly frame: Frame;
  readonly keys: readonly KeyView[];
  readonly plan: PlanId;
  readonly seats: number;
  readonly people: number;
  readonly unverified: number;
  /** Look-alikes of keys that are not in stock, to be compared with the card. */
  readonly compare: readonly string[];
}

/** The first confirmation: "Does everything look right?" */
export function redeemKeysReviewCard(say: Say, view: RedeemKeysReviewView): AdaptiveCard {
  return reviewCard(say, view.frame, {
    heading: say('redeem.keys-review-heading'),
    body: [
      ...aboutWhom(view.frame),
      text(countLine(say, { ...view, keys: view.keys.length }), { weight: 'Bolder', size: 'Large' }),
      facts([
        [say('redeem.plan-line'), plans[view.plan].name],
        [say('redeem.licences-line'), say.number(view.seats)],
      ]),
      ...keyLines(say, view.keys),
      balance(say, view.seats - view.people),
      ...(view.unverified === 0 ? [] : [warning([say('redeem.unverified', view.unverified), ...compared(say, view.compare)])]),
    ],
    confirm: say('redeem.keys-done'),
    edits: [
      { title: say('redeem.keys-add'), to: 'keys' },
      { title: say('redeem.change-purpose'), to: 'purpose' },
    ],
  });
}

const mostLines = 10;

/** A line for each of a few; of many, the endings in one paragraph, so that the card stays one that somebody reads. */
function keyLines(say: Say, keys: readonly KeyView[]): readonly Element[] {
  if (keys.length <= mostLines) return [bullets(keys.map((key) => keyLine(say, key)))];
  const known = keys.filter((key) => key.stock !== undefined).map((key) => key.ending);
  const unknown = keys.filter((key) => key.stock === undefined).map((key) => key.ending);
  return [
    ...(known.length === 0 ? [] : [note(say('to-do.keys', say.list(known)))]),
    ...(unknown.length === 0 ? [] : [note(say('redeem.keys-unverified', say.list(unknown)))]),
  ];
}

function compared(say: Say, lines: readonly string[]): readonly string[] {
  const more = lines.length - mostLines;
  return more <= 0 ? lines : [...lines.slice(0, mostLines), say('redeem.compare-all', more)];
}

function balance(say: Say, spare: number): Element {
  if (spare < 0) return warning([say('redeem.too-few', -spare)]);
  return spare === 0 ? good([say('redeem.enough')]) : note(say('redeem.more-than-needed', spare));
}
