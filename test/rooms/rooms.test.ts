import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { inTempFolder } from '../support/temp-folder.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Well-behaved modules for the planted ones to point at, one for each room. */
const innocent: Readonly<Record<string, string>> = {
  'domain/shared/ids.ts': "import { z } from 'zod';\nexport const Id = z.string();\nexport interface Named { readonly name: string }",
  'domain/renewals/decide.ts': "import { Id } from '../shared/ids.ts';\nexport const decide = Id;",
  'cards/plans.card.ts':
    "import { Id } from '../domain/shared/ids.ts';\nimport type { decide } from '../domain/renewals/decide.ts';\nexport const plans = (view: typeof decide) => [Id, view];",
  'cards/kit.ts': "import { Id } from '../domain/shared/ids.ts';\nexport const kit = Id;",
  'cards/home.card.ts':
    "import type { Named } from '../domain/shared/ids.ts';\nimport { kit } from './kit.ts';\nexport const home = (view: Named) => [kit, view];",
  'bot/conversation/flow.ts':
    "import { distance } from 'fastest-levenshtein';\nimport { kit } from '../../cards/kit.ts';\nexport const flow = [distance, kit];",
  'bot/flows/redeem.ts': "import { flow } from '../conversation/flow.ts';\nimport { step } from './redeem/step.ts';\nexport const redeem = [flow, step];",
  'bot/flows/redeem/step.ts': "import type { Named } from '../../../domain/shared/ids.ts';\nexport const step = (named: Named) => named;",
  'bot/flows/index.ts': "import { redeem } from './redeem.ts';\nexport const flows = [redeem];",
  'bot/commands/execute.ts': "import { Id } from '../../domain/shared/ids.ts';\nexport const execute = Id;",
  'bot/store/lowdb/store.ts': "import { readFile } from 'node:fs/promises';\nimport { Low } from 'lowdb';\nexport const store = [readFile, Low];",
  'bot/teams/adapter.ts': "import { CloudAdapter } from 'botbuilder';\nexport const adapter = CloudAdapter;",
  'bot/http/server.ts': "import { createServer } from 'restify';\nimport { send } from './send.ts';\nexport const server = [createServer, send];",
  'bot/http/send.ts': "import { Id } from '../../domain/shared/ids.ts';\nexport const send = Id;",
  'bot/sweeps/due.ts': "import { execute } from '../commands/execute.ts';\nexport const due = execute;",
  'bot/cli/import.ts':
    "import { readFile } from 'node:fs/promises';\nimport { execute } from '../commands/execute.ts';\nexport const run = [execute, readFile];",
  'bot/config.ts': "import { Id } from '../domain/shared/ids.ts';\nexport const config = Id;",
  'bot/composition.ts':
    "import { config } from './config.ts';\nimport { flows } from './flows/index.ts';\nimport { server } from './http/server.ts';\nexport const composed = [config, flows, server];",
  'bot/main.ts': "import { composed } from './composition.ts';\nexport const main = composed;",
  'test/support/builders.ts': "import { Low } from 'lowdb';\nexport const builder = Low;",
};

