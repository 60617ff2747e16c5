import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  overrideConfig: [tseslint.configs.disableTypeChecked, { languageOptions: { parserOptions: { projectService: false } } }],
});

/** The bans that a text breaks when it stands in this file. */
async function brokenIn(file: string, code: string): Promise<readonly string[]> {
  const results = await eslint.lintText(code, { filePath: file });
  const ids = results.flatMap((result) => result.messages.map((message) => message.ruleId ?? message.message));
  return [...new Set(ids.filter((id) => id.startsWith('bans/')))];
}

interface Planted {
  readonly ban: string;
  readonly file: string;
  readonly broken: readonly string[];
  readonly allowed?: readonly (readonly [file: string, code: string])[];
}

const planted: readonly Planted[] = [
  {
    ban: 'no-bare-error',
    file: 'bot/commands/planted.ts',
    broken: ["throw new Error('no');", "export const failed = Promise.reject(new TypeError('no'));"],
    allowed: [
      ['bot/commands/planted.ts', "throw new Fault('configuration', { detail: 'PORT is no number' });"],
      ['test/commands/planted.test.ts', "throw new Error('a planted fault');"],
    ],
  },
  {
    ban: 'no-error-by-its-words',
    file: 'bot/teams/planted.ts',
    broken: ["export const gone = error.message.includes('404');", "export const gone = error.message === 'gone';"],
    allowed: [['bot/teams/planted.ts', "export const gone = error.code === 'ECONNRESET';"]],
  },
  {
    ban: 'no-silent-catch',
    file: 'bot/store/planted.ts',
    broken: ['try { read(); } catch { /* never mind */ }', 'await read().catch(() => undefined);', 'await read().catch(() => {});'],
    allowed: [['bot/store/planted.ts', "await read().catch((cause) => log.warn({ cause }, 'not read'));"]],
  },
  {
    ban: 'no-ambient-clock',
    file: 'domain/renewals/planted.ts',
    broken: ['export const today = new Date();', 'export const now = Date.now();', 'export const began = performance.now();'],
    allowed: [
      ['domain/renewals/planted.ts', 'export const day = new Date(now);'],
      ['bot/platform/planted.ts', 'export const clock = { now: () => new Date() };'],
    ],
  },
  {
    ban: 'no-local-time',
    file: 'domain/renewals/planted.ts',
    broken: [
      'export const hour = now.getHours();',
      'now.setDate(1);',
      'export const day = new Date(2026, 2, 1);',
      'export const shift = now.getTimezoneOffset();',
    ],
    allowed: [['domain/renewals/planted.ts', 'export const hour = now.getUTCHours(); export const day = new Date(Date.UTC(2026, 2, 1));']],
  },
  {
    ban: 'no-machine-locale',
    file: 'cards/planted.ts',
    broken: [
      "export const day = date.toLocaleDateString('cs');",
      "export const format = new Intl.DateTimeFormat('cs', { day: 'numeric' });",
      'export const order = names.sort((a, b) => a.localeCompare(b));',
      'export const upper = name.toLocaleUpperCase();',
      'export const numbers = new Intl.NumberFormat();',
    ],
    allowed: [
      ['cards/planted.ts', "export const format = new Intl.DateTimeFormat('cs', { day: 'numeric', timeZone: 'UTC' });"],
      ['cards/planted.ts', "export const order = names.sort((a, b) => a.localeCompare(b, 'cs'));"],
    ],
  },
  {
    ban: 'no-ambient-chance',
    file: 'bot/commands/planted.ts',
    broken: [
      'export const dice = Math.random();',
      "import { randomUUID } from 'node:crypto';\nexport const id = randomUUID();",
      'export const id = crypto.randomUUID();',
      'export const bytes = crypto.getRandomValues(new Uint8Array(8));',
    ],
    allowed: [['bot/platform/planted.ts', "import { randomUUID } from 'node:crypto';\nexport const newId = () => randomUUID();"]],
  },
  {
    ban: 'no-ambient-timers',
    file: 'bot/sweeps/planted.ts',
    broken: [
      'setTimeout(work, 10);',
      'setInterval(work, 10);',
      'setImmediate(work);',
      'queueMicrotask(work);',
      "import { setTimeout as wait } from 'node:timers/promises';\nawait wait(10);",
      'export const wait = promisify(setTimeout);',
      'globalThis.setTimeout(work, 10);',
    ],
    allowed: [
      ['bot/sweeps/planted.ts', 'timers.after(10, work);'],
      ['bot/http/planted.ts', 'server.setTimeout(10);'],
      ['bot/platform/planted.ts', 'setTimeout(work, 10);'],
      ['bot/store/planted.ts', 'setImmediate(work);'],
    ],
  },
  { ban: 'no-ambient-timers-in-the-store', file: 'bot/store/lowdb/planted.ts', broken: ['setTimeout(work, 10);', 'queueMicrotask(work);'] },
  {
    ban: 'no-environment',
    file: 'bot/http/planted.ts',
    broken: ['export const port = process.env.PORT;', "import { env } from 'node:process';\nexport const port = env.PORT;"],
    allowed: [['bot/config.ts', 'export const port = process.env.PORT;']],
  },
  { ban: 'no-exit', file: 'bot/store/planted.ts', broken: ['process.exit(1);'], allowed: [['bot/main.ts', 'process.exit(1);']] },
  {
    ban: 'no-module-state',
    file: 'bot/conversation/planted.ts',
    broken: ['let turns = 0;', 'export let turns = 0;', 'const seen = new Map();', 'export const seen = new Set();'],
    allowed: [
      ['bot/conversation/planted.ts', 'export function count() { let turns = 0; turns += 1; return turns; }'],
      ['bot/conversation/planted.ts', "export const vowels = new Set(['a', 'e']);"],
    ],
  },
  {
    ban: 'no-class',
    file: 'bot/store/planted.ts',
    broken: ['export class Book {}'],
    allowed: [['bot/teams/planted.ts', 'export class Adapter extends CloudAdapter {}']],
  },
  { ban: 'no-default-export', file: 'cards/planted.ts', broken: ['export default 1;', 'const one = 1;\nexport { one as default };'] },
  { ban: 'no-barrel', file: 'domain/planted.ts', broken: ["export * from './shared/ids.ts';", "export { Fault } from './shared/fault.ts';"] },
  {
    ban: 'no-extension-but-ts',
    file: 'domain/planted.ts',
    broken: ["import { Fault } from './shared/fault.js';", "import { Fault } from './shared/fault';"],
    allowed: [['domain/planted.ts', "import { Fault } from './shared/fault.ts';"]],
  },
  {
    ban: 'no-words-outside-messages',
    file: 'bot/flows/planted.ts',
    broken: ["export const question = 'How many people?';", 'export const question = `Kolik lidí, ${name}?`;', "reply(say, 'Nothing is lost');"],
    allowed: [
      ['bot/flows/planted.ts', "export const question = say('redeem.how-many');"],
      ['bot/flows/planted.ts', "log.info({ flow }, 'flow begun');"],
      ['bot/flows/planted.ts', "deps.log.info({ flow }, 'flow begun');"],
      ['bot/flows/planted.ts', "throw new Fault('configuration', { detail: 'no such flow' });"],
      ['bot/http/planted.ts', "export const detail = 'what operators read';"],
    ],
  },
  {
    ban: 'no-text-outside-messages',
    file: 'cards/planted.card.ts',
    broken: ["export const block = { type: 'TextBlock', text: 'Hello' };", 'export const action = { title: `OK·${name}` };'],
    allowed: [
      ['cards/planted.card.ts', "export const block = { type: 'TextBlock', text: say('home.title'), wrap: true };"],
      ['bot/flows/planted.ts', "export const flow = { title: 'redeem-product-keys.title' };"],
    ],
  },
  {
    ban: 'no-should-in-titles',
    file: 'test/planted.test.ts',
    broken: ["it('should refuse a used key', () => {});"],
    allowed: [['test/planted.test.ts', "it('refuses a used key', () => {});"]],
  },
  {
    ban: 'no-lone-or-skipped-test',
    file: 'test/planted.test.ts',
    broken: ["it.only('refuses', () => {});", "describe.skip('keys', () => {});", "xit('refuses', () => {});"],
  },
];

describe('the bans of the house', () => {
  for (const { ban, file, broken, allowed = [] } of planted) {
    it(`fire where ${ban} is broken, and only there`, async () => {
      for (const code of broken) assert.deepEqual(await brokenIn(file, code), [`bans/${ban}`], code);
      for (const [place, code] of allowed) assert.deepEqual(await brokenIn(place, code), [], `${place}: ${code}`);
    });
  }

  it('are each shown to fire by a planted violation', async () => {
    const config: unknown = await eslint.calculateConfigForFile('bot/main.ts');
    assert.ok(typeof config === 'object' && config !== null && 'plugins' in config);
    const { bans } = Object(config.plugins);
    assert.deepEqual(planted.map(({ ban }) => ban).sort(), Object.keys(bans.rules).sort());
  });
});
