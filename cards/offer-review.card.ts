import type { CompanyInformation } from '../domain/company/confirmed.ts';
import type { OfferContent } from '../domain/offers/records.ts';
import type { Day } from '../domain/shared/dates.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { facts, note, subheading, text } from './kit.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';
import { contactLines, contentFacts } from './offer-words.ts';
import { paragraphs } from './paragraphs.ts';

export interface OfferReviewView {
  readonly frame: Frame;
  /** Absent: whoever has the link. */
  readonly customer?: string;
  readonly content: OfferContent;
  readonly country: string;
  readonly validUntil: Day;
  readonly message: string;
  readonly contact?: CompanyInformation;
  /** What can be changed, and in which step. */
  readonly edits: readonly { readonly title: TextKey; readonly to: string }[];
}

/** Everything exactly as it goes out; after it nothing can be changed. */
export function offerReviewCard(say: Say, view: OfferReviewView): AdaptiveCard {
  const { frame, customer, content, country, validUntil, message, contact, edits } = view;
  return reviewCard(say, frame, {
    heading: say(`offer.review-heading-${content.kind}`),
    body: [
      facts([
        [say('offer.to'), customer ?? say('offer.anyone')],
        ...contentFacts(say, content),
        [say('offer.country'), say.country(country)],
        [say('offer.valid-until'), say.day(validUntil)],
      ]),
      subheading(say('offer.review-preview')),
      {
        type: 'Container',
        style: 'emphasis',
        items: [...paragraphs(message), ...(contact === undefined ? [] : contactLines(contact))],
      },
      note(say(customer === undefined ? 'offer.review-to-anyone' : 'offer.review-to-customer')),
      text(say('offer.review-final')),
    ],
    confirm: say('offer.send'),
    edits: edits.map(({ title, to }) => ({ title: say(title), to })),
  });
}
