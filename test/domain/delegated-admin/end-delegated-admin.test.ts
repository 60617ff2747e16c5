import assert from 'node:assert/strict';
import { decideEndDelegatedAdmin } from '../../../domain/delegated-admin/end-delegated-admin.ts';
import type { EndDelegatedAdminState } from '../../../domain/delegated-admin/end-delegated-admin.ts';
import { CommandId, HandOffId } from '../../../domain/shared/ids.ts';
import type { PersonId } from '../../../domain/shared/ids.ts';
import { contoso, day, eva, instant, jana, petr, rita } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import {
  aCustomerUser,
  aDelegationOffer,
  aRelationship,
  contosoInTeams,
  contosoTenant,
  fabrikamTenant,
  karelInTeams,
  lenka,
  personAt,
} from '../../support/offers.ts';

const given = deciding(decideEndDelegatedAdmin);
const karel = personAt(contosoTenant, 1);

function aBook(facts: Partial<EndDelegatedAdminState> = {}): EndDelegatedAdminState {
  return {
    relationship: aRelationship(),
    user: petr(),
    customer: contosoInTeams(),
    users: [karelInTeams(), lenka(), aCustomerUser(3, 'Druhý Správce')],
    offer: aDelegationOffer(),
    reachable: [jana().person, karel],
    ...facts,
  };
}
const ends = (by: PersonId = petr().person, byName = petr().name) => ({
  ...{ type: 'end-delegated-admin' as const, commandId: CommandId.parse('end'), relationship: aRelationship().id, by, byName },
  handOff: HandOffId.parse('end-hand-off'),
});
const byKarel = () => ends(karel, 'Karel Contoso');

describe('ending delegated administration', () => {
  it('is possible for the partner with full rights, at any time', () => {
    const decided = given(aBook()).when(ends());
    decided.yields({ kind: 'delegated-admin-ended', by: petr().name, at: instant('2026-03-01T10:00:00.000Z') });
    assert.deepEqual(decided.record('relationship').ended, { at: '2026-03-01T10:00:00.000Z', side: 'partner', person: petr().person, name: petr().name });
  });

  it('is possible for an admin of the customer, at any time', () => {
    const decided = given(aBook({ user: undefined })).when(byKarel());
    assert.equal(decided.record('relationship').ended?.side, 'customer');
    assert.deepEqual(decided.events(), ['delegated-admin-ended']);
  });

  it('is possible for nobody else of either side', () => {
    for (const user of [undefined, eva(), jana(), rita()]) {
      given(aBook({ user })).when(ends()).refuses({ kind: 'person-lacks-right' });
    }
    for (const n of [2, 9]) {
      given(aBook({ user: undefined }))
        .when(ends(personAt(contosoTenant, n)))
        .refuses({ kind: 'person-lacks-right' });
    }
  });

  it('is nothing that somebody of a third company hears of', () => {
    given(aBook({ user: undefined }))
      .when(ends(personAt(fabrikamTenant, 1)))
      .refuses({ kind: 'relationship-not-found' });
    given(aBook({ relationship: undefined }))
      .when(ends())
      .refuses({ kind: 'relationship-not-found' });
    given(aBook({ user: undefined, customer: contoso() }))
      .when(byKarel())
      .refuses({ kind: 'relationship-not-found' });
  });

  it('happens once: who comes second hears that it is over, and so does who comes after its last day', () => {
    const ended = { at: instant('2026-02-20T10:00:00.000Z'), side: 'partner', person: petr().person, name: petr().name } as const;
    given(aBook({ relationship: aRelationship({ ended }) }))
      .when(byKarel())
      .refuses({ kind: 'over-already' });
    given(aBook({ relationship: aRelationship({ endsOn: day('2026-02-28') }) }))
      .when(ends())
      .refuses({ kind: 'over-already' });
  });

  it('tells the side that did not end it: the partner, or every admin who can be reached', () => {
    const told = given(aBook({ user: undefined })).when(byKarel());
    assert.equal(told.record('outbox', `delegation-ended|relationship|${jana().person}`).recipient, jana().person);
    const admins = given(aBook()).when(ends());
    assert.equal(admins.record('outbox', `delegation-ended|relationship|${karel}`).recipient, karel);
    for (const decided of [told, admins]) {
      assert.equal(decided.puts('outbox'), 2);
      assert.equal(decided.record('outbox', 'offer-changed|offer|end').topic, 'offer-changed');
    }
  });

  it('has still to be done at Microsoft: by who ended it at the partner, else by who sent the offer', () => {
    const handOff = given(aBook()).when(ends()).record('hand-off', 'end-hand-off');
    assert.deepEqual([handOff.what, handOff.owner, handOff.ownerName], ['end-delegated-admin', petr().person, petr().name]);
    const byCustomer = given(aBook({ user: undefined }))
      .when(byKarel())
      .record('hand-off');
    assert.deepEqual([byCustomer.owner, byCustomer.ownerName], [jana().person, jana().name]);
  });
});
