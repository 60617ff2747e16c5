import assert from 'node:assert/strict';
import { Instant } from '../../domain/shared/dates.ts';
import { CustomerId, HandOffId, ObjectId, OfferId, personId, RelationshipId } from '../../domain/shared/ids.ts';
import type { HandOff, HandOffOf } from '../../domain/customers/records.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { auditOf } from '../support/book.ts';
import { aHandOff, aPartnerHandOff, aSubscription, cloudy, eva, jana, petr, rita, rival } from '../support/builders.ts';
import { buttonsOf } from '../support/card-reading.ts';
import { chatOf } from '../support/chat.ts';
import { bookedContoso, cardKey, cloudysBook, customerRecord, stock } from '../support/transcript-book.ts';
import { upToReview } from '../support/transcript-steps.ts';
import { aChat, clicks, fills, hides, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';

const at = Instant.parse('2026-03-01T10:00:00.000Z');

const handOffRecord = (facts: Partial<HandOffOf<'redeem-keys'>> & { readonly n: number }): Put => {
  const { n, ...rest } = facts;
  const customer = CustomerId.parse(`customer${String(n)}`);
  const value = {
    ...aHandOff({ id: `hand-off-${String(n)}`, createdAt: Instant.parse(`2026-02-${String(n).padStart(2, '0')}T08:00:00.000Z`), customer }),
    ...rest,
  };
  return { kind: 'hand-off', id: value.id, value };
};
const customerNumber = (n: number): Put =>
  customerRecord(bookedContoso({ id: CustomerId.parse(`customer${String(n)}`), name: `Zákazník ${String(n)}`, domain: `c${String(n)}.cz` }));
const seven = [1, 2, 3, 4, 5, 6, 7].flatMap((n) => [customerNumber(n), handOffRecord({ n })]);

const handOffOf = (value: HandOff): Put => ({ kind: 'hand-off', id: value.id, value });
const base = aHandOff({ customer: bookedContoso().id });
const offer = OfferId.parse('offer');
const relationship = RelationshipId.parse('relationship');
const { partner, customer, owner, ownerName } = base;
const task = (n: number) => ({
  id: HandOffId.parse(`task-${String(n)}`),
  partner,
  customer,
  owner,
  ownerName,
  createdAt: Instant.parse(`2026-02-0${String(n)}T08:00:00.000Z`),
});
const oneOfEach = [
  customerRecord(bookedContoso()),
  handOffOf({ ...base, ...task(1) }),
  handOffOf({ ...aPartnerHandOff({ replaces: true }), ...task(2) }),
  handOffOf({ ...task(3), what: 'set-up-accepted-offer', offer, of: 'trial', subscriptions: [aSubscription().id] }),
  handOffOf({ ...task(4), what: 'request-delegated-admin', offer, relationship, form: 'gdap' }),
  handOffOf({ ...task(5), what: 'end-delegated-admin', relationship }),
];

describe('the list of what is still to be done at Microsoft', () => {
  transcript('has what a redemption left open, and loses it when it is confirmed, with name and day', { as: jana(), book: cloudysBook(stock(1)) }, (say) => [
    ['to do', shows(say('to-do.heading'), say('to-do.none'))],
    ...upToReview(say, cardKey(1)),
    [fills(), shows(say('redeem.receipt-heading-new'))],
    [clicks(say('intent.to-do')), shows(say('to-do.heading'), say('to-do.redeem-keys', 'Woodgrove')), offers(say('hand-off.link'), say('hand-off.confirm'))],
    [
      clicks(say('hand-off.confirm')),
      shows(say('to-do.heading'), say('hand-off.confirmed', 'Jana Nováková', say.instant(at)), say('to-do.none')),
      offersNot(say('hand-off.confirm')),
    ],
    ['hi', shows(say('home.heading'), say('home.nothing-to-do'))],
  ]);

  transcript('shows five at a time, the oldest first', { as: jana(), book: cloudysBook(seven) }, (say) => [
    ['úkoly', shows(say('to-do.heading'), say('to-do.redeem-keys', 'Zákazník 1'), say('to-do.redeem-keys', 'Zákazník 5'))],
    [
      clicks(say('to-do.more')),
      shows(say('to-do.heading'), say('to-do.redeem-keys', 'Zákazník 6'), say('to-do.redeem-keys', 'Zákazník 7')),
      offersNot(say('to-do.more')),
    ],
  ]);

  transcript(
    'says of each kind what to do, step by step, with a button in its own words',
    { as: jana(), book: cloudysBook(oneOfEach) },
    (say) => [
      [
        'to do',
        shows(
          say('to-do.heading'),
          say('to-do.redeem-keys', 'Contoso'),
          say('to-do.attach-partner', 'Contoso'),
          say('hand-off.step-remove'),
          say('hand-off.step-add', '4711001', 1),
          say('to-do.set-up-trial', 'Contoso'),
          say('hand-off.step-trial'),
          say('to-do.request-delegation', 'Contoso'),
          say('hand-off.step-assign'),
          say('to-do.end-delegation', 'Contoso'),
          say('hand-off.step-end'),
        ),
        offers(say('hand-off.confirm'), say('hand-off.confirm-set-up')),
      ],
      [
        clicks(say('hand-off.confirm-partner')),
        shows(say('to-do.heading'), say('to-do.attach-partner', 'Contoso')),
        offersNot(say('hand-off.confirm-partner')),
      ],
      [clicks(say('hand-off.confirm-delegation')), shows(say('to-do.heading'), say('to-do.request-delegation', 'Contoso'))],
      [clicks(say('hand-off.confirm-end')), shows(say('to-do.heading'), say('to-do.end-delegation', 'Contoso'))],
      [clicks(say('hand-off.confirm-set-up')), shows(say('to-do.heading'), say('to-do.set-up-trial', 'Contoso'))],
      [clicks(say('hand-off.confirm')), shows(say('to-do.heading'), say('to-do.none'))],
    ],
    async ({ store }) => assert.equal((await auditOf(store)).length, 5),
  );

  transcript('is each person’s own', { as: petr(), book: cloudysBook(seven) }, (say) => [['to do', shows(say('to-do.heading'), say('to-do.none'))]]);

  const gone = { owner: personId(cloudy, ObjectId.parse('aaaaaaaa-0000-4000-8000-00000000009f')), ownerName: 'Odešlý Kolega' };
  const mixed = [1, 2, 3, 4, 5, 6, 7].flatMap((n) => [customerNumber(n), handOffRecord(n % 2 === 0 ? { n } : { n, ...gone })]);

  transcript(
    'of the default owner also has what people who are gone have left, after their own',
    { as: petr(), book: cloudysBook(mixed, customerNumber(8), handOffRecord({ n: 8, owner: petr().person, ownerName: petr().name })) },
    (say) => [
      ['hi', shows(say('home.heading'), say('home.to-do', 5))],
      [
        'to do',
        shows(say('to-do.heading'), say('to-do.redeem-keys', 'Zákazník 8'), say('to-do.redeem-keys', 'Zákazník 7'), say('to-do.passed-on', gone.ownerName)),
      ],
    ],
  );

  transcript('of others has nothing that people who are gone have left', { as: jana(), book: cloudysBook(mixed) }, (say) => [
    ['hi', shows(say('home.heading'), say('home.to-do', 3))],
    ['to do', shows(say('to-do.heading'), say('to-do.redeem-keys', 'Zákazník 2')), hides('Zákazník 1', gone.ownerName)],
  ]);

  transcript(
    'is turned from the own to the passed on',
    {
      as: petr(),
      book: cloudysBook([1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => [customerNumber(n), handOffRecord(n > 3 ? { n, owner: petr().person } : { n, ...gone })])),
    },
    (say) => [
      ['to do', shows(say('to-do.heading'), say('to-do.redeem-keys', 'Zákazník 4'), say('to-do.redeem-keys', 'Zákazník 8')), hides(gone.ownerName)],
      [
        clicks(say('to-do.more')),
        shows(say('to-do.heading'), ...[9, 1, 2, 3].map((n) => say('to-do.redeem-keys', `Zákazník ${String(n)}`)), say('to-do.passed-on', gone.ownerName)),
        offersNot(say('to-do.more')),
      ],
    ],
  );

  it('keeps the first confirmation, and tells it again to whoever is later', async () => {
    const { chat, say, store, turn } = await aChat({ as: jana(), book: cloudysBook(seven) });
    await plays(chat, [['to do', shows(say('to-do.heading'))]]);
    const list = chat.last;
    const colleague = chatOf({ turn }, petr().person, { locale: 'en', name: petr().name });
    await colleague.sends({ kind: 'clicked', verb: 'confirm-hand-off', data: { handOff: 'hand-off-1' } });
    await chat.clicksOn(list, say('hand-off.confirm'));
    await plays(chat, [[() => Promise.resolve(), shows(say('to-do.heading'), say('hand-off.confirmed', petr().name, say.instant(at)))]]);
    assert.equal((await auditOf(store)).filter(({ what }) => what === 'hand-off-confirmed').length, 1);
  });

  it('is not confirmed by somebody without the right, nor by another partner', async () => {
    const theirs = { ...aHandOff({ id: 'theirs', partner: rival, owner: rita().person }), ownerName: rita().name };
    const { say, store, turn } = await aChat({ as: jana(), book: cloudysBook(seven, { kind: 'hand-off', id: 'theirs', value: theirs }) });
    const confirm = (handOff: string) => ({ kind: 'clicked', verb: 'confirm-hand-off', data: { handOff } }) as const;
    const evas = chatOf({ turn }, eva().person, { locale: 'en' });
    const refused = await evas.sends(confirm('hand-off-1'));
    assert.ok(refused.kind === 'card' && JSON.stringify(refused.card).includes(say('eligibility.person-limited')));
    const janas = chatOf({ turn }, jana().person, { locale: 'en' });
    const foreign = await janas.sends(confirm('theirs'));
    assert.ok(foreign.kind === 'card' && JSON.stringify(foreign.card).includes(say('to-do.not-found')) && !JSON.stringify(foreign.card).includes(rita().name));
    assert.deepEqual(await auditOf(store), []);
    assert.equal((await store.read('hand-off', HandOffId.parse('theirs')))?.value.confirmed, undefined);
  });

  it('still shows the way to a card from before: the button of a confirmed one answers with what became of it', async () => {
    const { chat, say } = await aChat({ as: jana(), book: cloudysBook(stock(1)) });
    await plays(chat, [...upToReview(say, cardKey(1)), [fills()]]);
    const receipt = chat.last;
    await plays(chat, [[clicks(say('hand-off.confirm')), shows(say('redeem.receipt-heading-new'))]]);
    const after = chat.last;
    assert.deepEqual(await chat.clicksOn(receipt, say('hand-off.confirm')), after);
    assert.ok(!buttonsOf(after).some(({ title }) => title === say('hand-off.confirm')));
  });
});
