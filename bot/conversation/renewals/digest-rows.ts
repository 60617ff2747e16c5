import type { DelegationRow, DigestRow, MailRow, NewsRow } from '../../../cards/digest-view.ts';
import type { Customer } from '../../../domain/customers/records.ts';
import { lastDayOf } from '../../../domain/delegated-admin/term.ts';
import type { Digest, DigestEntry } from '../../../domain/renewals/records.ts';
import { daysLeft } from '../../../domain/renewals/terms.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import type { CustomerId, RelationshipId } from '../../../domain/shared/ids.ts';
import type { CardParts } from '../card-parts.ts';
import { renewalFactsOf } from './facts.ts';

type Parts = Pick<CardParts, 'book' | 'now'>;
type NoticeEntry = Extract<DigestEntry, { readonly kind: 'notice' }>;

/** One entry of a digest as it stands in the book now; undefined when what it is about is not there any more. */
export async function digestRow(parts: Parts, { partner }: Digest, entry: DigestEntry): Promise<DigestRow | undefined> {
  const customer = await ownCustomer(parts, partner, entry.kind === 'news' ? entry.news.customer : entry.customer);
  if (customer === undefined) return undefined;
  if (entry.kind === 'news') return newsRow(parts, customer, entry.news);
  if (entry.ending.kind === 'relationship') return delegationRow(parts, customer, entry, entry.ending.relationship);
  return termRow(parts, partner, entry, entry.ending);
}

async function ownCustomer({ book }: Parts, partner: Digest['partner'], id: CustomerId): Promise<Customer | undefined> {
  const stored = await book.read('customer', id);
  return stored?.value.partner === partner ? stored.value : undefined;
}

/** One change, with the customer and the subscription it is about. */
export async function newsRow({ book }: Parts, { id, name }: Customer, news: NewsRow['news']): Promise<NewsRow> {
  const of = news.about.subscription;
  const subscription = of === undefined ? undefined : (await book.read('subscription', of))?.value;
  return {
    kind: 'news',
    customer: { id, name },
    news,
    ...(subscription === undefined ? {} : { subscription: { id: subscription.id, plan: subscription.plan } }),
  };
}

async function delegationRow({ book, now }: Parts, { id, name }: Customer, { endsOn }: NoticeEntry, of: RelationshipId): Promise<DelegationRow | undefined> {
  const relationship = (await book.read('relationship', of))?.value;
  if (relationship === undefined) return undefined;
  const today = dayOf(now);
  const goesOn = relationship.endsOn > endsOn || (relationship.terms.form === 'gdap' && relationship.terms.autoExtends);
  const isOver = relationship.ended !== undefined || relationship.endsOn < today;
  return {
    kind: 'delegation',
    customer: { id, name },
    endsOn,
    daysLeft: daysLeft(endsOn, today),
    now: isOver ? { kind: 'over', on: lastDayOf(relationship, today) } : { kind: goesOn ? 'goes-on' : 'ends' },
  };
}

async function termRow(
  parts: Parts,
  partner: Digest['partner'],
  { endsOn, step, mail }: NoticeEntry,
  ending: Extract<NoticeEntry['ending'], { readonly kind: 'term' }>,
): Promise<DigestRow | undefined> {
  const stored = await parts.book.read('subscription', ending.subscription);
  if (stored?.value.partner !== partner) return undefined;
  const renewal = await renewalFactsOf(parts, stored.value, { term: ending.term, endsOn });
  return mail === undefined ? { kind: 'end', renewal, endsOn } : mailRow(parts, { renewal, endsOn, notice: mail, step });
}

async function mailRow({ book }: Parts, { step, ...row }: Omit<MailRow, 'kind' | 'mailed'> & { readonly step: number }): Promise<MailRow> {
  const told = (await book.read('notice', row.notice))?.value.told.find((each) => each.step === step);
  return { kind: 'mail', ...row, ...(told?.mailed === undefined ? {} : { mailed: told.mailed }) };
}
