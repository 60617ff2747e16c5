import assert from 'node:assert/strict';
import type { About, FlowId } from '../../cards/actions.ts';
import type { Subscription } from '../../domain/customers/records.ts';
import type { Relationship } from '../../domain/delegated-admin/records.ts';
import { CommandId, SubscriptionId } from '../../domain/shared/ids.ts';
import type { Put, Store } from '../../domain/shared/store.port.ts';
import { partnerRecord, userRecord } from '../support/book.ts';
import { buttonsOf } from '../support/card-reading.ts';
import { aPartner, aSubscription, day, eva, fabrikam, instant, jana, karel, petr, rita, rival } from '../support/builders.ts';
import type { Chat } from '../support/chat.ts';
import { chatOf } from '../support/chat.ts';
import { aRelationship, classic } from '../support/offers.ts';
import { bookedContoso, billedSubscription, customerRecord, subscriptionRecord } from '../support/transcript-book.ts';
import { aChat, clicks, fills, plays, shows } from '../support/transcript.ts';

const relationship = aRelationship({ customer: bookedContoso().id, terms: classic, endsOn: day('9999-12-31') });
const relationshipRecord = (value: Relationship): Put => ({ kind: 'relationship', id: value.id, value });
const userOf = (id: string, customer = bookedContoso().id): Put => ({
  kind: 'customer-user',
  id,
  value: karel({ customer, name: id, upn: `${id}@contoso.cz`, isAdmin: false }),
});
const fabrikams = billedSubscription({ id: 'fabrikams', customer: fabrikam().id });
const book = [
  ...[partnerRecord(aPartner()), partnerRecord(aPartner({ tenant: rival })), ...[jana(), petr(), eva(), rita()].map(userRecord)],
  ...[customerRecord(bookedContoso()), customerRecord(fabrikam()), subscriptionRecord(billedSubscription()), subscriptionRecord(fabrikams)],
  ...[userOf('lenka'), userOf('filip', fabrikam().id), relationshipRecord(relationship)],
];

const begins =
  (flow: FlowId, about: About) =>
  async (chat: Chat): Promise<void> => {
    const home = await chat.says('home');
    // A button as the customer's card has it.
    const actions = [{ type: 'Action.Execute', title: 'go', verb: 'begin', data: { flow, about } }];
    const begun = await chat.clicksOn({ ...home, actions }, 'go');
    const instead = buttonsOf(begun).find(({ data }) => data['afresh'] !== undefined);
    if (instead !== undefined) await chat.clicks(instead.title);
  };
const subscriptionIn = async (store: Store, id = billedSubscription().id): Promise<Subscription | undefined> =>
  (await store.read('subscription', SubscriptionId.parse(id)))?.value;

/** Somebody else changes a record meanwhile. */
async function meanwhile(store: Store, put: Put): Promise<void> {
  const version = (await store.read(put.kind, put.id))?.version ?? 0;
  await store.commit({
    commandId: CommandId.parse(`meanwhile-${put.id}`),
    expect: [{ kind: put.kind, id: put.id, version }],
    put: [put],
    remove: [],
    events: [],
    outcome: null,
  });
}

describe('acting for a customer, from the customer’s card', () => {
  it('has the customer, the subscription and the user chosen already', async () => {
    const { chat, say } = await aChat({ as: petr(), book });
    const customer = bookedContoso().id;
    await plays(chat, [
      [begins('change-subscription', { customer }), shows(say('change.subscription-heading'), 'Contoso')],
      [begins('change-subscription', { customer, subscription: billedSubscription().id }), shows(say('change.what-heading'), 'Contoso')],
      [begins('request-new-password', { customer, user: 'lenka' }), shows(say('password.review-heading'), 'lenka@contoso.cz')],
      [begins('request-new-password', { customer }), shows(say('password.user-heading'), 'Contoso')],
      [begins('open-service-request', { customer, subscription: billedSubscription().id }), shows(say('request.form-heading'), 'Contoso')],
    ]);
  });

  it('takes nothing of another partner: the customer is asked for as if nothing had been said', async () => {
    const { chat, say } = await aChat({ as: rita(), book });
    for (const about of [{ customer: fabrikam().id }, { subscription: fabrikams.id }])
      await plays(chat, [[begins('change-subscription', about), shows(say('change.customer-heading'))]]);
    await plays(chat, [
      [begins('request-new-password', { user: 'filip' }), shows(say('password.customer-heading'))],
      [begins('open-service-request', { subscription: fabrikams.id }), shows(say('request.customer-heading'))],
    ]);
  });
});

