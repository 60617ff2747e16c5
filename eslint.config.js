import js from '@eslint/js';
import sonarjs from 'eslint-plugin-sonarjs';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { configs as bans, plugin } from './eslint.bans.js';

/** The page's script is JavaScript with types in its comments: browsers run it as it is written. */
const typescript = ['**/*.ts', 'bot/web/browser/*.js'];

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'coverage/', '.cache/', 'manifest/build/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    plugins: { bans: plugin, sonarjs },
    rules: { 'sonarjs/no-commented-code': 'error' },
  },
  {
    files: typescript,
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  {
    name: 'types',
    files: typescript,
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/require-await': 'off', // an async function turns a throw into a rejection, which is what a port promises
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { allowDefaultCaseForExhaustiveSwitch: false, requireDefaultForNonUnion: true }],
    },
  },
  {
    name: 'shape',
    files: typescript,
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-param-reassign': 'error',
      'no-var': 'error',
      'no-void': 'error', // a promise nobody waits for still needs somebody who hears that it failed
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'hack', 'xxx'] }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    name: 'people who run commands read the console',
    files: ['bot/main.ts', 'bot/cli/**/*.ts', 'test/bench/**', 'test/prove/**', 'test/support/**'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'tests',
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      // what a test reads back from JSON is checked by the assertion that follows
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    name: 'what a browser has, and what a cast in a comment says, the compiler knows',
    files: ['bot/web/browser/*.js'],
    rules: { 'no-undef': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  { name: 'a describe is as long as its sentences', files: ['test/**/*.test.ts', 'test/**/*-contract.ts'], rules: { 'max-lines-per-function': 'off' } },
  ...bans,
);
