import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What a name and a path must make clear by themselves: no default exports, no barrel files. */
const exactNames = [
  { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Name what you export.' },
  { selector: 'ExportAllDeclaration', message: 'Import from the file itself: no barrel files.' },
];

/** Money is whole fen and ratios are exact decimals: text becomes a figure in domain/, never a float. */
const exactFigures = [{ name: 'parseFloat', message: 'Figures never pass through a float.' }];

const config = defineConfig([
  { ignores: ['dist/', 'data/', 'coverage/', 'src/store/generated/', 'src/web/page/generated/'] },
  js.configs.recommended,
  // Documents contain control characters, and the reader has to name them.
  { rules: { 'no-control-regex': 'off', 'no-unused-vars': ['error', { varsIgnorePattern: '^_' }] } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', ...exactNames],
      'no-restricted-globals': ['error', ...exactFigures],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // type-graphql's classes may hold nothing but decorated fields, or nothing but static methods.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  { files: ['src/web/page/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  // The library's own way; the compiler, which would mind, is not used.
  { files: ['src/web/page/**/*.tsx'], rules: { 'react-hooks/incompatible-library': 'off' } },
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        performance: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
      },
    },
  },
]);

export { config as default };
