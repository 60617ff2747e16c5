import assert from 'node:assert/strict';
import { execute } from '../../cards/actions.ts';
import type { CardAction } from '../../cards/actions.ts';
import { fits } from '../../cards/fits.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { digestCard } from '../../bot/conversation/renewals/digest.ts';
import type { Subscription } from '../../domain/customers/records.ts';
import type { Digest, DigestEntry, Notice } from '../../domain/renewals/records.ts';
import { digestId } from '../../domain/renewals/records.ts';
import { Language } from '../../domain/shared/language.ts';
import { plans } from '../../domain/shared/plans.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { aPartner, aTerm, cloudy, day, eva, inStock, aKey, instant, jana, petr } from '../support/builders.ts';
import { partnerRecord, userRecord } from '../support/book.ts';
import { testSecrets } from '../support/chat.ts';
import { aRelationship } from '../support/offers.ts';
import { bookedContoso, bookedSubscription, customerRecord, karelRecord, subscriptionRecord } from '../support/transcript-book.ts';
import { aChat, clicks, hides, offers, offersNot, plays, shows, transcript } from '../support/transcript.ts';
import type { Does, Played } from '../support/transcript.ts';

const contoso = bookedContoso({ owner: jana().person, language: 'cs' });
const people = [partnerRecord(aPartner()), ...[jana(), petr(), eva()].map(userRecord), customerRecord(contoso), karelRecord()];
const name = plans['small-business'].name;
const of = { person: jana().person, partner: cloudy, day: day('2026-03-01') };
const id = digestId(of);
const at = instant('2026-03-01T08:00:00.000Z');

function ends(subscription: Subscription, step: number, more: { readonly mail?: string } = {}): DigestEntry {
  const [term = aTerm('2025-03-11')] = subscription.terms;
  return { kind: 'notice', customer: contoso.id, ending: { kind: 'term', subscription: subscription.id, term: term.id }, endsOn: term.endsOn, step, ...more };
}
const digestOf = (entries: readonly DigestEntry[], facts: Partial<Digest> = {}): Put => ({
  kind: 'digest',
  id,
  value: { ...of, side: 'partner', entries, more: 0, at, delivery: 'sent', ...facts },
});
const sends =
  (action: CardAction): Does =>
  (chat) =>
    chat.clicksOn({ type: 'AdaptiveCard', actions: [execute('go', action)] }, 'go');
const opens = sends({ verb: 'show-digest', digest: id });

const keyed = bookedSubscription();
const trial = bookedSubscription({
  id: 'trial',
  plan: 'business-standard',
  channel: 'trial',
  terms: [aTerm('2026-02-05', { id: 'trial', endsOn: day('2026-03-08') })],
});
const seats: DigestEntry = {
  kind: 'news',
  news: {
    customer: contoso.id,
    about: { what: 'seats', subscription: keyed.id },
    before: '5',
    after: '8',
    at: instant('2026-02-27T10:00:00.000Z'),
    by: petr().name,
  },
};
const delegation = aRelationship({ customer: contoso.id, endsOn: day('2026-03-08') });
const delegationEnds: DigestEntry = {
  kind: 'notice',
  customer: contoso.id,
  ending: { kind: 'relationship', relationship: delegation.id },
  endsOn: day('2026-03-08'),
  step: 7,
};
const mailNotice: Notice = {
  ...{ partner: cloudy, customer: contoso.id, recipient: jana().person, side: 'mail', endsOn: aTerm('2025-03-11').endsOn },
  ending: { kind: 'term', subscription: keyed.id, term: aTerm('2025-03-11').id },
  told: [{ step: 30, at, delivery: 'sent' }],
};
const withAll: readonly Put[] = [
  ...people,
  subscriptionRecord(keyed),
  subscriptionRecord(trial),
  { kind: 'relationship', id: delegation.id, value: delegation },
  { kind: 'notice', id: 'mail-notice', value: mailNotice },
  { kind: 'product-key', id: 'key', value: inStock(aKey('k1')) },
  digestOf([seats, ends(keyed, 30), ends(trial, 7), delegationEnds, ends(keyed, 30, { mail: 'mail-notice' })]),
];

