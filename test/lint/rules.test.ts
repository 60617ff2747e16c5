import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  overrideConfig: { languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['domain/planted.ts', 'test/planted.test.ts'] } } } },
});

async function brokenIn(file: string, code: string): Promise<readonly (string | null)[]> {
  const results = await eslint.lintText(code, { filePath: file });
  return results.flatMap((result) => result.messages.map((message) => message.ruleId));
}

const lines = (count: number, line: string): string => `${Array.from({ length: count }, () => line).join('\n')}\n`;

/** One text for each rule that breaks it; nothing else in the text matters. */
const planted: Readonly<Record<string, string>> = {
  '@typescript-eslint/no-floating-promises': 'async function save(): Promise<void> { await Promise.resolve(); }\nexport function done(): void { save(); }',
  '@typescript-eslint/no-misused-promises': 'export const kept = [1].filter(async (one) => await Promise.resolve(one > 0));',
  '@typescript-eslint/switch-exhaustiveness-check':
    "export function shown(kind: 'done' | 'refused'): number { switch (kind) { case 'done': return 1; }\nreturn 2; }",
  '@typescript-eslint/no-explicit-any': 'export function shown(value: any): unknown { return value; }',
  '@typescript-eslint/consistent-type-assertions': "export const id = 'x' as unknown;",
  '@typescript-eslint/no-non-null-assertion': 'export function first(all: readonly string[]): string { return all[0]!; }',
  '@typescript-eslint/no-unsafe-assignment': "export const book: { readonly rows: number } = JSON.parse('{}');",
  '@typescript-eslint/no-deprecated': "import { z } from 'zod';\nexport const Id = z.string().uuid();",
  '@typescript-eslint/ban-ts-comment': '// @ts-ignore\nexport const one = 1;',
  'max-lines': lines(301, '// line'),
  'max-lines-per-function': `export function long(): void {\n${lines(51, "  'use strict';")}}`,
  'no-console': "console.log('seen');",
  'no-empty': 'export function quiet(): void { try { JSON.stringify(1); } catch {} }',
  'no-void': 'export function quiet(): void { void Promise.resolve(); }',
  'no-warning-comments': '// TODO: later',
  'sonarjs/no-commented-code': '// const before = renew(subscription, now);\nexport const one = 1;',
};

describe('the rules of the linter', () => {
  for (const [rule, code] of Object.entries(planted)) {
    it(`fire on a planted violation of ${rule}`, async () => {
      const broken = await brokenIn('domain/planted.ts', code);
      assert.ok(broken.includes(rule), `fired instead: ${broken.join(', ') || 'nothing'}`);
    });
  }

  it('allow `as const`, a described expectation of a type error, and the long describe of a test', async () => {
    assert.deepEqual(await brokenIn('domain/planted.ts', "export const kinds = ['done', 'refused'] as const;\n"), []);
    const test = `describe('long', () => {\n${lines(60, "  it('says so', () => undefined);")}});\n// @ts-expect-error a number is no text\nexport const text: string = 1;\n`;
    assert.deepEqual(await brokenIn('test/planted.test.ts', test), []);
  });
});
