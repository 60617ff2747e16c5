import assert from 'node:assert/strict';
import type { HandOffOf } from '../../../domain/customers/records.ts';
import { HandOffId } from '../../../domain/shared/ids.ts';
import type { Put } from '../../../domain/shared/store.port.ts';
import { aHandOff, eva, jana, petr, rita, rival } from '../../support/builders.ts';
import { bookedContoso, bookedSubscription, cloudysBook, customerRecord, rivalsBook, subscriptionRecord } from '../../support/transcript-book.ts';
import { clicks, hides, offers, offersNot, shows, transcript } from '../../support/transcript.ts';

const { partner, createdAt } = aHandOff();
const password = (id: string, upn: string, facts: Partial<HandOffOf<'new-password'>> = {}): Put => {
  const owner = { owner: petr().person, ownerName: petr().name };
  const value = {
    id: HandOffId.parse(id),
    partner,
    customer: bookedContoso().id,
    ...owner,
    createdAt,
    what: 'new-password',
    userName: upn,
    upn,
    ...facts,
  } as const;
  return { kind: 'hand-off', id, value };
};
const book = cloudysBook(customerRecord(bookedContoso()), subscriptionRecord(bookedSubscription()), password('his', 'lenka@contoso.cz'));

describe('what is to be done at Microsoft for a customer', () => {
  transcript(
    'is opened from the customer’s card by a colleague, who reads whose it is, and may do it in their place',
    { as: jana(), book },
    (say) => [
      ['to do', shows(say('to-do.heading'), say('to-do.none'))],
      ['find contoso', shows(say('customers.card-heading')), offers(say('customers.all-hand-offs'))],
      [
        clicks(say('customers.all-hand-offs')),
        shows(say('customers.part-hand-offs'), 'Contoso', say('to-do.new-password', 'Contoso'), say('to-do.whose', petr().name)),
        offers(say('hand-off.link'), say('hand-off.confirm-password')),
      ],
      [clicks(say('hand-off.confirm-password')), shows(say('customers.part-hand-offs'), 'Contoso', say('to-do.none-of-customer'))],
      [clicks(say('customers.back')), shows(say('customers.card-heading')), offersNot(say('customers.all-hand-offs'))],
    ],
    async ({ store }) => {
      assert.equal((await store.read('hand-off', HandOffId.parse('his')))?.value.confirmed?.name, jana().name);
    },
  );

  transcript('may be looked at by who may only read', { as: eva(), book }, (say) => [
    ['find contoso'],
    [
      clicks(say('customers.all-hand-offs')),
      shows(say('customers.part-hand-offs'), say('to-do.whose', petr().name)),
      offers(say('hand-off.link')),
      offersNot(say('hand-off.confirm-password')),
    ],
  ]);

  transcript(
    'is the default owner’s when its owner is gone, and comes page by page',
    {
      as: jana(),
      book: [
        ...book,
        ...['a', 'b', 'c', 'd'].map((id) => password(id, `${id}@contoso.cz`, { owner: rita().person, ownerName: rita().name })),
        ...rivalsBook(password('theirs', 'secret@rival.cz', { partner: rival, owner: rita().person })).filter(({ kind }) => kind !== 'hand-off'),
      ],
    },
    (say) => [
      ['find contoso'],
      [
        clicks(say('customers.all-hand-offs')),
        shows(say('customers.part-hand-offs'), say('customers.of', 1, 4, 5), say('to-do.whose', petr().name)),
        hides(rita().name),
      ],
      [clicks(say('to-do.more')), shows(say('customers.part-hand-offs'), say('customers.of', 5, 5, 5))],
    ],
  );
});
