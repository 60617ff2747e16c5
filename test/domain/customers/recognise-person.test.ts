import assert from 'node:assert/strict';
import type { RecognisePerson } from '../../../domain/customers/commands.ts';
import { decideRecognisePerson } from '../../../domain/customers/recognise-person.ts';
import type { RecognisePersonState } from '../../../domain/customers/recognise-person.ts';
import type { CustomerUser } from '../../../domain/customers/records.ts';
import { CommandId, CustomerId, PersonId, TenantId } from '../../../domain/shared/ids.ts';
import { cloudy, contoso, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import { aCustomerUser, contosoInTeams, contosoTenant, fabrikamTenant, karelInTeams, personAt } from '../../support/offers.ts';

const given = deciding(decideRecognisePerson);
const karel = personAt(contosoTenant, 1);
const byName = (facts: Partial<CustomerUser> = {}): CustomerUser => {
  const { objectId: _, ...user } = karelInTeams(facts);
  return user;
};

const comes = (facts: Partial<RecognisePerson> = {}): RecognisePerson => ({
  type: 'recognise-person',
  commandId: CommandId.parse('recognise'),
  partner: cloudy,
  customer: contoso().id,
  by: karel,
  upn: 'karel@contoso.cz',
  candidates: ['karel'],
  ...facts,
});
const aBook = (facts: Partial<RecognisePersonState> = {}, user = byName()): RecognisePersonState => ({
  ...{ customer: contosoInTeams(), users: [user], found: [{ id: 'karel', user }], tenantIsAnothers: false },
  ...facts,
});

describe('recognising somebody of a customer', () => {
  it('records the object id of whom the book knew by sign-in name, admin or not', () => {
    for (const isAdmin of [true, false]) {
      const decided = given(aBook({}, byName({ isAdmin }))).when(comes());
      assert.deepEqual(decided.record('customer-user', 'karel'), karelInTeams({ isAdmin }));
      assert.deepEqual([decided.puts('customer'), decided.events()], [0, ['person-recognised']]);
    }
  });

  it('goes by the e-mail address, too, within the customer’s own directory and there only', () => {
    const upn = 'karel@contoso.onmicrosoft.com';
    given(aBook())
      .when(comes({ upn, email: 'karel@contoso.cz' }))
      .yields({ person: true });
    given(aBook({ customer: contoso() }))
      .when(comes({ upn, email: 'karel@contoso.cz' }))
      .refuses({ kind: 'not-recognised' });
  });

  it('learns the directory of a customer from a sign-in name of its domain, also of somebody it does not know', () => {
    const decided = given(aBook({ customer: contoso() })).when(comes());
    assert.deepEqual([decided.record('customer').tenant, decided.record('customer-user').objectId], [contosoTenant, karelInTeams().objectId]);
    assert.deepEqual(decided.events(), ['customer-directory-learnt', 'person-recognised']);
    const unknown = given(aBook({ customer: contoso(), users: [], found: [] })).when(comes());
    assert.deepEqual([unknown.record('customer').tenant, unknown.puts('customer-user')], [contosoTenant, 0]);
  });

  it('is done once: whom the book knows by object id stays who they are', () => {
    given(aBook({}, karelInTeams())).when(comes()).changesNothing();
    const other = aCustomerUser(1, 'Jiné jméno', { upn: 'other@contoso.cz' });
    given(aBook({ users: [byName(), other] }))
      .when(comes())
      .changesNothing();
  });

  it('never happens where directory or domain do not fit', () => {
    const personal = TenantId.parse('9188040d-6c67-4c5b-b112-36a304b66dad');
    const refused: readonly (readonly [RecognisePersonState, RecognisePerson])[] = [
      [aBook(), comes({ by: personAt(fabrikamTenant) })],
      [aBook({ customer: contoso() }), comes({ upn: 'karel@fabrikam.sk' })],
      [aBook({ customer: contoso() }), comes({ upn: 'karel_fabrikam.sk#ext#@contoso.cz' })],
      [aBook(), comes({ upn: 'karel_fabrikam.sk#EXT#@contoso.cz', email: 'karel@contoso.cz' })],
      [aBook({ customer: contoso() }), comes({ by: personAt(personal) })],
      [aBook({ customer: contoso() }), comes({ by: personAt(cloudy) })],
      [aBook({ customer: contoso() }), comes({ by: PersonId.parse(`${contosoTenant}/00000000-0000-0000-0000-000000000000`) })],
      [aBook({ customer: contoso(), tenantIsAnothers: true }), comes()],
      [aBook({ customer: contoso({ partner: rival }) }), comes()],
      [aBook({ customer: undefined }), comes()],
    ];
    for (const [state, command] of refused) given(state).when(command).refuses({ kind: 'not-recognised' });
  });

  it('takes nobody else’s record', () => {
    const others = byName({ customer: CustomerId.parse('another') });
    given(aBook({ found: [{ id: 'karel', user: others }] }))
      .when(comes())
      .changesNothing();
  });
});
