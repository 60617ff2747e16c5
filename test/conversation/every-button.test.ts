import assert from 'node:assert/strict';
import { execute } from '../../cards/actions.ts';
import type { CardAction } from '../../cards/actions.ts';
import { en } from '../../cards/messages/en.ts';
import { cs } from '../../cards/messages/cs.ts';
import { sk } from '../../cards/messages/sk.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { conversations } from '../../bot/flows/index.ts';
import type { Subscription } from '../../domain/customers/records.ts';
import type { DigestEntry, Notice } from '../../domain/renewals/records.ts';
import { Instant } from '../../domain/shared/dates.ts';
import { CustomerId, ObjectId, SubscriptionId, personId } from '../../domain/shared/ids.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { Language } from '../../domain/shared/language.ts';
import type { Put } from '../../domain/shared/store.port.ts';
import { aHandOff, aTerm, cloudy, day, eva, jana, petr } from '../support/builders.ts';
import { buttonsOf, inputsOf, textsOf } from '../support/card-reading.ts';
import type { CardJson } from '../support/card-reading.ts';
import { contosoHere, sellersBook, sent } from '../support/customer-side.ts';
import { aCode, aDelegationOffer, addressRecord, aRelationship, aTrial, aVisitor, anAnswer, answerRecord, offerRecord } from '../support/offers.ts';
import { bookedContoso, bookedSubscription, cardKey, cloudysBook, customerRecord, karelRecord, stock, subscriptionRecord } from '../support/transcript-book.ts';
import { crawl } from '../support/transcript-crawl.ts';
import type { Reached } from '../support/transcript-crawl.ts';
import { upToKeysReview, upToReview } from '../support/transcript-steps.ts';
import { clicks, fills } from '../support/transcript.ts';
import type { Row } from '../support/transcript.ts';

const open = { status: 'open' } as const;

/** Seven customers with a subscription, a checklist and a hand-off each: more than one card shows. */
const seven: readonly Put[] = [1, 2, 3, 4, 5, 6, 7].flatMap((n): readonly Put[] => {
  const customer = CustomerId.parse(`c${String(n)}`);
  const subscription = SubscriptionId.parse(`s${String(n)}`);
  const items = { 'add-users': open, 'move-data': open, domain: open, 'partner-of-record': open, 'delegated-admin': open };
  const handOff = {
    ...aHandOff({ id: `h${String(n)}`, customer, subscription, owner: petr().person, createdAt: Instant.parse(`2026-02-0${String(n)}T08:00:00.000Z`) }),
  };
  return [
    customerRecord(bookedContoso({ id: customer, name: `Zákazník ${String(n)}`, domain: `c${String(n)}.cz` })),
    subscriptionRecord(bookedSubscription({ id: subscription, customer })),
    { kind: 'checklist', id: subscription, value: { subscription, customer, partner: cloudy, items } },
    { kind: 'hand-off', id: handOff.id, value: handOff },
  ];
});
const book = cloudysBook(stock(3), customerRecord(bookedContoso()), subscriptionRecord(bookedSubscription()), karelRecord(), seven);

const trial = sent(aTrial());
/** A partner who may send offers, and has: an invitation with an acceptance to confirm, and granted delegated administration. */
const offersBook = sellersBook(
  offerRecord(trial),
  answerRecord(anAnswer({ offer: trial.id, customer: contosoHere.id, state: 'declared', by: aVisitor() })),
  ...grantedDelegation(),
);

function grantedDelegation(): readonly Put[] {
  const offer = { ...sent(aDelegationOffer({ customer: contosoHere.id }), aCode('delegation')), sentAt: Instant.parse('2026-01-20T08:00:00.000Z') };
  const relationship = aRelationship({ offer: offer.id, customer: contosoHere.id });
  const answer = anAnswer({ offer: offer.id, customer: contosoHere.id, lines: [], delegation: 'accepted', relationship: relationship.id });
  return [offerRecord(offer), answerRecord(answer), { kind: 'relationship', id: relationship.id, value: relationship }];
}

