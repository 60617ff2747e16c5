import assert from 'node:assert/strict';
import { judgedTasks } from '../../bot/conversation/own-company/judged-tasks.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { customerTasks, mayActForCustomers } from '../../domain/company/rights.ts';
import { instantOf } from '../../domain/shared/dates.ts';
import { Language } from '../../domain/shared/language.ts';
import { auditOf, partnerRecord, userRecord } from '../support/book.ts';
import { aPartner, cloudy, day, eva, jana, petr, rita } from '../support/builders.ts';
import { chatOf } from '../support/chat.ts';
import { addressRecord } from '../support/offers.ts';
import { cloudysBook, rivalsBook, stock } from '../support/transcript-book.ts';
import { aChat, clicks, hides, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';
import { unasked } from '../support/unasked.ts';

const book = cloudysBook(stock(1), addressRecord(petr().person));

describe('what may I do', () => {
  transcript('is told to who may only read: nothing but reading, why, and who can give more', { as: eva(), book }, (say) => [
    [
      'what may I do?',
      shows(say('rights.heading'), eva().name, say('rights.none'), say('rights.nothing'), say('rights.everybody'), say('rights.givers', petr().name)),
      offers(say('rights.task-product-keys'), say('rights.task-password-of-admin'), say('intent.people')),
    ],
  ]);

  transcript('is told to who has limited administration', { as: jana(), book }, (say) => [
    [
      'my rights',
      shows(
        say('rights.heading'),
        say('rights.limited'),
        say('rights.task-product-keys'),
        say('rights.with-role', say('rights.task-password-of-user'), say('role.password-administrator')),
        say('home.because', say('rights.task-subscription-change'), say('eligibility.person-full')),
      ),
      offers(say('rights.task-delegated-admin-offer')),
      offersNot(say('rights.task-product-keys')),
    ],
  ]);

  transcript('leaves a global admin nothing to ask for', { as: petr(), book }, (say) => [
    [
      'rights',
      shows(say('rights.heading'), say('rights.full'), say('rights.role-global-admin'), say('rights.company-give-rights')),
      offersNot(say('rights.task-product-keys'), say('rights.task-password-of-admin')),
    ],
  ]);

  transcript('tells what the company lacks, too', { as: petr(), book: [partnerRecord(aPartner({ programme: 'unknown' })), userRecord(petr())] }, (say) => [
    [
      'rights',
      shows(
        say('rights.heading'),
        say('home.because', say('rights.task-product-keys'), say('eligibility.no-standing')),
        say('home.because', say('rights.task-service-request'), say('acting.company-not-authorised')),
      ),
    ],
  ]);

  it('agrees with the table of the domain for every task and every kind of person', () => {
    for (const user of [undefined, eva(), jana(), petr(), rita()]) {
      const own = user?.tenant === cloudy ? user : undefined;
      const who = { side: 'partner', person: eva().person, tenant: cloudy, name: 'N', language: 'en', partner: aPartner(), user } as const;
      for (const { task, because, canAsk } of judgedTasks(who, sayIn('en'), day('2026-03-01'))) {
        assert.equal(because === undefined, mayActForCustomers(own, task), `${user?.name ?? 'nobody'}: ${task}`);
        assert.equal(canAsk, !mayActForCustomers(own, task), task);
      }
      assert.equal(judgedTasks(who, sayIn('en'), day('2026-03-01')).length, customerTasks.length);
    }
  });
});

describe('asking for a right', () => {
  for (const language of Language.options) {
    it(`goes from the card that refuses, through a global admin, back to who asked, who can then begin (${language})`, async () => {
      const played = await aChat({ as: eva(), book }, language);
      const { chat, say, store } = played;
      await plays(chat, [
        ['redeem', shows(say('conversation.not-allowed-heading'), say('eligibility.person-limited')), offers(say('rights.ask'))],
        [clicks(say('rights.ask')), shows(say('rights.asked-heading'), say('rights.task-product-keys'), say('rights.asked', petr().name))],
        ['rights', shows(say('rights.heading'), say('rights.waiting', say('rights.task-product-keys'))), offersNot(say('rights.task-product-keys'))],
      ]);

      const admin = chatOf(played, petr().person, { locale: language, name: petr().name });
      const [request] = await unasked(played, petr().person, language);
      assert.ok(request);
      shows(say('rights.request-heading'), eva().name, say('rights.task-product-keys'), say('rights.none'), say('rights.limited'))(request);
      await admin.clicksOn(request, say('rights.grant'));
      const line = [say('rights.decided', petr().name), say.instant(instantOf(played.clock.now()))].join(' · ');
      const granted = shows(say('rights.granted'), eva().name, say('rights.task-product-keys'), say('rights.limited'), line);
      granted(admin.last);
      hides(say('rights.request-heading'))(admin.last);
      assert.equal((await store.read('partner-user', eva().person))?.value.supportedCompanies, 'limited');

      const [told] = await unasked(played, eva().person, language);
      assert.ok(told);
      shows(say('rights.yes-heading'), say('rights.task-product-keys'), say('rights.limited'), say('rights.decided', petr().name))(told);
      await chat.clicksOn(told, say('intent.redeem-product-keys'));
      shows(say('redeem.acknowledge-heading'))(chat.last);

      assert.deepEqual(await unasked(played, petr().person, language), [], 'nobody is asked for what is settled');
      await admin.clicksOn(request, say('rights.grant'));
      granted(admin.last);
      await admin.clicksOn(request, say('rights.refuse'));
      shows(say('rights.granted'), eva().name, say('rights.too-late'), line)(admin.last);
      assert.equal((await auditOf(store)).filter(({ what }) => what === 'right-granted').length, 1);
    });

    it(`may be answered with no, and leaves everything as it was (${language})`, async () => {
      const played = await aChat({ as: eva(), book }, language);
      const { chat, say, store } = played;
      await plays(chat, [['por'], [clicks(say('rights.ask'))]]);
      const admin = chatOf(played, petr().person, { locale: language, name: petr().name });
      await plays(admin, [
        ['people', shows(say('people.heading'), say('people.requests', 1), eva().name, say('rights.task-partner-of-record'))],
        [clicks(say('people.show')), shows(say('people.person-heading'), eva().name, say('rights.then')), offers(say('rights.grant'), say('people.change'))],
        [clicks(say('rights.refuse')), shows(say('rights.refused'), eva().name, say('rights.task-partner-of-record'), say('rights.decided', petr().name))],
      ]);
      const [told] = await unasked(played, eva().person, language);
      assert.ok(told);
      shows(say('rights.no-heading'), say('rights.none'), say('rights.no-next'))(told);
      assert.equal((await store.read('partner-user', eva().person))?.value.supportedCompanies, 'none');
    });
  }

  it('twice, in two chats, is one request', async () => {
    const played = await aChat({ as: eva(), book });
    const { chat, say, store } = played;
    await plays(chat, [['redeem']]);
    const refused = chat.last;
    await chat.clicksOn(refused, say('rights.ask'));
    await chat.clicksOn(refused, say('rights.ask'));
    shows(say('rights.asked-heading'), say('rights.asked', petr().name))(chat.last);
    assert.equal((await auditOf(store)).filter(({ what }) => what === 'right-asked').length, 1);
    assert.equal(await store.count('right-requests-of-partner', { key: cloudy }), 1);
  });

  it('is open to a colleague whom the book does not know, who is entered with it', async () => {
    const stranger = { ...eva(), person: jana().person, name: 'Nová Kolegyně' };
    const played = await aChat({ as: stranger, book: [partnerRecord(aPartner()), userRecord(petr()), addressRecord(petr().person)] });
    const { chat, say, store } = played;
    await plays(chat, [['redeem'], [clicks(say('rights.ask')), shows(say('rights.asked-heading'))]]);
    const admin = chatOf(played, petr().person, { locale: 'en', name: petr().name });
    await plays(admin, [
      ['people'],
      [clicks(say('people.show')), shows(say('people.person-heading'), 'Nová Kolegyně', say('rights.not-in-book')), offersNot(say('people.remove'))],
      [clicks(say('rights.grant'))],
    ]);
    assert.deepEqual((await store.read('partner-user', stranger.person))?.value, { ...stranger, supportedCompanies: 'limited' });
  });

  it('says so when there is nobody to ask, or the right has come meanwhile', async () => {
    const alone = await aChat({ as: eva(), book: [partnerRecord(aPartner()), userRecord(eva())] });
    await plays(alone.chat, [['redeem'], [clicks(alone.say('rights.ask')), shows(alone.say('rights.unchanged-heading'), alone.say('rights.no-global-admin'))]]);
    const { chat, say } = await aChat({ as: jana(), book });
    await chat.sends({ kind: 'clicked', verb: 'ask-for-right', data: { task: 'product-keys' } });
    const reply = await chat.sends({ kind: 'clicked', verb: 'ask-for-right', data: { task: 'product-keys' } });
    assert.ok(reply.kind === 'card');
    shows(say('rights.unchanged-heading'), say('rights.has-already'))({ ...reply.card });
  });

  it('is not answered by anybody but a global admin of the same company, forged or not', async () => {
    const played = await aChat({ as: eva(), book: [...book, ...rivalsBook(), userRecord({ ...jana(), companyRole: 'user-admin' })].filter(unique) });
    const { chat, say, store } = played;
    await plays(chat, [['redeem'], [clicks(say('rights.ask'))]]);
    for (const somebody of [jana(), eva(), rita()]) {
      const theirs = chatOf(played, somebody.person, { locale: 'en', name: somebody.name });
      const reply = await theirs.sends({ kind: 'clicked', verb: 'settle-right-request', data: { person: eva().person, verdict: 'grant' } });
      assert.ok(reply.kind === 'card');
      hides(eva().name)({ ...reply.card });
    }
    assert.equal((await store.read('partner-user', eva().person))?.value.supportedCompanies, 'none');
    assert.equal(await store.count('right-requests-of-partner', { key: cloudy }), 1);
  });

  it('for a task that does not exist does nothing', async () => {
    const { chat, say, store } = await aChat({ as: eva(), book });
    const reply = await chat.sends({ kind: 'clicked', verb: 'ask-for-right', data: { task: 'everything' } });
    assert.ok(reply.kind === 'card');
    shows(say('conversation.unknown-button-heading'))({ ...reply.card });
    assert.deepEqual(await auditOf(store), []);
  });
});

/** The last record of each id counts. */
function unique(put: (typeof book)[number], index: number, all: readonly (typeof book)[number][]): boolean {
  return all.findLastIndex(({ kind, id }) => kind === put.kind && id === put.id) === index;
}
