/** One way of compiling for every suite: swc strips types, tsc checks them as a step of its own. */
const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  moduleNameMapper: {
    '^redis-blueprints$': '<rootDir>/lib/core/index.ts',
    '^redis-blueprints/yaml$': '<rootDir>/lib/cli/yaml.ts',
    '^redis-blueprints/(aws-cdk|cdktf|cdktn)$': '<rootDir>/lib/$1/index.ts',
  },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'json', 'node'],
  // The provider bindings are 0.9 GB; crawling them costs seconds and finds no module by name.
  haste: { forceNodeFilesystemAPI: true },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/out'],
};

module.exports = {
  ...shared,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Minutes of real Terraform runs: `npm run test:terraform`, which CI runs too.
  testPathIgnorePatterns: process.env.TEST_TERRAFORM === undefined ? ['/node_modules/', '/test/terraform/'] : ['/node_modules/'],
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/scripts/closing-line-reporter.cjs'],
  setupFiles: ['<rootDir>/test/setup.ts'],
};
