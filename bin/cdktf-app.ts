#!/usr/bin/env node
// The app behind cdktf.json, for the CLIs of CDK for Terraform and of CDK Terrain: one stack for each blueprint named by arguments or
// by REDIS_BLUEPRINTS (files or directories, comma separated), of the overlay named by REDIS_BLUEPRINTS_ENVIRONMENT.
// REDIS_BLUEPRINTS_TOOLKIT=cdktn writes for the successor.
import { check } from '../lib/cli/check';
import { EXIT } from '../lib/cli/exit';
import type { ExitCode } from '../lib/cli/exit';
import { processIo } from '../lib/cli/io';
import { printFindings } from '../lib/cli/print/summary';

const SETTINGS = { paths: 'REDIS_BLUEPRINTS', environment: 'REDIS_BLUEPRINTS_ENVIRONMENT', toolkit: 'REDIS_BLUEPRINTS_TOOLKIT' } as const;

const LOADERS = {
  cdktf: () => require('../lib/cdktf/app') as typeof import('../lib/cdktf/app'),
  cdktn: () => require('../lib/cdktn/app') as typeof import('../lib/cdktn/app'),
};

async function main(): Promise<ExitCode> {
  const io = processIo();
  const toolkit = process.env[SETTINGS.toolkit] || 'cdktf';
  if (toolkit !== 'cdktf' && toolkit !== 'cdktn') {
    io.err(`${SETTINGS.toolkit} must be cdktf or cdktn, got ${toolkit}\n`);
    return EXIT.usage;
  }
  const paths = [...(process.env[SETTINGS.paths] ?? '').split(','), ...process.argv.slice(2)].filter((path) => path !== '');
  if (paths.length === 0) {
    io.err(`name at least one blueprint: ${SETTINGS.paths}=examples/session-store/blueprint.yaml cdktf synth\n`);
    return EXIT.usage;
  }
  const options = { environment: process.env[SETTINGS.environment] || undefined };
  // To stderr: the toolkit's CLI reads stdout.
  const toStderr = { ...io, out: io.err };
  const result = await check(paths, options, toStderr);
  if (!result.ok) {
    printFindings(result, options, toStderr);
    return EXIT.findings;
  }
  const blueprints = result.accepted.map(({ blueprint }) => blueprint);
  // Both toolkits cannot live in one app, so only the chosen one is loaded.
  LOADERS[toolkit]().synthesizeApp(blueprints);
  return EXIT.fine;
}

void main().then((code) => {
  process.exitCode = code === EXIT.fine ? process.exitCode : code;
});
