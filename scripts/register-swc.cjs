// Lets Node run the TypeScript sources directly, for scripts and in-tree apps; the published package runs compiled files.
const { transformFileSync } = require('@swc/core');
const path = require('node:path');
const Module = require('node:module');

const root = path.resolve(__dirname, '..');
const entryPoints = {
  'redis-blueprints': 'lib/core/index.ts',
  'redis-blueprints/aws-cdk': 'lib/aws-cdk/index.ts',
  'redis-blueprints/cdktf': 'lib/cdktf/index.ts',
  'redis-blueprints/cdktn': 'lib/cdktn/index.ts',
  'redis-blueprints/yaml': 'lib/cli/yaml.ts',
};

Module._extensions['.ts'] = function (module, file) {
  const { code } = transformFileSync(file, {
    sourceMaps: 'inline',
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs', ignoreDynamic: false },
  });
  module._compile(code, file);
};

// Examples import the package by its name, as users do; inside the tree the name means the sources.
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const entry = entryPoints[request];
  return resolveFilename.call(this, entry ? path.join(root, entry) : request, ...rest);
};
