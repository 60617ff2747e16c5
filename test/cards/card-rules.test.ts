import assert from 'node:assert/strict';
import { execute } from '../../cards/actions.ts';
import type { ExecuteAction } from '../../cards/adaptive-card.ts';
import { buttons, card, folded, link, plain, text } from '../../cards/kit.ts';
import { sayIn } from '../../cards/messages/say.ts';
import { objectionsTo } from './adaptive-cards-library.ts';
import { brokenBy, rules } from './card-rules.ts';

const say = sayIn('en');
const good = card(say, { heading: 'Home', body: [text('Nothing ends.')] });
const withBody = (...body: readonly object[]): object => ({ ...good, body: [...good.body, ...body] });
const withActions = (...actions: readonly object[]): object => ({ ...good, actions });
const show = execute('Help', { verb: 'show', page: 'help' });
const carrying = (data: object): object => ({ ...show, data, fallback: { ...show.fallback, data: { ...data, verb: 'show' } } });
const first = (title: string): ExecuteAction => execute(title, { verb: 'show', page: 'help' }, { style: 'positive' });
const field = { type: 'Input.Text', id: 'domain', label: 'Domain' };

/** For each rule, cards that break it and no other. */
const planted: Readonly<Record<keyof typeof rules, readonly object[]>> = {
  'something that our part of Adaptive Cards 1.5 does not have': [
    { ...good, version: '1.6' },
    { ...good, speak: '' },
    { ...good, lang: 'de' },
    { ...good, fallbackText: undefined },
    { ...good, refresh: {} },
    { ...good, body: [] },
    withBody({ type: 'Table', columns: [] }),
    withBody({ ...text('Hello.'), maxLines: 2 }),
    withBody({ type: 'TextBlock', text: 'Cut off', wrap: false }),
    withBody({ type: 'Input.Text', id: 'domain' }),
    withBody({ ...field, label: '' }),
    withBody({ type: 'Input.ChoiceSet', id: 'plan', label: 'Plan', style: 'compact', choices: [] }),
    withBody({ type: 'Input.ChoiceSet', id: 'plan', label: 'Plan', style: 'compact', choices: [{ title: 'Basic', value: 'basic' }], value: 'premium' }),
    withActions({ type: 'Action.Submit', title: 'Help', data: {} }),
    withActions({ ...link('View the guide', 'http://example.com') }),
    withActions(...[1, 2, 3, 4, 5, 6, 7].map(() => show)),
    withBody(buttons([1, 2, 3, 4, 5, 6, 7].map(() => show))),
  ],
  'an id that is used twice': [withBody(field, { ...field, label: 'Domain again' })],
  'a button that unfolds nothing': [withBody(...folded('more', 'More', []).slice(0, 1))],
  'a button that carries more than a verb and ids': [
    withActions(carrying({ page: 'help', price: '10' })),
    withActions(carrying({ page: 'prices' })),
    withActions({ ...show, verb: 'buy', fallback: { ...show.fallback, data: { ...show.data, verb: 'buy' } } }),
  ],
  'a button that says two things to old and new clients': [
    withActions({ ...show, fallback: { ...show.fallback, data: { verb: 'show', page: 'home' } } }),
    withActions({ ...show, fallback: { ...show.fallback, title: 'Home' } }),
  ],
  'two buttons to be pressed first': [withActions(first('Next'), first('Create account'))],
  'a button too long for a phone': [withActions(execute('Everything that was left, listed once more', { verb: 'show', page: 'to-do' }))],
  'a link that does not say that it opens a page': [withActions(link('Guide', 'https://example.com'))],
  'Markdown or HTML where a client would obey it': [
    withBody({ type: 'TextBlock', text: 'Customer: **Contoso**', wrap: true }),
    withBody({ ...field, label: '[click](https://evil.example)' }),
    withBody({ type: 'Input.ChoiceSet', id: 'plan', label: 'Plan', style: 'expanded', choices: [{ title: '<b>Basic</b>', value: 'basic' }] }),
    { ...good, speak: 'Contoso <break/>' },
  ],
  'marks that turn a line around': [withBody({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'abc\u202Edef' }] })],
  'a value that was never there': [withBody(text('Recorded by undefined')), withBody(text('NaN licences'))],
  'a sentence that ends twice, or a space too many': [withBody(text('Cloudy s.r.o..')), withBody(text('Right?.')), withBody(text('Two  spaces'))],
  'more than a client takes': [withBody(text('so much '.repeat(3_500).trim()))],
};

describe('the rules of cards', () => {
  it('let a good card pass', () => {
    assert.deepEqual(brokenBy(good), []);
  });

  for (const [rule, cards] of Object.entries(planted)) {
    it(`find ${rule}`, () => {
      for (const bad of cards) assert.deepEqual([...new Set(brokenBy(bad).map((wrong) => wrong.split(': ')[0]))], [rule], JSON.stringify(bad).slice(0, 500));
    });
  }

  it('are each shown to find something', () => {
    assert.deepEqual(Object.keys(planted).toSorted(), Object.keys(rules).toSorted());
  });

  it('are not alone: the library finds an input without id, an unknown element and a link to nowhere', () => {
    assert.equal(objectionsTo(good).length, 0);
    for (const wrong of [{ type: 'Input.Text', label: 'Domain' }, { type: 'Tabel' }, buttons([link('View the guide', '')])]) {
      assert.equal(objectionsTo(withBody(wrong)).length, 1, JSON.stringify(wrong));
    }
  });
});

describe('a name on a card', () => {
  it('keeps its letters, whatever script they are of', () => {
    for (const name of ['شركة النور', 'Žluťoučký kůň', '👩‍👩‍👧‍👦 Rodina', '**Contoso**', '<b>Contoso</b>']) assert.equal(plain(name), name);
  });

  it('turns nothing around and stays on one line', () => {
    assert.equal(plain('Con\u202Etoso\u202C\u2067 s.r.o.\u2069\nnext\u0000line\u2028'), 'Contoso s.r.o. next line ');
  });
});
