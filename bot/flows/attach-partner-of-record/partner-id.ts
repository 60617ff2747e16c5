import { z } from 'zod';
import { attachPartnerIdCard } from '../../../cards/attach-partner-id.card.ts';
import { isIndirectSale } from '../../../domain/partner-of-record/attach.ts';
import type { KnownPartner } from '../../../domain/partner-of-record/records.ts';
import { PartnerId, knownPartnerId } from '../../../domain/partner-of-record/records.ts';
import { form } from '../../conversation/flow.ts';
import type { At, Step } from '../../conversation/flow.ts';
import type { Answers } from './answers.ts';
import { chosenOf } from './attachable.ts';
import type { Attachable } from './attachable.ts';

interface Facts {
  readonly customer: string;
  readonly chosen: readonly Attachable[];
  readonly indirect: boolean;
  readonly known: readonly KnownPartner[];
  readonly moreKnown: boolean;
}

const mostKnown = 20;
const digits = z
  .string()
  .transform((text) => text.replace(/\s+/gu, ''))
  .pipe(PartnerId);

/** Which Microsoft Partner ID; a provider's is refused on an indirect sale, with the reason. */
export const partnerIdStep: Step<Answers> = form<Answers>()({
  id: 'partner',
  inputs: z.object({ partnerId: digits }),
  wrong: { partnerId: 'por.id-wrong' },
  look,
  known: ({ who, answers: { partner } }) => ({ partnerId: partner?.partnerId ?? who.partner?.partnerId }),
  judge: async ({ partnerId }, at, facts, draft) => {
    const { book, who, say } = at;
    const known = (await book.read('known-partner', knownPartnerId(who.tenant, partnerId)))?.value;
    const wrong = (text: string) => ({ kind: 'problems', answers: {}, draft, problems: [{ field: 'partnerId', text }] }) as const;
    if (known?.kind === 'provider' && facts.indirect) return wrong(say('por.provider-refused', known.name ?? partnerId));
    if (facts.chosen.length > 0 && facts.chosen.every(({ now }) => isThis(at, now, partnerId))) return wrong(say('por.attached-already'));
    return { kind: 'taken', answers: { partner: { partnerId } } };
  },
  hears: (text) => (digits.safeParse(text).success ? { partnerId: text } : undefined),
  card: ({ frame, values: { partnerId }, facts: { customer, indirect, known, moreKnown }, at: { who } }, say) => {
    const own = who.partner?.partnerId;
    return attachPartnerIdCard(say, {
      frame,
      customer,
      known,
      moreKnown,
      indirect,
      ...(who.partner === undefined || own === undefined ? {} : { own: { partnerId: own, name: who.partner.name } }),
      ...(partnerId === undefined ? {} : { partnerId }),
    });
  },
});

/** Is this the partner of record who is there already? */
export function isThis({ who }: Pick<At<unknown>, 'who'>, now: Attachable['now'], partnerId: string): boolean {
  return now.kind === 'us' ? who.partner?.partnerId === partnerId : now.kind === 'other' && now.partnerId === partnerId;
}

async function look(at: At<Answers>): Promise<Facts> {
  const { who, book } = at;
  const { partner } = who;
  const { customer, rows: chosen } = await chosenOf(at);
  const page = await book.list('known-partners', { key: who.tenant, limit: mostKnown });
  return {
    customer: customer?.name ?? '',
    chosen,
    indirect: partner !== undefined && chosen.some(({ subscription }) => isIndirectSale(subscription, partner)),
    known: page.rows.map((row) => row.value),
    moreKnown: page.next !== undefined,
  };
}
