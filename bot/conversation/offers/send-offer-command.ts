import { latestValidUntil } from '../../../domain/offers/send-offer.ts';
import type { SendOffer } from '../../../domain/offers/commands.ts';
import type { OfferKind } from '../../../domain/offers/records.ts';
import { summaryIdOf } from '../../../domain/offers/summary-id.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import { offerIdOf } from '../../../domain/shared/record-ids.ts';
import type { At } from '../flow.ts';
import { ownCustomer } from '../steps/choose-customer.ts';
import { contentOf } from './making.ts';
import type { OfferAnswers } from './making.ts';

/**
 * The one command of a conversation that sends an offer; undefined when its answers no longer fit.
 *
 * The code is new each time: a repeated run gives the offer that was sent the first time, and the other code opens nothing.
 */
export async function sendOfferCommand(at: At<OfferAnswers>, kind: OfferKind): Promise<SendOffer | undefined> {
  const { customer, message, madeFrom } = at.answers;
  const content = contentOf(kind, at.answers);
  if (content === undefined || customer === undefined || message === undefined) return undefined;
  const code = at.newCode();
  const id = offerIdOf(at.secrets, code);
  return {
    type: 'send-offer',
    commandId: at.run,
    partner: at.who.tenant,
    by: at.who.person,
    byName: at.who.name,
    id,
    code,
    sealedCode: at.secrets.seal(code, id),
    summaryId: summaryIdOf(kind, at.secrets.deriveId('summary', id)),
    ...(customer.customer === undefined ? {} : { customer: customer.customer }),
    content,
    ...message,
    ...(await whereAndUntil(at, kind)),
    ...(madeFrom === undefined ? {} : { madeFrom }),
  };
}

/** Delegated administration on its own is asked neither: it is for the customer's own country, and waits as long as Microsoft's request does. */
export async function whereAndUntil(at: At<OfferAnswers>, kind: OfferKind): Promise<Pick<SendOffer, 'country' | 'validUntil'>> {
  const { terms, customer } = at.answers;
  if (terms !== undefined) return { country: terms.country, validUntil: terms.validUntil };
  const chosen = customer?.customer === undefined ? undefined : await ownCustomer(at, customer.customer);
  return { country: chosen?.country ?? at.who.partner?.country ?? 'CZ', validUntil: latestValidUntil(kind, dayOf(at.now)) };
}
