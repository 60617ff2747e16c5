import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inTempFolder } from '../support/temp-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the compiler says about one compile-time test, under the strictness of this project. */
async function compile(code: string): Promise<string> {
  return inTempFolder(async (folder) => {
    await writeFile(join(folder, 'planted.test-d.ts'), code);
    await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    const tsconfig = { extends: join(root, 'tsconfig.json'), compilerOptions: { rootDir: '.', types: [] }, include: ['planted.test-d.ts'] };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
    const compiler = promisify(execFile)(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]);
    return compiler.then(
      ({ stdout }) => stdout,
      (failure: unknown) => (failure instanceof Error && 'stdout' in failure ? String(failure.stdout) : String(failure)),
    );
  });
}

describe('the compile-time tests', () => {
  it('pass when what must not compile does not', async () => {
    assert.equal(await compile('// @ts-expect-error a text is no number\nexport const count: number = "five";\n'), '');
  });

  it('fail when what must not compile does', async () => {
    assert.match(await compile('// @ts-expect-error a text is no number\nexport const count: number = 5;\n'), /TS2578: Unused '@ts-expect-error' directive/);
  });
});
