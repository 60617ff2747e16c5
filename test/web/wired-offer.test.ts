import assert from 'node:assert/strict';
import { compose, openBook } from '../../bot/composition.ts';
import { readConfig } from '../../bot/config.ts';
import type { Environment } from '../../bot/config.ts';
import { systemClock } from '../../bot/platform/clock.ts';
import { newCode } from '../../bot/platform/ids.ts';
import { freePort } from '../../bot/platform/playgrounds/free-port.ts';
import { addDays, dayOf } from '../../domain/shared/dates.ts';
import { customerIdOf, customerUserIdOf } from '../../domain/shared/record-ids.ts';
import { fill, partnerRecord, userRecord } from '../support/book.ts';
import { cloudy, petr } from '../support/builders.ts';
import { aCustomerUser, aDelegationOffer, aSeller, contosoInTeams, contosoTenant, customerRecord, offerRecord, withCode } from '../support/offers.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import { ssoAppId, ssoHost, startTestSsoIssuer } from '../support/test-sso-issuer.ts';
import { logInto } from '../teams/a-door.ts';

const production: Environment = {
  HOST: '127.0.0.1',
  MicrosoftAppId: ssoAppId,
  MicrosoftAppPassword: 'hush-hush',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: cloudy,
  PARTNER_TENANTS: cloudy,
  PUBLIC_URL: `https://${ssoHost}`,
  BOOK_KEY: 'c0ffee00'.repeat(8),
};

describe('the whole assistant behind Teams', () => {
  it('lets a customer’s admin, whom Teams signs in on the page of an offer, accept delegated administration', () =>
    inTempFolder(async (folder) => {
      const issuer = await startTestSsoIssuer();
      const port = await freePort(46_000 + (process.pid % 1000) * 8);
      const read = readConfig({ ...production, STORE_URL: `file:${folder}`, PORT: String(port) });
      assert.equal(read.kind, 'config', JSON.stringify(read));
      const log = logInto([]);
      const book = await openBook(read.config, log, (fault) => assert.fail(fault));
      const assistant = compose(read.config, book, log, { ssoKeysUrl: issuer.keysUrl });
      try {
        const now = systemClock.now();
        const customer = contosoInTeams({ id: customerIdOf(book.secrets, cloudy, 'contoso.cz') });
        const karel = aCustomerUser(1, 'Karel Contoso', { customer: customer.id, upn: 'karel@contoso.cz' });
        const code = newCode();
        const offer = withCode(aDelegationOffer({ customer: customer.id, validUntil: addDays(dayOf(now), 10) }), book.secrets, code);
        const admin = { kind: 'customer-user', id: customerUserIdOf(book.secrets, customer.id, karel.upn), value: karel } as const;
        await fill(book.store, [partnerRecord(aSeller({ confirmedOn: dayOf(now) })), userRecord(petr()), customerRecord(customer), admin, offerRecord(offer)]);
        await assistant.listen();

        const url = `http://127.0.0.1:${String(port)}/o/${code}?lang=en`;
        const html = await (await fetch(url)).text();
        const [, token] = /"token":"([^"]*)"/.exec(html) ?? [];
        const seconds = Math.floor(now.getTime() / 1000);
        const authorization = await issuer.token({ nbf: seconds - 60, exp: seconds + 3600, wids: [] });
        const body = JSON.stringify({ token, verb: 'accept-offer', data: { offer: offer.id, withDelegation: true }, authorization });
        const headers = { 'content-type': 'application/json', origin: `https://${ssoHost}` };
        const answer = await fetch(url, { method: 'POST', headers, body });
        assert.equal(answer.status, 200, await answer.text());
        const { rows } = await book.store.list('answers-of-offer', { key: offer.id, limit: 10 });
        assert.deepEqual(
          rows.map(({ value }) => [value.state, value.by.kind, value.delegation, value.customer]),
          [['accepted', 'signed-in', 'accepted', customer.id]],
        );
        assert.ok(contosoTenant === customer.tenant);
      } finally {
        await assistant.close();
        await book.store.close();
        await issuer.close();
      }
    }));
});
