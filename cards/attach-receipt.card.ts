import type { HandOff } from '../domain/customers/records.ts';
import type { PartnerOfRecordAttached } from '../domain/partner-of-record/commands.ts';
import { plans } from '../domain/shared/plans.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { handOffLines, handOffSteps } from './hand-off.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { bullets, card, facts, note, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';
import { partnerWords } from './partner-words.ts';
import type { PartnerView } from './partner-words.ts';

export interface AttachReceiptView {
  readonly attached: PartnerOfRecordAttached;
  /** Who was there before, in the order of the outcome's subscriptions. */
  readonly before: readonly PartnerView[];
  /** Absent once another partner of record was chosen before anybody did this at Microsoft. */
  readonly handOff?: HandOff;
}

/** What our book holds now, and what is to be done at Microsoft. */
export function attachReceiptCard(say: Say, { attached, before, handOff }: AttachReceiptView): AdaptiveCard {
  const { partnerId, name, isUs, verified } = attached;
  const partner: PartnerView = isUs ? { kind: 'us', partnerId } : { kind: 'other', partnerId, verified, ...(name === undefined ? {} : { name }) };
  return card(say, {
    heading: say('por.receipt-heading'),
    body: [
      facts([
        [say('redeem.customer'), attached.customerName],
        [say('por.who'), partnerWords(say, partner)],
      ]),
      bullets(replaced(say, { attached, before })),
      ...(verified ? [] : [warning([say('por.unverified', partnerId)])]),
      ...(handOff === undefined
        ? [text(say('hand-off.book', say.instant(attached.at), attached.by)), note(say('por.superseded'))]
        : [...handOffLines(say, { at: attached.at, by: attached.by }, handOff), ...handOffSteps(say, handOff, attached.commandId)]),
    ],
    actions: [intentButton(say, 'attach-partner-of-record'), intentButton(say, 'to-do'), homeButton(say)],
  });
}

/** More lines than this nobody reads, and a card has an end: the rest is counted. */
const mostListed = 20;

function replaced(say: Say, { attached, before }: Pick<AttachReceiptView, 'attached' | 'before'>): readonly string[] {
  const lines = attached.subscriptions.map(({ plan }, index) => say('por.was', plans[plan].name, partnerWords(say, before[index] ?? { kind: 'nobody' })));
  return lines.length <= mostListed ? lines : [...lines.slice(0, mostListed), say('list.more', lines.length - mostListed)];
}
