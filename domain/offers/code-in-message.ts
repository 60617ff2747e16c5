import { OfferCode } from '../shared/ids.ts';

/** The code of an offer in a typed line: the link of its page anywhere in it, or the bare code alone. Undefined when there is none. */
export function codeInMessage(text: string): OfferCode | undefined {
  const linked = /\/o\/([\w-]{22})(?![\w-])/.exec(text)?.[1];
  return OfferCode.safeParse(linked ?? text.trim()).data;
}
