import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { z } from 'zod';

const pictures = resolve(import.meta.dirname, '../../.cache/pictures');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const mostTabs = 20;

const Violations = z.array(z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.object({ html: z.string() })) }));

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
  /** Goes to a field or button of the newest card with the keyboard alone. */
  tabTo(name: string, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Types where the cursor is; ends with this key. */
  type(text: string, key?: 'Tab' | 'Enter'): Promise<void>;
  /** The newest card, for looking at and for axe. */
  newestCard(): Locator;
  /** What axe calls serious or critical in the newest card, each with its first example. */
  barriers(): Promise<readonly string[]>;
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
  await page.addStyleTag({ content: '*, *::before, *::after { transition: none !important; animation: none !important }' });
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
    tabTo: (name, key = 'Tab') => tabTo(page, name, key),
    type: async (text, key = 'Tab') => {
      await page.keyboard.type(text);
      await page.keyboard.press(key);
    },
    barriers: () => barriers(page),
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
  await list.and(page.locator(`[value=${JSON.stringify(option)}]`)).waitFor();
}

async function tabTo(page: Page, name: string, key: string): Promise<void> {
  const card = page.locator('.ac-adaptiveCard').last();
  const wanted = card
    .getByLabel(name)
    .or(card.getByRole('button', { name, exact: true }))
    .last();
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`"${name}" cannot be reached with ${key}`);
}

async function barriers(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: axe });
  const newest = "[...document.querySelectorAll('.ac-adaptiveCard')].at(-1)";
  const found = Violations.parse(await page.evaluate(`axe.run(${newest}, { resultTypes: ['violations'] }).then(({ violations }) => violations)`));
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
