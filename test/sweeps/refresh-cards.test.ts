import assert from 'node:assert/strict';
import { offerAnswerId } from '../../domain/offers/records.ts';
import type { OfferAnswer } from '../../domain/offers/records.ts';
import { ObjectId, TenantId, personId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Outgoing } from '../../domain/shared/outbox.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { fill } from '../support/book.ts';
import { contoso } from '../support/builders.ts';
import { replace } from '../support/customer-side.ts';
import { aVisitor, anAnswer } from '../support/offers.ts';
import { anOutboxWorld, firm, offer, sender } from './outbox-world.ts';
import type { OutboxWorld } from './outbox-world.ts';

const changedFor = (number: number) => ({ topic: 'offer-changed', offer, customer: firm(number) }) as const;

/** Each organisation has its own directory. */
function tenantOfFirm(number: number): TenantId {
  return TenantId.parse(`33333333-3333-4333-8333-${String(number).padStart(12, '0')}`);
}

function adminOf(number: number): PersonId {
  return personId(tenantOfFirm(number), ObjectId.parse('bbbbbbbb-0000-4000-8000-000000000001'));
}

/** A customer of the book who has answered. */
function answeredBy(number: number, by: OfferAnswer['by'] = aVisitor()): readonly Put[] {
  const customer = firm(number);
  return [
    { kind: 'customer', id: customer, value: contoso({ id: customer, tenant: tenantOfFirm(number) }) },
    { kind: 'offer-answer', id: offerAnswerId(offer, customer), value: anAnswer({ offer, customer, by }) },
  ];
}

/** The offer stands in the chats of who sent it and of an admin of so many organisations; the sender was told of the answer of each. */
async function anOfferWithMany(firms: number, more: readonly Put[] = []): Promise<OutboxWorld & { readonly redrawn: () => readonly string[] }> {
  const drawn: string[] = [];
  const world = await anOutboxWorld({
    draw: async (what, { person }) => {
      drawn.push(about(what, person));
      return { type: 'AdaptiveCard', fallbackText: about(what, person) };
    },
  });
  const numbers = Array.from({ length: firms }, (_, index) => index + 1);
  await fill(world.store, [...numbers.flatMap((number) => answeredBy(number)), ...more], 'answers');
  await world.arrive(sender, ...numbers.map(adminOf));
  for (const to of [sender, ...numbers.map(adminOf)]) await world.queue({ topic: 'offer-sent', offer }, to);
  for (const number of numbers) await world.queue({ topic: 'offer-answered', offer, customer: firm(number) }, sender);
  await world.sweep();
  drawn.length = 0;
  return { ...world, redrawn: () => drawn.toSorted() };
}

function about(what: Outgoing, person: PersonId): string {
  const of = what.topic === 'offer-answered' ? `answer of ${what.customer}` : 'offer';
  return `${of} for ${person}`;
}

describe('an answer of one customer', () => {
  it('changes their cards of the offer, the partner’s, and what tells the partner of it: no other customer’s, however many have the offer', async () => {
    for (const firms of [2, 40]) {
      const world = await anOfferWithMany(firms);
      await world.queue(changedFor(2), sender);
      await world.sweep();
      assert.deepEqual(world.redrawn(), [`answer of ${firm(2)} for ${sender}`, `offer for ${sender}`, `offer for ${adminOf(2)}`].toSorted(), String(firms));
      assert.equal(await world.waiting(), 0);
    }
  });

  it('changes the card of who gave it, too, of whatever directory they are', async () => {
    const person = personId(tenantOfFirm(99), ObjectId.parse('cccccccc-0000-4000-8000-000000000001'));
    const by = { kind: 'signed-in', person, name: 'Karel', via: 'teams' } as const;
    const world = await anOfferWithMany(2);
    await world.arrive(person);
    await world.queue({ topic: 'offer-sent', offer }, person);
    await world.sweep();
    const before = world.redrawn().length;
    const [, answer] = answeredBy(1, by);
    assert.ok(answer);
    await replace(world.store, answer);
    await world.queue(changedFor(1), sender);
    await world.sweep();
    const after = world.redrawn();
    assert.equal(after.length - before, 4, after.join(', '));
    assert.equal(after.filter((each) => each === `offer for ${person}`).length, 2, 'sent, and changed');
  });

  it('changes the partner’s cards once with the answers of many at the same moment, and each customer’s own', async () => {
    const world = await anOfferWithMany(12);
    for (let number = 1; number <= 12; number += 1) await world.queue(changedFor(number), sender);
    await world.sweep();
    const redrawn = world.redrawn();
    assert.equal(redrawn.filter((each) => each === `offer for ${sender}`).length, 1);
    for (let number = 1; number <= 12; number += 1) {
      assert.equal(redrawn.filter((each) => each === `offer for ${adminOf(number)}`).length, 1, String(number));
      assert.equal(redrawn.filter((each) => each === `answer of ${firm(number)} for ${sender}`).length, 1, String(number));
    }
    assert.equal(await world.waiting(), 0);
  });

  it('is told where the partner read of it, also when the whole offer changes next, as by a withdrawal', async () => {
    const world = await anOfferWithMany(3);
    await world.queue(changedFor(1), sender);
    await world.queue({ topic: 'offer-changed', offer, only: 'partner' }, sender);
    await world.queue({ topic: 'offer-changed', offer }, sender);
    await world.sweep();
    const all = [sender, adminOf(1), adminOf(2), adminOf(3)].map((person) => `offer for ${person}`);
    assert.deepEqual(world.redrawn(), [...all, `offer for ${adminOf(1)}`, `answer of ${firm(1)} for ${sender}`].toSorted());
  });
});