/** For each rule: modules that break it, and nothing but it. */
const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'domain-knows-only-itself': {
    'domain/planted-node.ts': "import { readFile } from 'node:fs';\nexport const one = readFile;",
    'domain/planted-card.ts': "import { kit } from '../cards/kit.ts';\nexport const one = kit;",
    'domain/planted-package.ts': "import { distance } from 'fastest-levenshtein';\nexport const one = distance;",
    'domain/planted-type.ts': "import type { main } from '../bot/commands/execute.ts';\nexport type One = typeof main;",
  },
  'cards-are-pure': {
    'cards/planted-node.ts': "import { join } from 'node:path';\nexport const one = join;",
    'cards/planted-bot.ts': "import type { flow } from '../bot/conversation/flow.ts';\nexport type One = typeof flow;",
  },
  'a-card-decides-nothing': { 'cards/planted.card.ts': "import { decide } from '../domain/renewals/decide.ts';\nexport const one = decide;" },
  'conversation-knows-cards-and-domain': {
    'bot/conversation/planted-flow.ts': "import { execute } from '../commands/execute.ts';\nexport const one = execute;",
    'bot/conversation/planted-node.ts': "import { randomUUID } from 'node:crypto';\nexport const one = randomUUID;",
  },
  'a-flow-knows-conversation-cards-and-domain': {
    'bot/flows/planted-command.ts': "import { execute } from '../commands/execute.ts';\nexport const one = execute;",
    'bot/flows/planted-node.ts': "import { readFile } from 'node:fs';\nexport const one = readFile;",
  },
  'a-flow-never-knows-another-flow': {
    'bot/flows/planted-other.ts': "import { redeem } from './redeem.ts';\nexport const one = redeem;",
    'bot/flows/planted-step.ts': "import { step } from './redeem/step.ts';\nexport const one = step;",
  },
  'flows-are-reached-through-their-registry': { 'bot/main.ts': "import { redeem } from './flows/redeem.ts';\nexport const main = redeem;" },
  'commands-know-only-the-domain': {
    'bot/commands/planted-card.ts': "import { kit } from '../../cards/kit.ts';\nexport const one = kit;",
    'bot/commands/planted-node.ts': "import { readFile } from 'node:fs';\nexport const one = readFile;",
  },
  'sweeps-know-commands-domain-and-cards': { 'bot/sweeps/planted.ts': "import { store } from '../store/lowdb/store.ts';\nexport const one = store;" },
  'cli-knows-commands-domain-and-cards': { 'bot/cli/planted.ts': "import { due } from '../sweeps/due.ts';\nexport const one = due;" },
  'adapters-never-know-each-other': {
    'bot/http/planted.ts': "import { adapter } from '../teams/adapter.ts';\nexport const one = adapter;",
    'bot/platform/planted.ts': "import type { store } from '../store/lowdb/store.ts';\nexport type One = typeof store;",
    'bot/teams/planted.ts': "import { flow } from '../conversation/flow.ts';\nexport const one = flow;",
  },
  'config-knows-only-the-domain': { 'bot/config.ts': "import { execute } from './commands/execute.ts';\nexport const config = execute;" },
  'a-new-room-needs-a-rule': {
    'bot/helpers/planted.ts': "import { Id } from '../../domain/shared/ids.ts';\nexport const one = Id;",
    'bot/planted.ts': "import { Id } from '../domain/shared/ids.ts';\nexport const one = Id;",
  },
  'botbuilder-lives-in-teams': { 'bot/http/planted-botbuilder.ts': "import type { CloudAdapter } from 'botbuilder';\nexport type One = CloudAdapter;" },
  'restify-lives-in-http': { 'bot/web/planted-restify.ts': "import { createServer } from 'restify';\nexport const one = createServer;" },
  'the-database-lives-in-store': { 'bot/sweeps/planted-lowdb.ts': "import { Low } from 'lowdb';\nexport const one = Low;" },
  'production-never-knows-tests': { 'bot/web/planted-test.ts': "import { builder } from '../../test/support/builders.ts';\nexport const one = builder;" },
  'production-needs-no-development-package': { 'bot/web/planted-dev.ts': "import { browser } from 'only-for-tests';\nexport const one = browser;" },
  'packages-are-declared': { 'bot/web/planted-undeclared.ts': "import { more } from 'undeclared';\nexport const one = more;" },
  'imports-resolve': { 'bot/web/planted-nowhere.ts': "import { nothing } from './nowhere.ts';\nexport const one = nothing;" },
  'no-circle': { 'bot/http/send.ts': "import { server } from './server.ts';\nexport const send = () => server;" },
  'no-orphan': { 'domain/planted-orphan.ts': 'export const one = 1;' },
};

/** Packages of the planted tree. lowdb is ESM only, as the real one is. */
const packages: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  zod: { main: 'index.js' },
  botbuilder: { main: 'index.js' },
  restify: { main: 'index.js' },
  lowdb: { type: 'module', exports: { '.': { import: './index.js' } } },
  'fastest-levenshtein': { main: 'index.js' },
  'only-for-tests': { main: 'index.js' },
  undeclared: { main: 'index.js' },
};

async function plant(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  const { 'only-for-tests': _development, undeclared: _undeclared, ...declared } = packages;
  const manifest = {
    name: 'planted',
    type: 'module',
    dependencies: Object.fromEntries(Object.keys(declared).map((name) => [name, '*'])),
    devDependencies: { 'only-for-tests': '*' },
  };
  const installed = Object.entries(packages).flatMap(([name, fields]) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', ...fields })],
    [`node_modules/${name}/index.js`, 'export {};'],
  ]);
  for (const [path = '', content = ''] of [...Object.entries(files), ...installed, ['package.json', JSON.stringify(manifest)]]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await copyFile(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
}

const Cruise = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) }),
  }),
});

/** What the cruise of a tree with these files finds, under the rules of this project. */
async function cruise(files: Readonly<Record<string, string>>): Promise<z.infer<typeof Cruise>['summary']> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', 'bot', 'cards', 'domain', 'test'];
  return inTempFolder(async (folder) => {
    await plant(folder, files);
    const { stdout } = await run(process.execPath, args, { cwd: folder, maxBuffer: 20_000_000 });
    return Cruise.parse(JSON.parse(stdout)).summary;
  });
}

describe('the rooms of the tree', () => {
  it('let a well-behaved tree pass', async () => {
    const { violations, totalCruised } = await cruise(innocent);
    assert.deepEqual(violations, []);
    assert.ok(totalCruised >= Object.keys(innocent).length);
  });

  it('are each guarded by a rule that fires on a planted violation, and by no other', async () => {
    const files = Object.values(planted).reduce((all, some) => ({ ...all, ...some }), innocent);
    const { violations, ruleSetUsed } = await cruise(files);
    for (const [rule, modules] of Object.entries(planted)) {
      for (const module of Object.keys(modules)) {
        const fired = violations.filter(({ from }) => from === module).map((violation) => violation.rule.name);
        assert.deepEqual([...new Set(fired)], [rule], `${module} breaks ${rule}`);
      }
    }
    const culprits = new Set(Object.values(planted).flatMap((modules) => Object.keys(modules)));
    assert.deepEqual(
      violations.filter(({ from }) => !culprits.has(from)),
      [],
      'the well-behaved modules stay blameless',
    );
    assert.deepEqual(Object.keys(planted).sort(), ruleSetUsed.forbidden.map(({ name }) => name).sort(), 'each rule is planted');
    assert.deepEqual(
      ruleSetUsed.forbidden.filter(({ comment }) => comment === ''),
      [],
      'each rule says why',
    );
  });
});
