import assert from 'node:assert/strict';
import { fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, petr } from '../support/builders.ts';
import { anAssistant, chatOf } from '../support/chat.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';

describe('a global admin appointed by id alone', () => {
  it('goes by the name that Teams gives until a file brings one', async () => {
    const store = memoryStore();
    await fill(store, [partnerRecord(aPartner()), userRecord({ ...petr(), name: '' })]);
    const chat = chatOf(anAssistant(store), petr().person, { locale: 'en-GB', name: 'Petr of Teams' });
    await chat.says('redeem');
    await chat.clicks('Start now', { understood: 'true' });
    await chat.clicks('Next', { purpose: 'new-subscription', people: '1' });
    await chat.clicks('Next', { keys: 'ABCDE-12345-FGHIJ-67890-KLMNO' });
    await chat.clicks('Next', { plan: 'small-business' });
    await chat.clicks('Adding product keys is done');
    await chat.clicks('Next', { country: 'CZ' });
    await chat.clicks('Next', { organisation: 'Woodgrove', domain: 'woodgrove.cz' });
    await chat.clicks('Next', { adminName: 'Alena Malá', adminEmail: 'alena@woodgrove.cz' });
    await chat.clicks('Next', { agreed: 'true' });
    await chat.clicks('Create account');
    assert.ok(chat.lines.some((line) => line.includes('Petr of Teams')));
  });
});
