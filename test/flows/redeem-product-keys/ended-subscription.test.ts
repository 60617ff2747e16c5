import assert from 'node:assert/strict';
import { clockAt, fill, partnerRecord, userRecord } from '../../support/book.ts';
import { aPartner, aSubscription, contoso, jana } from '../../support/builders.ts';
import { inputsOf } from '../../support/card-reading.ts';
import { anAssistant, chatOf } from '../../support/chat.ts';
import { memoryStore } from '../../support/fakes/memory-store.ts';

describe('more users for a subscription that has ended but can still be used', () => {
  it('is listed with the licences it had, not with none', async () => {
    const store = memoryStore();
    const subscription = aSubscription();
    await fill(store, [
      partnerRecord(aPartner()),
      userRecord(jana()),
      { kind: 'customer', id: contoso().id, value: contoso() },
      { kind: 'subscription', id: subscription.id, value: subscription },
    ]);
    const chat = chatOf(anAssistant(store, clockAt('2026-03-20')), jana().person, { locale: 'en-GB' });
    await chat.says('redeem');
    await chat.clicks('Start now', { understood: 'true' });
    await chat.clicks('Next', { purpose: 'more-users', people: '1' });
    await chat.clicks('Next', { keys: 'ABCDE-12345-FGHIJ-67890-KLMNO' });
    await chat.clicks('Next', { plan: 'small-business' });
    await chat.clicks('Adding product keys is done');
    assert.deepEqual(
      inputsOf(chat.last).flatMap(({ id, choices }) => (id === 'subscription' ? choices.map(({ title }) => title) : [])),
      ['Contoso · 5 licences · until 10 March 2026'],
    );
  });
});
