import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const withValue = { to: { type: 'string' }, partner: { type: 'string' }, at: { type: 'string' }, country: { type: 'string' } } as const;

/**
 * The arguments of an operator's command with every file named by its absolute path, since the assistant that carries it out may
 * stand in another folder: what stands alone, and what follows `--to`.
 */
export function withAbsolutePaths(args: readonly string[], from: string): readonly string[] {
  const { tokens } = parseArgs({ args: [...args], options: withValue, strict: false, allowPositionals: true, tokens: true });
  return tokens.flatMap((token) => {
    switch (token.kind) {
      case 'positional':
        return [resolve(from, token.value)];
      case 'option':
        if (token.value === undefined) return [token.rawName];
        return [token.rawName, token.name === 'to' ? resolve(from, token.value) : token.value];
      case 'option-terminator':
        return ['--'];
    }
  });
}
