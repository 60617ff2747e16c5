import { dayOf } from '../../domain/shared/dates.ts';
import type { KnownAddress } from '../../domain/shared/records.ts';
import type { Expectation, Put, Ref, Stored } from '../../domain/shared/store.port.ts';
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
  const value: KnownAddress = {
    person: incoming.from.person,
    address: incoming.address,
    ...(incoming.locale === undefined ? {} : { locale: incoming.locale }),
    ...(incoming.timeZone === undefined ? {} : { timeZone: incoming.timeZone }),
    ...(isProfileAsked ? { profileAskedOn: dayOf(now) } : stored?.value.profileAskedOn === undefined ? {} : { profileAskedOn: stored.value.profileAskedOn }),
    welcomed: incoming.said.kind === 'installed' || stored?.value.welcomed === true,
    refreshedOn: stored?.value.refreshedOn ?? dayOf(now),
  };
  return isSame(stored?.value, value) ? nothing : { expect, put: [{ ...ref, value: { ...value, refreshedOn: dayOf(now) } }], remove: [] };
}

function isSame(before: KnownAddress | undefined, after: KnownAddress): boolean {
  if (before === undefined) return false;
  const values = inOrder(after);
  return inOrder(before).every((value, index) => value === values[index]);
}

function inOrder({ person, address, locale, timeZone, welcomed, refreshedOn, profileAskedOn }: KnownAddress): readonly unknown[] {
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
  ];
}
