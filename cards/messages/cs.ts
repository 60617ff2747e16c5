import { book } from './cs/book.ts';
import { conversation } from './cs/conversation.ts';
import { pages } from './cs/pages.ts';
import { redeemProductKeys } from './cs/redeem-product-keys.ts';

export const cs = { ...conversation, ...book, ...pages, ...redeemProductKeys };
