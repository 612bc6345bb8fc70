import path from 'node:path';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '..');

export default tseslint.config(
  {
    basePath: root,
    ignores: [
      'dist/**',
      'node_modules/**',
      '.data/**',
      'scripts/**/*.mjs',
      'test/**/*.mjs',
      'scripts/**/*.cjs',
      'scripts/demo/generated/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    basePath: root,
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { project: path.join(root, 'tsconfig.json'), tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // A saved stale entity loses updates and moves the version backwards: writes go through the unit of work.
      'no-restricted-properties': [
        'error',
        { property: 'save', message: 'Write through UnitOfWork.change or insert.' },
      ],
      eqeqeq: 'error',
    },
  },
  {
    basePath: root,
    files: ['test/**/*.ts'],
    rules: {
      // Answers of the API are read as they come, and asserted exactly.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      'no-var': 'off',
      // A spy takes a method off its object to count calls.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
    },
  },
);
