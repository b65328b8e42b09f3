import tseslint from 'typescript-eslint';

const backends = ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs', 'cdktf', 'cdktf/*', 'cdktn', 'cdktn/*', '@cdktf/*', '@cdktn/*'];
const providerRoots = ['@cdktf/provider-aws', '@cdktn/provider-aws'];
const nodeBuiltins = ['node:*', 'fs', 'path', 'os', 'child_process', 'net', 'process', 'crypto', 'http', 'https', 'worker_threads'];

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', 'lib/cdktn/**', 'docs/**', '**/*.cjs', 'eslint.config.mjs'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-require-imports': 'off',
      eqeqeq: ['error', 'always'],
      'no-restricted-imports': ['error', { paths: providerRoots.map((name) => ({ name, message: 'The provider root takes 2.3 s to load; import the single resource.' })) }],
    },
  },
  {
    // Core is pure: no toolkit, no Node I/O, no clock, no environment, no randomness.
    files: ['lib/core/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: [...backends, ...nodeBuiltins, '**/aws-cdk/**', '**/cdktf/**', '**/cli/**', '**/rehearsal/**'], message: 'Core is pure and imports nothing outward.' }] }],
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'fetch'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Core has no clock.' },
        { object: 'Math', property: 'random', message: 'Core has no randomness.' },
      ],
    },
  },
  {
    files: ['lib/cdktf/**/*.ts'],
    ignores: ['lib/cdktf/vendor.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['cdktf', 'cdktf/*', 'cdktn', 'cdktn/*', '@cdktf/*', '@cdktn/*'], message: 'Terraform imports go through vendor.ts, so that one source serves both toolkits.' }] }],
    },
  },
  {
    files: ['lib/cli/**/*.ts', 'lib/rehearsal/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: backends, message: 'Toolkits are loaded by the backends only.' }] }],
    },
  },
);
