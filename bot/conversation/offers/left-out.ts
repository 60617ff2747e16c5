import { eligibilityText } from '../../../cards/eligibility.ts';
import type { Frame } from '../../../cards/form.ts';
import { eligibility } from '../../../domain/company/eligibility.ts';
import type { At, Shown } from '../flow.ts';
import type { OfferAnswers } from './making.ts';

/** Why this person may not ask for delegated administration inside an offer, in words; undefined: they may. */
export function noDelegationBecause({ who, say }: Pick<At<OfferAnswers>, 'who' | 'say'>): string | undefined {
  const may = eligibility('delegation-in-offer', who.partner, who.user);
  return may.kind === 'eligible' ? undefined : eligibilityText(say, may);
}

/** The frame, with what was left out of the offer that this one is made from, as long as it is left out. */
export function withLeftOut(at: Pick<Shown<OfferAnswers>, 'who' | 'say' | 'answers' | 'frame'>): Frame {
  const { known, terms } = at.answers;
  const because = known?.leftOut === undefined || terms?.delegation !== 'none' ? undefined : noDelegationBecause(at);
  if (because === undefined) return at.frame;
  return { ...at.frame, notices: [...at.frame.notices, at.say('offer.delegation-left-out', because)] };
}