describe('the digest of a morning', () => {
  transcript('tells what ends by urgency, what has changed, whom to write to, and whether there are keys enough', { as: jana(), book: withAll }, (say) => [
    [
      opens,
      shows(
        say('digest.heading'),
        say('digest.group-30'),
        'Contoso',
        say('renewal.ends', aTerm('2025-03-11').endsOn, 9),
        say('renewal.if-nobody-acts'),
        say('digest.group-7'),
        say('digest.if-delegation', day('2026-03-09')),
        say('digest.group-trial'),
        say('digest.group-changes'),
        `${say('news.what-seats')}: 5 → 8`,
        petr().name,
        say('digest.group-mail'),
        say('renewal.mail-open'),
        say('digest.group-keys'),
        say('digest.keys', 1, 1),
      ),
      offers(say('renewal.offer'), say('digest.mail-open'), say('renewal.all')),
    ],
    [clicks(say('customers.open')), shows(say('renewal.heading'), 'Contoso'), offers(say('renewal.back-to-digest'))],
    [clicks(say('renewal.back-to-digest')), shows(say('digest.heading'))],
  ]);

  transcript(
    'gives the ready e-mail in the customer’s language, and keeps who has written when',
    { as: jana(), book: withAll },
    (say) => [
      [opens, shows(say('digest.heading'))],
      [
        clicks(say('digest.mail-open')),
        shows(say('notice-mail.heading'), 'Contoso', 'karel@contoso.cz', say('notice-mail.what'), sayIn('cs')('renewal.if-nobody-acts')),
        offers(say('notice-mail.sent'), say('renewal.back-to-digest')),
      ],
      [clicks(say('notice-mail.sent')), shows(say('notice-mail.heading'), say('notice-mail.done'), jana().name), offersNot(say('notice-mail.sent'))],
      [clicks(say('renewal.back-to-digest')), shows(say('digest.heading'), say('renewal.mailed'))],
    ],
    async ({ store }: Played) => {
      assert.equal((await store.read('notice', 'mail-notice'))?.value.told[0]?.mailed?.by, jana().name);
    },
  );

  it('has no e-mail to write any more once the end is renewed', async () => {
    const next = aTerm('2026-03-11', { id: 'next', known: { on: day('2026-03-01'), by: petr().name } });
    const renewed = subscriptionRecord(bookedSubscription({ terms: [aTerm('2025-03-11', { renewedBy: next.id }), next] }));
    const book = [...withAll.filter(({ id }) => id !== renewed.id), renewed];
    const { chat, say } = await aChat({ as: jana(), book });
    await plays(chat, [
      [opens, shows(say('digest.heading'), say('digest.group-mail'), say('renewal.renewed-on', day('2026-03-01'))), offersNot(say('digest.mail-open'))],
      [
        sends({ verb: 'show-notice-mail', notice: 'mail-notice' }),
        shows(say('notice-mail.heading'), 'Contoso', say('renewal.renewed-on', day('2026-03-01')), petr().name),
        hides(sayIn('cs')('notice-text.choose')),
      ],
      [clicks(say('renewal.back')), shows(say('renewal.heading'), say('renewal.renewed-on', day('2026-03-01')))],
    ]);
    await plays(chat, [[sends({ verb: 'show-notice-mail', notice: 'mail-notice' }), offersNot(say('notice-mail.sent'))]]);
  });

  it('says of what was renewed since by whom and when, instead of what would have happened', async () => {
    const next = aTerm('2026-03-11', { id: 'next', known: { on: day('2026-03-01'), by: petr().name } });
    const renewed = bookedSubscription({ terms: [aTerm('2025-03-11', { renewedBy: next.id }), next] });
    const { chat, say } = await aChat({ as: jana(), book: [...people, subscriptionRecord(renewed), digestOf([ends(renewed, 7)])] });
    await plays(chat, [[opens, shows(say('digest.heading'), say('renewal.renewed-on', day('2026-03-01')), petr().name), hides(say('renewal.if-nobody-acts'))]]);
  });

  it('folds what had begun before it came into the book into one line', async () => {
    const late = bookedSubscription({ createdOn: day('2026-03-01'), channel: 'csp' });
    const { chat, say } = await aChat({ as: jana(), book: [...people, subscriptionRecord(late), digestOf([seats])] });
    await plays(chat, [[opens, shows(say('digest.heading'), say('digest.running-what')), offers(say('digest.running', 1))]]);
  });

  it('of another person, or that is not kept, is shown to nobody', async () => {
    const { chat, say } = await aChat({ as: petr(), book: withAll });
    await plays(chat, [
      [opens, shows(say('digest.heading'), say('digest.not-found')), hides('Contoso')],
      [sends({ verb: 'show-digest', digest: 'x', after: '-1' }), shows(say('digest.heading'), say('digest.not-found'))],
      [sends({ verb: 'show-notice-mail', notice: 'x' }), shows(say('notice-mail.heading'), say('notice-mail.not-found'))],
    ]);
  });
});

