import type { MayNotAct } from '../../../domain/delegated-admin/acting.ts';
import { mayNotActText } from '../../../cards/acting-words.ts';
import { mayActOnBehalf, rightFor } from '../../../domain/delegated-admin/acting.ts';
import type { DelegatedTask } from '../../../domain/delegated-admin/roles.ts';
import { dayOf } from '../../../domain/shared/dates.ts';
import type { Day } from '../../../domain/shared/dates.ts';
import { CustomerId } from '../../../domain/shared/ids.ts';
import type { At, Permission } from '../flow.ts';
import type { PartnerPerson } from '../who.ts';

/** No customer has this id: what is asked with it depends on the own side alone. */
const noCustomer = CustomerId.parse('nobody');
const mostRelationships = 500;

/** Whether somebody may begin something on a customer's behalf: their own right and the company's standing, before any customer is chosen. */
export function permitsActing(task: DelegatedTask, { partner, user }: PartnerPerson, today: Day): Permission {
  const may = mayActOnBehalf({ partner, user, customer: noCustomer, relationships: [], task, today });
  switch (may.kind) {
    case 'company-unknown':
      return { kind: 'not-allowed', because: (say) => mayNotActText(say, may) };
    case 'person-lacks-right':
      return { kind: 'not-allowed', because: (say) => mayNotActText(say, may), ask: rightFor[task] };
    case 'company-not-authorised':
      return { kind: 'not-allowed', because: (say) => mayNotActText(say, may), way: 'keep-standing' };
    case 'may-act':
    case 'no-relationship':
    case 'relationship-over':
    case 'classic-not-enough':
    case 'role-missing':
      return { kind: 'allowed' };
  }
}

/** Why this person may not do it for this customer today; undefined when they may. The same question as the command's. */
export async function mayNotAct(
  { who: { partner, user }, book, now }: Pick<At<unknown>, 'who' | 'book' | 'now'>,
  customer: CustomerId,
  task: DelegatedTask,
): Promise<MayNotAct | undefined> {
  const page = await book.list('relationships-of-customer', { key: customer, limit: mostRelationships });
  const relationships = page.rows.map((row) => row.value);
  const may = mayActOnBehalf({ partner, user, customer, relationships, task, today: dayOf(now) });
  return may.kind === 'may-act' ? undefined : may;
}
