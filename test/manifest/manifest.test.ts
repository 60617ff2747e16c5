import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { manifest } from '../../bot/cli/manifest.ts';
import type { ManifestTools } from '../../bot/cli/manifest.ts';
import { inTempFolder } from '../support/temp-folder.ts';

const source = fileURLToPath(new URL('../../manifest', import.meta.url));
const appId = '7f9d8c3e-1111-4222-8333-444455556666';
const publicUrl = 'https://assistant.contoso.cz';

interface Made {
  readonly exitCode: number;
  readonly said: string;
  readonly zip: Uint8Array | undefined;
}

/** Runs the command over a copy of the manifest folder, spoiled or not. */
async function make(
  args: readonly string[],
  tools: Partial<ManifestTools> = {},
  spoil: (folder: string) => Promise<void> = async () => undefined,
): Promise<Made> {
  const lines: string[] = [];
  return inTempFolder(async (folder) => {
    await cp(source, folder, { recursive: true, filter: (path) => !path.endsWith('build') });
    await spoil(folder);
    const exitCode = await manifest(args, { folder, print: (line) => lines.push(line), ...tools });
    const zip = exitCode === 0 ? await readFile(join(folder, 'build', 'partner-assistant.zip')) : undefined;
    return { exitCode, said: lines.join('\n').replaceAll(folder, ''), zip };
  });
}

const rewrite =
  (name: string, change: (text: string) => string) =>
  async (folder: string): Promise<void> => {
    const path = join(folder, name);
    await writeFile(path, change(await readFile(path, 'utf8')));
  };

describe('the Teams app package', () => {
  it('is valid and holds the manifest, two language files and two icons, and nothing else', async () => {
    const { exitCode, said, zip } = await make(['--app-id', appId, '--public-url', publicUrl]);
    assert.equal(exitCode, 0, said);
    assert.match(said, /; valid\.$/);
    assert.deepEqual(Object.keys(unzipSync(zip ?? new Uint8Array())).sort(), ['color.png', 'cs.json', 'manifest.json', 'outline.png', 'sk.json']);
  });

  it('names the bot, its pages and its domain after what the operator said', async () => {
    const { zip } = await make([], { appId: appId.toUpperCase(), publicUrl: `${publicUrl}/` });
    const filled = JSON.parse(Buffer.from(unzipSync(zip ?? new Uint8Array())['manifest.json'] ?? []).toString('utf8'));
    assert.deepEqual([filled.id, filled.bots[0].botId, filled.validDomains], [appId, appId, ['assistant.contoso.cz']]);
    assert.deepEqual(filled.webApplicationInfo, { id: appId, resource: `api://assistant.contoso.cz/${appId}` });
    assert.deepEqual(Object.values(filled.developer).slice(1), [`${publicUrl}/`, `${publicUrl}/privacy`, `${publicUrl}/terms`]);
  });

  it('is the same, byte for byte, whenever it is made', async () => {
    const [one, other] = [await make([], { appId, publicUrl }), await make([], { appId, publicUrl })];
    assert.ok(one.zip !== undefined && other.zip !== undefined);
    assert.deepEqual(one.zip, other.zip);
  });

  it('is made without a validator, and says so plainly', async () => {
    const { exitCode, said } = await make([], { appId, publicUrl, findValidator: async () => undefined });
    assert.equal(exitCode, 0);
    assert.match(said, /NOT validated/);
  });

  const invalid: readonly (readonly [title: string, file: string, from: string, to: string])[] = [
    ['a description is too long', 'manifest.json', '"short": "Redeem', `"short": "${'Redeem '.repeat(20)}`],
    ['a scope is unknown', 'manifest.json', '"groupChat"]', '"meeting"]'],
    ['a property is unknown', 'manifest.json', '"permissions"', '"wishes": [], "permissions"'],
    ['the Czech name is too long', 'cs.json', '"name.short": "', `"name.short": "${'Partner '.repeat(8)}`],
    ['a Slovak text belongs to no part of the manifest', 'sk.json', '"name.full"', '"nom.complet": "x", "name.full"'],
    ['a placeholder is filled by nobody', 'manifest.json', '"version": "1.0.0"', '"version": "${{VERSION}}"'],
  ];
  for (const [title, file, from, to] of invalid) {
    it(`is not written when ${title}`, async () => {
      const { exitCode, said } = await make(
        [],
        { appId, publicUrl },
        rewrite(file, (text) => text.replace(from, to)),
      );
      assert.equal(exitCode, 1, said);
      assert.ok(said.includes(file), said);
    });
  }

  const refused: readonly (readonly [title: string, args: readonly string[]])[] = [
    ['no app id', ['--public-url', publicUrl]],
    ['an app id of zeros', ['--app-id', '00000000-0000-0000-0000-000000000000', '--public-url', publicUrl]],
    ['an app id that is no GUID', ['--app-id', 'my-bot', '--public-url', publicUrl]],
    ['no public address', ['--app-id', appId]],
    ['an option that nobody knows', ['--app-id', appId, '--public-url', publicUrl, '--verbose']],
    ...[
      'http://assistant.contoso.cz',
      'https://localhost:3978',
      'https://127.0.0.1',
      'https://[::1]',
      'https://intranet',
      'https://partner.azurewebsites.net',
      'https://contoso.onmicrosoft.com',
      'https://*.contoso.cz',
      'https://teams.microsoft.com',
      'https://1a2b.ngrok-free.app',
      'https://assistant.example.com',
      'https://user:secret@assistant.contoso.cz',
      'assistant.contoso.cz',
    ].map((url) => [`the address ${url}`, ['--app-id', appId, '--public-url', url]] as const),
  ];
  for (const [title, args] of refused) {
    it(`is refused for ${title}`, async () => {
      const { exitCode, said } = await make(args);
      assert.equal(exitCode, 2);
      assert.match(said, /Usage: npm run manifest/);
    });
  }
});
