import { book } from './en/book.ts';
import { conversation } from './en/conversation.ts';
import { pages } from './en/pages.ts';
import { redeemProductKeys } from './en/redeem-product-keys.ts';

/** English: the source of every message. A plain text, or a function of typed facts. */
export const en = { ...conversation, ...book, ...pages, ...redeemProductKeys };
