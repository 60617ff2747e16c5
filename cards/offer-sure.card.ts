import type { Offer } from '../domain/offers/records.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { execute } from './actions.ts';
import { card, facts, text, warning } from './kit.ts';
import type { Say } from './messages/say.ts';
import { doubted } from './offer-answer.ts';
import type { AnswerView } from './offer-answer.ts';
import { quiet } from './offer-partner.card.ts';
import { requestWarnings } from './offers.card.ts';
import type { AdminRequestRow } from './offers.card.ts';

export interface ConfirmAnswerView {
  readonly offer: Pick<Offer, 'id' | 'content' | 'summaryId'>;
  readonly answer: Pick<AnswerView, 'answer' | 'doubt'>;
}

/** Asked once before an answer is confirmed of somebody who, by what is known, may be of another organisation. */
export function confirmAnswerCard(say: Say, { offer, answer: view }: ConfirmAnswerView): AdaptiveCard {
  const { answer } = view;
  const { by, organisation } = answer;
  return card(say, {
    heading: say('offers.confirm-heading'),
    body: [
      facts([
        [say(`offer.kind-${offer.content.kind}`), offer.summaryId],
        [say('offers.organisation'), [organisation.name, organisation.domain].join(' · ')],
        [say('offers.person'), by.name],
        ...(by.kind === 'visitor'
          ? [[say('company.email'), by.email] as const]
          : [[say('offers.sign-in-name'), by.upn ?? say('offers.sign-in-name-unknown')] as const]),
      ]),
      ...doubted(say, view),
      text(say('offers.confirm-what')),
    ],
    actions: [
      quiet(say('offers.confirm-yes'), { verb: 'settle-answer', offer: offer.id, customer: answer.customer, verdict: 'confirm', sure: true }),
      quiet(say('offers.confirm-no'), { verb: 'show-offer', offer: offer.id }),
    ],
  });
}

/** Asked once before somebody is entered as an admin: who, of which customer, and what the book would take as true. */
export function nameAdminCard(say: Say, view: AdminRequestRow): AdaptiveCard {
  const { request, customer } = view;
  const warnings = requestWarnings(say, view);
  return card(say, {
    heading: say('offers.name-heading'),
    body: [
      facts([
        [say('offers.person'), request.name],
        [say('offers.sign-in-name'), request.upn ?? say('offers.sign-in-name-unknown')],
        [say('redeem.customer'), customer],
      ]),
      ...(warnings.length === 0 ? [] : [warning(warnings)]),
      text(say('offers.admin-asked-what')),
    ],
    actions: [
      quiet(say('offers.name-yes'), { verb: 'settle-admin-request', customer: request.customer, person: request.person, verdict: 'name', sure: true }),
      execute(say('offers.name-no'), { verb: 'show', page: 'offers' }),
    ],
  });
}
