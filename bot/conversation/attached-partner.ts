import type { PartnerView } from '../../cards/partner-words.ts';
import { attachedPartner } from '../../domain/partner-of-record/effective.ts';
import { knownPartnerId } from '../../domain/partner-of-record/records.ts';
import type { PartnerOfRecord } from '../../domain/partner-of-record/records.ts';
import type { At } from './flow.ts';

/** Who that is, with the name the address book has. */
export async function partnerView({ book, who }: Pick<At<unknown>, 'book' | 'who'>, stored: PartnerOfRecord): Promise<PartnerView> {
  const attached = attachedPartner(stored, who.partner);
  if (attached.kind !== 'other') return attached;
  const known = (await book.read('known-partner', knownPartnerId(who.tenant, attached.partnerId)))?.value;
  return { ...attached, verified: known?.verified === true, ...(known?.name === undefined ? {} : { name: known.name }) };
}
