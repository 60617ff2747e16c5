import assert from 'node:assert/strict';
import { FlowId } from '../../cards/actions.ts';
import type { Relationship } from '../../domain/delegated-admin/records.ts';
import { everyForgedClick } from '../support/foreign-actions.ts';
import type { ForgedClick } from '../support/foreign-actions.ts';
import { flowAsks, relationships, verbAsks, verdict } from '../support/rights-matrix.ts';
import type { Asks } from '../support/rights-matrix.ts';
import { aWorld, about, begins, bookFor, bookWith, everyRights, isOver } from '../support/rights-world.ts';
import type { Rights, World } from '../support/rights-world.ts';
import { answersTo, hasWayOn } from '../support/walk.ts';

/** One person towards one customer. */
interface Cell {
  readonly rights: Rights | undefined;
  readonly granted: readonly Relationship[];
}

const clicks = everyForgedClick(about);
const steps = 10;

function isGiven(asks: Asks, { rights, granted }: Cell): boolean {
  return verdict(asks, rights, granted) === 'yes';
}

/** Buttons that act. What only shows is tried beside, in rights.test.ts: it asks nothing that a grant could give. */
const acting = Object.entries(verbAsks).flatMap(([verb, asks]) => (typeof asks === 'object' && asks.of !== 'anybody' ? [{ verb, asks }] : []));

async function pressed({ chat }: World, verb: string): Promise<void> {
  for (const click of clicks.filter((each) => each.verb === verb)) await chat.sends({ kind: 'clicked', verb, data: dataOf(click) });
}

const dataOf = (click: ForgedClick): object => ({ note: 'X', number: '4711', until: '2026-03-05', because: 'X', ...click });

async function walked({ chat, happened }: World, flow: FlowId): Promise<void> {
  await begins(chat, flow);
  for (let step = 0; step < steps && hasWayOn(chat.last) && happened() === 0; step += 1) await chat.fills(answersTo(chat.last));
}

/** Everything that this cell refuses, one after another in one world: it stays as it was. */
async function refusesTheRest(cell: Cell, where: string, inBook = cell): Promise<void> {
  const world = await aWorld(bookWith(inBook.rights, inBook.granted));
  for (const flow of FlowId.options.filter((each) => !isGiven(flowAsks[each], cell))) {
    await walked(world, flow);
    assert.equal(world.happened(), 0, `${where}: ${flow}: ${world.chat.lines.join(' | ')}`);
  }
  for (const { verb } of acting.filter(({ asks }) => !isGiven(asks, cell))) {
    await pressed(world, verb);
    assert.equal(world.happened(), 0, `${where}: ${verb}`);
  }
}

/** Everything that this cell allows, each in a world of its own. */
async function allowsTheRest(cell: Cell, where: string, inBook = cell): Promise<void> {
  for (const flow of FlowId.options.filter((each) => isGiven(flowAsks[each], cell))) {
    const { chat } = await aWorld(bookWith(inBook.rights, inBook.granted));
    await begins(chat, flow);
    assert.ok(hasWayOn(chat.last), `${where}: ${flow}: ${chat.lines.join(' | ')}`);
  }
  for (const { verb } of acting.filter((each) => isGiven(each.asks, cell))) {
    const world = await aWorld(bookFor(verb, bookWith(inBook.rights, inBook.granted)));
    await pressed(world, verb);
    assert.equal(world.happened() > 0, !isOver(verb, cell.granted), `${where}: ${verb}`);
  }
}

describe('every role, every access and every grant of a customer', () => {
  for (const [who, rights] of Object.entries(everyRights)) {
    it(`"${who}": every conversation and every forged button does what the matrix says, whatever the customer has granted`, async () => {
      for (const [grant, granted] of Object.entries(relationships)) {
        await refusesTheRest({ rights, granted }, `${who}, ${grant}`);
        await allowsTheRest({ rights, granted }, `${who}, ${grant}`);
      }
    });
  }

  it('would be found out: an assistant that gives one of them more than the matrix says, or less', async () => {
    const limited: Cell = { rights: everyRights['none, limited'], granted: [] };
    const full: Cell = { rights: everyRights['none, full'], granted: [] };
    await assert.rejects(refusesTheRest(limited, 'more', full), assert.AssertionError);
    await assert.rejects(allowsTheRest(full, 'less', limited), assert.AssertionError);
    const reader: Cell = { ...full, granted: relationships['GDAP, Global Reader'] ?? [] };
    const billing: Cell = { ...full, granted: relationships['GDAP, Billing Administrator'] ?? [] };
    await assert.rejects(refusesTheRest(reader, 'more', billing), assert.AssertionError);
    await assert.rejects(allowsTheRest(billing, 'less', reader), assert.AssertionError);
  });
});
