import assert from 'node:assert/strict';
import { decideRequestNewPassword } from '../../../domain/customers/request-new-password.ts';
import type { RequestNewPasswordState } from '../../../domain/customers/request-new-password.ts';
import { HandOffId } from '../../../domain/shared/ids.ts';
import { granted, toNewPassword, withAccess } from '../../support/acting.ts';
import { aHandOff, aPartner, contoso, fabrikam, karel, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const given = deciding(decideRequestNewPassword);
const lenka = karel({ name: 'Lenka', upn: 'lenka@contoso.cz', isAdmin: false });
const asked = (facts: Partial<RequestNewPasswordState> = {}): RequestNewPasswordState => ({
  ...{ partner: aPartner(), user: withAccess('limited'), customer: contoso(), customerUser: lenka },
  ...{ relationships: granted('helpdesk-administrator'), handOffs: [], ...facts },
});

describe('asking for a new password', () => {
  it('is written down and handed to Microsoft’s own page', () => {
    const decided = given(asked()).when(toNewPassword());
    const handOff = decided.record('hand-off');
    assert.ok(handOff.what === 'new-password');
    assert.deepEqual([handOff.userName, handOff.upn, handOff.customer], ['Lenka', 'lenka@contoso.cz', contoso().id]);
    decided.yields({ userName: 'Lenka', upn: 'lenka@contoso.cz', customerName: 'Contoso' });
    assert.equal(decided.event('new-password-requested').customer, contoso().id);
  });

  it('of an admin takes full administration', () => {
    given(asked({ customerUser: karel(), relationships: granted('classic') }))
      .when(toNewPassword('karel'))
      .refuses({ kind: 'may-not-act', because: { kind: 'person-lacks-right', needed: 'full' } });
  });

  it('stands on the list once, however often it is asked for', () => {
    const { partner, customer, owner, ownerName, createdAt } = aHandOff();
    const older = { id: HandOffId.parse('older'), partner, customer, owner, ownerName, createdAt, what: 'new-password', userName: 'Lenka' } as const;
    const handOffs = [
      { ...older, upn: 'lenka@contoso.cz' },
      { ...older, id: HandOffId.parse('other'), upn: 'karel@contoso.cz' },
    ];
    assert.deepEqual(given(asked({ handOffs })).when(toNewPassword()).removes(), [{ kind: 'hand-off', id: 'older' }]);
  });

  it('knows only users of the customer, and only the partner’s own customers', () => {
    given(asked({ customerUser: undefined }))
      .when(toNewPassword())
      .refuses({ kind: 'user-not-found' });
    given(asked({ customerUser: { ...lenka, customer: fabrikam().id } }))
      .when(toNewPassword())
      .refuses({ kind: 'user-not-found' });
    given(asked({ customer: contoso({ partner: rival }) }))
      .when(toNewPassword())
      .refuses({ kind: 'customer-not-found' });
    given(asked({ customer: undefined }))
      .when(toNewPassword())
      .refuses({ kind: 'customer-not-found' });
  });
});
