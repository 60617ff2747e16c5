import type { AdaptiveCard } from './adaptive-card.ts';
import { aboutWhom, field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import { bullets, text } from './kit.ts';
import type { Say } from './messages/say.ts';

/** What redeeming means, what to have ready, and the acknowledgement that comes first (mission, row 1). */
export function redeemAcknowledgementCard(say: Say, view: { readonly frame: Frame }): AdaptiveCard {
  return formCard(say, view.frame, {
    heading: say('redeem.acknowledge-heading'),
    body: [
      ...aboutWhom(view.frame),
      text(say('redeem.acknowledge-what')),
      bullets([say('redeem.acknowledge-need'), say('redeem.acknowledge-safe'), say('redeem.acknowledge-honest')]),
      ...field(say, view.frame, { type: 'Input.Toggle', id: 'understood', label: say('redeem.understood-label'), title: say('redeem.understood'), wrap: true }),
    ],
    submit: say('redeem.start-now'),
  });
}
