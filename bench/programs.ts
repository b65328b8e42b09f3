import type { Blueprint } from '../lib/core/blueprint';
import { outputOf, writeProgram } from './workplace';
import type { Toolkit } from './toolkits';

/** Times what comes after the imports, and tells `child-report.cjs`. */
export function timed(imports: readonly string[], work: readonly string[]): string {
  const start = ['const started = performance.now();', 'const startedCpu = process.cpuUsage();'];
  const end = ['globalThis.benchWorkMs = performance.now() - started;', 'globalThis.benchWorkCpu = process.cpuUsage(startedCpu);', ''];
  return [...imports, ...start, ...work, ...end].join('\n');
}

/** A program that makes an app of blueprints with this package. */
export function ourProgram(name: string, toolkit: Toolkit, blueprints: readonly Blueprint[]): { readonly file: string; readonly output: string } {
  const output = outputOf(name);
  const data = `const blueprints = ${JSON.stringify(blueprints)};`;
  const text =
    toolkit === 'aws-cdk'
      ? timed(
          [`const { App } = require('aws-cdk-lib');`, `const { addBlueprints } = require('redis-blueprints/aws-cdk');`, data],
          [`const app = new App({ outdir: ${JSON.stringify(output)}, analyticsReporting: false });`, 'addBlueprints(app, blueprints);', 'app.synth();'],
        )
      : timed([`const { synthesizeApp } = require('redis-blueprints/${toolkit}');`, data], [`synthesizeApp(blueprints, ${JSON.stringify(output)});`]);
  return { file: writeProgram(name, text), output };
}
