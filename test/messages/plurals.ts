import { join } from 'node:path';
import { Language } from '../../domain/shared/language.ts';
import { messages, standIns } from './every-message.ts';
import type { Message } from './every-message.ts';

/** Where the counted messages are kept, as somebody read them and agreed. */
export const pluralsFile = join(import.meta.dirname, 'golden/plurals.json');

/** Each form that Czech and Slovak have, and the numbers at which they change their mind. */
export const counts = [0, 1, 2, 4, 5, 21, 100] as const;

/** Every message with a number that changes more than the number, for each count in each language. */
export function counted(): string {
  const spoken = Language.options.map((language) => [
    language,
    Object.fromEntries(messages.filter(isCounted(language)).map((message) => [message.key, lines(message, language)])),
  ]);
  return `${JSON.stringify(Object.fromEntries(spoken), undefined, 1)}\n`;
}

/** All its numbers are the count. */
function lines({ kinds, says }: Message, language: Language): readonly string[] {
  const facts = standIns(kinds);
  return counts.map((count) =>
    says(
      language,
      facts.map((fact) => (typeof fact === 'number' ? count : fact)),
    ).replace(/[\u00A0\u202F]/g, ' '),
  );
}

function isCounted(language: Language): (message: Message) => boolean {
  return (message) => message.kinds.includes('number') && new Set(lines(message, language).map((line) => line.replace(/\d+/g, '#'))).size > 1;
}
