import assert from 'node:assert/strict';
import type { Customer, CustomerUser } from '../../../domain/customers/records.ts';
import type { AnswerOfferState } from '../../../domain/offers/answer-offer.ts';
import { decideAnswerOffer } from '../../../domain/offers/answer-offer.ts';
import type { AnswerOffer } from '../../../domain/offers/commands.ts';
import { PersonId, TenantId } from '../../../domain/shared/ids.ts';
import { contoso, fabrikam, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import {
  aCustomerUser,
  aDelegationOffer,
  aPurchase,
  aTrial,
  aVisitor,
  anAnswering,
  answers,
  classic,
  contosoInTeams,
  contosoTenant,
  fabrikamTenant,
  karelInTeams,
  lenka,
  personAt,
  signedIn,
} from '../../support/offers.ts';

const given = deciding(decideAnswerOffer);
const toContoso = aTrial({ customer: contoso().id });

/** What comes of it: a state of the answer, or the kind of the refusal. */
function outcomeOf(facts: Partial<AnswerOfferState>, command: Partial<AnswerOffer>): string {
  const decision = decideAnswerOffer(anAnswering(facts), answers(command), new Date('2026-03-01T10:00:00.000Z'));
  return decision.decided === 'changes' ? decision.outcome.state : decision.refusal.kind;
}

const personalAccounts = TenantId.parse('9188040d-6c67-4c5b-b112-36a304b66dad');
const karel = personAt(contosoTenant, 1);
const nobodyKnown = personAt(contosoTenant, 9);
const stranger = personAt(fabrikamTenant, 1);
const unknownTenant = contoso();

interface Person {
  readonly who: string;
  readonly by: AnswerOffer['by'];
  readonly isDirectoryAdmin?: boolean;
  readonly adminUser?: CustomerUser;
}
const byUpn = (facts: Partial<CustomerUser>): CustomerUser => {
  const { objectId: _unknown, ...user } = aCustomerUser(9, 'Nová Osoba', { upn: 'nova@contoso.cz', ...facts });
  return user;
};
const people: Readonly<Record<string, Person>> = {
  visitor: { who: 'a visitor', by: aVisitor() },
  admin: { who: 'an admin whom the book knows by object id', by: signedIn(karel) },
  adminByUpn: {
    who: 'somebody with the sign-in name of an admin',
    by: signedIn(nobodyKnown, { upn: 'nova@contoso.cz' }),
    adminUser: byUpn({ isAdmin: true }),
  },
  directoryAdmin: { who: 'an admin of the directory', by: signedIn(nobodyKnown, { upn: 'nova@contoso.cz' }), isDirectoryAdmin: true },
  userByUpn: {
    who: 'somebody with the sign-in name of a user who is no admin',
    by: signedIn(nobodyKnown, { upn: 'nova@contoso.cz' }),
    adminUser: byUpn({ isAdmin: false }),
  },
  user: { who: 'a user who is no admin', by: signedIn(personAt(contosoTenant, 2)) },
  unknown: { who: 'somebody of the directory whom nobody knows', by: signedIn(nobodyKnown, { upn: 'nova@contoso.cz' }) },
  stranger: { who: 'an admin of another directory', by: signedIn(stranger, { upn: 'admin@fabrikam.sk' }), isDirectoryAdmin: true },
  sameName: { who: 'an admin of another directory with an address of the domain', by: signedIn(stranger, { upn: 'karel@contoso.cz' }), isDirectoryAdmin: true },
  personal: {
    who: 'somebody with a personal Microsoft account named after the domain',
    by: signedIn(personAt(personalAccounts), { upn: 'karel@contoso.cz' }),
    isDirectoryAdmin: true,
  },
  guest: {
    who: 'a guest of another directory under the domain of their host',
    by: signedIn(stranger, { upn: 'karel_fabrikam.sk#ext#@contoso.cz' }),
    isDirectoryAdmin: true,
  },
  nameless: { who: 'somebody without a directory id', by: signedIn(PersonId.parse(`${contosoTenant}/00000000-0000-0000-0000-000000000000`)) },
};

type Book = 'knows the directory' | 'knows the customer without a directory' | 'does not know the customer';
const customers: Readonly<Record<Book, Customer | undefined>> = {
  'knows the directory': contosoInTeams(),
  'knows the customer without a directory': unknownTenant,
  'does not know the customer': undefined,
};

/** [person, book knows the directory, knows the customer only, does not know the customer]; accept of a trial. */
const openOffer: readonly (readonly [keyof typeof people, string, string, string])[] = [
  ['visitor', 'declared', 'declared', 'declared'],
  ['admin', 'accepted', 'declared', 'declared'],
  ['adminByUpn', 'accepted', 'accepted', 'declared'],
  ['directoryAdmin', 'accepted', 'accepted', 'accepted'],
  ['userByUpn', 'not-an-admin', 'not-an-admin', 'declared'],
  ['user', 'not-an-admin', 'declared', 'declared'],
  ['unknown', 'unknown-person', 'unknown-person', 'declared'],
  ['stranger', 'declared', 'declared', 'declared'],
  ['sameName', 'declared', 'accepted', 'accepted'],
  ['personal', 'declared', 'declared', 'declared'],
  ['guest', 'declared', 'declared', 'declared'],
  ['nameless', 'declared', 'declared', 'declared'],
];
const addressed: readonly (readonly [keyof typeof people, string, string, string])[] = [
  ['visitor', 'declared', 'declared', 'offer-not-found'],
  ['admin', 'accepted', 'unknown-person', 'offer-not-found'],
  ['adminByUpn', 'accepted', 'accepted', 'offer-not-found'],
  ['directoryAdmin', 'accepted', 'accepted', 'offer-not-found'],
  ['userByUpn', 'not-an-admin', 'not-an-admin', 'offer-not-found'],
  ['user', 'not-an-admin', 'unknown-person', 'offer-not-found'],
  ['unknown', 'unknown-person', 'unknown-person', 'offer-not-found'],
  ['stranger', 'offer-not-found', 'unknown-person', 'offer-not-found'],
  ['sameName', 'offer-not-found', 'accepted', 'offer-not-found'],
  ['personal', 'offer-not-found', 'unknown-person', 'offer-not-found'],
  ['guest', 'offer-not-found', 'unknown-person', 'offer-not-found'],
  ['nameless', 'declared', 'declared', 'offer-not-found'],
];

for (const [what, offer, table] of [
  ['an open trial for Contoso', aTrial(), openOffer],
  ['a trial addressed to Contoso', toContoso, addressed],
] as const) {
  describe(`who accepts ${what}`, () => {
    for (const [name, ...outcomes] of table) {
      const person = people[name];
      assert.ok(person);
      Object.entries(customers).forEach(([book, customer], index) => {
        it(`${person.who}, where the book ${book}: ${String(outcomes[index])}`, () => {
          const users = customer === undefined ? [] : [karelInTeams(), lenka(), ...(person.adminUser === undefined ? [] : [person.adminUser])];
          const facts = { offer, customer, users, adminUser: customer === undefined ? undefined : person.adminUser };
          assert.equal(outcomeOf(facts, { by: person.by, isDirectoryAdmin: person.isDirectoryAdmin ?? false }), outcomes[index]);
        });
      });
    }
  });
}

describe('who declines', () => {
  const decline = { answer: { kind: 'decline' } } as const;

  it('is an admin of the customer', () => {
    assert.equal(outcomeOf({}, decline), 'declined');
  });

  it('is never a visitor', () => {
    assert.equal(outcomeOf({}, { ...decline, by: aVisitor() }), 'sign-in-needed');
  });

  it('is nobody who cannot be shown to be of the customer', () => {
    assert.equal(outcomeOf({}, { ...decline, by: signedIn(stranger), isDirectoryAdmin: true }), 'unknown-person');
  });

  it('is known by object id and directory from then on, too', () => {
    const decided = given(anAnswering({ customer: unknownTenant, users: [], adminUser: undefined })).when(answers({ ...decline, isDirectoryAdmin: true }));
    assert.equal(decided.record('customer').tenant, contosoTenant);
    assert.equal(decided.record('customer-user').objectId, karel.slice(-36));
  });
});

describe('who grants delegated administration', () => {
  it('is an admin of the customer', () => {
    assert.equal(outcomeOf({ offer: aDelegationOffer() }, {}), 'accepted');
  });

  it('is never somebody who only says who they are', () => {
    assert.equal(outcomeOf({ offer: aDelegationOffer() }, { by: aVisitor() }), 'sign-in-needed');
    for (const by of [signedIn(stranger), signedIn(nobodyKnown)]) assert.notEqual(outcomeOf({ offer: aDelegationOffer() }, { by }), 'declared');
  });

  it('is left out when somebody declares a purchase that has it', () => {
    const offer = aPurchase({ delegation: classic });
    const decided = given(anAnswering({ offer })).when(answers({ by: aVisitor() }));
    assert.equal(decided.record('offer-answer').delegation, 'left-out');
    assert.equal(decided.puts('relationship'), 0);
  });
});

describe('nobody accepts', () => {
  it('an offer of their own company', () => {
    const decided = given(anAnswering()).when(answers({ by: signedIn(personAt(aTrial().partner)), isDirectoryAdmin: true }));
    decided.refuses({ kind: 'own-offer' });
  });

  it('an offer that is addressed to another customer, and hears nothing of it', () => {
    const organisation = { customer: fabrikam().id, name: 'Fabrikam', domain: 'fabrikam.sk' };
    const by = signedIn(stranger, { upn: 'admin@fabrikam.sk' });
    const facts = { offer: toContoso, customer: fabrikam({ tenant: fabrikamTenant }), users: [] };
    assert.equal(outcomeOf(facts, { organisation, by, isDirectoryAdmin: true }), 'offer-not-found');
    assert.equal(outcomeOf(facts, { organisation, by: aVisitor() }), 'offer-not-found');
  });

  it('an offer as the customer of another partner', () => {
    assert.equal(outcomeOf({ customer: contosoInTeams({ partner: rival }) }, {}), 'offer-not-found');
  });

  it('an offer that is unknown', () => {
    given(anAnswering({ offer: undefined }))
      .when(answers())
      .refuses({ kind: 'offer-not-found' });
  });

  it('for an organisation the book does not know, out of a directory that is another customer’s', () => {
    const by = signedIn(karel, { upn: 'karel@contoso.cz' });
    assert.equal(outcomeOf({ customer: undefined, users: [], tenantIsAnothers: true }, { by, isDirectoryAdmin: true }), 'declared');
  });
});

describe('what somebody who may not accept is told', () => {
  it('is the names of the admins, if they are of the customer', () => {
    given(anAnswering())
      .when(answers({ by: signedIn(personAt(contosoTenant, 2)) }))
      .refuses({ kind: 'not-an-admin', admins: ['Karel Contoso'] });
    given(anAnswering())
      .when(answers({ by: signedIn(nobodyKnown) }))
      .refuses({ kind: 'unknown-person', admins: ['Karel Contoso'] });
  });

  it('is no name, if they cannot be shown to be of the customer', () => {
    given(anAnswering({ offer: toContoso, customer: unknownTenant }))
      .when(answers({ by: signedIn(stranger) }))
      .refuses({ kind: 'unknown-person', admins: [] });
  });
});

describe('an admin whom the book knows by sign-in name only', () => {
  it('is recorded by object id at the first answer, and their directory with them', () => {
    const adminUser = byUpn({ isAdmin: true });
    const decided = given(anAnswering({ customer: unknownTenant, users: [adminUser], adminUser })).when(
      answers({ by: signedIn(nobodyKnown, { upn: 'nova@contoso.cz' }) }),
    );
    assert.deepEqual(decided.record('customer-user'), { ...adminUser, objectId: nobodyKnown.slice(-36) });
    assert.equal(decided.record('customer').tenant, contosoTenant);
  });

  it('is matched once: with another object id the same name is nobody known', () => {
    const adminUser = aCustomerUser(1, 'Nová Osoba', { upn: 'nova@contoso.cz' });
    assert.equal(outcomeOf({ users: [adminUser], adminUser }, { by: signedIn(nobodyKnown, { upn: 'nova@contoso.cz' }) }), 'unknown-person');
  });

  it('of the directory takes no second record when the book knows them by another sign-in name', () => {
    const decided = given(anAnswering()).when(answers({ by: signedIn(personAt(contosoTenant, 2), { upn: 'lenka2@contoso.cz' }), isDirectoryAdmin: true }));
    assert.equal(decided.puts('customer-user'), 0);
    decided.yields({ state: 'accepted' });
  });

  it('of the directory is recorded as an admin of the customer', () => {
    const decided = given(anAnswering()).when(answers({ by: signedIn(nobodyKnown, { upn: 'nova@contoso.cz', name: 'Nová Osoba' }), isDirectoryAdmin: true }));
    assert.deepEqual(decided.record('customer-user', 'new-admin-user'), {
      customer: contoso().id,
      partner: contoso().partner,
      name: 'Nová Osoba',
      upn: 'nova@contoso.cz',
      objectId: nobodyKnown.slice(-36),
      isAdmin: true,
    });
  });
});
