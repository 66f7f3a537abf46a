import { createRequire } from 'node:module';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const lwcTypeScript = createRequire(import.meta.url)('@salesforce/eslint-config-lwc/recommended-ts');

export default defineConfig([
  globalIgnores([
    '**/node_modules/**',
    '.node/**',
    '.tandem/**',
    'build/**',
    'coverage/**',
    'force-app/**/lwc/**/*.js',
    'force-app/**/lwc/tandemRules/tandemRules.ts',
  ]),
  {
    files: ['types/*.ts'],
    extends: [tseslint.configs.recommended],
  },
  {
    files: ['force-app/**/*.ts'],
    extends: [lwcTypeScript, tseslint.configs.recommended],
    languageOptions: { parser: tseslint.parser },
    rules: { 'no-void': ['error', { allowAsStatement: true }], 'dot-notation': 'off', 'import/named': 'off' },
  },
  {
    files: ['force-app/**/__tests__/**/*.ts', 'force-app/test/**/*.ts'],
    languageOptions: { globals: globals.jest },
    rules: {
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
      '@lwc/lwc/no-async-operation': 'off',
    },
  },
  {
    files: ['{bridge,emulators,playground,test,bench,scripts}/**/*.ts', 'vitest.config.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      globals: globals.node,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', { max: 500 }],
    },
  },
  {
    files: ['bridge/src/{sync,domain,rules}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'fetch',
        'process',
        'setTimeout',
        'setInterval',
        'performance',
        'crypto',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The sync folder has no clock: pass the time in.' },
        { object: 'Math', property: 'random', message: 'The sync folder has no random: pass it in.' },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
  },
]);
