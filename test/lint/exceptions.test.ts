import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const production = ['bot', 'cards', 'domain'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((path) => join(root, room, path)),
);

/** The lines of a text that switch a rule off, for the compiler, the linter or the formatter. */
const exceptionsIn = (text: string): readonly string[] =>
  text.split('\n').filter((line) => /(eslint-disable|@ts-(expect-error|ignore|nocheck)|prettier-ignore)/.test(line));
const isExplained = (line: string): boolean => /eslint-disable-next-line [\w@/-]+ -- \S+ \S+/.test(line);

describe('exceptions to the rules', () => {
  const exceptions = production.filter((path) => path.endsWith('.ts')).flatMap((path) => exceptionsIn(readFileSync(path, 'utf8')));

  it('name one rule for one line and say why', () => {
    assert.deepEqual(
      exceptions.filter((line) => !isExplained(line)),
      [],
    );
  });

  it('stay few', () => {
    assert.ok(exceptions.length <= 5, exceptions.join('\n'));
  });

  it('are seen when they explain nothing, shown by planted ones', () => {
    const planted = ['/* eslint-disable */', '// eslint-disable-next-line no-console', '// @ts-ignore', '// eslint-disable-next-line'];
    assert.deepEqual(exceptionsIn(planted.join('\n')).filter(isExplained), []);
    assert.equal(exceptionsIn(planted.join('\n')).length, planted.length);
  });
});
