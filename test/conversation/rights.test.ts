import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { executor } from '../../bot/commands/execute.ts';
import type { Conversations } from '../../bot/conversation/context.ts';
import { conversations } from '../../bot/flows/index.ts';
import { FlowId } from '../../cards/actions.ts';
import type { Relationship } from '../../domain/delegated-admin/records.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Store } from '../../domain/shared/store.port.ts';
import { auditOf, clockAt, userRecord } from '../support/book.ts';
import { petr } from '../support/builders.ts';
import { clickOn } from '../support/chat.ts';
import type { Chat } from '../support/chat.ts';
import { replace } from '../support/customer-side.ts';
import { everyForgedClick } from '../support/foreign-actions.ts';
import { foreignCommands } from '../support/foreign-commands.ts';
import { commandAsks, flowAsks, persons, relationships, verbAsks, verdict } from '../support/rights-matrix.ts';
import type { Asks } from '../support/rights-matrix.ts';
import { rightsPage } from '../support/rights-page.ts';
import { aWorld, about, begins, bookFor, bookWith, everything, isOver, own } from '../support/rights-world.ts';
import { answersTo, hasWayOn, headingOf, mainButton } from '../support/walk.ts';

describe('RIGHTS.md', () => {
  it('is what the tables of the domain say (`npm run rights` writes it anew)', () => {
    assert.equal(readFileSync(new URL('../../RIGHTS.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n'), rightsPage());
  });
});

const Kind = z.object({ kind: z.string() });
const Refused = z.object({ refusal: Kind.extend({ because: Kind.optional(), eligibility: Kind.optional() }) });
// Whoever is nobody of either side hears of no relationship at all.
const ofRights = ['person-lacks-right', 'not-a-global-admin', 'not-global-admin', 'global-admins-only', 'relationship-not-found'];

/** The word for a right that is missing, whatever shape a command's refusal has; `yes` for any other answer. */
function saidOfRights(result: unknown): string {
  const read = Refused.safeParse(result);
  if (!read.success) return 'yes';
  const { kind, because, eligibility } = read.data.refusal;
  if (ofRights.includes(kind)) return 'person-lacks-right';
  return because?.kind ?? eligibility?.kind ?? 'yes';
}

describe('every command', () => {
  for (const command of Object.values(foreignCommands(own, about)).filter(({ type }) => isOfPartner(commandAsks[type]))) {
    const asks = commandAsks[command.type];
    const grants = asks.of === 'acting' ? Object.entries(relationships) : [['everything', everything] as const];
    it(`"${command.type}" is carried out, or refused for want of a right, as the matrix says (${String(Object.keys(persons).length * grants.length)} cells)`, async () => {
      for (const [who, rights] of Object.entries(persons)) {
        for (const [grant, granted] of grants) {
          const { store } = await aWorld(bookWith(rights, granted));
          const result = await executor({ store, clock: clockAt() })(command);
          assert.equal(saidOfRights(result), verdict(asks, rights, granted), `${who}, ${grant}: ${JSON.stringify(result)}`);
        }
      }
    });
  }

  it('would be found out: a command that asks less than the matrix says', async () => {
    const { store } = await aWorld(bookWith(persons['limited access']));
    const result = await executor({ store, clock: clockAt() })(foreignCommands(own, about)['mark-checklist']);
    assert.notEqual(saidOfRights(result), verdict({ of: 'company', task: 'standing' }, persons['limited access']));
  });
});

function isOfPartner({ of }: Asks): boolean {
  return of !== 'customer' && of !== 'operator';
}

describe('every button, forged', () => {
  const clicks = everyForgedClick(about);
  for (const [verb, asks] of Object.entries(verbAsks)) {
    it(`"${verb}" does something for those alone to whom the matrix gives it`, async () => {
      const isGiven = (rights: (typeof persons)[string], granted: readonly Relationship[]): boolean =>
        typeof asks === 'object' && verdict(asks, rights, granted) === 'yes';
      for (const [who, rights] of Object.entries(persons)) {
        for (const [grant, granted] of Object.entries({ everything, nothing: [] })) {
          const { chat, happened } = await aWorld(bookFor(verb, bookWith(rights, granted)));
          for (const click of clicks.filter((each) => each.verb === verb))
            await chat.sends({ kind: 'clicked', verb, data: { note: 'X', number: '4711', until: '2026-03-05', because: 'X', ...click } });
          if (typeof asks === 'object' && asks.of === 'anybody') continue;
          assert.equal(happened() > 0, isGiven(rights, granted) && !isOver(verb, granted), `${who}, ${grant} granted`);
        }
      }
    });
  }
});

describe('every conversation', () => {
  for (const flow of FlowId.options) {
    it(`"${flow}" begins for those alone to whom the matrix gives it, and ends in nothing for all others`, async () => {
      for (const [who, rights] of Object.entries(persons)) {
        for (const granted of [everything, []]) {
          const { chat, happened } = await aWorld(bookWith(rights, granted));
          await begins(chat, flow);
          const given = verdict(flowAsks[flow], rights, granted) === 'yes';
          if (given) assert.ok(hasWayOn(chat.last), `${who}: ${chat.lines.join(' | ')}`);
          for (let step = 0; step < 10 && hasWayOn(chat.last) && happened() === 0; step++) await chat.fills(answersTo(chat.last));
          if (!given) assert.equal(happened(), 0, `${who}: ${chat.lines.join(' | ')}`);
        }
      }
    });
  }

  for (const flow of FlowId.options) {
    it(`"${flow}" ends in nothing when the right is taken away in the middle of it, at whatever step`, async () => {
      const { chat, store, happened } = await aWorld(bookWith(persons['global admin, full access']));
      await begins(chat, flow);
      for (let step = 0; step < 10 && hasWayOn(chat.last) && happened() === 0; step++) {
        await isRefusedAfterwards(store, chat, `${flow}: ${headingOf(chat.last)}`);
        await chat.fills(answersTo(chat.last));
      }
    });
  }
});

describe('the proof of the matrix', () => {
  it('turns red when a conversation asks nobody for a right, and its command neither', async () => {
    const { flows } = conversations;
    const careless: Conversations = {
      ...conversations,
      flows: { ...flows, 'keep-standing': { ...flows['keep-standing'], permits: () => ({ kind: 'allowed' }) } },
    };
    const { chat } = await aWorld(bookWith(persons['may only read']), careless);
    await begins(chat, 'keep-standing');
    assert.ok(hasWayOn(chat.last), 'the planted fault is not there');
    assert.notEqual(verdict(flowAsks['keep-standing'], persons['may only read']), 'yes');
  });

  it('turns red when a button acts for somebody who may not', async () => {
    const { clicks } = conversations;
    const asClerk: Conversations = {
      ...conversations,
      clicks: {
        ...clicks,
        'mark-checklist': (at, action, inputs) => clicks['mark-checklist']({ ...at, who: { ...at.who, person: own.clerk } }, action, inputs),
      },
    };
    const book = bookWith(persons['may only read']).map((put) =>
      put.kind === 'partner-user' && put.id === own.clerk ? userRecord({ ...petr(), person: own.clerk }) : put,
    );
    const { chat, happened } = await aWorld(book, asClerk);
    await chat.sends({ kind: 'clicked', verb: 'mark-checklist', data: { subscription: own.subscription, item: 'domain', status: 'done' } });
    assert.ok(happened() > 0, 'the planted fault is not seen');
  });
});

/** The main button of this card, pressed after a global admin has taken all rights away: nothing happens. What was there is put back. */
async function isRefusedAfterwards(store: Store, chat: Chat, where: string): Promise<void> {
  const button = mainButton(chat.last);
  const user = await store.read('partner-user', own.boss);
  assert.ok(button?.verb !== undefined && user);
  await replace(store, userRecord({ ...user.value, companyRole: 'none', supportedCompanies: 'none' }), `taken ${where} ${String(user.version)}`);
  const before = (await auditOf(store)).length;
  const after = await store.read('progress', progressOf(own.boss));
  await chat.sends(clickOn(chat.last, button, answersTo(chat.last)));
  assert.equal((await auditOf(store)).length, before, where);
  await replace(store, userRecord(user.value), `given ${where} ${String(user.version)}`);
  if (after !== undefined) await replace(store, { kind: 'progress', id: progressOf(own.boss), value: after.value }, `back ${where} ${String(user.version)}`);
}

const progressOf = (person: PersonId): string => `${person}|chat-${person}`;