function offersIn(language: Language): readonly (readonly Row[])[] {
  const say = sayIn(language);
  const line = { plan: 'business-basic', seats: '1', term: 'P1Y', billing: 'monthly' };
  return [
    [['offers']],
    [['more']],
    [['offers'], [clicks(say('checklist.show'))]],
    [['purchase offer'], [fills({ customer: contosoHere.id })], [fills(line)], [fills()], [fills({ delegation: 'classic' })], [fills()]],
    [['trial'], [fills({ customer: '*' })], [fills({ plan: 'business-basic' })], [fills({ delegation: 'gdap' })]],
    [['gdap'], [fills({ customer: contosoHere.id })], [fills()], [fills()], [fills()]],
  ];
}

const rightSeeker = personId(cloudy, ObjectId.parse('aaaaaaaa-0000-4000-8000-0000000000aa'));

/** A colleague asks for a right; another is not in the book and asks, too. */
const companyBook = cloudysBook(stock(2), addressRecord(petr().person), asks(jana().person, jana().name), asks(rightSeeker, 'Olga Nová'));

function asks(person: PersonId, name: string): Put {
  return { kind: 'right-request', id: person, value: { partner: cloudy, person, name, task: 'subscription-change', needed: 'full' } };
}

function companyIn(language: Language): readonly (readonly Row[])[] {
  const say = sayIn(language);
  const newcomer = { objectId: 'aaaaaaaa-0000-4000-8000-0000000000ab', name: 'Olga Malá', email: '' };
  return [
    [['people']],
    [['people'], [clicks(say('people.show'))]],
    [['people'], [clicks(say('people.show'))], [clicks(say('people.remove'))]],
    [['company']],
    [['rights']],
    [['add user'], [fills(newcomer)], [fills({ preset: 'sales-agent' })]],
    [['add user'], [fills(newcomer)], [fills({ preset: 'sales-agent' })], [fills()]],
    [['standing'], [fills({ programme: 'csp-direct' })], [fills()]],
    [['standing'], [fills()], [fills()], [fills()]],
  ];
}

/** What ends this month and ended before, sold and by key, a trial, and the digest of this morning. */
const soldToThem = bookedSubscription({ id: 'sold', channel: 'csp', plan: 'business-standard', terms: [aTerm('2025-03-05', { id: 'sold' })] });
const triedByThem = bookedSubscription({
  ...{ id: 'tried', channel: 'trial', plan: 'business-premium' },
  terms: [aTerm('2026-02-10', { id: 'tried', endsOn: day('2026-03-08') })],
});
const overAlready = bookedSubscription({ id: 'over', terms: [aTerm('2025-01-10', { id: 'over' })] });
const digestId = `${petr().person}|${cloudy}|2026-03-01`;
const ofTerm = ({ id, terms: [term = aTerm('2025-03-11')] }: Subscription, mail = {}): DigestEntry => ({
  ...{ kind: 'notice', customer: bookedContoso().id, ending: { kind: 'term', subscription: id, term: term.id }, endsOn: term.endsOn, step: 7 },
  ...mail,
});
const toWrite: Notice = {
  ...{ partner: cloudy, customer: bookedContoso().id, recipient: petr().person, side: 'mail', endsOn: aTerm('2025-03-11').endsOn },
  ending: { kind: 'term', subscription: bookedSubscription().id, term: aTerm('2025-03-11').id },
  told: [{ step: 7, at: Instant.parse('2026-03-01T08:00:00.000Z'), delivery: 'sent' }],
};
const renewalsBook = cloudysBook(
  stock(3),
  customerRecord(bookedContoso()),
  karelRecord(),
  [bookedSubscription(), soldToThem, triedByThem, overAlready].map(subscriptionRecord),
  { kind: 'notice', id: 'to-write', value: toWrite },
  {
    kind: 'digest',
    id: digestId,
    value: {
      ...{ partner: cloudy, person: petr().person, side: 'partner', day: day('2026-03-01'), more: 0, at: Instant.parse('2026-03-01T08:00:00.000Z') },
      entries: [bookedSubscription(), soldToThem, triedByThem, overAlready, soldToThem, soldToThem]
        .map((each) => ofTerm(each))
        .concat(ofTerm(bookedSubscription(), { mail: 'to-write' })),
    },
  },
);

