import assert from 'node:assert/strict';
import { CommandId } from '../../domain/shared/ids.ts';
import { customerUserIdOf } from '../../domain/shared/record-ids.ts';
import { auditOf, fill, userRecord } from '../support/book.ts';
import { fabrikam, jana, petr, rival } from '../support/builders.ts';
import { testSecrets } from '../support/chat.ts';
import { bookedContoso, cloudysBook, customerRecord, karelRecord } from '../support/transcript-book.ts';
import { aChat, clicks, fills, holds, offers, plays, shows, transcript } from '../support/transcript.ts';
import type { Played } from '../support/transcript.ts';

const contoso = bookedContoso();
const book = cloudysBook(
  customerRecord(contoso),
  karelRecord(),
  karelRecord({ name: 'Karla Contoso', upn: 'karla@contoso.cz', isAdmin: false }),
  customerRecord(bookedContoso({ domain: 'adatum.cz', name: 'A. Datum' })),
  customerRecord(fabrikam({ partner: rival, domain: 'fabrikam.sk' })),
);
const idOf = (upn: string): string => customerUserIdOf(testSecrets, contoso.id, upn);
const corrections = async ({ store }: Played) => (await auditOf(store)).filter(({ what }) => what === 'admin-email-corrected');

describe('correcting the e-mail of a customer’s admin', () => {
  transcript(
    'goes from the domain over the admin to a review and a receipt, audited with before and after',
    { as: petr(), book },
    (say) => [
      ['correct e-mail', shows(say('correct.customer-heading'), say('form.step-of', 1, 3))],
      [fills(), shows(say('correct.customer-heading'), say('correct.domain-missing'))],
      [fills({ domain: 'nobody.cz' }), shows(say('correct.customer-heading'), say('correct.customer-not-found')), holds({ domain: 'nobody.cz' })],
      [fills({ domain: 'fabrikam.sk' }), shows(say('correct.customer-heading'), say('correct.customer-not-found'))],
      [fills({ domain: 'adatum.cz' }), shows(say('correct.customer-heading'), say('correct.no-admin'))],
      [
        fills({ domain: ' https://www.CONTOSO.cz/ ' }),
        shows(say('correct.email-heading'), 'Contoso'),
        holds({ admin: idOf('karel@contoso.cz'), newEmail: '' }),
      ],
      [fills({ newEmail: 'karel' }), shows(say('correct.email-heading'), say('redeem.admin-email-wrong')), holds({ newEmail: 'karel' })],
      [fills({ newEmail: 'KAREL@contoso.cz' }), shows(say('correct.email-heading'), say('correct.same-email'))],
      [
        fills({ newEmail: 'karel.novy@contoso.cz' }),
        shows(say('correct.review-heading'), 'Contoso', 'Karel Contoso', 'karel@contoso.cz', 'karel.novy@contoso.cz'),
      ],
      [clicks(say('correct.change')), shows(say('correct.email-heading')), holds({ newEmail: 'karel.novy@contoso.cz' })],
      [fills({ newEmail: 'karel.nova@contoso.cz' }), shows(say('correct.review-heading'), 'karel.nova@contoso.cz')],
      [
        clicks(say('correct.confirm')),
        shows(say('correct.receipt-heading'), 'karel.nova@contoso.cz', say('correct.receipt-microsoft')),
        offers(say('intent.correct-admin-email'), say('intent.home')),
      ],
    ],
    async (played) => {
      assert.equal((await played.store.read('customer-user', idOf('karel.nova@contoso.cz')))?.value.name, 'Karel Contoso');
      assert.equal(await played.store.read('customer-user', idOf('karel@contoso.cz')), undefined);
      assert.deepEqual(
        (await corrections(played)).map(({ before, after }) => [before, after]),
        [[{ email: 'karel@contoso.cz' }, { email: 'karel.nova@contoso.cz' }]],
      );
    },
  );

  transcript('takes the domain as a line in the chat', { as: petr(), book }, (say) => [
    ['opravit e-mail', shows(say('correct.customer-heading'))],
    ['contoso.cz', shows(say('correct.email-heading'), 'Contoso')],
  ]);

  transcript('refuses an address that belongs to somebody else there, and goes back to the field', { as: petr(), book }, (say) => [
    ['opraviť e-mail'],
    [fills({ domain: 'contoso.cz' })],
    [fills({ newEmail: 'karla@contoso.cz' }), shows(say('correct.review-heading'))],
    [clicks(say('correct.confirm')), shows(say('correct.email-heading'), say('correct.email-taken', 'Karla Contoso')), holds({ newEmail: 'karla@contoso.cz' })],
  ]);

  transcript('is nobody’s business but a global admin’s', { as: jana(), book }, (say) => [
    ['correct e-mail', shows(say('conversation.not-allowed-heading'), say('eligibility.global-admin')), offers(say('intent.home'))],
  ]);

  it('is refused at the end to somebody who has lost the right on the way', async () => {
    const played = await aChat({ as: petr(), book });
    const { chat, say, store } = played;
    await plays(chat, [['correct e-mail'], [fills({ domain: 'contoso.cz' })], [fills({ newEmail: 'x@contoso.cz' }), shows(say('correct.review-heading'))]]);
    await fill(store, [userRecord({ ...petr(), companyRole: 'none' })], 'demoted');
    await plays(chat, [[clicks(say('correct.confirm')), shows(say('conversation.not-allowed-heading'), say('eligibility.global-admin'))]]);
    assert.deepEqual(await corrections(played), []);
  });

  it('that a colleague has made in the meantime is said, and begins with the customer again', async () => {
    const { chat, say, store } = await aChat({ as: petr(), book });
    await plays(chat, [['correct e-mail'], [fills({ domain: 'contoso.cz' })], [fills({ newEmail: 'x@contoso.cz' })]]);
    const gone = { kind: 'customer-user', id: idOf('karel@contoso.cz') } as const;
    await store.commit({ commandId: CommandId.parse('a colleague'), expect: [], put: [], remove: [gone], events: [], outcome: null });
    await plays(chat, [[clicks(say('correct.confirm')), shows(say('correct.customer-heading'), say('correct.admin-not-found'))]]);
  });

  it('happens once, however often it is clicked', async () => {
    const played = await aChat({ as: petr(), book });
    const { chat, say } = played;
    await plays(chat, [['correct e-mail'], [fills({ domain: 'contoso.cz' })], [fills({ newEmail: 'x@contoso.cz' })]]);
    const review = chat.last;
    await chat.clicks(say('correct.confirm'));
    const receipt = chat.last;
    assert.deepEqual(await chat.clicksOn(review, say('correct.confirm')), receipt);
    assert.equal((await corrections(played)).length, 1);
  });
});
