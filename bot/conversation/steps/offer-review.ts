import type { TextKey } from '../../../cards/messages/catalogue.ts';
import { offerReviewCard } from '../../../cards/offer-review.card.ts';
import { confirmedInformation } from '../../../domain/company/confirmed.ts';
import type { OfferContent, OfferKind } from '../../../domain/offers/records.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import { withLeftOut } from '../offers/left-out.ts';
import { contentOf } from '../offers/making.ts';
import type { OfferAnswers } from '../offers/making.ts';
import { whereAndUntil } from '../offers/send-offer-command.ts';
import { review } from '../flow.ts';
import type { Step } from '../flow.ts';

/** Everything as the other side will read it; the yes sends it. `edits`: what can be changed from here, by the answers. */
export function offerReviewStep(
  kind: OfferKind,
  edits: (answers: Partial<OfferAnswers>) => readonly { readonly title: TextKey; readonly to: string }[],
): Step<OfferAnswers> {
  return review<OfferAnswers>()({
    id: 'review',
    show: async (at) => {
      const { customer, message } = at.answers;
      const contact = confirmedInformation(at.who.partner, dayOf(at.now));
      return offerReviewCard(at.say, {
        frame: withLeftOut(at),
        ...(customer?.customer === undefined ? {} : { customer: customer.name ?? '' }),
        content: contentOf(kind, at.answers) ?? nothing[kind],
        ...(await whereAndUntil(at, kind)),
        message: message?.message ?? '',
        ...(contact === undefined ? {} : { contact }),
        edits: edits(at.answers),
      });
    },
  });
}

/** Drawn for answers that no longer fit: their command then yields nothing, and the conversation begins again. */
const nothing: Readonly<Record<OfferKind, OfferContent>> = {
  trial: { kind: 'trial', plan: 'business-basic' },
  purchase: { kind: 'purchase', lines: [] },
  'delegated-admin': { kind: 'delegated-admin', delegation: { form: 'classic' } },
};
