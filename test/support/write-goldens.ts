import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Language } from '../../domain/shared/language.ts';
import { drawn, goldenFile } from '../cards/golden.ts';
import { views } from '../cards/views.ts';
import { datedLines, datedLinesFile } from '../messages/dated-lines.ts';
import { counted, pluralsFile } from '../messages/plurals.ts';

// `npm run golden`: keeps the cards, the counted messages and the dated lines as they are now. Read the difference before you commit it.
for (const language of Language.options) {
  rmSync(dirname(goldenFile('', language)), { recursive: true, force: true });
  for (const card of Object.keys(views)) keep(goldenFile(card, language), drawn(card, language));
}
keep(pluralsFile, counted());
keep(datedLinesFile, datedLines());

function keep(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
