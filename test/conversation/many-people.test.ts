import assert from 'node:assert/strict';
import { instantOf } from '../../domain/shared/dates.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { adminRequestId } from '../../domain/offers/records.ts';
import { clockAt, fill } from '../support/book.ts';
import { cloudy, petr } from '../support/builders.ts';
import { anAssistant, chatOf } from '../support/chat.ts';
import { bookedUser, contosoHere, customerWorld, karel, sellersBook, sent } from '../support/customer-side.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { aCode, aPurchase, contosoTenant, offerRecord, personAt } from '../support/offers.ts';
import { clicks, fills, plays, shows } from '../support/transcript.ts';

const zdena = personAt(contosoTenant, 900);
/** More than one read of the book gives; with them one who is known by sign-in name only. */
const colleagues: readonly Put[] = [
  ...Array.from({ length: 600 }, (_, index) =>
    bookedUser(10 + index, `Colleague ${String(index)}`, { isAdmin: false, upn: `a${String(1000 + index)}@contoso.cz` }),
  ),
  bookedUser(900, 'Zdena Contosová', { isAdmin: false, upn: 'zdena@contoso.cz' }),
  nameOnly('zora@contoso.cz'),
];

function nameOnly(upn: string): Put {
  const put = bookedUser(1, 'Zora Contosová', { isAdmin: false, upn });
  if (put.kind !== 'customer-user') return put;
  const { objectId: _, ...value } = put.value;
  return { ...put, value };
}

/** How many rows of lists a conversation of Karel's takes. */
async function rowsTaken(...more: readonly Put[]): Promise<number> {
  const whole = memoryStore();
  await fill(whole, [...sellersBook(...more), offerRecord(sent(aPurchase({ customer: contosoHere.id })))]);
  let rows = 0;
  const counting: Store = {
    ...whole,
    async list(query, slice) {
      const page = await whole.list(query, slice);
      rows += page.rows.length;
      return page;
    },
  };
  const chat = chatOf(anAssistant(counting, clockAt()), karel, { locale: 'en', name: 'Karel Contoso' });
  await plays(chat, [['help'], [aCode(), shows('A purchase offer for your organisation')], ['offers']]);
  return rows;
}

describe('a customer of more people than one read of the book gives', () => {
  it('costs those whom the book knows no more rows than a customer of a few', async () => {
    assert.equal(await rowsTaken(...colleagues), await rowsTaken(nameOnly('zora@contoso.cz')));
  });

  it('has its admins where their e-mail is corrected, whatever their sign-in name begins with', async () => {
    const { chatAs, say } = await customerWorld({ book: sellersBook(...colleagues) });
    const chat = chatAs(petr().person, petr().name);
    await plays(chat, [['correct e-mail'], [fills({ domain: 'contoso.cz' }), shows(say('correct.email-heading'), 'Contoso')]]);
  });

  it('has nobody entered a second time who is named as an admin', async () => {
    const request = { partner: cloudy, customer: contosoHere.id, person: zdena, name: 'Zdena', offer: sent(aPurchase()).id, at: instantOf(clockAt().now()) };
    const asked: Put = { kind: 'admin-request', id: adminRequestId(contosoHere.id, zdena), value: request };
    const { chatAs, store, say } = await customerWorld({ book: sellersBook(...colleagues, asked) });
    const before = await store.count('users-of-customer', { key: contosoHere.id });
    const chat = chatAs(petr().person, petr().name);
    await plays(chat, [
      ['offers'],
      [clicks(say('offers.name-admin'))],
      [clicks(say('offers.name-yes')), shows(say('offers.heading'), say('offers.admin-named', 'Zdena'))],
    ]);
    assert.equal(await store.count('users-of-customer', { key: contosoHere.id }), before);
  });
});
