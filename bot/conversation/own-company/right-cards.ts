import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { sayIn } from '../../../cards/messages/say.ts';
import { rightRequestCard, rightSettledCard } from '../../../cards/right-request.card.ts';
import { customerTaskOf, mayActInCompany } from '../../../domain/company/rights.ts';
import { tenantOf } from '../../../domain/shared/ids.ts';
import type { PersonId } from '../../../domain/shared/ids.ts';
import type { Outgoing } from '../../../domain/shared/outbox.ts';
import type { CardParts } from '../card-parts.ts';

/** "Somebody asks for a right", to a global admin; undefined once it is settled, or for anybody else. */
export async function rightAskedMessage({ book, language }: CardParts, asker: PersonId, reader: PersonId): Promise<AdaptiveCard | undefined> {
  const [request, admin, known] = await Promise.all([book.read('right-request', asker), book.read('partner-user', reader), book.read('partner-user', asker)]);
  if (request?.value.partner !== tenantOf(reader) || request.value.settled !== undefined || !mayActInCompany(admin?.value, 'give-rights')) return undefined;
  return rightRequestCard(sayIn(language), { request: request.value, ...(known === undefined ? {} : { has: known.value.supportedCompanies }) });
}

/** What became of the request, to who asked. */
export async function rightSettledMessage(
  { book, language }: CardParts,
  { verdict, task: name, by }: Extract<Outgoing, { readonly topic: 'right-settled' }>,
  reader: PersonId,
): Promise<AdaptiveCard | undefined> {
  const task = customerTaskOf(name);
  if (task === undefined) return undefined;
  const [known, admin] = await Promise.all([book.read('partner-user', reader), book.read('partner-user', by)]);
  const say = sayIn(language);
  return rightSettledCard(say, {
    verdict,
    task,
    has: known?.value.supportedCompanies ?? 'none',
    by: admin?.value.name ?? say('rights.role-global-admin'),
  });
}