describe('a digest of two hundred', () => {
  const many = Array.from({ length: 200 }, (_, index) =>
    bookedSubscription({ id: `subscription-${String(index)}-of-two-hundred`, terms: [aTerm('2025-03-11', { id: `term-${String(index)}` })] }),
  );
  const long = customerRecord({ ...contoso, name: 'Společnost pro všechno, co se ještě dá vymyslet a prodat v Brně a okolí s ručením omezeným'.slice(0, 100) });
  const book = [
    ...people.filter(({ kind }) => kind !== 'customer'),
    long,
    ...many.map(subscriptionRecord),
    digestOf(
      many.map((each) => ends(each, 30)),
      { more: 35 },
    ),
  ];

  transcript('shows the most urgent, all of them ten at a time, and how many more there are', { as: jana(), book }, (say) => [
    [opens, shows(say('digest.heading'), say('digest.more', 35)), offers(say('digest.show-all', 200))],
    [clicks(say('digest.show-all', 200)), shows(say('digest.heading'), say('digest.of', 1, 10, 200)), offers(say('to-do.more'), say('renewal.back-to-digest'))],
    [clicks(say('to-do.more')), shows(say('digest.heading'), say('digest.of', 11, 20, 200))],
    [sends({ verb: 'show-digest', digest: id, after: '190' }), shows(say('digest.heading'), say('digest.of', 191, 200, 200)), offersNot(say('to-do.more'))],
    [sends({ verb: 'show-digest', digest: id, after: 'nonsense' }), shows(say('digest.heading'), say('digest.of', 1, 10, 200))],
  ]);

  it('is small enough for Teams on every page, with at most six buttons', async () => {
    const { store } = await aChat({ as: jana(), book });
    for (const language of Language.options) {
      const parts = { book: store, secrets: testSecrets, links: { offer: () => '' }, now: new Date(at), language };
      for (const after of [undefined, '0', '10', '190']) {
        const card = await digestCard(parts, jana().person, id, after);
        assert.ok(card !== undefined && fits(card) && card.actions.length <= 6, `${language} ${String(after)}`);
      }
    }
  });

  it('is small enough with the longest names, too: then fewer stand on a page', async () => {
    const worst = customerRecord({ ...contoso, name: '漢'.repeat(100) });
    const { store } = await aChat({ as: jana(), book: [...book.filter(({ kind }) => kind !== 'customer'), worst] });
    const parts = { book: store, secrets: testSecrets, links: { offer: () => '' }, now: new Date(at), language: 'sk' as const };
    const [first, page] = await Promise.all([digestCard(parts, jana().person, id), digestCard(parts, jana().person, id, '0')]);
    assert.ok(first !== undefined && fits(first) && page !== undefined && fits(page));
    assert.ok(JSON.stringify(page).includes(name));
  });
});
