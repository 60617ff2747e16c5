import type { DigestOf, NextDigest } from '../../domain/renewals/next-digest.ts';
import { nextDigestAt } from '../../domain/renewals/next-digest.ts';
import { dayOf } from '../../domain/shared/dates.ts';
import type { KnownAddress } from '../../domain/shared/records.ts';
import type { Expectation, Put, Reader, Ref, Stored } from '../../domain/shared/store.port.ts';
import type { Incoming } from '../../domain/shared/turn.ts';

/**
 * What a turn changes in the address book: every one-to-one message refreshes it, uninstalling forgets it.
 *
 * Nothing is written while nothing has changed, so that an ordinary turn costs no write for it.
 */
export function addressChanges(
  incoming: Incoming,
  stored: Stored<'address'> | undefined,
  now: Date,
  isProfileAsked = false,
): { readonly expect: readonly Expectation[]; readonly put: readonly Put[]; readonly remove: readonly Ref[] } {
  const ref = { kind: 'address', id: incoming.from.person } as const;
  const nothing = { expect: [], put: [], remove: [] };
  if (incoming.address.scope !== 'personal' || incoming.address.channel !== 'msteams') return nothing;
  const expect: Expectation[] = [{ ...ref, version: stored?.version ?? 0 }];
  if (incoming.said.kind === 'removed') return stored === undefined ? nothing : { expect, put: [], remove: [ref] };
  // installing, and some clients, tell neither: what was told once holds, so that their morning does not move into their night
  const { locale = stored?.value.locale, timeZone = stored?.value.timeZone } = incoming;
  const value: KnownAddress = {
    person: incoming.from.person,
    address: incoming.address,
    ...(locale === undefined ? {} : { locale }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(isProfileAsked ? { profileAskedOn: dayOf(now) } : stored?.value.profileAskedOn === undefined ? {} : { profileAskedOn: stored.value.profileAskedOn }),
    welcomed: incoming.said.kind === 'installed' || stored?.value.welcomed === true,
    refreshedOn: stored?.value.refreshedOn ?? dayOf(now),
  };
  return isSame(stored?.value, value) ? nothing : { expect, put: [{ ...ref, value: { ...value, refreshedOn: dayOf(now) } }], remove: [] };
}

/**
 * What waits for somebody who can be written to again, or for the first time, comes in their next morning: the digest for it stands in the same
 * commit. Costs nothing in any other turn.
 */
export async function digestsOnReturn(
  book: Reader,
  stored: Stored<'address'> | undefined,
  { put }: { readonly put: readonly Put[] },
  at: Pick<DigestOf, 'now' | 'noticeHour'>,
): Promise<NextDigest> {
  const isBack = stored === undefined || stored.value.unreachable !== undefined;
  const nothing = { expect: [], put: [] };
  const address = isBack ? put.flatMap((each) => (each.kind === 'address' ? [each.value] : []))[0] : undefined;
  if (address === undefined) return nothing;
  const { person } = address;
  const [notices, news] = await Promise.all([
    book.list('waiting-notices-of', { key: person, limit: mostLookedAt }),
    book.list('news-of', { key: person, limit: mostLookedAt }),
  ]);
  const notBefore = new Date(at.now.getTime() + answeredFirstMs);
  const partners = new Set([...notices.rows, ...news.rows].map(({ value }) => value.partner));
  const digests = await Promise.all([...partners].map((partner) => nextDigestAt(book, address, { partner, person, ...at, notBefore })));
  return { expect: digests.flatMap(({ expect }) => expect), put: digests.flatMap((digest) => digest.put) };
}

/** Whoever comes back wants something: what waits for them does not come between. */
const answeredFirstMs = 600_000;
/** Of people whom several partners look after, more than that never waits. */
const mostLookedAt = 500;

function isSame(before: KnownAddress | undefined, after: KnownAddress): boolean {
  if (before === undefined) return false;
  const values = inOrder(after);
  return inOrder(before).every((value, index) => value === values[index]);
}

function inOrder({ person, address, locale, timeZone, welcomed, refreshedOn, profileAskedOn, unreachable }: KnownAddress): readonly unknown[] {
  const { channel, conversation, scope, serviceUrl, bot, user, tenant } = address;
  return [
    person,
    channel,
    conversation,
    scope,
    serviceUrl,
    bot.id,
    bot.name,
    user.id,
    user.name,
    tenant,
    locale,
    timeZone,
    welcomed,
    refreshedOn,
    profileAskedOn,
    unreachable,
  ];
}
