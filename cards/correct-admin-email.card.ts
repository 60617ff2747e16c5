import type { AdminEmailCorrected } from '../domain/customers/commands.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { field, formCard, reviewCard } from './form.ts';
import type { Frame } from './form.ts';
import { homeButton, intentButton } from './intent-button.ts';
import { card, facts, plain, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';

/** Which customer, by domain. */
export function correctCustomerCard(say: Say, view: { readonly frame: Frame; readonly domain?: string }): AdaptiveCard {
  return formCard(say, view.frame, {
    heading: say('correct.customer-heading'),
    body: field(say, view.frame, {
      type: 'Input.Text',
      id: 'domain',
      label: say('correct.domain'),
      placeholder: say('redeem.domain-placeholder'),
      maxLength: 253,
      ...(view.domain === undefined ? {} : { value: view.domain }),
    }),
    submit: say('form.next'),
  });
}

export interface CorrectEmailView {
  readonly frame: Frame;
  readonly customer: string;
  readonly admins: readonly { readonly id: string; readonly name: string; readonly email: string }[];
  readonly admin?: string;
  readonly newEmail?: string;
}

/** Which admin, and the right e-mail. */
export function correctEmailCard(say: Say, view: CorrectEmailView): AdaptiveCard {
  const admin = view.admin ?? view.admins[0]?.id;
  return formCard(say, view.frame, {
    heading: say('correct.email-heading'),
    body: [
      facts([[say('redeem.customer'), view.customer]]),
      ...field(say, view.frame, {
        type: 'Input.ChoiceSet',
        id: 'admin',
        label: say('correct.admin'),
        // a list that opens: names are never read as Markdown there
        style: 'compact',
        ...(admin === undefined ? {} : { value: admin }),
        choices: view.admins.map(({ id, name, email }) => ({ title: plain(`${name} · ${email}`), value: id })),
      }),
      ...field(say, view.frame, {
        type: 'Input.Text',
        id: 'newEmail',
        label: say('correct.new-email'),
        style: 'Email',
        maxLength: 254,
        ...(view.newEmail === undefined ? {} : { value: view.newEmail }),
      }),
    ],
    submit: say('form.next'),
  });
}

/** Before and after, for a yes. */
export function correctReviewCard(
  say: Say,
  view: { readonly frame: Frame; readonly customer: string; readonly admin: string; readonly before: string; readonly after: string },
): AdaptiveCard {
  return reviewCard(say, view.frame, {
    heading: say('correct.review-heading'),
    body: [
      facts([
        [say('redeem.customer'), view.customer],
        [say('correct.admin'), view.admin],
        [say('correct.before'), view.before],
        [say('correct.after'), view.after],
      ]),
    ],
    confirm: say('correct.confirm'),
    edits: [{ title: say('correct.change'), to: 'email' }],
  });
}

/** What changed in our book, and that Microsoft knows nothing of it. */
export function correctReceiptCard(say: Say, outcome: AdminEmailCorrected): AdaptiveCard {
  return card(say, {
    heading: say('correct.receipt-heading'),
    body: [
      facts([
        [say('redeem.customer'), outcome.customerName],
        [say('correct.admin'), outcome.adminName],
        [say('correct.before'), outcome.before],
        [say('correct.after'), outcome.after],
      ]),
      text(say('hand-off.book', say.instant(outcome.at), outcome.by)),
      warning([say('correct.receipt-microsoft')]),
    ],
    actions: [intentButton(say, 'correct-admin-email'), homeButton(say)],
  });
}
