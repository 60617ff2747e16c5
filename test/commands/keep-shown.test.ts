import assert from 'node:assert/strict';
import { keepShown, mostPlaces } from '../../bot/commands/keep-shown.ts';
import { answerCardId, offerCardId } from '../../domain/offers/records.ts';
import type { Offer } from '../../domain/offers/records.ts';
import { Fault } from '../../domain/shared/fault.ts';
import { CustomerId, OfferId } from '../../domain/shared/ids.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { clockAt, fill } from '../support/book.ts';
import { instant, jana } from '../support/builders.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { anOffer } from '../sweeps/outbox-world.ts';
import { logInto } from '../teams/a-door.ts';
import type { LogLine } from '../teams/a-door.ts';

const one = OfferId.parse('one');
const other = OfferId.parse('other');
const person = jana().person;

async function aWorld(change: (store: Store) => Store = (store) => store) {
  const store = memoryStore();
  const lines: LogLine[] = [];
  let commits = 0;
  const counting: Store = {
    ...store,
    commit: (commit) => {
      commits += 1;
      return store.commit(commit);
    },
  };
  const offers = [one, other].map((id): Offer => ({ ...anOffer, id }));
  await fill(
    store,
    offers.map((value) => ({ kind: 'offer', id: value.id, value })),
  );
  const keep = keepShown({ store: change(counting), clock: clockAt(), newId: () => `id-${String(commits)}-${String(lines.length)}`, log: logInto(lines) });
  return {
    store,
    lines,
    commits: () => commits,
    shows: (activityId: string, offer: OfferId | undefined) => keep({ person, activityId, shows: offer, language: async () => 'cs' }),
    placesOf: async (offer: OfferId) => (await store.read('offer-card', offerCardId(offer, person)))?.value.shown,
  };
}

describe('where cards of an offer stand', () => {
  it('is kept with whose offer it is and the language it was read in', async () => {
    const world = await aWorld();
    await world.shows('1', one);
    const kept = await world.store.read('offer-card', offerCardId(one, person));
    const partner = anOffer.partner;
    assert.deepEqual(kept?.value, { offer: one, partner, person, language: 'cs', shown: ['1'], at: instant('2026-03-01T10:00:00.000Z') });
  });

  it('is kept once, and costs nothing when it is known or nothing of the kind', async () => {
    const world = await aWorld();
    for (let times = 0; times < 3; times += 1) await world.shows('1', one);
    await world.shows('2', undefined);
    await world.shows('3', OfferId.parse('unknown'));
    assert.deepEqual([await world.placesOf(one), world.commits()], [['1'], 1]);
  });

  it('are the ten newest places', async () => {
    const world = await aWorld();
    for (let place = 1; place <= 12; place += 1) await world.shows(String(place), one);
    assert.deepEqual(
      await world.placesOf(one),
      Array.from({ length: mostPlaces }, (_, index) => String(index + 3)),
    );
  });

  it('moves to another offer that takes its place, and is forgotten when something else does', async () => {
    const world = await aWorld();
    await world.shows('1', one);
    await world.shows('1', other);
    assert.deepEqual([await world.placesOf(one), await world.placesOf(other)], [[], ['1']]);
    await world.shows('1', undefined);
    assert.deepEqual(await world.placesOf(other), []);
  });

  it('is no longer the place of a customer’s answer; that it had arrived is still known', async () => {
    const world = await aWorld();
    const customer = CustomerId.parse('contoso');
    const id = answerCardId(one, person, customer);
    const card = { offer: one, partner: anOffer.partner, person, language: 'cs', at: instant('2026-03-01T10:00:00.000Z') } as const;
    await fill(world.store, [{ kind: 'offer-card', id, value: { ...card, shown: ['1'], delivery: 'sent', answerOf: customer } }], 'answered');
    await world.shows('1', one);
    const told = await world.store.read('offer-card', id);
    assert.deepEqual([await world.placesOf(one), told?.value.shown, told?.value.delivery], [['1'], [], 'sent']);
  });

  it('is kept after a race that was lost', async () => {
    let races = 3;
    const world = await aWorld((store) => ({
      ...store,
      commit: async (commit) => {
        races -= 1;
        return races >= 0 ? { kind: 'conflict' } : store.commit(commit);
      },
    }));
    await world.shows('1', one);
    assert.deepEqual([await world.placesOf(one), world.lines], [['1'], []]);
  });

  for (const [title, commit] of [
    ['others are always quicker', async () => ({ kind: 'conflict' as const })],
    ['the book cannot be written', () => Promise.reject(new Fault('book-write-failed'))],
  ] as const) {
    it(`is logged and does no harm when ${title}`, async () => {
      const world = await aWorld((store) => ({ ...store, commit }));
      await world.shows('1', one);
      assert.equal(world.lines.length, 1);
    });
  }
});
