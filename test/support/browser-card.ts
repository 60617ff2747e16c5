import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const library = require.resolve('adaptivecards/dist/adaptivecards.min.js');
const pictures = resolve(import.meta.dirname, '../../.cache/pictures');

/** How a card is looked at: 320 px is a phone, 640 px the chat of a desktop. */
export interface CardLook {
  readonly width: 320 | 640;
  readonly theme: 'light' | 'dark';
}

export const cardLooks: readonly CardLook[] = [
  { width: 320, theme: 'light' },
  { width: 320, theme: 'dark' },
  { width: 640, theme: 'light' },
  { width: 640, theme: 'dark' },
];

/** A card drawn alone in a page, in the colours and widths of Teams. */
export interface DrawnCard {
  readonly page: Page;
  /** Something is wider than the page: a person would have to scroll sideways. */
  readonly overflows: boolean;
  /** A picture for a person to look at. Gives its path. */
  picture(name: string): Promise<string>;
  close(): Promise<void>;
}

/** Draws a card with the adaptivecards library, as clients of Teams do. */
export async function drawCard(browser: Browser, card: object, look: CardLook): Promise<DrawnCard> {
  const context = await browser.newContext({ viewport: { width: look.width, height: 600 }, colorScheme: look.theme });
  const page = await context.newPage();
  await page.setContent(`<!doctype html><html lang="en"><title>card</title><style>${styles(look)}</style><main id="card"></main></html>`);
  await page.addScriptTag({ path: library });
  await page.evaluate(`(() => {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfig(look))});
    card.parse(${JSON.stringify(card)});
    document.getElementById('card').append(card.render());
  })()`);
  const overflows = z.boolean().parse(await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'));
  return {
    page,
    overflows,
    picture: async (name) => {
      await mkdir(pictures, { recursive: true });
      const path = join(pictures, `${name}-${String(look.width)}-${look.theme}.png`);
      await page.screenshot({ path, fullPage: true });
      return path;
    },
    close: () => context.close(),
  };
}

const ink = {
  light: {
    paper: '#ffffff',
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    good: '#0e700e',
    warning: '#8a5300',
    attention: '#b10e1c',
    line: '#d1d1d1',
    raised: '#f5f5f5',
  },
  dark: {
    paper: '#292929',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    good: '#54b054',
    warning: '#f2c661',
    attention: '#e37d80',
    line: '#525252',
    raised: '#333333',
  },
} as const;

function hostConfig({ theme }: CardLook): object {
  const colours = ink[theme];
  const both = (colour: string): object => ({ default: colour, subtle: colour });
  const foregroundColors = {
    default: { default: colours.text, subtle: colours.subtle },
    accent: both(colours.accent),
    good: both(colours.good),
    warning: both(colours.warning),
    attention: both(colours.attention),
  };
  const style = (backgroundColor: string): object => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: "'Segoe UI', 'DejaVu Sans', sans-serif",
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    containerStyles: {
      default: style(colours.paper),
      emphasis: style(colours.raised),
      good: style(colours.raised),
      attention: style(colours.raised),
      warning: style(colours.raised),
      accent: style(colours.raised),
    },
    actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8, spacing: 'default' },
    inputs: { label: { requiredInputs: { suffix: ' *' }, inputSpacing: 'small' }, errorMessage: { color: 'attention' } },
  };
}

function styles({ theme }: CardLook): string {
  const { paper, text, line, accent, raised } = ink[theme];
  const field = `box-sizing:border-box;width:100%;padding:6px 10px;border:1px solid ${line};border-radius:4px;background:${raised};color:${text};font:inherit`;
  return [
    `body{margin:0;background:${paper};color:${text};font:14px 'Segoe UI','DejaVu Sans',sans-serif}`,
    `input:not([type=checkbox]):not([type=radio]),textarea,select{${field}}`,
    'textarea{min-height:7em}',
    `.ac-pushButton{padding:5px 12px;border:1px solid ${line};border-radius:4px;background:${paper};color:${text};font:600 14px 'Segoe UI','DejaVu Sans',sans-serif;margin-bottom:8px}`,
    `.ac-pushButton.style-positive{background:${theme === 'light' ? accent : '#4f52b2'};color:#fff}`,
    '.ac-actionSet{flex-wrap:wrap}',
    `a{color:${accent}}`,
  ].join('\n');
}
