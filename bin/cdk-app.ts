#!/usr/bin/env node
// The CDK app behind cdk.json: one stack for each blueprint named by `-c blueprint=a.yaml,b.yaml` (files or directories, also given as
// arguments), of the overlay named by `-c environment=production`.
import { App } from 'aws-cdk-lib';
import { addBlueprints } from '../lib/aws-cdk/add-blueprints';
import { check } from '../lib/cli/check';
import { EXIT } from '../lib/cli/exit';
import type { ExitCode } from '../lib/cli/exit';
import { processIo } from '../lib/cli/io';
import { printFindings } from '../lib/cli/print/summary';

async function main(): Promise<ExitCode> {
  // Synthesized below, and not at exit: after errors nothing may be written.
  const app = new App({ autoSynth: false });
  const io = processIo();
  const paths = [...listed(app.node.tryGetContext('blueprint')), ...process.argv.slice(2)];
  if (paths.length === 0) {
    io.err('name at least one blueprint: cdk synth -c blueprint=examples/session-store/blueprint.yaml\n');
    return EXIT.usage;
  }
  const [environment] = listed(app.node.tryGetContext('environment'));
  // To stderr: the CDK's CLI writes templates to stdout.
  const toStderr = { ...io, out: io.err };
  const result = await check(paths, { environment }, toStderr);
  if (!result.ok) {
    printFindings(result, { environment }, toStderr);
    return EXIT.findings;
  }
  addBlueprints(app, result.accepted.map(({ blueprint }) => blueprint));
  app.synth();
  return EXIT.fine;
}

function listed(context: unknown): string[] {
  if (Array.isArray(context)) return context.map(String);
  return typeof context === 'string' ? context.split(',').filter((path) => path !== '') : [];
}

void main().then((code) => {
  process.exitCode = code === EXIT.fine ? process.exitCode : code;
});
