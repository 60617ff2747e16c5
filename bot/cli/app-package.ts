import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { z } from 'zod';

/** What the placeholders of manifest.json stand for: `${{NAME}}`. */
export type ManifestValues = Readonly<Record<string, string>>;

/** A Teams app package before it is zipped: texts and pictures by their name in the zip. */
export interface AppPackage {
  readonly documents: Readonly<Record<string, object>>;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** The parts of the manifest that name other files of the package. */
const Named = z.looseObject({
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  localizationInfo: z.looseObject({ additionalLanguages: z.array(z.looseObject({ file: z.string() })) }),
});

/** No time in the zip, so that the same input gives the same bytes. Without an offset it is the same day everywhere. */
const noTime = '1980-01-02T12:00:00';

/** Reads the manifest, fills its placeholders, and reads what it names: that, and nothing else, is the package. */
export async function readAppPackage(folder: string, values: ManifestValues): Promise<AppPackage | { readonly problem: string }> {
  const text = Object.entries(values).reduce(
    (filled, [name, value]) => filled.replaceAll(`\${{${name}}}`, value),
    await readFile(join(folder, 'manifest.json'), 'utf8'),
  );
  const left = /\$\{\{\w*\}\}/.exec(text);
  if (left !== null) return { problem: `manifest.json has a placeholder that nobody fills: ${left[0]}` };
  const manifest = Named.parse(JSON.parse(text));
  const languages = manifest.localizationInfo.additionalLanguages.map(({ file }) => file);
  const documents = new Map<string, object>([['manifest.json', manifest]]);
  const files = new Map<string, Uint8Array>([['manifest.json', Buffer.from(text)]]);
  for (const name of [...languages, manifest.icons.color, manifest.icons.outline]) {
    const content = await readFile(join(folder, name));
    files.set(name, content);
    if (languages.includes(name)) documents.set(name, z.looseObject({}).parse(JSON.parse(content.toString('utf8'))));
  }
  return { documents: Object.fromEntries(documents), files: Object.fromEntries(files) };
}

/** The zip that is uploaded to Teams. */
export function zipped(files: AppPackage['files']): Uint8Array {
  return zipSync({ ...files }, { level: 9, mtime: noTime });
}
