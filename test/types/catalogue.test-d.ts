import type { Part, TextKey } from '../../cards/messages/catalogue.ts';
import { formatsOf } from '../../cards/messages/locale.ts';
import type { phrases } from '../../cards/messages/phrases.ts';
import type { Say } from '../../cards/messages/say.ts';

declare const say: Say;

interface English {
  readonly 'greeting.hello': 'Hello';
  readonly 'greeting.people': (count: number) => string;
}

export const whole = { 'greeting.hello': 'Ahoj', 'greeting.people': (count: number) => `Ahoj: ${String(count)}` } satisfies Part<English>;

// @ts-expect-error a message that one language does not have
export const missing = { 'greeting.hello': 'Ahoj' } satisfies Part<English>;

// @ts-expect-error a message that English does not have
export const more = { ...whole, 'greeting.bye': 'Na shledanou' } satisfies Part<English>;

// @ts-expect-error a message with facts where English has none
export const wordy = { ...whole, 'greeting.hello': (count: number) => String(count) } satisfies Part<English>;

// @ts-expect-error a message that asks for another kind of fact
export const other = { ...whole, 'greeting.people': (who: string) => who } satisfies Part<English>;

const czech = formatsOf('cs');
export const counted = czech.plural(2, { one: '# kód', few: '# kódy', many: '# kódu', other: '# kódů' });

// @ts-expect-error the form that Czech has for two, three and four
export const withoutFew = czech.plural(2, { one: '# kód', many: '# kódu', other: '# kódů' });

// @ts-expect-error the form that Slovak has for parts of one
export const withoutMany = formatsOf('sk').plural(2, { one: '# kód', few: '# kódy', other: '# kódov' });

// @ts-expect-error a form that English does not have
export const english2 = formatsOf('en').plural(2, { one: '# key', few: '# keys', other: '# keys' });

// @ts-expect-error a message nobody has written
export const unwritten = say('greeting.nobody');

// @ts-expect-error a message without the facts it needs
export const without = say('redeem.keys-of', 3);

// @ts-expect-error a message with a fact of another kind
export const mistaken = say('redeem.keys-of', '3', '5');

// @ts-expect-error a label that needs facts
export const label: TextKey = 'redeem.keys-of';

// @ts-expect-error words for an intent in two of three languages
export const two: (typeof phrases)['help'] = { en: ['help'], cs: ['pomoc'] };
