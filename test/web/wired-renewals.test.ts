import assert from 'node:assert/strict';
import { z } from 'zod';
import { compose, openBook } from '../../bot/composition.ts';
import { readConfig } from '../../bot/config.ts';
import type { Environment } from '../../bot/config.ts';
import { systemClock } from '../../bot/platform/clock.ts';
import { freePort } from '../../bot/platform/playgrounds/free-port.ts';
import type { Book } from '../../bot/composition.ts';
import { addDays, dayOf } from '../../domain/shared/dates.ts';
import { fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, aSubscription, aTerm, cloudy, contoso, jana } from '../support/builders.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { post } from '../support/hostile-http.ts';
import { customerRecord } from '../support/offers.ts';
import { inTempFolder } from '../support/temp-folder.ts';
import { ssoAppId, ssoHost, startTestSsoIssuer } from '../support/test-sso-issuer.ts';
import { aMessage } from '../teams/activities.ts';
import { logInto } from '../teams/a-door.ts';
import { subscriptionRecord } from './a-renewals-site.ts';

const production: Environment = {
  ...{ HOST: '127.0.0.1', MicrosoftAppId: ssoAppId, MicrosoftAppPassword: 'hush-hush', MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: cloudy },
  ...{ PARTNER_TENANTS: cloudy, PUBLIC_URL: `https://${ssoHost}`, BOOK_KEY: 'c0ffee00'.repeat(8) },
};

/** The whole assistant with Contoso's subscription in its book, which ends in ten days. */
async function running(env: Environment, keysUrl: string | undefined, use: (url: string, book: Book) => Promise<void>): Promise<void> {
  await inTempFolder(async (folder) => {
    const port = await freePort(48_000 + (process.pid % 1000) * 8);
    const read = readConfig({ ...env, STORE_URL: `file:${folder}`, PORT: String(port) });
    assert.ok(read.kind === 'config', JSON.stringify(read));
    const log = logInto([]);
    const book = await openBook(read.config, log, (fault) => assert.fail(fault));
    const assistant = compose(read.config, book, log, keysUrl === undefined ? {} : { ssoKeysUrl: keysUrl });
    try {
      const endsOn = addDays(dayOf(systemClock.now()), 10);
      const subscription = aSubscription({ terms: [aTerm(addDays(endsOn, -364), { endsOn })] });
      await fill(book.store, [partnerRecord(aPartner()), userRecord(jana()), customerRecord(contoso()), subscriptionRecord(subscription)]);
      await assistant.listen();
      await use(`http://127.0.0.1:${String(port)}`, book);
    } finally {
      await assistant.close();
      await book.store.close();
    }
  });
}

const Rows = z.object({ company: z.string(), rows: z.array(z.looseObject({ customer: z.string() })) });

async function customersOn(url: string, token: string): Promise<unknown> {
  const response = await fetch(`${url}/tab/renewals/rows?lang=en`, { headers: { authorization: `Bearer ${token}` } });
  const { company, rows } = Rows.parse(await response.json());
  return [response.status, company, rows.map(({ customer }) => customer)];
}

describe('the whole assistant and its dashboard of renewals', () => {
  it('shows it to whom Teams signs in', async () => {
    const issuer = await startTestSsoIssuer();
    try {
      await running(production, issuer.keysUrl, async (url) => {
        const seconds = Math.floor(systemClock.now().getTime() / 1000);
        const [tid = '', oid = ''] = jana().person.split('/');
        const token = await issuer.token({ tid, oid, iss: `https://login.microsoftonline.com/${tid}/v2.0`, nbf: seconds - 60, exp: seconds + 3600 });
        assert.deepEqual(await customersOn(url, token), [200, 'Cloudy s.r.o.', ['Contoso']]);
      });
    } finally {
      await issuer.close();
    }
  });

  it('gives the link to it in the chat, where nobody signs in: it opens once', async () => {
    const connector = await startFakeConnector();
    try {
      await running({ LOCAL_PLAYGROUND: 'off', SAMPLE_BOOK: 'off' }, undefined, async (url) => {
        const { status } = await post({ url, connector }, JSON.stringify(aMessage(connector.serviceUrl, 'renewals')));
        assert.equal(status, 200);
        const [, link = assert.fail(JSON.stringify(connector.arrivals))] = /"(http:[^"]*\/tab\/renewals[^"]*)"/.exec(JSON.stringify(connector.arrivals)) ?? [];
        assert.equal(new URL(link).origin, url);
        assert.equal((await fetch(link)).status, 200);
        const exchange = () =>
          fetch(`${url}/tab/renewals/ticket`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ ticket: new URLSearchParams(new URL(link).hash.slice(1)).get('ticket') }),
          });
        const { token } = Object(await (await exchange()).json());
        assert.deepEqual(await customersOn(url, String(token)), [200, 'Cloudy s.r.o.', ['Contoso']]);
        assert.equal((await exchange()).status, 401);
      });
    } finally {
      await connector.close();
    }
  });
});
