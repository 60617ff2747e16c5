import type { PartnerUser } from '../../../domain/company/records.ts';
import { defaultOwner, effectiveOwner } from '../../../domain/customers/owner.ts';
import type { Customer, HandOff } from '../../../domain/customers/records.ts';
import type { PersonId } from '../../../domain/shared/ids.ts';
import type { Context } from '../context.ts';
import type { PartnerPerson } from '../who.ts';
import { rowsAt } from './rows-at.ts';

type Here = Pick<Context<PartnerPerson>, 'book' | 'who'>;

/** Who looks after what nobody does; without `except`, who is about to go. */
export async function defaultOwnerOf({ book, who }: Here, except?: PersonId): Promise<PartnerUser | undefined> {
  const admins = await book.list('global-admins-of-partner', { key: who.tenant, limit: 2 });
  return defaultOwner(
    admins.rows.map(({ value }) => value),
    except,
  );
}

/** Who looks after this customer today. */
export async function ownerOf(here: Here, { owner }: Pick<Customer, 'owner'>): Promise<PartnerUser | undefined> {
  const [named, byDefault] = await Promise.all([owner === undefined ? undefined : here.book.read('partner-user', owner), defaultOwnerOf(here)]);
  return effectiveOwner(here.who.tenant, named?.value, byDefault);
}

/** What is to be done at Microsoft by this person: their own, and as the default owner that of people who are gone. */
export interface ToDo {
  readonly total: number;
  readonly rows: (from: number, count: number) => Promise<readonly HandOff[]>;
}

export async function toDoOf(here: Here): Promise<ToDo> {
  const { book, who } = here;
  const isDefault = (await defaultOwnerOf(here))?.person === who.person;
  const owners = [who.person, ...(isDefault ? await goneOwners(here) : [])];
  const counts = await Promise.all(owners.map((key) => book.count('open-hand-offs-of-owner', { key })));
  return {
    total: counts.reduce((sum, count) => sum + count, 0),
    rows: async (from, count) => {
      const rows: HandOff[] = [];
      let passed = 0;
      for (const [index, key] of owners.entries()) {
        const has = counts[index] ?? 0;
        const missing = count - rows.length;
        const start = Math.max(0, from - passed);
        if (missing > 0 && start < has)
          rows.push(...(await rowsAt(book, 'open-hand-offs-of-owner', { key, from: start, count: missing })).map(({ value }) => value));
        passed += has;
      }
      return rows;
    },
  };
}

/**
 * Those who have something open and are none of the partner's people. From one owner's rows to the next: it costs how many people have
 * something to do, however much that is.
 */
async function goneOwners({ book, who }: Here): Promise<readonly PersonId[]> {
  const gone: PersonId[] = [];
  let from = '';
  for (;;) {
    const [next] = (await book.list('open-hand-offs-by-owner', { key: who.tenant, from, limit: 1 })).rows;
    if (next === undefined) return gone;
    const { owner } = next.value;
    const user = owner === who.person ? who.user : (await book.read('partner-user', owner))?.value;
    if (user?.tenant !== who.tenant) gone.push(owner);
    from = `${owner}|\u{ffff}`;
  }
}
