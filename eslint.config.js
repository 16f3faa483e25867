import js from '@eslint/js';
import ts from 'typescript-eslint';

/** Who may import whom: ARCHITECTURE.md has the table, scripts/rooms.test.ts checks every arrow. */
const room = (files, groups, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: groups, message }] }] },
});
const lsp = [
  'vscode-languageserver',
  'vscode-languageserver/*',
  'vscode-languageclient',
  'vscode-languageclient/*',
];

export default ts.config(
  {
    ignores: ['dist/', '.build/', '.vscode-test/', 'node_modules/'],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...ts.configs.strictTypeChecked, ...ts.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'max-lines': ['error', { max: 500 }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['server/src/language/data/*.data.ts'],
    rules: { 'max-lines': 'off' },
  },
  room(['shared/**'], ['../*', 'node:*', 'vscode*'], 'shared imports nothing'),
  room(
    ['server/src/language/**'],
    ['node:*', 'vscode', ...lsp, '**/lsp/**', '**/client/**'],
    'language is pure',
  ),
  room(
    ['server/src/lsp/**'],
    ['node:*', 'vscode', '**/client/**'],
    'lsp knows the language façade only',
  ),
  room(
    ['client/src/stack/**'],
    ['vscode', 'vscode-*', '**/server/**', '**/views/**'],
    'stack knows node and shared only',
  ),
  room(
    ['client/src/views/**'],
    ['node:child_process', 'node:net', 'node:fs', 'node:fs/*', '**/server/**'],
    'views know vscode only',
  ),
  {
    // Text that is anybody's would become a link that runs a command.
    files: ['client/src/**'],
    ignores: ['client/src/views/notify.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['showErrorMessage', 'showWarningMessage', 'showInformationMessage'].map((property) => ({
          object: 'window',
          property,
          message: 'messages go through notify.ts',
        })),
      ],
    },
  },
  room(['cli/**'], ['vscode', ...lsp], 'the CLI knows no editor'),
  {
    files: ['**/*.test.ts', '**/testing/**/*.ts'],
    rules: {
      'no-restricted-imports': 'off',
      // node:test's it() and describe() return promises that the runner itself awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'node:test',
              name: ['it', 'test', 'describe', 'before', 'after', 'beforeEach', 'afterEach'],
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'fetch',
          'AbortSignal',
          'AbortController',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