describe('acting for a customer, with something in between', () => {
  it('tells in the place of the review that delegated administration has ended, and changes nothing', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book });
    await plays(chat, [
      [begins('change-subscription', { subscription: billedSubscription().id }), shows(say('change.what-heading'))],
      [fills({ what: 'cancel' }), shows(say('change.review-cancel-heading'))],
    ]);
    const ended = { at: instant('2026-03-01T09:00:00.000Z'), side: 'customer', person: jana().person, name: 'Karel' } as const;
    await meanwhile(store, relationshipRecord({ ...relationship, ended }));
    await plays(chat, [
      [clicks(say('change.confirm-cancel')), shows(say('conversation.not-allowed-heading'), say('acting.relationship-over', day('2026-03-01')))],
    ]);
    assert.equal((await subscriptionIn(store))?.cancelled, undefined);
  });

  it('does not take a yes to switching renewal on for anything else, when somebody has switched it on already', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book });
    await plays(chat, [
      [begins('change-subscription', { subscription: billedSubscription().id }), shows(say('change.what-heading'))],
      [fills({ what: 'auto-renewal' }), shows(say('change.review-heading'), say('acting.on'))],
    ]);
    await meanwhile(store, subscriptionRecord({ ...billedSubscription(), autoRenews: true }));
    await plays(chat, [
      [clicks(say('change.confirm')), shows(say('change.review-heading'), say('form.changed-since'))],
      [clicks(say('change.confirm')), shows(say('change.what-heading'), say('change.unchanged'))],
    ]);
    assert.equal((await subscriptionIn(store))?.autoRenews, true);
  });

  it('keeps as many licences as users hold, when one is given meanwhile', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book });
    await plays(chat, [
      [begins('change-subscription', { subscription: billedSubscription().id }), shows(say('change.what-heading'))],
      [fills({ what: 'seats' }), shows(say('change.seats-heading'))],
      [fills({ seats: '1' }), shows(say('change.review-heading'))],
    ]);
    const licensed = ['a', 'b'].map((name): Put => ({
      kind: 'customer-user',
      id: name,
      value: karel({ name, upn: name, isAdmin: false, licensedIn: aSubscription({ id: billedSubscription().id }).id }),
    }));
    for (const put of licensed) await meanwhile(store, put);
    await plays(chat, [[clicks(say('change.confirm')), shows(say('change.seats-heading'), say('change.seats-wrong', 2, 25))]]);
    assert.equal((await subscriptionIn(store))?.terms[0]?.seats, 5);
  });

  it('does it once, however often the yes is said, and shows the same receipt', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book });
    await plays(chat, [
      [begins('change-subscription', { subscription: billedSubscription().id }), shows(say('change.what-heading'))],
      [fills({ what: 'cancel' }), shows(say('change.review-cancel-heading'))],
    ]);
    const reviewed = chat.last;
    const first = await chat.clicksOn(reviewed, say('change.confirm-cancel'));
    assert.deepEqual(await chat.clicksOn(reviewed, say('change.confirm-cancel')), first);
    assert.equal(await store.count('open-hand-offs-of-owner', { key: petr().person }), 1);
  });
});

describe('a forged form about a customer', () => {
  it('takes no subscription and no user of another customer', async () => {
    const { chat, say } = await aChat({ as: petr(), book });
    const customer = bookedContoso().id;
    const words = { title: 'Pošta', description: 'nic', severity: 'minimal', recipient: 'partner' };
    await plays(chat, [
      [begins('change-subscription', { customer }), shows(say('change.subscription-heading'))],
      [fills({ subscription: fabrikams.id }), shows(say('change.subscription-heading'), say('change.subscription-missing'))],
      [begins('request-new-password', { customer }), shows(say('password.user-heading'))],
      [fills({ user: 'filip' }), shows(say('password.user-heading'), say('password.user-missing'))],
      [begins('open-service-request', { customer }), shows(say('request.form-heading'))],
      [fills({ ...words, subscription: fabrikams.id }), shows(say('request.form-heading'), say('change.subscription-missing'))],
      [fills({ ...words, severity: 'blocker' }), shows(say('request.form-heading'), say('request.severity-missing'))],
    ]);
  });

  it('cancels nothing with a number of licences that was never shown', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book });
    await plays(chat, [
      [begins('change-subscription', { subscription: billedSubscription().id }), shows(say('change.what-heading'))],
      [fills({ what: 'delete' }), shows(say('change.what-heading'), say('change.what-missing'))],
      [fills({ what: 'seats' }), shows(say('change.seats-heading'))],
      [fills({ seats: '-5' }), shows(say('change.seats-heading'), say('change.seats-missing'))],
      [fills({ seats: '7', term: 'another' }), shows(say('change.seats-heading'), say('change.over-already'))],
    ]);
    assert.deepEqual(await subscriptionIn(store), billedSubscription());
  });

  it('shows a colleague of another company no request, and moves none', async () => {
    const played = await aChat({ as: petr(), book });
    const { chat, say, store } = played;
    await plays(chat, [
      [begins('open-service-request', { customer: bookedContoso().id }), shows(say('request.form-heading'))],
      [fills({ title: 'Pošta nechodí', description: 'nic', severity: 'minimal', recipient: 'partner' }), shows(say('request.review-heading'))],
      [clicks(say('request.confirm')), shows(say('request.heading'))],
    ]);
    const before = (await store.list('requests-of-customer', { key: bookedContoso().id, limit: 5 })).rows;
    const ritas = chatOf(played, rita().person, { locale: 'en', name: rita().name });
    for (const [button, inputs] of [
      [say('request.move-sent'), {}],
      [say('request.add-note'), { note: 'x' }],
      [say('request.refresh'), {}],
    ] as const) {
      await ritas.clicksOn(chat.last, button, inputs);
      shows(say('request.list-heading'), say('request.not-found'))(ritas.last);
    }
    assert.deepEqual((await store.list('requests-of-customer', { key: bookedContoso().id, limit: 5 })).rows, before);
  });
});
