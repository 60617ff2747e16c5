import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { hostConfig, styles } from './teams-look.ts';
import type { CardLook } from './teams-look.ts';

const library = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

/** Cards drawn one below the other in a page, in the colours and widths of Teams. */
export interface DrawnCards {
  readonly page: Page;
  /** The cards of which something is wider than its frame: a person would have to scroll sideways, or could not read it. */
  readonly tooWide: readonly string[];
  /** A picture of one of them, for a person to look at. */
  picture(name: string, path: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Draws cards by name with the adaptivecards library, as clients of Teams do.
 *
 * @param sharpness how many pixels of the picture make one of the card; 2 for pictures that people see.
 */
export async function drawCards(browser: Browser, cards: Readonly<Record<string, object>>, look: CardLook, sharpness = 1): Promise<DrawnCards> {
  const context = await browser.newContext({ viewport: { width: look.width, height: 600 }, colorScheme: look.theme, deviceScaleFactor: sharpness });
  const page = await context.newPage();
  const named = Object.entries(cards).map(([name, card]) => ({ name, card }));
  await page.setContent(`<!doctype html><html lang="en"><head><title>cards</title><style>${styles(look)}</style></head><body><main></main></body></html>`);
  await page.addScriptTag({ path: library });
  const wide = await page.evaluate(`(${drawAll})(${JSON.stringify(named)}, ${JSON.stringify(hostConfig(look))})`);
  return {
    page,
    tooWide: z.array(z.string()).parse(wide),
    picture: async (name, path) => {
      await page.locator(`section[aria-label=${JSON.stringify(name)}]`).screenshot({ path });
    },
    close: () => context.close(),
  };
}

/** Runs in the page. Fields scroll by themselves; anything else that is wider than its frame, or cut off, is too wide. */
const drawAll = `function drawAll(named, config) {
  const main = document.querySelector('main');
  for (const { name, card } of named) {
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.hostConfig = new AdaptiveCards.HostConfig(config);
    drawn.parse(card);
    const section = document.createElement('section');
    section.setAttribute('aria-label', name);
    section.lang = card.lang;
    // Radio buttons of two cards that ask the same would be one group, but for the form around each.
    const form = document.createElement('form');
    form.append(drawn.render());
    section.append(form);
    main.append(section);
  }
  const isField = (element) => element.matches('input, textarea, select, option');
  const sticksOut = (section) => (element) =>
    !isField(element) &&
    (element.getBoundingClientRect().right > section.getBoundingClientRect().right + 1 || element.scrollWidth > element.clientWidth + 1) &&
    getComputedStyle(element).display !== 'inline';
  const all = [...document.querySelectorAll('section')];
  return all.filter((section) => [...section.querySelectorAll('*')].some(sticksOut(section))).map((section) => section.getAttribute('aria-label'));
}`;
