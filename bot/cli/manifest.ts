import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { appAddress } from './app-address.ts';
import { readAppPackage, zipped } from './app-package.ts';
import type { AppPackage, ManifestValues } from './app-package.ts';
import { installedValidator } from './validate-manifest.ts';
import type { ValidateManifest } from './validate-manifest.ts';

export interface ManifestTools {
  /** The folder with manifest.json; the package goes into its `build`. */
  readonly folder: string;
  /** From the environment; `--app-id` and `--public-url` come before them. */
  readonly appId?: string | undefined;
  readonly publicUrl?: string | undefined;
  readonly print: (line: string) => void;
  readonly findValidator?: () => Promise<ValidateManifest | undefined>;
}

const usage = 'Usage: npm run manifest -- --app-id <GUID of the Azure Bot> --public-url <https://…> (or MicrosoftAppId and PUBLIC_URL in the environment)';

/**
 * Makes the Teams app package: manifest, language files and icons in one zip, validated where the validator is installed.
 *
 * Resolves with the exit code: 0 written, 1 not valid and not written, 2 asked wrongly.
 */
export async function manifest(args: readonly string[], tools: ManifestTools): Promise<number> {
  const values = valuesOf(args, tools);
  if ('problem' in values) return told(tools, 2, values.problem, usage);
  const app = await readAppPackage(tools.folder, values.filled);
  if ('problem' in app) return told(tools, 1, app.problem);
  const validate = await (tools.findValidator ?? installedValidator)();
  const problems = validate === undefined ? [] : await problemsOf(app, validate);
  if (problems.length > 0) return told(tools, 1, 'The package was not written: it is not valid.', ...problems);
  const target = join(tools.folder, 'build', 'partner-assistant.zip');
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, zipped(app.files));
  const judged = validate === undefined ? 'NOT validated: @microsoft/app-manifest is not installed here (npm ci brings it)' : 'valid';
  return told(tools, 0, `${target}: ${Object.keys(app.files).join(', ')}; ${judged}.`);
}

function valuesOf(args: readonly string[], tools: ManifestTools): { readonly filled: ManifestValues } | { readonly problem: string } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { 'app-id': { type: 'string' }, 'public-url': { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const { 'app-id': appId = tools.appId, 'public-url': publicUrl = tools.publicUrl, ...unknown } = values;
  const strange = [...Object.keys(unknown).map((name) => `--${name}`), ...positionals];
  if (strange.length > 0) return { problem: `Not understood: ${strange.join(' ')}` };
  if (typeof appId !== 'string' || !z.guid().safeParse(appId).success || /^[0-]+$/.test(appId))
    return { problem: 'The app id must be the GUID of the Azure Bot.' };
  if (typeof publicUrl !== 'string') return { problem: 'The public address is missing.' };
  const address = appAddress(publicUrl);
  if ('problem' in address) return address;
  return { filled: { MicrosoftAppId: appId.toLowerCase(), PUBLIC_URL: address.url, PUBLIC_HOST: address.host } };
}

async function problemsOf(app: AppPackage, validate: ValidateManifest): Promise<readonly string[]> {
  const judged = Object.entries(app.documents).map(async ([name, document]) => {
    const problems = await validate(document);
    return problems.map((problem) => `${name}: ${problem}`);
  });
  return (await Promise.all(judged)).flat();
}

function told(tools: ManifestTools, exitCode: number, ...lines: readonly string[]): number {
  for (const line of lines) tools.print(line);
  return exitCode;
}
