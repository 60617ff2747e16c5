import assert from 'node:assert/strict';
import type { CorrectAdminEmail } from '../../../domain/customers/commands.ts';
import type { CorrectAdminEmailState } from '../../../domain/customers/correct-admin-email.ts';
import { decideCorrectAdminEmail } from '../../../domain/customers/correct-admin-email.ts';
import type { HandOff } from '../../../domain/customers/records.ts';
import { CommandId, HandOffId } from '../../../domain/shared/ids.ts';
import { aHandOff, aSubscription, cloudy, contoso, eva, fabrikam, jana, karel, petr, rita, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

describe('correcting the e-mail of an admin', () => {
  const given = deciding(decideCorrectAdminEmail);
  const state = (facts: Partial<CorrectAdminEmailState> = {}): CorrectAdminEmailState => ({
    user: petr(),
    customer: contoso(),
    admin: karel({ licensedIn: aSubscription().id }),
    taken: undefined,
    handOffs: [],
    ...facts,
  });
  const correct: CorrectAdminEmail = {
    type: 'correct-admin-email',
    commandId: CommandId.parse('correct'),
    partner: cloudy,
    by: petr().person,
    byName: petr().name,
    customer: contoso().id,
    userId: 'karel-wrong',
    newUserId: 'karel-right',
    newEmail: 'Karel.Novy@Contoso.cz',
  };

  it('moves the admin with right and licence to the new address', () => {
    const decision = given(state()).when(correct);
    assert.deepEqual(decision.record('customer-user', 'karel-right'), karel({ upn: 'karel.novy@contoso.cz', licensedIn: aSubscription().id }));
    assert.deepEqual(decision.removes(), [{ kind: 'customer-user', id: 'karel-wrong' }]);
    decision.yields({ customerName: 'Contoso', adminName: 'Karel Contoso', before: 'karel@contoso.cz', after: 'karel.novy@contoso.cz', by: petr().name });
  });

  it('takes what is open at Microsoft for the admin along, and leaves what is confirmed or another’s', () => {
    const { id, partner, customer, owner, ownerName, createdAt } = aHandOff();
    const base = { id, partner, customer, owner, ownerName, createdAt };
    const facts = {
      what: 'customer-user',
      userName: 'Karel',
      upn: 'karel@contoso.cz',
      isNew: true,
      before: { isAdmin: false },
      after: { isAdmin: true },
    } as const;
    const open: HandOff = { ...base, ...facts, user: 'karel-wrong' };
    const confirmed: HandOff = { ...open, id: HandOffId.parse('confirmed'), confirmed: { person: petr().person, name: petr().name, at: createdAt } };
    const others: HandOff = { ...base, ...facts, id: HandOffId.parse('others'), user: 'olga' };
    const moved = given(state({ handOffs: [open, confirmed, others] }))
      .when(correct)
      .record('hand-off');
    assert.deepEqual(moved, { ...open, user: 'karel-right', upn: 'karel.novy@contoso.cz' });
  });

  it('is audited, before and after', () => {
    const event = given(state()).when(correct).event('admin-email-corrected');
    assert.deepEqual([event.before, event.after], [{ email: 'karel@contoso.cz' }, { email: 'karel.novy@contoso.cz' }]);
  });

  it('corrects the customer’s contact where it is the same person, and no other', () => {
    assert.equal(given(state()).when(correct).record('customer').contact?.email, 'karel.novy@contoso.cz');
    const other = { name: 'Olga', email: 'olga@contoso.cz' };
    assert.equal(
      given(state({ customer: contoso({ contact: other }) }))
        .when(correct)
        .puts('customer'),
      0,
    );
  });

  it('is a global admin’s alone, of this partner', () => {
    for (const user of [jana(), eva(), rita(), undefined]) given(state({ user })).when(correct).refuses({ kind: 'not-a-global-admin' });
  });

  it('is refused for a customer, a person or an admin who is not there', () => {
    given(state({ customer: undefined }))
      .when(correct)
      .refuses({ kind: 'customer-not-found' });
    given(state({ customer: contoso({ partner: rival }) }))
      .when(correct)
      .refuses({ kind: 'customer-not-found' });
    given(state({ admin: undefined }))
      .when(correct)
      .refuses({ kind: 'admin-not-found' });
    given(state({ admin: karel({ isAdmin: false }) }))
      .when(correct)
      .refuses({ kind: 'admin-not-found' });
    given(state({ admin: karel({ customer: fabrikam().id }) }))
      .when(correct)
      .refuses({ kind: 'admin-not-found' });
  });

  it('is refused for the address that it is, in whatever case', () => {
    given(state())
      .when({ ...correct, newEmail: 'KAREL@contoso.cz' })
      .refuses({ kind: 'same-email' });
  });

  it('is refused for the address of somebody else, naming them', () => {
    given(state({ taken: karel({ name: 'Olga Contoso' }) }))
      .when(correct)
      .refuses({ kind: 'email-taken', name: 'Olga Contoso' });
  });
});
