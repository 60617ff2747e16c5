import assert from 'node:assert/strict';
import { languageOfPerson, whoIs } from '../../bot/conversation/who.ts';
import { ObjectId, personId, tenantOf } from '../../domain/shared/ids.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { fill, userRecord } from '../support/book.ts';
import { cloudy, jana } from '../support/builders.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';
import { contosoInTeams, contosoTenant, customerRecord, personAt } from '../support/offers.ts';

const karel = personAt(contosoTenant);
const chosen: Put = { kind: 'preference', id: karel, value: { person: karel, language: 'en' } };

async function readsIn(put: readonly Put[], person = karel, locale?: string): Promise<string> {
  const store = memoryStore();
  if (put.length > 0) await fill(store, put);
  return languageOfPerson(store, person, locale);
}

describe('the language of somebody who is written to', () => {
  it('is what they chose, before what the book says of them', async () => {
    assert.equal(await readsIn([chosen, customerRecord(contosoInTeams({ language: 'sk' }))], karel, 'cs-CZ'), 'en');
  });

  it('is what the book says of them or of their organisation, before what Teams says', async () => {
    assert.equal(await readsIn([userRecord({ ...jana(), language: 'cs' })], jana().person, 'sk-SK'), 'cs');
    assert.equal(await readsIn([customerRecord(contosoInTeams({ language: 'sk' }))], karel, 'cs-CZ'), 'sk');
  });

  it('is what Teams says, and English when nobody says anything that is spoken here', async () => {
    assert.equal(await readsIn([customerRecord(contosoInTeams())], karel, 'cs-CZ'), 'cs');
    assert.equal(await readsIn([], karel, 'de-DE'), 'en');
    assert.equal(await readsIn([]), 'en');
  });

  it('is nobody’s for those whom Teams names without a directory id', async () => {
    const nameless = personId(contosoTenant, ObjectId.parse('00000000-0000-0000-0000-000000000000'));
    assert.equal(await readsIn([customerRecord(contosoInTeams({ language: 'sk' }))], nameless), 'en');
  });

  it('is the one in which they are answered, whatever is known of them', async () => {
    const nameless = personId(contosoTenant, ObjectId.parse('00000000-0000-0000-0000-000000000000'));
    const facts: readonly Put[] = [chosen, customerRecord(contosoInTeams({ language: 'sk' })), userRecord({ ...jana(), language: 'cs' })];
    for (const known of subsetsOf(facts)) {
      for (const person of [karel, jana().person, nameless]) {
        for (const locale of ['cs-CZ', 'de-DE', undefined]) {
          const store = memoryStore();
          if (known.length > 0) await fill(store, known);
          const from = { person, tenant: tenantOf(person), objectId: ObjectId.parse(person.slice(37)), name: 'X' };
          const { language } = await whoIs({ from, ...(locale === undefined ? {} : { locale }) }, store, [cloudy]);
          assert.equal(await languageOfPerson(store, person, locale), language, `${person} ${locale ?? ''} ${known.map(({ kind }) => kind).join(' ')}`);
        }
      }
    }
  });
});

function subsetsOf(facts: readonly Put[]): readonly (readonly Put[])[] {
  return facts.reduce<readonly (readonly Put[])[]>((sets, fact) => [...sets, ...sets.map((set) => [...set, fact])], [[]]);
}
