import assert from 'node:assert/strict';
import { decideAskToBeAdmin } from '../../../domain/offers/ask-to-be-admin.ts';
import type { AskToBeAdminState } from '../../../domain/offers/ask-to-be-admin.ts';
import type { AskToBeAdmin, SettleAdminRequest } from '../../../domain/offers/commands.ts';
import type { AdminRequest } from '../../../domain/offers/records.ts';
import { decideSettleAdminRequest } from '../../../domain/offers/settle-admin-request.ts';
import type { SettleAdminRequestState } from '../../../domain/offers/settle-admin-request.ts';
import { CommandId, TenantId } from '../../../domain/shared/ids.ts';
import { cloudy, contoso, eva, fabrikam, instant, jana, petr, rita, rival } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';
import { aCustomerUser, anOffer, byPetr, contosoInTeams, contosoTenant, fabrikamTenant, karelInTeams, lenka, personAt } from '../../support/offers.ts';

const givenAsk = deciding(decideAskToBeAdmin);
const givenSettle = deciding(decideSettleAdminRequest);
const nova = personAt(contosoTenant, 9);

const asks = (facts: Partial<AskToBeAdmin> = {}): AskToBeAdmin => ({
  type: 'ask-to-be-admin',
  commandId: CommandId.parse('ask'),
  offer: anOffer().id,
  customer: contoso().id,
  by: nova,
  byName: 'Nová Osoba',
  upn: 'nova@contoso.cz',
  ...facts,
});
const asking = (facts: Partial<AskToBeAdminState> = {}): AskToBeAdminState => ({
  ...{ offer: anOffer(), customer: contosoInTeams(), users: [karelInTeams(), lenka()], request: undefined, reachable: [jana().person], queued: [] },
  ...facts,
});
const aRequest = (facts: Partial<AdminRequest> = {}): AdminRequest => ({
  ...{ customer: contoso().id, partner: cloudy, person: nova, name: 'Nová Osoba', upn: 'nova@contoso.cz', offer: anOffer().id },
  at: instant('2026-03-01T10:00:00.000Z'),
  ...facts,
});
const settledBy = (verdict: 'named' | 'refused') => ({ at: instant('2026-03-01T10:00:00.000Z'), person: petr().person, name: petr().name, verdict });

describe('asking to be named as an admin', () => {
  it('is kept, and told to who sent the offer', () => {
    const decided = givenAsk(asking()).when(asks());
    assert.deepEqual(decided.record('admin-request', `contoso|${nova}`), aRequest());
    const message = decided.record('outbox', `admin-asked|contoso|${nova}|${jana().person}`);
    assert.deepEqual([message.recipient, message.facts], [jana().person, { customer: 'contoso', person: nova }]);
    assert.deepEqual(decided.events(), ['admin-asked']);
  });

  it('twice asks once', () => {
    givenAsk(asking({ request: aRequest() }))
      .when(asks())
      .changesNothing();
  });

  it('is not needed by an admin', () => {
    givenAsk(asking())
      .when(asks({ by: personAt(contosoTenant, 1) }))
      .refuses({ kind: 'already-admin' });
  });

  it('is no use to somebody whom the book knows as no admin, or whom the partner did not name: they hear whom to ask', () => {
    const refusal = { kind: 'known-and-no-admin', admins: ['Karel Contoso'] } as const;
    givenAsk(asking())
      .when(asks({ by: personAt(contosoTenant, 2) }))
      .refuses(refusal);
    const { objectId: _unknown, ...byName } = aCustomerUser(9, 'Nová Osoba', { upn: 'nova@contoso.cz', isAdmin: false });
    givenAsk(asking({ users: [karelInTeams(), byName] }))
      .when(asks())
      .refuses(refusal);
    givenAsk(asking({ request: aRequest({ settled: settledBy('refused') }) }))
      .when(asks())
      .refuses(refusal);
  });

  it('is asked again from the next day by whom the partner did not name', () => {
    const refused = aRequest({ settled: settledBy('refused') });
    const again = givenAsk(asking({ request: refused })).when(asks(), '2026-03-02');
    assert.equal(again.record('admin-request').settled, undefined);
    assert.deepEqual([again.puts('outbox'), again.events()], [1, ['admin-asked']]);
    const queued = [`admin-asked|contoso|${nova}|${jana().person}`];
    assert.equal(
      givenAsk(asking({ request: refused, queued }))
        .when(asks(), '2026-03-02')
        .puts('outbox'),
      0,
    );
  });

  it('is nothing for a personal Microsoft account', () => {
    givenAsk(asking({ customer: contoso() }))
      .when(asks({ by: personAt(TenantId.parse('9188040d-6c67-4c5b-b112-36a304b66dad')) }))
      .refuses({ kind: 'offer-not-found' });
  });

  it('is for people of the customer’s directory, where the book knows it', () => {
    givenAsk(asking())
      .when(asks({ by: personAt(fabrikamTenant) }))
      .refuses({ kind: 'offer-not-found' });
    givenAsk(asking({ customer: contoso() }))
      .when(asks({ by: personAt(fabrikamTenant, 7) }))
      .yields({ kind: 'asked-to-be-admin' });
  });

  it('tells nobody the names of admins who cannot be shown to be of the customer', () => {
    givenAsk(asking({ customer: contoso(), request: aRequest({ settled: settledBy('refused') }) }))
      .when(asks())
      .refuses({ kind: 'known-and-no-admin', admins: [] });
  });

  it('is about an offer that this customer may see', () => {
    const refused = [
      asking({ offer: undefined }),
      asking({ customer: undefined }),
      asking({ offer: anOffer({ customer: fabrikam().id }) }),
      asking({ customer: contosoInTeams({ partner: rival }) }),
    ];
    for (const state of refused) givenAsk(state).when(asks()).refuses({ kind: 'offer-not-found' });
    givenAsk(asking())
      .when(asks({ by: personAt(cloudy) }))
      .refuses({ kind: 'offer-not-found' });
  });
});

