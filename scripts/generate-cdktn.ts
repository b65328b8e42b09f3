import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..');
const source = path.join(root, 'lib/cdktf');
const replacements = path.join(root, 'lib/cdktn-only');
const target = path.join(root, 'lib/cdktn');

const BANNER = '// Generated from lib/cdktf by scripts/generate-cdktn.ts; edit there.\n';

/** The maintained successor has the same API under other module names, and only `vendor.ts` names modules. */
function rewrite(file: string, text: string): string {
  if (file !== 'vendor.ts') return text;
  return text.replaceAll("'@cdktf/provider-aws", "'@cdktn/provider-aws").replaceAll("from 'cdktf'", "from 'cdktn'");
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)));
}

/** Every file of `lib/cdktn`. A namesake in `lib/cdktn-only` takes a file's place, where the newer provider can do more. */
function generated(): Map<string, string> {
  const replaced = new Set(filesBelow(replacements));
  return new Map(
    filesBelow(source).map((file) => {
      if (!replaced.has(file)) return [file, BANNER + rewrite(file, readFileSync(path.join(source, file), 'utf8'))];
      const up = '../'.repeat(file.split(path.sep).length);
      return [file, `${BANNER}export * from '${up}cdktn-only/${file.replace(/\.ts$/, '')}';\n`];
    }),
  );
}

function existing(file: string): string | undefined {
  try {
    return readFileSync(path.join(target, file), 'utf8');
  } catch {
    return undefined;
  }
}

const wanted = generated();
mkdirSync(target, { recursive: true });
for (const file of filesBelow(target)) if (!wanted.has(file)) rmSync(path.join(target, file));
// Unchanged files keep their time stamps, so that compilers' caches stay warm.
for (const [file, text] of wanted) {
  if (existing(file) === text) continue;
  mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
  writeFileSync(path.join(target, file), text);
}