function renewalsIn(language: Language): readonly (readonly Row[])[] {
  const say = sayIn(language);
  const clicked = (action: CardAction): Row => [(chat) => chat.clicksOn({ type: 'AdaptiveCard', actions: [execute('go', action)] }, 'go')];
  const opened = (subscription: Subscription): Row => clicked({ verb: 'show-renewal', subscription: subscription.id });
  return [
    [['renewals']],
    [['renewals'], [clicks(say('renewals.show-ended'))]],
    [clicked({ verb: 'show-digest', digest: digestId })],
    [clicked({ verb: 'show-digest', digest: digestId, after: '0' })],
    [clicked({ verb: 'show-notice-mail', notice: 'to-write' })],
    ...[bookedSubscription(), soldToThem, triedByThem, overAlready].map((each) => [opened(each)]),
    [opened(bookedSubscription()), [clicks(say('renewal.snooze'))]],
    [opened(soldToThem), [clicks(say('renewal.record'))]],
    [opened(soldToThem), [clicks(say('renewal.let-it-end'))], [clicks(say('renewal.let-end-yes'), { because: 'x' })]],
    [opened(bookedSubscription()), [clicks(say('renewal.direct'))]],
  ];
}

const messageKeys = Object.keys({ ...en, ...cs, ...sk });
const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const productKey = /(?:[A-Z0-9]{5}-?){5}/;