describe('settling such a request', () => {
  const settling = (facts: Partial<SettleAdminRequestState> = {}): SettleAdminRequestState => ({
    ...{ user: jana(), request: aRequest(), customer: contosoInTeams(), known: undefined, queued: [] },
    ...facts,
  });
  const settles = (verdict: SettleAdminRequest['verdict']): SettleAdminRequest => {
    const { offer: _offer, ...command } = byPetr('settle');
    return { ...command, type: 'settle-admin-request', customer: contoso().id, person: nova, verdict, adminUser: 'nova' };
  };

  it('names the person: an admin of the customer, by object id', () => {
    const decided = givenSettle(settling()).when(settles('name'));
    decided.yields({ verdict: 'named', name: 'Nová Osoba' });
    const user = aCustomerUser(9, 'Nová Osoba', { upn: 'nova@contoso.cz' });
    assert.deepEqual(decided.record('customer-user', 'nova'), user);
    assert.equal(decided.record('admin-request').settled?.verdict, 'named');
    assert.equal(decided.puts('customer'), 0);
  });

  it('makes their directory the customer’s, where the book did not know it', () => {
    const decided = givenSettle(settling({ customer: contoso() })).when(settles('name'));
    assert.equal(decided.record('customer').tenant, contosoTenant);
  });

  it('keeps who they are, when the book knows them', () => {
    const known = aCustomerUser(9, 'Nováková', { upn: 'nova@contoso.cz', isAdmin: false, objectId: undefined });
    assert.deepEqual(givenSettle(settling({ known })).when(settles('name')).record('customer-user'), { ...known, isAdmin: true, objectId: nova.slice(-36) });
  });

  it('or does not name them: nothing of the customer changes', () => {
    const decided = givenSettle(settling()).when(settles('refuse'));
    assert.deepEqual([decided.puts('customer-user'), decided.record('admin-request').settled?.verdict], [0, 'refused']);
    assert.deepEqual(decided.events(), ['admin-not-named']);
  });

  it('tells the person once', () => {
    for (const verdict of ['name', 'refuse'] as const) {
      assert.equal(givenSettle(settling()).when(settles(verdict)).record('outbox', `admin-settled|contoso|${nova}`).recipient, nova);
    }
  });

  it('has one message for two answers, while the first one waits', () => {
    assert.equal(
      givenSettle(settling({ queued: [`admin-settled|contoso|${nova}`] }))
        .when(settles('refuse'))
        .puts('outbox'),
      0,
    );
  });

  it('is done once, for the own company, by somebody with limited rights at least', () => {
    for (const request of [undefined, aRequest({ partner: rival }), aRequest({ settled: settledBy('refused') })]) {
      givenSettle(settling({ request })).when(settles('name')).refuses({ kind: 'request-not-found' });
    }
    for (const user of [undefined, eva(), rita()]) {
      givenSettle(settling({ user })).when(settles('name')).refuses({ kind: 'person-lacks-right' });
    }
  });

  it('names nobody of another directory, and nobody in another’s place', () => {
    givenSettle(settling({ customer: contosoInTeams({ tenant: fabrikamTenant }) }))
      .when(settles('name'))
      .refuses({ kind: 'request-not-found' });
    givenSettle(settling({ known: aCustomerUser(9, 'Jiná', { customer: fabrikam().id }) }))
      .when(settles('name'))
      .refuses({ kind: 'request-not-found' });
  });
});
