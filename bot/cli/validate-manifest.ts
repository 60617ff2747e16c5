import { z } from 'zod';

/** Checks a manifest or a language file against the schema that it names; says what is wrong, or nothing. */
export type ValidateManifest = (document: object) => Promise<readonly string[]>;

/** What is used of Microsoft's validator; it brings the schemas of all released versions. */
interface Validator {
  fetchSchema(url: string): Promise<object>;
  validateAgainstSchema(document: object, schema?: object): Promise<readonly string[]>;
}

const SchemaOf = z.looseObject({ $schema: z.string() });

/** Microsoft's validator, offline; undefined where development packages are not installed. */
export async function installedValidator(): Promise<ValidateManifest | undefined> {
  const validator = await imported();
  if (validator === undefined) return undefined;
  return async (document) => validator.validateAgainstSchema(document, mended(await validator.fetchSchema(SchemaOf.parse(document).$schema)));
}

async function imported(): Promise<Validator | undefined> {
  try {
    const { AppManifestUtils } = await import('@microsoft/app-manifest');
    return AppManifestUtils;
  } catch (error) {
    if (isNotInstalled(error)) return undefined;
    throw error;
  }
}

/** The released schemas of language files have a bracket that is not escaped, and no validator compiles them so. */
function mended(schema: object): object {
  return z.looseObject({}).parse(JSON.parse(JSON.stringify(schema).replaceAll(String.raw`\\b]`, String.raw`\\b\\]`)));
}

function isNotInstalled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND');
}
