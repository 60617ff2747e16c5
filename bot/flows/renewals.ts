import { customerNotFoundCard } from '../../cards/customers.card.ts';
import type { Answered, Clicks, Context, Page } from '../conversation/context.ts';
import type { PartnerPerson } from '../conversation/who.ts';

type Here = Context<PartnerPerson>;
type Clicked =
  'show-digest' | 'show-renewal' | 'snooze-renewal' | 'let-renewal-end' | 'go-on-with-renewal' | 'record-renewal' | 'show-notice-mail' | 'mark-notice-mailed';

/** What ends soon, the soonest first. */
export const renewals: Page = { show: ({ say }) => Promise.resolve(customerNotFoundCard(say)) };

/** The buttons of the partner's cards about renewals. */
export const renewalClicks: Pick<Clicks, Clicked> = {
  'show-digest': nothing,
  'show-renewal': nothing,
  'snooze-renewal': nothing,
  'let-renewal-end': nothing,
  'go-on-with-renewal': nothing,
  'record-renewal': nothing,
  'show-notice-mail': nothing,
  'mark-notice-mailed': nothing,
};

function nothing({ say }: Here): Promise<Answered> {
  return Promise.resolve({ card: customerNotFoundCard(say) });
}