/** What is wrong with a card that a person has reached; nothing, it is to be hoped. */
function faultsOf(card: CardJson, language: Language): readonly string[] {
  const said = [
    ...textsOf(card),
    ...buttonsOf(card).map(({ title }) => title),
    ...inputsOf(card).flatMap(({ label, choices }) => [label, ...choices.map(({ title }) => title)]),
  ];
  const actions = Array.isArray(card['actions']) ? card['actions'].length : 0;
  return [
    ...(buttonsOf(card).some(({ verb }) => verb !== undefined) ? [] : ['no way on']),
    ...(actions > 6 ? [`${String(actions)} buttons`] : []),
    ...inputsOf(card).flatMap(({ id, label }) => (label === '' ? [`the input ${id} has no label`] : [])),
    ...(card['lang'] === language ? [] : ['another language']),
    ...(typeof card['speak'] === 'string' && card['speak'] !== '' && card['fallbackText'] !== '' ? [] : ['nothing to speak']),
    ...(Buffer.byteLength(JSON.stringify(card)) < 25_000 ? [] : ['too big']),
    ...said.flatMap((words) => [
      ...(guid.test(words) ? [`an id: ${words}`] : []),
      ...(productKey.test(words) ? [`a key: ${words}`] : []),
      ...(/undefined|NaN|\[object|\bnull\b/.test(words) || words === '' ? [`a hole: "${words}"`] : []),
      ...messageKeys.filter((key) => words.includes(key)).map((key) => `a raw message: ${key}`),
    ]),
  ];
}

/** The language that was chosen on the way, if any. */
const chosenOn = (path: readonly string[]): Language | undefined =>
  Language.options.filter((language) => path.includes(sayIn(language)('language.name'))).at(-1);

const whereabouts = ({ path }: Reached): string => path.join(' › ');

function faultless(all: readonly Reached[], language: Language): void {
  assert.deepEqual(
    all.flatMap((each) => faultsOf(each.card, chosenOn(each.path) ?? language).map((fault) => `${whereabouts(each)}: ${fault}`)),
    [],
  );
}

/** The second of two clicks on the same button answers with the same card. */
function sameAgain(all: readonly Reached[]): void {
  for (const each of all) if (each.again !== undefined) assert.deepEqual(each.again, each.card, `clicked twice: ${whereabouts(each)}`);
}

function startsIn(language: Language): readonly (readonly Row[])[] {
  const say = sayIn(language);
  return [
    [['hi']],
    [['nonsense']],
    upToKeysReview(say, cardKey(1)),
    upToReview(say, cardKey(1)),
    [...upToReview(say, cardKey(1)), [fills()]],
    [...upToKeysReview(say, cardKey(1), 'renewal'), [fills()]],
    [['correct e-mail'], [fills({ domain: 'contoso.cz' })], [fills({ newEmail: 'karel@contoso.com' })]],
  ];
}

describe('every button of every card that can be reached', () => {
  for (const language of Language.options) {
    it(`leads to a card with a way on and nothing broken in it, and twice to the same (${language})`, async () => {
      const reached = await crawl({ as: petr(), language, book, from: startsIn(language), depth: language === 'en' ? 2 : 1 });
      assert.ok(reached.length > 80, `only ${String(reached.length)} cards`);
      faultless(reached, language);
      sameAgain(reached);
    });
  }

  for (const language of Language.options) {
    it(`about offers does so, too (${language})`, async () => {
      const reached = await crawl({ as: petr(), language, book: offersBook, from: offersIn(language), depth: 1 });
      assert.ok(reached.length > 60, `only ${String(reached.length)} cards`);
      faultless(reached, language);
      sameAgain(reached);
    });
  }

  for (const language of Language.options) {
    it(`about customers does so, too (${language})`, async () => {
      const from: readonly (readonly Row[])[] = [
        [['customers']],
        [['find zákazník']],
        [['find contoso']],
        [['edit customer'], [fills({ customer: contosoHere.id })]],
      ];
      const reached = await crawl({ as: petr(), language, book: [...offersBook, ...seven], from, depth: language === 'en' ? 1 : 0 });
      assert.ok(reached.length > (language === 'en' ? 80 : 25), `only ${String(reached.length)} cards`);
      faultless(reached, language);
      sameAgain(reached);
    });
  }

  for (const language of Language.options) {
    it(`about the own company and its people does so, too (${language})`, async () => {
      const ways = companyIn(language);
      const reached = [
        ...(await crawl({ as: petr(), language, book: companyBook, from: ways, depth: 1 })),
        ...(await crawl({ as: eva(), language, book: companyBook, from: [[['rights']], [['people']], [['company']], [['redeem']]], depth: 1 })),
      ];
      assert.ok(reached.length > 60, `only ${String(reached.length)} cards`);
      faultless(reached, language);
      sameAgain(reached);
    });
  }

  for (const language of Language.options) {
    it(`about renewals does so, too (${language})`, async () => {
      const reached = await crawl({ as: petr(), language, book: renewalsBook, from: renewalsIn(language), depth: 1 });
      assert.ok(reached.length > 60, `only ${String(reached.length)} cards`);
      faultless(reached, language);
      sameAgain(reached);
    });
  }

  it('would be found out: a page without a button, and one that shows an id', async () => {
    const broken = {
      show: () =>
        Promise.resolve({ ...deadEnd, body: [{ type: 'TextBlock' as const, text: 'run 7f9c2ba4-e88f-4b11-9a5e-1d2c3b4a5f60', wrap: true as const }] }),
    };
    const talks = { ...conversations, pages: { ...conversations.pages, more: broken } };
    const reached = await crawl({ as: petr(), language: 'en', book, from: [[['hi']]], depth: 0, talks });
    assert.throws(() => faultless(reached, 'en'), /no way on[^]*an id/);
  });

  it('would be found out: a button that begins something new with the second click', () => {
    assert.throws(() => sameAgain([{ path: ['x'], card: { body: ['run 1'] }, again: { body: ['run 2'] } }]), /clicked twice: x/);
  });
});

const deadEnd = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: 'en',
  speak: 'x',
  fallbackText: 'x',
  actions: [],
  msteams: { width: 'Full' },
} as const;
