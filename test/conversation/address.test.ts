import assert from 'node:assert/strict';
import { addressChanges } from '../../bot/conversation/address.ts';
import type { KnownAddress } from '../../domain/shared/records.ts';
import type { Incoming, Said } from '../../domain/shared/turn.ts';
import { ObjectId } from '../../domain/shared/ids.ts';
import { cloudy, jana } from '../support/builders.ts';
import { reached } from '../sweeps/notice-world.ts';

const now = new Date('2026-03-01T09:00:00.000Z');

function known(): KnownAddress {
  const put = reached(jana().person, 'America/Los_Angeles');
  assert.equal(put.kind, 'address');
  return { ...put.value, locale: 'cs-CZ' };
}

/** What the book has of Jana's address after something came from her chat. */
function after(said: Said, more: Partial<Incoming> = {}): KnownAddress {
  const stored = known();
  const from = { person: jana().person, tenant: cloudy, objectId: ObjectId.parse(jana().person.slice(-36)), name: 'Jana' };
  const incoming: Incoming = { activityKey: 'a', requestId: 'r', from, address: { ...stored.address, conversation: 'another chat' }, said, ...more };
  const [put] = addressChanges(incoming, { kind: 'address', id: stored.person, version: 3, value: stored }, now).put;
  assert.equal(put?.kind, 'address');
  return put.value;
}

describe('the address book', () => {
  it('keeps the time zone and the language of a person when something comes that tells neither', () => {
    for (const said of [{ kind: 'installed' }, { kind: 'other' }, { kind: 'text', text: 'hello', hasAttachments: false }] as const) {
      const { timeZone, locale, address } = after(said);
      assert.deepEqual([timeZone, locale, address.conversation], ['America/Los_Angeles', 'cs-CZ', 'another chat'], said.kind);
    }
  });

  it('takes a new time zone or language, each by itself', () => {
    const moved = after({ kind: 'other' }, { timeZone: 'Europe/Prague' });
    assert.deepEqual([moved.timeZone, moved.locale], ['Europe/Prague', 'cs-CZ']);
    const spoken = after({ kind: 'other' }, { locale: 'sk-SK' });
    assert.deepEqual([spoken.timeZone, spoken.locale], ['America/Los_Angeles', 'sk-SK']);
  });
});
