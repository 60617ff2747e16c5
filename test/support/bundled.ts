import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const folder = resolve(import.meta.dirname, '../../.cache/processes');

/**
 * A script of the tests and all of ours that it imports, as one file to run without a loader: a process that is killed as soon as it has started would
 * else spend most of its life in reading some hundred files. Packages stay where they are; a script that looks for files beside its source cannot be one.
 *
 * @param script absolute.
 */
export function bundled(script: string): string {
  const { outputFiles } = buildSync({ entryPoints: [script], bundle: true, platform: 'node', format: 'esm', packages: 'external', write: false });
  const [code] = outputFiles;
  const file = join(folder, basename(script).replace(/ts$/, 'js'));
  // moved into place when whole: another run of the tests may be about to start the same file
  const draft = `${file}.${String(process.pid)}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(draft, code?.contents ?? '');
  renameSync(draft, file);
  return file;
}
