import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser, LaunchOptions } from 'playwright-core';

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, '.cache');
const onLinux = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge'];
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
];

/**
 * A real browser for the test that calls it: the system's Chromium, Chrome or Edge, else the one packed for servers.
 *
 * Where none can run, the test is skipped with a warning on somebody's own machine, and red when CI is set.
 */
export async function withBrowser(test: Skippable, work: (browser: Browser) => Promise<void>, here: Here = thisMachine): Promise<void> {
  const opened = await here.open();
  if (opened.kind === 'none') {
    if (here.mustRun) throw new TypeError(`no browser can run here: ${opened.why}`);
    here.warn(`\n  !! NOT TESTED: no browser can run here (${opened.why}). Install Chromium or Chrome.\n`);
    return test.skip();
  }
  try {
    await work(opened.browser);
  } finally {
    await opened.browser.close();
  }
}

export type Opened = { readonly kind: 'browser'; readonly browser: Browser } | { readonly kind: 'none'; readonly why: string };
type Skippable = Pick<Mocha.Context, 'skip'>;

/** What a test needs to know of the machine it runs on. */
export interface Here {
  readonly open: () => Promise<Opened>;
  readonly mustRun: boolean;
  readonly warn: (words: string) => void;
}

const thisMachine: Here = { open: openBrowser, mustRun: process.env['CI'] !== undefined, warn: console.warn };

async function openBrowser(): Promise<Opened> {
  const reasons: string[] = [];
  for (const options of [...installedBrowsers(), packedBrowser]) {
    try {
      const launch = typeof options === 'function' ? await options() : options;
      return { kind: 'browser', browser: await chromium.launch({ ...launch, args: quiet }) };
    } catch (error) {
      reasons.push(String(error).split('\n')[0] ?? '');
    }
  }
  return { kind: 'none', why: reasons.join('; ') };
}

function installedBrowsers(): readonly LaunchOptions[] {
  if (process.platform !== 'linux') return [{ channel: 'chrome' }, { channel: 'msedge' }];
  return onLinux.filter((path) => existsSync(path)).map((executablePath) => ({ executablePath }));
}

/** It unpacks into the temporary folder of its process, and takes what it finds there: it gets one of its own, moved into place when whole. */
async function packedBrowser(): Promise<LaunchOptions> {
  const home = join(cache, `chromium-${process.arch}`);
  if (!existsSync(home)) {
    await mkdir(cache, { recursive: true });
    const draft = await mkdtemp(join(cache, 'unpacking-'));
    const unpack = "import('@sparticuz/chromium').then(({ default: packed }) => packed.executablePath())";
    await promisify(execFile)(process.execPath, ['-e', unpack], { cwd: root, env: { ...process.env, TMPDIR: draft, NODE_OPTIONS: '' } });
    await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }));
  }
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') };
  return { executablePath: join(home, 'chromium'), env: { ...process.env, ...fonts } };
}
