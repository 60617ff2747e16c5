/**
 * Compiles the current source into dist/, only what has changed, without judging its types (`npm run typecheck` does):
 * an installation without development tools (`npm ci --omit=dev`) has no types to judge by.
 *
 * Where not even the compiler was kept, as in a small container image, it runs the dist/ that came with it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = import.meta.dirname;

function compiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc');
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

const tsc = compiler();
if (tsc !== undefined) {
  process.exitCode = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { cwd: root, stdio: 'inherit' }).status ?? 1;
} else if (!existsSync(join(root, 'dist', 'bot', 'main.js'))) {
  console.error('There is no dist/ and no compiler to make it. Run: npm ci && npm run build');
  process.exitCode = 1;
}
