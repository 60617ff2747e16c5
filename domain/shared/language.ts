import { z } from 'zod';

/** The languages the assistant speaks. */
export const Language = z.enum(['en', 'cs', 'sk']);
export type Language = z.infer<typeof Language>;

/** `cs-CZ` → `cs`; undefined for a language the assistant does not speak. */
export function languageOf(locale: string | undefined): Language | undefined {
  return Language.safeParse(locale?.split(/[-_]/)[0]?.toLowerCase()).data;
}
