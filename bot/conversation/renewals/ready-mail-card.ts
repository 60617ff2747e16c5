import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import { renewedWords } from '../../../cards/renewal-words.ts';
import { noticeMailCard } from '../../../cards/notice-mail.card.ts';
import type { NoticeMailView } from '../../../cards/notice-mail.card.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import type { Notice } from '../../../domain/renewals/records.ts';
import { tenantOf } from '../../../domain/shared/ids.ts';
import type { PersonId } from '../../../domain/shared/ids.ts';
import type { Reader } from '../../../domain/shared/store.port.ts';
import type { CardParts } from '../card-parts.ts';
import { adminsOf } from '../customers/known-users.ts';
import { renewalFactsOf } from './facts.ts';
import { noticeMail } from './notice-mail.ts';
import { digestToday, ownSubscription } from './renewal-cards.ts';

/** The ready e-mail of one notice, for the partner's people; undefined for anybody else. In the customer's language, else the reader's. */
export async function readyMailCard(
  parts: CardParts,
  id: string,
  reader: PersonId,
  said: Pick<NoticeMailView, 'done' | 'refused'>,
): Promise<AdaptiveCard | undefined> {
  const { book, language } = parts;
  const notice = (await book.read('notice', id))?.value;
  const step = notice === undefined ? undefined : stepOf(notice);
  if (notice?.side !== 'mail' || notice.ending.kind !== 'term' || step === undefined) return undefined;
  const subscription = await ownSubscription(parts, notice.ending.subscription, reader);
  const customer = (await book.read('customer', notice.customer))?.value;
  if (subscription === undefined || customer?.partner !== tenantOf(reader)) return undefined;
  const [renewal, partner, to, digest] = await Promise.all([
    renewalFactsOf(parts, subscription, { term: notice.ending.term, endsOn: notice.endsOn }),
    book.read('partner', customer.partner),
    addressesOf(book, customer),
    digestToday(parts, reader),
  ]);
  const say = sayIn(language);
  const renewed = renewedWords(say, renewal);
  return noticeMailCard(say, {
    notice: id,
    step: step.step,
    customer: { id: customer.id, name: customer.name },
    subscription: subscription.id,
    term: renewal.term,
    to,
    mail: noticeMail(customer.language ?? language, renewal, partner?.value),
    ...(step.mailed === undefined ? {} : { mailed: step.mailed }),
    ...(renewed === undefined ? {} : { renewed }),
    ...(digest === undefined ? {} : { digest }),
    ...said,
  });
}

/** The step it is about: the one that waits to be told, else the latest that was. */
function stepOf({ waiting, told }: Notice): Pick<Notice['told'][number], 'step' | 'mailed'> | undefined {
  return waiting === undefined ? told.at(-1) : { step: waiting.step };
}

async function addressesOf(book: Reader, { id, contact }: Customer): Promise<readonly string[]> {
  const admins = (await adminsOf(book, id)).map(({ value }) => value.upn);
  const named = contact === undefined ? [] : [contact.email.toLowerCase()];
  return [...new Set([...named, ...admins])].slice(0, mostAddresses);
}
const mostAddresses = 5;
