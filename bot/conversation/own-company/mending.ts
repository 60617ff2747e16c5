import type { Mend } from '../../../cards/mending.ts';
import { mayActInCompany } from '../../../domain/company/rights.ts';
import type { Context } from '../context.ts';
import type { PartnerPerson } from '../who.ts';

const mostRead = 6;

/** Who can give this person a right, or enter how the company stands. */
export async function mendOf({ book, who }: Pick<Context<PartnerPerson>, 'book' | 'who'>): Promise<Mend> {
  if (mayActInCompany(who.user, 'give-rights')) return { kind: 'self', person: who.person };
  const admins = await book.list('global-admins-of-partner', { key: who.tenant, limit: mostRead });
  return { kind: 'others', admins: admins.rows.map(({ value }) => value.name) };
}
