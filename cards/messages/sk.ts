import { book } from './sk/book.ts';
import { conversation } from './sk/conversation.ts';
import { pages } from './sk/pages.ts';
import { redeemProductKeys } from './sk/redeem-product-keys.ts';

export const sk = { ...conversation, ...book, ...pages, ...redeemProductKeys };
