import assert from 'node:assert/strict';
import { fill, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, jana } from '../support/builders.ts';
import { anAssistant, chatOf } from '../support/chat.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';

describe('redeeming product keys', () => {
  it('sets up a new subscription from one typed key', async () => {
    const store = memoryStore();
    await fill(store, [partnerRecord(aPartner()), userRecord(jana())]);
    const chat = chatOf(anAssistant(store), jana().person, { locale: 'en-GB' });
    await chat.says('redeem');
    await chat.clicks('Start now', { understood: 'true' });
    await chat.clicks('Next', { purpose: 'new-subscription', people: '1' });
    await chat.clicks('Next', { keys: 'ABCDE-12345-FGHIJ-67890-KLMNO' });
    await chat.clicks('Next', { plan: 'small-business' });
    assert.ok(chat.lines.includes('1 of 1 key'), chat.lines.join('\n'));
    await chat.clicks('Adding product keys is done');
    await chat.clicks('Next', { country: 'CZ' });
    await chat.clicks('Next', { organisation: 'Woodgrove', domain: 'woodgrove.cz' });
    await chat.clicks('Next', { adminName: 'Alena Malá', adminEmail: 'alena@woodgrove.cz' });
    await chat.clicks('Next', { agreed: 'true' });
    await chat.clicks('Create account');
    await chat.clicks('Microsoft has taken the keys');
  });
});
