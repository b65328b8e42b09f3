import { ensureEngine, type EngineSpec } from '../../../lib/rehearsal/engines';

ensureEngine(JSON.parse(process.argv[2] ?? '') as EngineSpec).catch((error: Error) => {
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
});
