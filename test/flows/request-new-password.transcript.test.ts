import assert from 'node:assert/strict';
import type { Relationship } from '../../domain/delegated-admin/records.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, eva, jana, karel, petr } from '../support/builders.ts';
import { aRelationship, gdap, roleIds } from '../support/offers.ts';
import { bookedContoso, customerRecord } from '../support/transcript-book.ts';
import { aChat, clicks, fills, offers, plays, shows, transcript } from '../support/transcript.ts';

const relationshipRecord = (value: Relationship): Put => ({ kind: 'relationship', id: value.id, value });
const lenka: Put = {
  kind: 'customer-user',
  id: 'lenka',
  value: karel({ customer: bookedContoso().id, name: 'Lenka Contosová', upn: 'lenka@contoso.cz', isAdmin: false }),
};
const admin: Put = { kind: 'customer-user', id: 'karel', value: karel({ customer: bookedContoso().id }) };
const helpdesk = relationshipRecord(aRelationship({ customer: bookedContoso().id, terms: gdap({ roles: roleIds('helpdesk-administrator') }) }));
const book = [partnerRecord(aPartner()), ...[jana(), petr(), eva()].map(userRecord), customerRecord(bookedContoso()), lenka, admin, helpdesk];

describe('a new password for a customer’s user', () => {
  transcript(
    'is written down and left to be made on Microsoft’s own page',
    { as: jana(), book },
    (say) => [
      ['new password', shows(say('password.customer-heading'))],
      [fills({ customer: bookedContoso().id }), shows(say('password.user-heading'), 'Contoso')],
      [fills({ user: '' }), shows(say('password.user-heading'), say('password.user-missing'))],
      [fills({ user: 'lenka' }), shows(say('password.review-heading'), 'lenka@contoso.cz', say('password.none-here'))],
      [
        clicks(say('password.confirm')),
        shows(say('password.receipt-heading'), say('hand-off.to-do', jana().name), say('hand-off.step-password', 'lenka@contoso.cz')),
      ],
      [clicks(say('hand-off.confirm-password')), shows(say('password.receipt-heading'), 'lenka@contoso.cz')],
    ],
    async ({ store }) => {
      assert.equal(await store.count('open-hand-offs-of-owner', { key: jana().person }), 0);
    },
  );

  transcript('of an admin takes a right of one’s own that helpdesk has not', { as: jana(), book }, (say) => [
    ['new password', shows(say('password.customer-heading'))],
    [fills({ customer: bookedContoso().id }), shows(say('password.user-heading'))],
    [fills({ user: 'karel' }), shows(say('conversation.not-allowed-heading'), say('eligibility.person-full')), offers(say('rights.ask'))],
    [clicks(say('form.back')), shows(say('password.user-heading'))],
  ]);

  transcript('of an admin takes a role that was not granted', { as: petr(), book }, (say) => [
    ['new password', shows(say('password.customer-heading'))],
    [fills({ customer: bookedContoso().id }), shows(say('password.user-heading'))],
    [
      fills({ user: 'karel' }),
      shows(say('conversation.not-allowed-heading'), say('acting.role-missing', say('role.privileged-authentication-administrator'))),
      offers(say('intent.offer-delegated-admin')),
    ],
  ]);

  it('finds a user by the beginning of the sign-in name', async () => {
    const { chat, say } = await aChat({ as: jana(), book });
    await plays(chat, [
      ['new password', shows(say('password.customer-heading'))],
      [fills({ customer: bookedContoso().id }), shows(say('password.user-heading'))],
      ['lenka', shows(say('password.user-heading'))],
      [fills(), shows(say('password.review-heading'), 'lenka@contoso.cz')],
    ]);
  });
});
