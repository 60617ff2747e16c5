import assert from 'node:assert/strict';
import { Instant } from '../../domain/shared/dates.ts';
import type { Checklist } from '../../domain/customers/records.ts';
import { SubscriptionId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { auditOf } from '../support/book.ts';
import { cloudy, eva, jana, petr, rival } from '../support/builders.ts';
import { buttonsOf } from '../support/card-reading.ts';
import { chatOf } from '../support/chat.ts';
import { bookedContoso, bookedSubscription, cardKey, cloudysBook, customerRecord, stock, subscriptionRecord } from '../support/transcript-book.ts';
import { upToReview } from '../support/transcript-steps.ts';
import { aChat, clicks, fills, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';
import type { Check } from '../support/transcript.ts';

const at = Instant.parse('2026-03-01T10:00:00.000Z');
const open = { status: 'open' } as const;
const items: Checklist['items'] = { 'add-users': open, 'move-data': open, domain: open, 'partner-of-record': open, 'delegated-admin': open };

function checklist(n: number, facts: Partial<Checklist> = {}): readonly Put[] {
  const id = SubscriptionId.parse(`subscription${String(n)}`);
  return [
    subscriptionRecord(bookedSubscription({ id })),
    { kind: 'checklist', id, value: { subscription: id, customer: bookedContoso().id, partner: cloudy, items, ...facts } },
  ];
}
const begins =
  (title: string, data: object): Check =>
  (card) =>
    assert.deepEqual(buttonsOf(card).find((button) => button.title === title)?.data, data);
const contosos = cloudysBook(customerRecord(bookedContoso()), checklist(1));

describe('the checklist after set-up', () => {
  transcript('comes with a new subscription, with every task open', { as: jana(), book: cloudysBook(stock(1)) }, (say) => [
    ...upToReview(say, cardKey(1)),
    [fills()],
    [
      clicks(say('redeem.receipt-checklist')),
      shows(
        say('checklist.heading'),
        'Woodgrove',
        ...(['add-users', 'move-data', 'domain', 'partner-of-record', 'delegated-admin'] as const).map((item) => say(`checklist.${item}`)),
      ),
    ],
    [clicks(say('intent.checklists')), shows(say('checklist.list-heading'), 'Woodgrove', say('checklist.open-count', 5))],
  ]);

  transcript('is marked and unmarked, with who and when', { as: jana(), book: contosos }, (say) => [
    ['checklist', shows(say('checklist.list-heading'), 'Contoso', say('checklist.open-count', 5))],
    [clicks(say('checklist.show')), shows(say('checklist.heading'), 'Contoso')],
    [clicks(say('checklist.mark-done')), shows(say('checklist.heading'), say('checklist.done', 'Jana Nováková', say.instant(at)))],
    [clicks(say('checklist.mark-open')), (card) => assert.ok(!JSON.stringify(card).includes('Jana'))],
    [clicks(say('checklist.mark-not-needed')), shows(say('checklist.heading'), say('checklist.not-needed', 'Jana Nováková', say.instant(at)))],
    ['kontrolní seznam', shows(say('checklist.list-heading'), say('checklist.open-count', 4))],
  ]);

  transcript('begins the conversations that do two of the tasks, about this subscription and its customer', { as: petr(), book: contosos }, (say) => [
    ['checklist'],
    [
      clicks(say('checklist.show')),
      shows(say('checklist.heading')),
      offers(say('intent.attach-partner-of-record'), say('intent.offer-delegated-admin')),
      begins(say('intent.attach-partner-of-record'), { flow: 'attach-partner-of-record', about: { subscription: 'subscription1' } }),
      begins(say('intent.offer-delegated-admin'), { flow: 'offer-delegated-admin', about: { customer: bookedContoso().id } }),
    ],
    [clicks(say('intent.attach-partner-of-record')), shows(say('por.id-heading'), `${say('redeem.customer')}: Contoso`)],
  ]);

  transcript('leaves the list when every task is settled', { as: jana(), book: contosos }, (say) => [
    ['checklist'],
    [clicks(say('checklist.show'))],
    ...Object.keys(items).map(() => [clicks(say('checklist.mark-done')), shows(say('checklist.heading'))] as const),
    [clicks(say('intent.checklists')), shows(say('checklist.list-heading'), say('checklist.none'))],
  ]);

  transcript('is read, not marked, by somebody who may only read', { as: eva(), book: contosos }, (say) => [
    ['checklist'],
    [clicks(say('checklist.show')), shows(say('checklist.heading')), offersNot(say('checklist.mark-done'), say('checklist.mark-not-needed'))],
  ]);

  it('refuses a mark of somebody without the right, of another partner, and of nothing', async () => {
    const { say, store, turn } = await aChat({ as: eva(), book: [...contosos, ...checklist(2, { partner: rival })] });
    const marked = async (person: PersonId, subscription: string) => {
      const reply = await chatOf({ turn }, person, { locale: 'en' }).sends({
        kind: 'clicked',
        verb: 'mark-checklist',
        data: { subscription, item: 'domain', status: 'done' },
      });
      return reply.kind === 'card' ? JSON.stringify(reply.card) : '';
    };
    assert.ok((await marked(eva().person, 'subscription1')).includes(say('eligibility.person-limited')));
    assert.ok((await marked(jana().person, 'subscription2')).includes(say('checklist.not-found')));
    assert.ok((await marked(jana().person, 'nothing')).includes(say('checklist.not-found')));
    assert.deepEqual(await auditOf(store), []);
  });

  it('is marked once by two clicks: the first name and day stay', async () => {
    const { chat, say, store, clock } = await aChat({ as: jana(), book: contosos });
    await plays(chat, [['checklist'], [clicks(say('checklist.show'))]]);
    const card = chat.last;
    await chat.clicksOn(card, say('checklist.mark-done'));
    clock.setTo('2026-03-09');
    await chat.clicksOn(card, say('checklist.mark-done'));
    await plays(chat, [[() => Promise.resolve(), shows(say('checklist.heading'), say('checklist.done', 'Jana Nováková', say.instant(at)))]]);
    assert.equal((await auditOf(store)).length, 1);
  });
});
