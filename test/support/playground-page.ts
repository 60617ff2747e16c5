import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';

const pictures = resolve(import.meta.dirname, '../../.cache/pictures');

/** The Playground's web page as a person uses it: by what is written on it. */
export interface PlaygroundPage {
  readonly page: Page;
  say(text: string): Promise<void>;
  /** Waits until these words stand somewhere in the chat. */
  sees(words: string): Promise<void>;
  fill(label: string, value: string): Promise<void>;
  choose(label: string, option: string): Promise<void>;
  /** Ticks a box, by the words beside it. */
  check(words: string): Promise<void>;
  click(title: string): Promise<void>;
  /** The newest card, for looking at and for axe. */
  newestCard(): Locator;
  /** A picture of the whole page, to be looked at by a person. Gives its path. */
  picture(name: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens the chat in a window of its own. Nothing but this machine is asked for anything. */
export async function openPlaygroundPage(browser: Browser, address: string): Promise<PlaygroundPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1100 }, colorScheme: 'light' });
  await context.route(
    (url) => !['127.0.0.1', 'localhost'].includes(url.hostname),
    (route) => route.abort(),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  const composer = page.locator('[contenteditable=true]').first();
  await composer.waitFor();
  return {
    page,
    say: async (text) => {
      await composer.click();
      await composer.pressSequentially(text);
      await composer.press('Enter');
    },
    sees: (words) => page.getByText(words).last().waitFor(),
    fill: (label, value) => page.getByLabel(label).last().fill(value),
    choose: (label, option) => choose(page, label, option),
    check: (words) => page.getByRole('checkbox', { name: words }).last().check(),
    click: (title) => page.getByRole('button', { name: title, exact: true }).last().click(),
    newestCard: () => page.locator('.ac-adaptiveCard').last(),
    picture: async (name) => {
      await mkdir(pictures, { recursive: true });
      const path = join(pictures, `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
    close: () => context.close(),
  };
}

/** A choice is a list that opens, or buttons that all stand there. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  const list = page.getByRole('combobox', { name: label }).last();
  if ((await list.count()) === 0) return page.getByRole('radio', { name: option }).last().check();
  await list.click();
  await page.getByRole('option', { name: option }).last().click();
}
