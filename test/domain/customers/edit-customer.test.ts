import { decideEditCustomer } from '../../../domain/customers/edit-customer.ts';
import type { EditCustomerState } from '../../../domain/customers/edit-customer.ts';
import type { EditCustomer } from '../../../domain/customers/acting-commands.ts';
import { historyOf } from '../../../domain/customers/history.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import assert from 'node:assert/strict';
import { cloudy, contoso, eva, jana, petr, rita, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

const given = deciding(decideEditCustomer);
const book = (facts: Partial<EditCustomerState> = {}): EditCustomerState => ({
  user: jana(),
  customer: contoso(),
  ownerBefore: petr(),
  owner: jana(),
  ...facts,
});
const edit = (facts: Partial<EditCustomer> = {}): EditCustomer => ({
  type: 'edit-customer',
  commandId: CommandId.parse('edit'),
  partner: cloudy,
  by: jana().person,
  byName: jana().name,
  customer: contoso().id,
  name: 'Contoso',
  contactName: 'Karel Contoso',
  contactEmail: 'karel@contoso.cz',
  owner: jana().person,
  ...facts,
});

describe('changing what the book says of a customer', () => {
  it('keeps what was entered, with before and after of what is different only', () => {
    const decision = given(book()).when(edit());
    decision.yields({ kind: 'customer-edited', changed: ['owner', 'ownerName'] });
    assert.deepEqual(decision.record('customer'), contoso({ owner: jana().person }));
    const { before, after, customer } = decision.event('customer-edited');
    assert.deepEqual(
      [before, after, customer],
      [{ owner: petr().person, ownerName: 'Petr Svoboda' }, { owner: jana().person, ownerName: 'Jana Nováková' }, contoso().id],
    );
  });

  it('takes away what was left empty', () => {
    const { contactName: _name, contactEmail: _email, ...without } = edit();
    const after = given(book()).when(without).record('customer');
    assert.equal(after.contact, undefined);
  });

  it('to the same leaves everything as it is, and no event; the outcome is kept for the second click', () => {
    const decision = given(book({ owner: petr() })).when(edit({ owner: petr().person }));
    assert.deepEqual([decision.record('customer'), decision.events(), decision.outcome().changed], [contoso(), [], []]);
  });

  it('is refused to who may only read, and to people of other companies', () => {
    for (const user of [eva(), rita(), undefined]) given(book({ user })).when(edit()).refuses({ kind: 'person-lacks-right' });
  });

  it('of another partner’s customer, or of none, is told the same way', () => {
    for (const customer of [undefined, contoso({ partner: rival })]) given(book({ customer })).when(edit()).refuses({ kind: 'customer-not-found' });
  });

  it('gives the customer to nobody who is not of the own people', () => {
    for (const owner of [undefined, rita()]) given(book({ owner })).when(edit()).refuses({ kind: 'owner-not-found' });
  });

  it('has no contact without an e-mail', () => {
    const { contactEmail: _, ...nameOnly } = edit();
    given(book()).when(nameOnly).refuses({ kind: 'contact-without-email' });
  });
});

describe('the history of a customer', () => {
  const event = { ...given(book()).when(edit()).event('customer-edited') };

  it('has a line for what people do, with what people read of it', () => {
    const [put, second] = historyOf([event]);
    assert.ok(put?.kind === 'history' && second === undefined);
    assert.deepEqual([put.value.what, put.value.by, put.value.before, put.value.after], ['customer-edited', 'Jana Nováková', 'Petr Svoboda', 'Jana Nováková']);
  });

  it('has none for what an operator imports, nor for what concerns no customer', () => {
    const { customer: _, ...nobodys } = event;
    assert.deepEqual(historyOf([{ ...event, by: { kind: 'operator' } }, nobodys]), []);
  });

  it('names nobody for what the assistant does by itself', () => {
    const [put] = historyOf([{ ...event, by: { kind: 'assistant' } }]);
    assert.ok(put?.kind === 'history' && put.value.by === undefined);
  });
});
