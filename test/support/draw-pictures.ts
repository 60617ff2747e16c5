import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { sayIn } from '../../cards/messages/say.ts';
import { views } from '../cards/views.ts';
import { drawCards } from './browser-card.ts';

// `npm run pictures`: the cards that the README shows, sharp enough for a good screen. Needs a Chrome or Chromium of its own.
const folder = resolve(import.meta.dirname, '../../.github/pictures');
const shown = {
  'product-keys': views['redeemKeysCard']?.['three of five'],
  review: views['redeemReviewCard']?.['new subscription'],
  'offer-sent': views['partnerOfferCard']?.['just sent'],
  'offer-to-answer': views['customerOfferCard']?.['trial with delegation, admin'],
  receipt: views['redeemReceiptCard']?.['new subscription'],
};
const frame = 'body{padding:8px} section{border:1px solid #d1d1d1;border-radius:8px;overflow:hidden;background:#fff;margin-bottom:8px}';

await mkdir(folder, { recursive: true });
const executablePath = process.argv[2];
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath === undefined ? { channel: 'chrome' } : { executablePath }) });
try {
  const cards = Object.fromEntries(Object.entries(shown).flatMap(([name, draw]) => (draw === undefined ? [] : [[name, draw(sayIn('en'))]])));
  const drawn = await drawCards(browser, cards, { width: 320, theme: 'light' }, 2);
  await drawn.page.addStyleTag({ content: frame });
  for (const name of Object.keys(cards)) await drawn.picture(name, join(folder, `${name}.png`));
} finally {
  await browser.close();
}
