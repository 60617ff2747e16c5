import { sayIn } from '../../../cards/messages/say.ts';
import { contentFacts } from '../../../cards/offer-words.ts';
import type { PartnerOfferView } from '../../../cards/offer-partner.card.ts';
import type { Partner } from '../../../domain/company/records.ts';
import type { Offer } from '../../../domain/offers/records.ts';

/** The e-mail that carries an offer to whoever is not in Teams, in the language of the offer: ready to be copied. */
export function readyMail({ content, message, language, summaryId, validUntil }: Offer, partner: Partner | undefined, link: string): PartnerOfferView['mail'] {
  const say = sayIn(language);
  const kind = say(`offer.kind-${content.kind}`);
  const asked = contentFacts(say, content).filter(([, value]) => value !== say('offer.delegation-none'));
  const contact = [partner?.name, partner?.phone, partner?.email, partner?.address].filter((each) => each !== undefined);
  const parts = [
    message,
    [`${kind} ${summaryId}`, ...asked.map(([label, value]) => `${label}: ${value}`)].join('\n'),
    [say('offer.mail-open', link), say('offer.mail-valid', validUntil)].join('\n'),
    contact.join('\n'),
  ];
  return { subject: say('offer.mail-subject', kind, partner?.name ?? ''), body: parts.filter((each) => each !== '').join('\n\n') };
}
