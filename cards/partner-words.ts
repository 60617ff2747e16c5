import type { PartnerIdKind } from '../domain/partner-of-record/records.ts';
import { withoutMarkup } from './kit.ts';
import type { TextKey } from './messages/catalogue.ts';
import type { Say } from './messages/say.ts';

/** Who is partner of record of something, to be named on a card. */
export type PartnerView =
  | { readonly kind: 'us'; readonly partnerId?: string }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'other'; readonly partnerId: string; readonly name?: string; readonly verified: boolean };

/** Our company, nobody, or an ID with its name; an ID whose owner nobody has confirmed says so. */
export function partnerWords(say: Say, who: PartnerView): string {
  switch (who.kind) {
    case 'us':
      return who.partnerId === undefined ? say('por.us') : say('por.other', who.partnerId, say('por.us'));
    case 'nobody':
      return say('por.nobody');
    case 'other': {
      const name = withoutMarkup(who.name ?? '');
      return say('por.other', who.partnerId, who.verified && name !== '' ? name : say('por.kind-unknown'));
    }
  }
}

export const partnerKinds: Readonly<Record<PartnerIdKind, TextKey>> = {
  reseller: 'por.kind-reseller',
  provider: 'por.kind-provider',
  advisor: 'por.kind-advisor',
  unknown: 'por.kind-unknown',
};
