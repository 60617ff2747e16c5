import assert from 'node:assert/strict';
import { decideChangeSubscription } from '../../../domain/customers/change-subscription.ts';
import type { UndoChange } from '../../../domain/customers/acting-commands.ts';
import type { HandOffOf, Subscription } from '../../../domain/customers/records.ts';
import { decideUndoChange } from '../../../domain/customers/undo-change.ts';
import type { UndoChangeState } from '../../../domain/customers/undo-change.ts';
import { CommandId, HandOffId } from '../../../domain/shared/ids.ts';
import { aBilled, changing, toChange, toSeats } from '../../support/acting.ts';
import { aHandOff, aTerm, cloudy, contoso, instant, jana, petr, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const given = deciding(decideUndoChange);
const changingIt = deciding(decideChangeSubscription);
type Change = HandOffOf<'change-subscription'>;

const handOffId = HandOffId.parse('new-hand-off');
const undo: UndoChange = {
  type: 'undo-change',
  commandId: CommandId.parse('undo'),
  partner: cloudy,
  by: petr().person,
  byName: petr().name,
  handOff: handOffId,
};

/** The subscription and the hand-off after these changes, one on the other. */
function after(
  subscription: Subscription,
  ...asked: readonly Parameters<typeof toChange>[0][]
): { readonly subscription: Subscription; readonly handOff: Change } {
  const none: readonly Change[] = [];
  let now = { subscription, handOffs: none };
  for (const change of asked) {
    const decided = changingIt(changing({ subscription: now.subscription, handOffs: now.handOffs })).when(toChange(change));
    const handOff = decided.record('hand-off');
    assert.ok(handOff.what === 'change-subscription');
    now = { subscription: decided.record('subscription'), handOffs: [handOff] };
  }
  const [handOff] = now.handOffs;
  assert.ok(handOff !== undefined);
  return { subscription: now.subscription, handOff };
}

const standing = (changed: ReturnType<typeof after>, facts: Partial<UndoChangeState> = {}): UndoChangeState => ({
  ...{ user: petr(), customer: contoso(), assigned: 0 },
  ...changed,
  ...facts,
});
const seats = (count: number) => {
  const { change } = toSeats(count);
  return change;
};

describe('taking a change of a subscription back', () => {
  it('that was cancelled: it runs again, renews as before, and nothing is to be done', () => {
    const before = aBilled({ autoRenews: true });
    const decided = given(standing(after(before, { kind: 'cancel' }))).when(undo);
    assert.deepEqual(decided.record('subscription'), before);
    assert.deepEqual(decided.removes(), [{ kind: 'hand-off', id: handOffId }]);
    decided.yields({ kind: 'change-undone', what: 'cancel', before: 'cancelled', after: 'active', customerName: 'Contoso' });
  });

  it('stands in the audit and in the history of the customer, with who did it', () => {
    const {
      by,
      before,
      customer,
      after: then,
    } = given(standing(after(aBilled(), seats(8))))
      .when(undo)
      .event('subscription-change-undone');
    assert.deepEqual(
      { by, before, customer, then },
      {
        by: { kind: 'person', person: petr().person, name: petr().name },
        before: { seats: '8' },
        customer: contoso().id,
        then: { seats: '5', plan: 'small-business' },
      },
    );
  });

  it('of licences and of automatic renewal alike', () => {
    for (const change of [seats(8), { kind: 'auto-renewal', autoRenews: true } as const]) {
      const decided = given(standing(after(aBilled(), change))).when(undo);
      assert.deepEqual(decided.record('subscription'), aBilled());
    }
  });

  it('goes back to what stands at Microsoft, over all changes that nobody has confirmed', () => {
    const renewing = aBilled({ autoRenews: true });
    assert.deepEqual(
      given(standing(after(aBilled(), seats(8), seats(12))))
        .when(undo)
        .record('subscription'),
      aBilled(),
    );
    const cancelled = after(renewing, { kind: 'auto-renewal', autoRenews: false }, { kind: 'cancel' });
    assert.deepEqual(given(standing(cancelled)).when(undo).record('subscription'), renewing);
  });

  it('knows what stood before a change of an older book, too', () => {
    const { undo: _undo, ...handOff } = after(aBilled(), seats(8)).handOff;
    const changed = { ...after(aBilled(), seats(8)), handOff };
    assert.deepEqual(given(standing(changed)).when(undo).record('subscription'), aBilled());
  });

  it('is too late once somebody has confirmed it at Microsoft', () => {
    const changed = after(aBilled(), { kind: 'cancel' });
    const at = instant('2026-03-01T09:00:00.000Z');
    const handOff = { ...changed.handOff, confirmed: { person: jana().person, name: jana().name, at } };
    given(standing({ ...changed, handOff }))
      .when(undo)
      .refuses({ kind: 'done-at-microsoft', name: jana().name, at });
  });

  it('is refused where the book says something else by now', () => {
    const changed = after(aBilled(), seats(8));
    const imported = aBilled({ terms: [aTerm('2025-03-11', { seats: 9 })] });
    given(standing({ ...changed, subscription: imported }))
      .when(undo)
      .refuses({ kind: 'changed-since' });
    given(standing({ ...after(aBilled(), { kind: 'cancel' }), subscription: aBilled() }))
      .when(undo)
      .refuses({ kind: 'changed-since' });
    given(standing({ ...after(aBilled(), { kind: 'auto-renewal', autoRenews: true }), subscription: aBilled() }))
      .when(undo)
      .refuses({ kind: 'changed-since' });
  });

  it('leaves no fewer licences than users hold by now', () => {
    given(standing(after(aBilled(), seats(8)), { assigned: 7 }))
      .when(undo)
      .refuses({ kind: 'seats-wrong', least: 7, most: 25 });
  });

  it('takes the right to change subscriptions, and the own book', () => {
    const changed = after(aBilled(), { kind: 'cancel' });
    given(standing(changed, { user: jana() }))
      .when(undo)
      .refuses({ kind: 'person-lacks-right', needed: 'full' });
    given(standing(changed, { handOff: { ...changed.handOff, partner: rival } }))
      .when(undo)
      .refuses({ kind: 'hand-off-not-found' });
    for (const handOff of [undefined, aHandOff()]) given(standing(changed, { handOff })).when(undo).refuses({ kind: 'hand-off-not-found' });
  });
});
