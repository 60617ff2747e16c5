import assert from 'node:assert/strict';
import type { Say } from '../../cards/messages/say.ts';
import { CommandId } from '../../domain/shared/ids.ts';
import { petr, day } from '../support/builders.ts';
import { buttonsOf } from '../support/card-reading.ts';
import type { Chat } from '../support/chat.ts';
import { aChat, clicks, fills, holds, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';
import type { Row } from '../support/transcript.ts';
import { upToKeysReview } from '../support/transcript-steps.ts';
import { cardKeys, stock } from '../support/transcript-book.ts';
import { bothGrant, contosoGrants, customersOnly } from '../support/two-customers.ts';

const threeKeys = (say: Say): readonly Row[] => upToKeysReview(say, cardKeys(3), 'new-subscription', '3');
const written = { title: 'Mail is down', description: 'Since this morning', severity: 'moderate', recipient: 'microsoft' };
const asks = (say: Say) => shows(say('conversation.resume-heading'));

/** Clicks a button of a card that is further up in the chat. */
const clicksUp =
  (up: { card?: Chat['last'] }, title: string) =>
  async (chat: Chat): Promise<void> => {
    assert.ok(up.card);
    await chat.clicksOn(up.card, title);
  };
const remembers = (up: { card?: Chat['last'] }) => (card: Chat['last']) => {
  up.card = card;
};

describe('what was typed', () => {
  transcript(
    'is not discarded by the way to delegated administration on the card of a customer, without asking',
    { as: petr(), book: customersOnly(stock(3)) },
    (say) => [
      ...threeKeys(say),
      ['find fabrikam'],
      [clicks(say('customers.all-acting')), offers(say('intent.offer-delegated-admin'))],
      [
        clicks(say('intent.offer-delegated-admin')),
        asks(say),
        offers(say('conversation.go-on'), say('conversation.begin-instead', say('intent.offer-delegated-admin'))),
      ],
      [clicks(say('conversation.go-on')), shows(say('redeem.keys-review-heading'))],
    ],
  );

  transcript('is not discarded by "start again" on the card of another conversation that was stopped', { as: petr(), book: customersOnly(stock(3)) }, (say) => {
    const up = {};
    return [
      ['edit customer'],
      ['stop', shows(say('conversation.stopped-heading')), remembers(up)],
      ['redeem', asks(say)],
      [clicks(say('conversation.begin-instead', say('redeem.title'))), shows(say('redeem.acknowledge-heading'))],
      ...threeKeys(say).slice(1),
      [clicksUp(up, say('conversation.start-again')), asks(say)],
      ['continue', shows(say('redeem.keys-review-heading'))],
    ];
  });

  transcript('is not discarded by "start again" on a card from before it was typed', { as: petr(), book: customersOnly(stock(3)) }, (say) => {
    const up = {};
    return [
      ['redeem'],
      ['stop', shows(say('conversation.stopped-heading')), remembers(up)],
      ['continue', shows(say('redeem.acknowledge-heading'))],
      ...threeKeys(say).slice(1),
      [clicksUp(up, say('conversation.start-again')), asks(say)],
      ['continue', shows(say('redeem.keys-review-heading'))],
    ];
  });

  transcript('is discarded where the card said so: nothing is asked twice', { as: petr(), book: customersOnly(stock(3)) }, (say) => [
    ...threeKeys(say),
    ['edit customer', asks(say)],
    [clicks(say('conversation.begin-instead', say('edit-customer.title'))), shows(say('edit-customer.customer-heading'))],
    ['stop'],
    [clicks(say('conversation.start-again')), shows(say('edit-customer.customer-heading'))],
  ]);

  it('is not discarded by the way to delegated administration that stands in the place of a review', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book: bothGrant() });
    await plays(chat, [
      ['find contoso'],
      [clicks(say('intent.open-service-request')), shows(say('request.form-heading'))],
      [fills(written), shows(say('request.review-heading'))],
    ]);
    const over = contosoGrants({ endsOn: day('2026-02-28') });
    const version = (await store.read(over.kind, over.id))?.version ?? 0;
    await store.commit({
      commandId: CommandId.parse('over'),
      expect: [{ kind: over.kind, id: over.id, version }],
      put: [over],
      remove: [],
      events: [],
      outcome: null,
    });
    await plays(chat, [
      [fills(), shows(say('conversation.not-allowed-heading'))],
      [clicks(say('intent.offer-delegated-admin')), asks(say)],
      [clicks(say('conversation.go-on'))],
      [clicks(say('form.back'))],
    ]);
    const again = contosoGrants();
    const now = (await store.read(again.kind, again.id))?.version ?? 0;
    await store.commit({
      commandId: CommandId.parse('again'),
      expect: [{ kind: again.kind, id: again.id, version: now }],
      put: [again],
      remove: [],
      events: [],
      outcome: null,
    });
    await plays(chat, [['continue', shows(say('request.form-heading')), holds({ title: written.title, description: written.description })]]);
  });

  transcript('is not there yet where only the customer is chosen: what mends it begins at once', { as: petr(), book: customersOnly() }, (say) => [
    ['find contoso'],
    [clicks(say('intent.open-service-request')), shows(say('conversation.not-allowed-heading'))],
    [clicks(say('intent.offer-delegated-admin')), offersNot(say('conversation.go-on'))],
  ]);

  it('is not discarded by a button of an older version of the assistant, which named nothing', async () => {
    const { chat, say } = await aChat({ as: petr(), book: customersOnly(stock(3)) });
    await plays(chat, threeKeys(say));
    const reply = await chat.sends({ kind: 'clicked', verb: 'begin', data: { flow: 'edit-customer', afresh: true } });
    assert.ok(reply.kind === 'card');
    assert.ok(buttonsOf({ ...reply.card }).some(({ title }) => title === say('conversation.go-on')));
  });
});
