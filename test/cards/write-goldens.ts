import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Language } from '../../domain/shared/language.ts';
import { drawn, goldenFile } from './golden.ts';
import { views } from './views.ts';

/** Keeps the cards as they are drawn now. Look at the difference before you commit it. */
rmSync(join(import.meta.dirname, 'golden'), { recursive: true, force: true });
for (const language of Language.options) {
  for (const card of Object.keys(views)) {
    const file = goldenFile(card, language);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, drawn(card, language));
  }
}
