import type { HandOff } from '../domain/customers/records.ts';
import type { PartnerOfRecordAttached } from '../domain/partner-of-record/commands.ts';
import { plans } from '../domain/shared/plans.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { fits } from './fits.ts';
import { handOffLines, handOffSteps } from './hand-off.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { bullets, card, facts, note, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';
import { partnerWords } from './partner-words.ts';
import type { PartnerView } from './partner-words.ts';
import type { TaskSubjects } from './task-subjects.ts';

export interface AttachReceiptView {
  readonly attached: PartnerOfRecordAttached;
  /** Who was there before, in the order of the outcome's subscriptions. */
  readonly before: readonly PartnerView[];
  /** Absent once another partner of record was chosen before anybody did this at Microsoft. */
  readonly handOff?: HandOff;
  readonly about?: TaskSubjects;
}

/** Where names are so long that all of them would be too much, the first of them, and how many more there are. */
const firstFew = 20;

/** What our book holds now, and what is to be done at Microsoft. */
export function attachReceiptCard(say: Say, view: AttachReceiptView): AdaptiveCard {
  const whole = drawnWith(say, view, view.attached.subscriptions.length);
  return fits(whole) ? whole : drawnWith(say, view, firstFew);
}

function drawnWith(say: Say, { attached, before, handOff, about }: AttachReceiptView, count: number): AdaptiveCard {
  const { partnerId, name, isUs, verified } = attached;
  const partner: PartnerView = isUs ? { kind: 'us', partnerId } : { kind: 'other', partnerId, verified, ...(name === undefined ? {} : { name }) };
  return card(say, {
    heading: say('por.receipt-heading'),
    body: [
      facts([
        [say('redeem.customer'), attached.customerName],
        [say('por.who'), partnerWords(say, partner)],
      ]),
      bullets(
        attached.subscriptions
          .slice(0, count)
          .map(({ plan }, index) => say('por.was', plans[plan].name, partnerWords(say, before[index] ?? { kind: 'nobody' }))),
      ),
      ...(attached.subscriptions.length > count ? [note(say('list.more', attached.subscriptions.length - count))] : []),
      ...(verified ? [] : [warning([say('por.unverified', partnerId)])]),
      ...(handOff === undefined
        ? [text(say('hand-off.book', say.instant(attached.at), attached.by)), note(say('por.superseded'))]
        : [...handOffLines(say, { at: attached.at, by: attached.by }, handOff), ...handOffSteps(say, handOff, attached.commandId, about)]),
    ],
    actions: [intentButton(say, 'attach-partner-of-record'), intentButton(say, 'to-do'), homeButton(say)],
  });
}
