/** Writes the generated tables of README.md between their markers. `--check` fails when they are out of date. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CAPABILITIES } from '../lib/cdktf/capabilities';

const file = path.resolve(__dirname, '../README.md');

function capabilityTable(): string {
  const rows = CAPABILITIES.map(({ topic, cdktf, cdktn, source }) => `| ${source === undefined ? topic : `[${topic}](${source})`} | ${cdktf} | ${cdktn} |`);
  return ['| | cdktf | cdktn |', '|---|---|---|', ...rows].join('\n');
}

function withTable(text: string, name: string, table: string): string {
  const pattern = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- end of ${name} -->)`);
  if (!pattern.test(text)) throw new Error(`README.md has no markers for ${name}`);
  return text.replace(pattern, (_, start: string, end: string) => `${start}${table}\n${end}`);
}

const before = readFileSync(file, 'utf8');
const after = withTable(before, 'terraform capabilities', capabilityTable());
if (process.argv.includes('--check')) {
  if (after !== before) console.error('README.md is out of date; run "npm run docs"');
  process.exitCode = after === before ? 0 : 1;
} else if (after !== before) {
  writeFileSync(file, after);
}
