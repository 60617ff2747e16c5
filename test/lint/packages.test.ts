import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), integrity: z.string().optional(), resolved: z.string().optional(), hasInstallScript: z.boolean().optional() }),
  ),
});
const Manifest = z.object({ allowScripts: z.record(z.string(), z.boolean()), scripts: z.record(z.string(), z.string()) });

const locked = Object.entries(Lock.parse(read('package-lock.json')).packages).filter(([path]) => path !== '');
const { allowScripts, scripts } = Manifest.parse(read('package.json'));
const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? path;

describe('the packages of the lock file', () => {
  it('each have a version and a checksum, so that npm ci installs them on every platform', () => {
    const loose = locked.filter(([, { version, integrity }]) => version === undefined || integrity === undefined).map(([path]) => path);
    assert.deepEqual(loose, []);
  });

  it('come from the registry, whichever one the machine uses', () => {
    const elsewhere = locked.filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')).map(([path]) => path);
    assert.deepEqual(elsewhere, []);
  });

  it('run no script on installation that nobody has judged', () => {
    const withScripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => nameOf(path));
    assert.deepEqual(new Set(withScripts), new Set(Object.keys(allowScripts)));
  });

  it('leave out botbuilder-dialogs, whose installation fetches from the network', () => {
    assert.deepEqual(
      locked.map(([path]) => nameOf(path)).filter((name) => name === 'botbuilder-dialogs' || name === 'botbuilder-testing'),
      [],
    );
  });

  it('need no script of our own to be installed', () => {
    assert.deepEqual(
      Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name)),
      [],
    );
  });
});
