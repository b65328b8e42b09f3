import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './workplace';

const FILE = path.join(ROOT, 'docs/benchmarks.md');
const START = '<!-- measured: written by `npm run bench -- --write` -->';
const END = '<!-- end of measured -->';

/** Puts the output between the marks; what people wrote around them stays. */
export function writeDocument(output: string): void {
  const text = readFileSync(FILE, 'utf8');
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`docs/benchmarks.md must hold the marks "${START}" and "${END}"`);
  writeFileSync(FILE, `${text.slice(0, start)}${START}\n\n\`\`\`text\n${output.trimEnd()}\n\`\`\`\n\n${text.slice(end)}`);
}
