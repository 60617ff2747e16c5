import assert from 'node:assert/strict';
import type { ConfirmHandOff } from '../../../domain/customers/commands.ts';
import type { ConfirmHandOffState } from '../../../domain/customers/confirm-hand-off.ts';
import { decideConfirmHandOff } from '../../../domain/customers/confirm-hand-off.ts';
import type { Checklist } from '../../../domain/customers/records.ts';
import { CommandId, OfferId, RelationshipId, SubscriptionId } from '../../../domain/shared/ids.ts';
import { aHandOff, aPartnerHandOff, aSubscription, cloudy, contoso, eva, instant, jana, petr, rita, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

describe('confirming what was done at Microsoft', () => {
  const given = deciding(decideConfirmHandOff);
  const typed = (id: string, facts = {}) => aHandOff({ id, unverifiedKeys: 1, ...facts });
  const state = (facts: Partial<ConfirmHandOffState> = {}): ConfirmHandOffState => ({
    user: jana(),
    handOff: typed('hand-off'),
    subscription: aSubscription({ verification: 'unverified' }),
    handOffs: [typed('hand-off')],
    ...facts,
  });
  const confirm: ConfirmHandOff = {
    type: 'confirm-hand-off',
    commandId: CommandId.parse('confirm'),
    partner: cloudy,
    by: jana().person,
    byName: jana().name,
    handOff: aHandOff().id,
  };

  it('is kept with who and when', () => {
    const at = instant('2026-03-01T10:00:00.000Z');
    const decision = given(state()).when(confirm);
    assert.deepEqual(decision.record('hand-off').confirmed, { person: jana().person, name: jana().name, at });
    decision.yields({ handOff: aHandOff().id, at, by: jana().name });
  });

  it('verifies the subscription when no other open one has keys taken on a person’s word', () => {
    const others = [typed('done', { confirmed: { person: petr().person, name: 'Petr', at: instant('2026-02-01T08:00:00.000Z') } }), aHandOff({ id: 'stock' })];
    const decision = given(state({ handOffs: [typed('hand-off'), ...others] })).when(confirm);
    assert.equal(decision.record('subscription').verification, 'verified');
    assert.deepEqual(decision.events(), ['hand-off-confirmed', 'subscription-verified']);
  });

  it('leaves the subscription unverified while another such is open', () => {
    const decision = given(state({ handOffs: [typed('hand-off'), typed('other')] })).when(confirm);
    assert.equal(decision.puts('subscription'), 0);
  });

  it('is not held up by an open one of another subscription', () => {
    const elsewhere = typed('other', { subscription: aSubscription({ id: 'elsewhere' }).id });
    assert.equal(
      given(state({ handOffs: [elsewhere] }))
        .when(confirm)
        .puts('subscription'),
      1,
    );
  });

  it('of keys from stock does not verify what other keys left open', () => {
    const decision = given(state({ handOff: aHandOff(), handOffs: [aHandOff()] })).when(confirm);
    assert.equal(decision.puts('subscription'), 0);
  });

  it('twice changes nothing and tells the first confirmation again', () => {
    const confirmed = { person: petr().person, name: petr().name, at: instant('2026-02-25T08:00:00.000Z') };
    const decision = given(state({ handOff: typed('hand-off', { confirmed }) })).when(confirm);
    decision.changesNothing();
    decision.yields({ at: confirmed.at, by: petr().name });
  });

  it('needs limited administration, of this partner', () => {
    for (const user of [eva(), rita(), undefined]) given(state({ user })).when(confirm).refuses({ kind: 'person-lacks-right' });
  });

  it('is refused for what is not in this partner’s book', () => {
    given(state({ handOff: undefined }))
      .when(confirm)
      .refuses({ kind: 'hand-off-not-found' });
    given(state({ handOff: typed('hand-off', { partner: rival }) }))
      .when(confirm)
      .refuses({ kind: 'hand-off-not-found' });
  });
});

describe('confirming that Microsoft shows the partner of record', () => {
  const given = deciding(decideConfirmHandOff);
  const open = { status: 'open' } as const;
  const checklist = (subscription: string, item: Checklist['items']['partner-of-record'] = open): Checklist => ({
    subscription: SubscriptionId.parse(subscription),
    customer: contoso().id,
    partner: cloudy,
    items: { 'add-users': open, 'move-data': open, domain: open, 'partner-of-record': item, 'delegated-admin': open },
  });
  const handOff = aPartnerHandOff({ subscriptions: ['one', 'two'].map((id) => SubscriptionId.parse(id)) });
  const command: ConfirmHandOff = {
    type: 'confirm-hand-off',
    commandId: CommandId.parse('confirm'),
    partner: cloudy,
    by: jana().person,
    byName: jana().name,
    handOff: handOff.id,
  };
  const at = instant('2026-03-01T10:00:00.000Z');

  it('is done on the checklist of each of its subscriptions, by whom and when', () => {
    const decision = given({ user: jana(), handOff, checklists: [checklist('one'), checklist('two')] }).when(command);
    for (const id of ['one', 'two']) {
      assert.deepEqual(decision.record('checklist', id).items, {
        ...checklist(id).items,
        'partner-of-record': { status: 'done', by: { person: jana().person, name: jana().name }, at },
      });
    }
    assert.deepEqual(decision.events(), ['hand-off-confirmed', 'checklist-marked', 'checklist-marked']);
  });

  it('leaves one that was done before as it was, and does one that was not needed', () => {
    const done = { status: 'done', by: { person: petr().person, name: petr().name }, at: instant('2026-02-01T08:00:00.000Z') } as const;
    const decision = given({ user: jana(), handOff, checklists: [checklist('one', done), checklist('two', { ...done, status: 'not-needed' })] }).when(command);
    assert.equal(decision.puts('checklist'), 1);
    assert.equal(decision.record('checklist', 'two').items['partner-of-record'].by?.name, jana().name);
  });

  it('is done without a checklist, too: an imported subscription has none', () => {
    assert.deepEqual(given({ user: jana(), handOff, checklists: [] }).when(command).events(), ['hand-off-confirmed']);
  });

  it('touches no checklist of other subscriptions or of another partner', () => {
    const others = [checklist('three'), { ...checklist('one'), partner: rival }];
    assert.equal(given({ user: jana(), handOff, checklists: others }).when(command).puts('checklist'), 0);
  });
});

describe('confirming what a customer’s answer left to be done', () => {
  const given = deciding(decideConfirmHandOff);
  const { id, partner, customer, owner, ownerName, createdAt } = aHandOff();
  const base = { id, partner, customer, owner, ownerName, createdAt };
  const offer = OfferId.parse('offer');
  const relationship = RelationshipId.parse('relationship');
  const command: ConfirmHandOff = {
    type: 'confirm-hand-off',
    commandId: CommandId.parse('confirm'),
    partner: cloudy,
    by: jana().person,
    byName: jana().name,
    handOff: id,
  };
  const tasks = [
    { what: 'set-up-accepted-offer', offer, of: 'purchase', subscriptions: [] },
    { what: 'request-delegated-admin', offer, relationship, form: 'gdap' },
    { what: 'end-delegated-admin', relationship },
  ] as const;

  for (const task of tasks) {
    it(`changes nothing but the hand-off itself: ${task.what}`, () => {
      const decision = given({ user: jana(), handOff: { ...base, ...task } }).when(command);
      assert.equal(decision.record('hand-off').confirmed?.name, jana().name);
      assert.deepEqual(decision.events(), ['hand-off-confirmed']);
    });
  }
});
