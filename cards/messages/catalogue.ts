import type { en } from './en.ts';

type English = typeof en;

export type MessageKey = keyof English;

/** The arguments a message asks for; none for a plain one. */
export type ArgumentsOf<K extends MessageKey> = English[K] extends (...args: infer A) => string ? A : [];

/** The messages that need no argument: labels, titles, buttons. */
export type TextKey = { [K in MessageKey]: English[K] extends string ? K : never }[MessageKey];

/** What every language must have: the same messages with the same arguments as English, part by part. Missing or extra ones do not compile. */
export type Part<E> = { readonly [K in keyof E]: E[K] extends (...args: infer A) => string ? (...args: A) => string : string };
