/** Writes docs/alarms.md from the alarm definitions. `--check` fails when the written file is out of date. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { alarmsDocument } from '../lib/core/monitoring/alarms-doc';

const file = path.resolve(__dirname, '..', 'docs/alarms.md');

if (process.argv.includes('--check')) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== alarmsDocument()) {
    console.error('docs/alarms.md is out of date; run scripts/generate-alarms-doc.ts');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, alarmsDocument());
}
