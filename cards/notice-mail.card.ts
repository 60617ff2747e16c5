import type { CustomerId, SubscriptionId, TermId } from '../domain/shared/ids.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { card, facts, good, note, problem } from './kit.ts';
import type { Say } from './messages/say.ts';
import { paragraphs } from './paragraphs.ts';
import { quiet } from './renewal.card.ts';
import type { RenewalDelivery } from './renewal-view.ts';
import { mailWords } from './renewal-words.ts';

export interface NoticeMailView {
  readonly notice: string;
  readonly step: number;
  readonly customer: { readonly id: CustomerId; readonly name: string };
  readonly subscription: SubscriptionId;
  readonly term: TermId;
  readonly to: readonly string[];
  readonly mail: { readonly subject: string; readonly body: string };
  readonly mailed?: RenewalDelivery['mailed'];
  /** Renewed meanwhile, by whom and until when: there is nothing left to write. */
  readonly renewed?: string;
  readonly digest?: string;
  readonly done?: string;
  readonly refused?: string;
}

/** The e-mail to a customer whom Teams does not reach: to copy, and to say that it is sent. */
export function noticeMailCard(say: Say, view: NoticeMailView): AdaptiveCard {
  const { notice, step, customer, subscription, term, mailed, renewed, digest, done, refused } = view;
  return card(say, {
    heading: say('notice-mail.heading'),
    speak: [...(done === undefined ? [] : [done]), say('notice-mail.heading'), customer.name].join(' · '),
    body: [
      ...(refused === undefined ? [] : [problem([refused])]),
      ...(done === undefined ? [] : [good([done])]),
      ...(mailed === undefined ? [] : [good([mailWords(say, { mailed })])]),
      ...(renewed === undefined ? toWrite(say, view) : [facts([[say('renewal.customer'), customer.name]]), good([renewed])]),
    ],
    actions: [
      ...(mailed === undefined && renewed === undefined ? [quiet(say('notice-mail.sent'), { verb: 'mark-notice-mailed', notice, step })] : []),
      ...(digest === undefined ? [] : [quiet(say('renewal.back-to-digest'), { verb: 'show-digest', digest })]),
      quiet(say('renewal.back'), { verb: 'show-renewal', subscription, term }),
      quiet(say('renewal.customer'), { verb: 'show-customer', customer: customer.id }),
    ],
  });
}

function toWrite(say: Say, { customer, to, mail, mailed }: NoticeMailView): readonly Element[] {
  return [
    ...(mailed === undefined ? [note(say('notice-mail.what'))] : []),
    facts([
      [say('renewal.customer'), customer.name],
      [say('notice-mail.to'), to.length === 0 ? say('notice-mail.to-nobody') : to.join(', ')],
      [say('notice-mail.subject'), mail.subject],
    ]),
    { type: 'Container', style: 'emphasis', items: paragraphs(mail.body) },
  ];
}

/** The notice is not of this partner, or is not kept any more. */
export function mailNotFoundCard(say: Say): AdaptiveCard {
  return card(say, {
    heading: say('notice-mail.heading'),
    body: [problem([say('notice-mail.not-found')])],
    actions: [intentButton(say, 'renewals'), homeButton(say)],
  });
}
