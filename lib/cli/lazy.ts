/**
 * Modules that a command loads when it runs, so that `validate` pays for nothing that only `synth` needs.
 * `require` and not `import()`: under CommonJS output the latter would need file names with extensions.
 */
export const lazy = {
  validate: () => require('./commands/validate') as typeof import('./commands/validate'),
  plan: () => require('./commands/plan') as typeof import('./commands/plan'),
  synth: () => require('./commands/synth') as typeof import('./commands/synth'),
  init: () => require('./commands/init') as typeof import('./commands/init'),
  rehearse: () => require('./commands/rehearse') as typeof import('./commands/rehearse'),
  schema: () => require('./commands/schema') as typeof import('./commands/schema'),
  rules: () => require('./commands/rules') as typeof import('./commands/rules'),
};
