import { z } from 'zod';
import type { Whom } from '../../cards/form.ts';
import { CustomerId } from '../../domain/shared/ids.ts';
import type { At } from './flow.ts';

const Chosen = z.object({ customer: z.object({ customer: CustomerId.optional(), name: z.string().optional() }) });

/** The customer that a conversation has asked for, by the name it has now; nobody before that, and of an offer to whoever has the link. */
export async function chosenCustomer({ say, who, book, answers }: At<object>): Promise<Whom | undefined> {
  const chosen = Chosen.safeParse(answers).data?.customer;
  if (chosen === undefined) return undefined;
  const stored = chosen.customer === undefined ? undefined : (await book.read('customer', chosen.customer))?.value;
  const name = stored?.partner === who.tenant ? stored.name : chosen.name;
  return name === undefined ? undefined : [say('acting.customer'), name];
}
